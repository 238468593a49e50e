import { conditionReadModel } from './condition.read-model';

/** What this service keeps of the others' facts, each in tables that can be made again from the log. */
export const cmdbReadModels = [conditionReadModel];
