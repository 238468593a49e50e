import { EventStrategy, messagingMigrations, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, parseConfig, runAsProcess, type ServiceDefinition } from '@itops/platform';

import { type ChangeConfig, changeConfig } from './change.config';
import { ChangeModule } from './change.module';
import { changeLifecycles } from './domain/change.lifecycle';
import { CreateChanges1790000300001 } from './persistence/migrations/1790000300001-create-changes';
import { changeReadModels } from './persistence/read-models';

export const changeService: ServiceDefinition<ChangeConfig> = {
  name: 'change-svc',
  config: (env) => parseConfig(changeConfig, env),
  module: (config) => ChangeModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'change-svc', ...brokerAccess(config) }),
  database: { entities: [], migrations: [...messagingMigrations, CreateChanges1790000300001] },
  strategies: [EventStrategy],
  commands: readModelCommands(changeReadModels),
  openApi: {
    title: 'change-svc',
    description: 'Changes: requested by people, or opened and moved by the deployments that pipelines report.',
  },
  lifecycles: Object.values(changeLifecycles),
};

export const run = () => runAsProcess(changeService);
