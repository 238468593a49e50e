import { configurationItemReadModel } from './configuration-items.read-model';

/** What this service keeps of the others' facts, each in tables that can be made again from the log. */
export const capacityReadModels = [configurationItemReadModel];
