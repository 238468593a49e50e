import { isRecord } from '@itops/kit';
import { ApiClient, newPrefix, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '@itops/apps/capacity-svc/src/capacity.service';
import { changeService } from '@itops/apps/change-svc/src/change.service';
import { cmdbService } from '@itops/apps/cmdb-svc/src/cmdb.service';
import { gatewayService } from '@itops/apps/gateway/src/gateway.service';
import { incidentService } from '@itops/apps/incident-svc/src/incident.service';

export const ADMINISTRATORS_KEY = 'administrators-key-of-more-than-32-characters';
/** Without it no webhook can be made. */
const SECRETS_KEY = 'every-service-secrets-of-more-than-32-characters';

/** All services, each to be asked directly as whomever a spec likes, and the gateway before them. */
export interface EveryService {
  readonly cmdb: TestService;
  readonly incident: TestService;
  readonly change: TestService;
  readonly capacity: TestService;
  readonly gateway: TestService;
  /** Through the gateway, as its administrator. */
  readonly admin: ApiClient;
  close(): Promise<void>;
}

export async function startEveryService(): Promise<EveryService> {
  // What is refused by the thousand is not to fill the log.
  const shared = { prefix: newPrefix(), env: { LOG_LEVEL: 'silent' } };
  const [cmdb, incident, change, capacity] = await Promise.all([
    startTestService(cmdbService, shared),
    startTestService(incidentService, shared),
    startTestService(changeService, shared),
    startTestService(capacityService, shared),
  ]);
  const urls = { CMDB_URL: cmdb.url, INCIDENT_URL: incident.url, CHANGE_URL: change.url, CAPACITY_URL: capacity.url };
  const limits = { RATE_LIMIT_READ: '100000,100000', RATE_LIMIT_WRITE: '100000,100000' };
  const gateway = await startTestService(gatewayService, {
    ...shared,
    env: { ...shared.env, API_KEY: ADMINISTRATORS_KEY, SECRETS_KEY, ...urls, ...limits },
  });
  return {
    ...{ cmdb, incident, change, capacity, gateway },
    admin: new ApiClient(gateway.url, { 'x-api-key': ADMINISTRATORS_KEY }),
    close: async () => {
      await gateway.close();
      await Promise.all([cmdb, incident, change, capacity].map((service) => service.close()));
    },
  };
}

/** An operation of an OpenAPI document. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  /** Who may ask for it, as the document says it. */
  readonly permission: unknown;
}

/** All that a service says that it can be asked. */
export async function operationsOf(api: ApiClient): Promise<Operation[]> {
  const { body } = await api.get('/openapi.json');
  const paths = isRecord(body['paths']) ? body['paths'] : {};
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(isRecord(methods) ? methods : {}).flatMap(([method, operation]) =>
      isRecord(operation) && isRecord(operation['responses'])
        ? [{ method: method.toUpperCase(), path, permission: operation['x-permission'] }]
        : [],
    ),
  );
}
