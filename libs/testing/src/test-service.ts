import { allTopics } from '@itops/contracts';
import { type Clock, isRecord, newId } from '@itops/kit';
import { type AnyConfig, type RunningService, type ServiceDefinition, startService } from '@itops/platform';
import { DataSource } from 'typeorm';

import { ApiClient } from './api-client';
import { eventually } from './eventually';
import { identifiedAs, TEST_IDENTITY_KEYS } from './identities';
import { createTestDatabase } from './servers';
import { TestBus } from './test-bus';

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

export function newPrefix(): string {
  return `t${newId().slice(-12)}.`;
}

export function testBrokers(): string[] {
  const brokers = process.env['TEST_KAFKA_BROKERS'];
  if (brokers === undefined)
    throw new Error(
      'TEST_KAFKA_BROKERS is not set; start the tests with Jest, whose global set-up starts the servers.',
    );
  return brokers.split(',');
}

export async function startTestService<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  options: TestServiceOptions = {},
): Promise<TestService> {
  const prefix = options.prefix ?? newPrefix();
  const database =
    definition.database === undefined ? undefined : await createTestDatabase(definition.name.replaceAll('-', '_'));
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
      await bus.close();
      await running.close();
      await database?.drop();
    },
  };
}
