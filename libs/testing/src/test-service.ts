import { allTopics } from '@itops/contracts';
import { type Clock, isRecord } from '@itops/kit';
import { type AnyConfig, type RunningService, type ServiceDefinition, startService } from '@itops/platform';
import { DataSource } from 'typeorm';

import { ApiClient } from './api-client';
import { eventually } from './eventually';
import { identifiedAs, TEST_IDENTITY_KEYS } from './identities';
import { createTestDatabase } from './servers';
import { TestBus } from './test-bus';
import { createTopics, newPrefix, testBrokers } from './test-topics';

export interface TestServiceOptions {
  readonly clock?: Clock;
  readonly env?: Record<string, string>;
  /** Services of one scenario share a prefix, and so their topics. */
  readonly prefix?: string;
  /** Readiness probes that are not waited for: of what is away on purpose. */
  readonly expectedAway?: readonly string[];
}

/** A service under test, with a database and topics of its own. */
export interface TestService {
  readonly url: string;
  readonly api: ApiClient;
  readonly bus: TestBus;
  /** The service's own data source; a service without a database has none, and asking for it fails. */
  readonly database: DataSource;
  readonly running: RunningService;
  close(): Promise<void>;
}

export async function startTestService<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  options: TestServiceOptions = {},
): Promise<TestService> {
  const prefix = options.prefix ?? newPrefix();
  const [database] = await Promise.all([
    definition.database === undefined ? undefined : createTestDatabase(definition.name.replaceAll('-', '_')),
    createTopics(prefix),
  ]);
  const running = await startService(definition, {
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'error',
      KAFKA_BROKERS: testBrokers().join(','),
      KAFKA_PREFIX: prefix,
      ...TEST_IDENTITY_KEYS,
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
      ...options.env,
    },
    ...(options.clock === undefined ? {} : { clock: options.clock }),
  });
  const api = new ApiClient(running.url, identifiedAs('test'));
  await eventually(async () => {
    const answer = await api.get('/readyz');
    // Also what the service works without: a test would meet it half begun.
    const checks = Object.entries(isRecord(answer.body['checks']) ? answer.body['checks'] : {});
    const awaited = checks.filter(([name]) => options.expectedAway?.includes(name) !== true);
    if (answer.status !== 200 || awaited.some(([, check]) => !isRecord(check) || check['ready'] !== true)) {
      throw new Error(`${definition.name} is not ready: ${JSON.stringify(answer.body)}`);
    }
  }, 60_000);
  const bus = await TestBus.connect(
    testBrokers(),
    prefix,
    allTopics.map(({ name }) => name),
  );
  return {
    url: running.url,
    api,
    bus,
    get database() {
      return running.app.get(DataSource);
    },
    running,
    close: async () => {
      await Promise.all([bus.close(), running.close()]);
      await database?.drop();
    },
  };
}
