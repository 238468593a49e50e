import { type Clock } from '@itops/kit';
import { ApiClient, startTestService, type TestService } from '@itops/testing';

import { gatewayService } from '../src/gateway.service';
import { FakeService } from './fake-service';

export const TEST_KEY = 'test-api-key-of-more-than-32-characters';

export interface GatewayUnderTest {
  readonly service: TestService;
  /** A client that shows the key. */
  readonly api: ApiClient;
  readonly cmdb: FakeService;
  readonly incident: FakeService;
  readonly change: FakeService;
  readonly capacity: FakeService;
  close(): Promise<void>;
}

export interface GatewayTestOptions {
  readonly env?: Record<string, string>;
  readonly prefix?: string;
  readonly expectedAway?: readonly string[];
  readonly clock?: Clock;
}

/** The gateway before four services that are played by the test. */
export async function startGateway(options: GatewayTestOptions = {}): Promise<GatewayUnderTest> {
  const [cmdb, incident, change, capacity] = await Promise.all([
    FakeService.start(),
    FakeService.start(),
    FakeService.start(),
    FakeService.start(),
  ]);
  const service = await startTestService(gatewayService, {
    ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.expectedAway === undefined ? {} : { expectedAway: options.expectedAway }),
    env: {
      API_KEY: TEST_KEY,
      CMDB_URL: cmdb.url,
      INCIDENT_URL: incident.url,
      CHANGE_URL: change.url,
      CAPACITY_URL: capacity.url,
      ...options.env,
    },
  });
  return {
    service,
    api: new ApiClient(service.url, { authorization: `Bearer ${TEST_KEY}` }),
    cmdb,
    incident,
    change,
    capacity,
    close: async () => {
      await service.close();
      await Promise.all([cmdb, incident, change, capacity].map((fake) => fake.stop()));
    },
  };
}
