import { RefusedAttempts } from '@itops/kit';
import { EventStrategy, MessagingModule, readModelCommands } from '@itops/messaging';
import { brokerAccess, runAsProcess, type ServiceDefinition } from '@itops/platform';
import { type FastifyInstance } from 'fastify';

import { apiKeyLifecycle } from './domain/api-key.lifecycle';
import { Callers } from './entrance/callers';
import { guardEntrance } from './entrance/entrance';
import { Limits } from './entrance/limits/limits';
import { cutOffSlowClients } from './entrance/limits/slow-clients';
import { tellQueuedResponses } from './entrance/queued-responses';
import { API_DESCRIPTION } from './features/serve-documents/api-description';
import { ApiDocument } from './features/serve-documents/api-document';
import { serveDocs } from './features/serve-documents/docs-page';
import { serveProblemPages } from './features/serve-documents/problem-pages';
import { type GatewayConfig, readGatewayConfig } from './gateway.config';
import { GatewayModule } from './gateway.module';
import { DATABASE_PROBES, gatewayDatabase } from './persistence/gateway.database';
import { gatewayReadModels } from './persistence/read-models';
import { deliveryLifecycle } from './domain/delivery.lifecycle';
import { webhookLifecycle } from './domain/webhook.lifecycle';
import { Forwarder } from './upstreams/forwarder';
import { forwardTheRest } from './upstreams/forwarding-routes';

export const gatewayService: ServiceDefinition<GatewayConfig> = {
  name: 'gateway',
  config: readGatewayConfig,
  module: (config) => GatewayModule.with(config),
  relay: (config) => MessagingModule.forRelay({ service: 'gateway', ...brokerAccess(config) }),
  database: gatewayDatabase,
  worksWithout: DATABASE_PROBES,
  strategies: [EventStrategy],
  lifecycles: [apiKeyLifecycle, webhookLifecycle, deliveryLifecycle],
  commands: readModelCommands(gatewayReadModels),
  openApi: {
    title: 'IT operations platform',
    description: API_DESCRIPTION,
  },
  configureHttp: (app, config) => {
    const server: FastifyInstance = app.getHttpAdapter().getInstance();
    guardEntrance(server, {
      callers: app.get(Callers),
      limits: new Limits(config.limits),
      refused: app.get(RefusedAttempts),
    });
    cutOffSlowClients(server.server, config.limits.clientPatienceMs);
    tellQueuedResponses(server.server);
    serveDocs(server);
    serveProblemPages(server, () => app.get(ApiDocument).read());
    forwardTheRest(server, app.get(Forwarder));
  },
  serveOpenApi: (app, own) => {
    const document = app.get(ApiDocument);
    document.setOwn(own);
    return () => document.read();
  },
};

export const run = () => runAsProcess(gatewayService);
