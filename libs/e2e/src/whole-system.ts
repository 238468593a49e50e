import { createOpsClient, type OpsClient } from '@itops/client';
import { ManualClock } from '@itops/kit';
import { ApiClient, newPrefix, startTestService, TEST_IDENTITY_KEYS, type TestService } from '@itops/testing';

import { capacityService } from '@itops/apps/capacity-svc/src/capacity.service';
import { changeService } from '@itops/apps/change-svc/src/change.service';
import { cmdbService } from '@itops/apps/cmdb-svc/src/cmdb.service';
import { gatewayService } from '@itops/apps/gateway/src/gateway.service';
import { incidentService } from '@itops/apps/incident-svc/src/incident.service';

const API_KEY = 'whole-system-key-of-more-than-32-characters';

/** All five services in one process, over real servers, with one clock that the test moves. */
export interface WholeSystem {
  readonly clock: ManualClock;
  /** Through the gateway, as an integrating system does it. */
  readonly client: OpsClient;
  /** Through the gateway, for requests as no good client sends them. */
  readonly api: ApiClient;
  /** All five, the gateway last. */
  readonly services: readonly TestService[];
  close(): Promise<void>;
}

/** @param gatewayEnv further settings of the gateway */
export async function startWholeSystem(
  now: string,
  gatewayEnv: Readonly<Record<string, string>> = {},
): Promise<WholeSystem> {
  const clock = new ManualClock(now);
  const shared = { clock, prefix: newPrefix() };
  const services: TestService[] = [];
  const add = async (starting: Promise<TestService>): Promise<string> => {
    const service = await starting;
    services.push(service);
    return service.url;
  };
  const [cmdb, incident, change, capacity] = await Promise.all([
    add(startTestService(cmdbService, shared)),
    add(startTestService(incidentService, shared)),
    add(startTestService(changeService, shared)),
    add(startTestService(capacityService, shared)),
  ]);
  const gateway = await add(
    startTestService(gatewayService, {
      ...shared,
      env: {
        API_KEY,
        ...TEST_IDENTITY_KEYS,
        CMDB_URL: cmdb,
        INCIDENT_URL: incident,
        CHANGE_URL: change,
        CAPACITY_URL: capacity,
        ...gatewayEnv,
      },
    }),
  );
  return {
    clock,
    services,
    client: createOpsClient({ baseUrl: gateway, key: API_KEY }),
    api: new ApiClient(gateway, { authorization: `Bearer ${API_KEY}` }),
    close: async () => {
      await Promise.all(services.map((service) => service.close()));
    },
  };
}
