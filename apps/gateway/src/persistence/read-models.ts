import { searchReadModel } from './search.read-model';

/** What the gateway keeps of the services' facts, in tables that can be made again from the log. */
export const gatewayReadModels = [searchReadModel];
