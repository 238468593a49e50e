import { breachReadModel } from './breach.read-model';
import { changeReadModel } from './change.read-model';
import { estateReadModel } from './estate.read-model';

/** What this service keeps of the others' facts, each in tables that can be made again from the log. */
export const incidentReadModels = [estateReadModel, changeReadModel, breachReadModel];
