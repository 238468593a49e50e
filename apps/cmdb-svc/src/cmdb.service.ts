import { EventStrategy, messagingMigrations, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, parseConfig, runAsProcess, type ServiceDefinition } from '@itops/platform';

import { type CmdbConfig, cmdbConfig } from './cmdb.config';
import { CmdbModule } from './cmdb.module';
import { cmdbMigrations } from './persistence/migrations';
import { cmdbReadModels } from './persistence/read-models';

export const cmdbService: ServiceDefinition<CmdbConfig> = {
  name: 'cmdb-svc',
  config: (env) => parseConfig(cmdbConfig, env),
  module: (config) => CmdbModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'cmdb-svc', ...brokerAccess(config) }),
  database: { entities: [], migrations: [...messagingMigrations, ...cmdbMigrations] },
  strategies: [EventStrategy],
  commands: readModelCommands(cmdbReadModels),
  openApi: {
    title: 'cmdb-svc',
    description: 'Configuration items, their classes and relationships, discovery, and the impact of a failure.',
  },
};

export const run = () => runAsProcess(cmdbService);
