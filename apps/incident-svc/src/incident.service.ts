import { EventStrategy, messagingMigrations, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, parseConfig, runAsProcess, type ServiceDefinition } from '@itops/platform';

import { alertLifecycle } from './domain/alert.lifecycle';
import { incidentLifecycle } from './domain/incident.lifecycle';
import { majorLifecycle } from './domain/major.lifecycle';
import { type IncidentConfig, incidentConfig } from './incident.config';
import { IncidentModule } from './incident.module';
import { incidentMigrations } from './persistence/migrations';
import { incidentReadModels } from './persistence/read-models';

export const incidentService: ServiceDefinition<IncidentConfig> = {
  name: 'incident-svc',
  config: (env) => parseConfig(incidentConfig, env),
  module: (config) => IncidentModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'incident-svc', ...brokerAccess(config) }),
  database: { entities: [], migrations: [...messagingMigrations, ...incidentMigrations] },
  strategies: [EventStrategy],
  commands: readModelCommands(incidentReadModels),
  openApi: {
    title: 'incident-svc',
    description: 'Alerts, the incidents that they are part of, and the changes that may have caused them.',
  },
  lifecycles: [incidentLifecycle, majorLifecycle, alertLifecycle],
};

export const run = () => runAsProcess(incidentService);
