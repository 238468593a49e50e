import { EventStrategy, messagingMigrations, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, parseConfig, runAsProcess, type ServiceDefinition } from '@itops/platform';

import { type CapacityConfig, capacityConfig } from './capacity.config';
import { CapacityModule } from './capacity.module';
import { CreateCapacity1790000400001 } from './persistence/migrations/1790000400001-create-capacity';
import { KnowClassPaths1790000400002 } from './persistence/migrations/1790000400002-know-class-paths';
import { IndexLists1790000400003 } from './persistence/migrations/1790000400003-index-lists';
import { capacityReadModels } from './persistence/read-models';

export const capacityService: ServiceDefinition<CapacityConfig> = {
  name: 'capacity-svc',
  config: (env) => parseConfig(capacityConfig, env),
  module: (config) => CapacityModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'capacity-svc', ...brokerAccess(config) }),
  database: {
    entities: [],
    migrations: [
      ...messagingMigrations,
      CreateCapacity1790000400001,
      KnowClassPaths1790000400002,
      IndexLists1790000400003,
    ],
  },
  strategies: [EventStrategy],
  commands: readModelCommands(capacityReadModels),
  openApi: {
    title: 'capacity-svc',
    description: 'Metric series and their roll-ups, thresholds, forecasts, and breaches, current and predicted.',
  },
};

export const run = () => runAsProcess(capacityService);
