import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { capacityService } from '@itops/apps/capacity-svc/src/capacity.service';
import { capacityReadModels } from '@itops/apps/capacity-svc/src/persistence/read-models';
import { changeService } from '@itops/apps/change-svc/src/change.service';
import { changeReadModels } from '@itops/apps/change-svc/src/persistence/read-models';
import { cmdbService } from '@itops/apps/cmdb-svc/src/cmdb.service';
import { cmdbReadModels } from '@itops/apps/cmdb-svc/src/persistence/read-models';
import { gatewayService } from '@itops/apps/gateway/src/gateway.service';
import { gatewayReadModels } from '@itops/apps/gateway/src/persistence/read-models';
import { incidentService } from '@itops/apps/incident-svc/src/incident.service';
import { incidentReadModels } from '@itops/apps/incident-svc/src/persistence/read-models';
import { domainEvents, domainTopics } from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { EventStrategy, type ReadModel } from '@itops/messaging';
import { type AnyConfig, createService, type Environment, type ServiceDefinition } from '@itops/platform';
import {
  eventually,
  newPrefix,
  startTestService,
  TEST_IDENTITY_KEYS,
  testBrokers,
  type TestService,
} from '@itops/testing';

const RELEASED = path.resolve(__dirname, '../../contracts/released');
const AGGREGATES = 8;
const NOWHERE = 'http://127.0.0.1:9';

/** Each service with what it keeps of the others' facts. */
const SERVICES = [
  keeping(cmdbService, cmdbReadModels),
  keeping(incidentService, incidentReadModels),
  keeping(changeService, changeReadModels),
  keeping(capacityService, capacityReadModels),
  keeping(gatewayService, gatewayReadModels, {
    reacts: ['gateway.webhooks'],
    env: {
      API_KEY: 'a key of the spec that is long enough',
      ...{ CMDB_URL: NOWHERE, INCIDENT_URL: NOWHERE, CHANGE_URL: NOWHERE, CAPACITY_URL: NOWHERE },
    },
  }),
];

interface Further {
  /** Consumers that keep nothing of the facts: they only do something about them. */
  readonly reacts?: readonly string[];
  readonly env?: Record<string, string>;
}

function keeping<Config extends AnyConfig>(
  definition: ServiceDefinition<Config>,
  models: readonly ReadModel[],
  { reacts = [], env: own = {} }: Further = {},
) {
  return {
    name: definition.name,
    models,
    reacts,
    start: (prefix: string): Promise<TestService> => startTestService(definition, { prefix, env: own }),
    command: async (name: string, args: readonly string[], env: Environment): Promise<number | undefined> => {
      const { app } = await createService(definition, { env: { ...env, ...own } });
      return definition.commands?.[name]?.(app, args);
    },
  };
}

/** Released examples of all events of one kind of aggregate on a topic. */
function examplesOf(topic: string): Map<string, Record<string, unknown>[]> {
  const contracts = domainEvents.filter((contract) => contract.topic.name === topic);
  const examples = contracts.flatMap(({ type, aggregate }) => {
    const folder = path.join(RELEASED, type.replace(/\.v\d+$/, ''));
    return readdirSync(folder)
      .filter((file) => file.endsWith('.examples.json'))
      .flatMap((file): unknown[] => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
      .filter(isRecord)
      .map((envelope) => ({ aggregate, envelope }));
  });
  const byAggregate = Map.groupBy(examples, ({ aggregate }) => aggregate);
  return new Map([...byAggregate].map(([aggregate, found]) => [aggregate, found.map(({ envelope }) => envelope)]));
}

/** Lives of aggregates: each has all the examples, and each begins with another one. */
async function publishLives(service: TestService, model: ReadModel): Promise<number> {
  let published = 0;
  for (const topic of model.topics) {
    for (const examples of examplesOf(topic).values()) {
      for (let begin = 0; begin < AGGREGATES; begin++) {
        const id = newId();
        const life = examples.map((_, index) => examples[(begin + index) % examples.length] ?? {});
        for (const [index, envelope] of life.entries()) {
          const data = isRecord(envelope['data']) ? envelope['data'] : {};
          await service.bus.emitEnvelope(topic, id, {
            ...envelope,
            id: newId(),
            subject: id,
            aggregateversion: index + 1,
            data: { ...data, ...('id' in data ? { id } : {}), version: index + 1 },
          });
          published++;
        }
      }
    }
  }
  return published;
}

describe.each(SERVICES)('the read models of $name', ({ models, reacts, start, command: commandOf }) => {
  const prefix = newPrefix();
  let service: TestService;

  beforeAll(async () => {
    service = await start(prefix);
  });

  afterAll(() => service.close());

  /** As a process of its own does it: its exit code, and what it writes. */
  async function run(command: string, ...args: string[]): Promise<{ code: number; text: string }> {
    const { options } = service.database;
    if (options.type !== 'postgres' || options.url === undefined) throw new Error('no URL');
    const env = {
      PORT: '0',
      LOG_LEVEL: 'error',
      KAFKA_BROKERS: testBrokers().join(','),
      KAFKA_PREFIX: prefix,
      ...TEST_IDENTITY_KEYS,
      DATABASE_URL: options.url,
    };
    const written: string[] = [];
    const listen = (stream: NodeJS.WriteStream) =>
      jest.spyOn(stream, 'write').mockImplementation((chunk) => written.push(String(chunk)) > 0);
    const spies = [listen(process.stdout), listen(process.stderr)];
    try {
      const code = await commandOf(command, args, env);
      return { code: code ?? NaN, text: written.join('') };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }

  it('are declared for every consumer of facts', () => {
    const facts = new Set<string>(Object.values(domainTopics).map(({ name }) => name));
    const consumers = [...service.running.app.get(EventStrategy).getHandlers()].flatMap(([name, { extras }]) => {
      const topics: unknown = extras?.['topics'];
      const followed = Array.isArray(topics) ? topics.filter((topic) => facts.has(String(topic))) : [];
      return followed.length > 0 && !reacts.includes(name) ? [{ consumer: name, topics: followed }] : [];
    });
    const byName = (one: { consumer: string }, other: { consumer: string }) =>
      one.consumer.localeCompare(other.consumer);
    const declared = models.map(({ consumer, topics }) => ({ consumer, topics }));
    expect(consumers.sort(byName)).toEqual(declared.sort(byName));
    expect(consumers.length).toBeGreaterThan(0);
  });

  it.each(models.map((model): [string, ReadModel] => [model.name, model]))(
    '%s: is what the log makes of it; what was damaged is found and healed',
    async (name, model) => {
      const published = await publishLives(service, model);
      await eventually(async () => {
        const [row] = await service.database.query<{ applied: number; parked: number }[]>(
          `select (select coalesce(sum(version), 0)::int from applied where consumer = $1) as applied,
                  (select count(*)::int from dead_letter where consumer = $1) as parked`,
          [model.consumer],
        );
        expect(row).toEqual({ applied: published, parked: 0 });
      }, 60_000);

      const compared = await run('compare-read-model', name);
      expect(compared.text).toContain('The living model is what the log makes of it.');
      expect(compared.code).toBe(0);

      const last = Object.keys(model.tables).at(-1) ?? '';
      const deleted = await service.database.query<unknown[]>(
        `with gone as (delete from ${last} returning 1) select * from gone`,
      );
      expect(deleted.length).toBeGreaterThan(0);
      const differs = await run('compare-read-model', name);
      expect(differs.text).toContain(`${deleted.length} missing, 0 too many, 0 changed`);
      expect(differs.code).toBe(1);

      const rebuilt = await run('rebuild-read-model', name, '--yes');
      expect(rebuilt.text).toContain('swapped');
      expect(rebuilt.code).toBe(0);
      expect((await run('compare-read-model', name)).code).toBe(0);
    },
    180_000,
  );

  it('are listed, and explained where one is not known', async () => {
    const list = await run('list-read-models');
    for (const { name } of models) expect(list.text).toContain(`${name}: `);
    expect(await run('compare-read-model', 'weather')).toMatchObject({ code: 2 });
    const [model] = models;
    const unsure = await run('rebuild-read-model', model?.name ?? '');
    expect(unsure).toEqual({ code: 2, text: 'Nobody is there to be asked: say --yes\n' });
  });
});
