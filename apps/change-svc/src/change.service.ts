import { EventStrategy, messagingMigrations, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, parseConfig, runAsProcess, type ServiceDefinition } from '@itops/platform';

import { type ChangeConfig, changeConfig } from './change.config';
import { ChangeModule } from './change.module';
import { changeLifecycles } from './domain/change.lifecycle';
import { changeMigrations } from './persistence/migrations';
import { changeReadModels } from './persistence/read-models';

export const changeService: ServiceDefinition<ChangeConfig> = {
  name: 'change-svc',
  config: (env) => parseConfig(changeConfig, env),
  module: (config) => ChangeModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'change-svc', ...brokerAccess(config) }),
  database: { entities: [], migrations: [...messagingMigrations, ...changeMigrations] },
  strategies: [EventStrategy],
  commands: readModelCommands(changeReadModels),
  openApi: {
    title: 'change-svc',
    description: 'Changes: requested by people, or opened and moved by the deployments that pipelines report.',
  },
  lifecycles: Object.values(changeLifecycles),
};

export const run = () => runAsProcess(changeService);
