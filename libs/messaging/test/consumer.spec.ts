import { alertReported, ciCreated, ciUpdated, deadLetterTopic, domainTopics, inboundTopics } from '@itops/contracts';
import { newId } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { ConsumeEvents, type EventBatch, PoisonMessage, Transactions } from '../src';
import { ci } from './ci-events';
import { brokers, cause, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

/** What the spec's handlers do with certain messages. */
const behaviour = {
  failFor: new Set<string>(),
  poisonFor: new Set<string>(),
  beforeEach: new Map<string, () => Promise<void>>(),
};

@Controller()
class OnEstate {
  @ConsumeEvents({ name: 'spec-svc.estate', topics: [domainTopics.ci.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      const name = ciCreated.matches(event) || ciUpdated.matches(event) ? event.data.name : '';
      await behaviour.beforeEach.get(name)?.();
      if (behaviour.poisonFor.has(name)) throw new PoisonMessage(event, 'cannot-be', 'the spec says so');
    }
    await batch.tx.query('insert into effect (aggregate_id, version) select * from unnest($1::text[], $2::int[])', [
      batch.events.map((event) => event.aggregateId),
      batch.events.map((event) => event.aggregateVersion),
    ]);
    for (const event of batch.events) {
      if (ciUpdated.matches(event) && behaviour.failFor.has(event.data.name))
        throw new Error('this can not be handled');
    }
  }
}

@Controller()
class OnAlerts {
  @ConsumeEvents({ name: 'spec-svc.alerts', topics: [inboundTopics.alerts.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      await batch.tx.query('insert into effect (aggregate_id, version) values ($1, 0)', [event.id]);
    }
  }
}

describe('a consumer', () => {
  let testDatabase: TestDatabase;
  let service: MessagingApp;
  let bus: TestBus;
  const prefix = newPrefix();

  beforeAll(async () => {
    testDatabase = await createTestDatabase('consumer');
    service = await startMessagingApp({
      databaseUrl: testDatabase.url,
      prefix,
      consumers: [OnEstate, OnAlerts],
      tables: 'create table effect (aggregate_id text, version int)',
    });
    bus = await TestBus.connect(brokers(), prefix, [
      deadLetterTopic(domainTopics.ci.name),
      deadLetterTopic(inboundTopics.alerts.name),
    ]);
  });

  afterAll(async () => {
    await bus.close();
    await service.close();
    await testDatabase.drop();
  });

  async function effects(id: string): Promise<number[]> {
    const rows: { version: number }[] = await service.database.query(
      'select version from effect where aggregate_id = $1 order by version',
      [id],
    );
    return rows.map(({ version }) => version);
  }

  async function letters(
    id: string,
  ): Promise<{ version: number; reason_kind: string; attempts: number; fingerprint: string }[]> {
    return service.database.query(
      `select aggregate_version as version, reason_kind, attempts, fingerprint from dead_letter
       where aggregate_id = $1 order by aggregate_version`,
      [id],
    );
  }

  async function held(id: string): Promise<number> {
    const rows: unknown[] = await service.database.query('select 1 from held_message where aggregate_id = $1', [id]);
    return rows.length;
  }

  it('has each effect once, however often the log repeats a version', async () => {
    const id = newId();
    const other = newId();
    await bus.emitEvents([ci(id, 1), ci(id, 2), ci(id, 1), ci(id, 2), ci(id, 2), ci(id, 3), ci(other, 1)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 2, 3]));
    await bus.emitEvents([ci(id, 3), ci(id, 4)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 2, 3, 4]));
    await eventually(async () => expect(await effects(other)).toEqual([1]));
  });

  it('takes a tool’s event once by its source and id', async () => {
    const data = { source: 'prometheus', summary: 'disk is full', severity: 'critical' };
    const id = newId();
    const marker = newId();
    await bus.emit(alertReported, { key: 'a', data, id });
    await bus.emit(alertReported, { key: 'a', data, id });
    await bus.emit(alertReported, { key: 'a', data, id: marker });
    await eventually(async () => expect(await effects(marker)).toEqual([0]));
    expect(await effects(id)).toEqual([0]);
  });

  it('holds what comes before its time until the gap closes', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 3), ci(id, 2)]);
    await eventually(async () => expect(await held(id)).toBe(2));
    expect(await effects(id)).toEqual([]);
    await bus.emitEvents([ci(id, 1)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 2, 3]));
    expect(await held(id)).toBe(0);
  });

  it('parks a message that fails every time, and its aggregate’s followers, while others flow', async () => {
    const bad = newId();
    const good = newId();
    behaviour.failFor.add('bad');
    await bus.emitEvents([ci(bad, 1), ci(good, 1), ci(bad, 2, 'bad'), ci(good, 2), ci(bad, 3)]);
    await eventually(async () => expect(await effects(good)).toEqual([1, 2]), 30_000);
    await eventually(async () => expect(await letters(bad)).toHaveLength(2), 30_000);
    expect(await effects(bad)).toEqual([1]);
    const [first, second] = await letters(bad);
    expect(first).toMatchObject({ version: 2, reason_kind: 'handler-failed', attempts: 5 });
    expect(first?.fingerprint).toMatch(/^Error OnEstate\.handle libs\/messaging\/test\/consumer\.spec\.ts:\d+$/);
    expect(second).toMatchObject({ version: 3, reason_kind: 'behind-parked' });
    await bus.emitEvents([ci(bad, 4), ci(bad, 2, 'bad'), ci(good, 3)]);
    await eventually(async () => expect(await effects(good)).toEqual([1, 2, 3]));
    await eventually(async () => expect(await letters(bad)).toHaveLength(3));
  });

  it('parks at once what the handler calls poison', async () => {
    const id = newId();
    behaviour.poisonFor.add('poison');
    await bus.emitEvents([ci(id, 1, 'poison')]);
    await eventually(async () => expect(await letters(id)).toMatchObject([{ reason_kind: 'cannot-be', attempts: 1 }]));
  });

  it('waits for the database instead of parking', async () => {
    const id = newId();
    let losses = 0;
    behaviour.beforeEach.set('interrupted', async () => {
      if (losses++ > 2) return;
      await service.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and state = 'idle in transaction' and pid <> pg_backend_pid()`,
      );
    });
    await bus.emitEvents([ci(id, 1, 'interrupted'), ci(id, 2)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 2]), 30_000);
    expect(losses).toBeGreaterThan(2);
    expect(await letters(id)).toEqual([]);
  });

  it('sets aside what it can’t understand, whatever it is, and copies it to the dead-letter topic', async () => {
    const topic = inboundTopics.alerts.name;
    const garbage = Buffer.from([0xff, 0x00, 0xfe, 0x7b]);
    const json = { 'content-type': 'application/cloudevents+json' };
    // By this the spec knows its own copies among those of the others.
    const mine = { 'spec-run': newId() };
    await bus.emitRaw(topic, { key: null, value: null, headers: mine });
    await bus.emitRaw(topic, {
      key: 'k\u0000',
      value: garbage,
      headers: { ...mine, odd: '\u0000', 'odd\u0000name': 'x' },
    });
    await bus.emitRaw(topic, { key: 'k', value: garbage, headers: { ...mine, constructor: 'x', toString: 'y' } });
    await bus.emitRaw(topic, { key: 'k', value: garbage, headers: { ...mine, ...json } });
    await bus.emitRaw(topic, { key: '', value: Buffer.alloc(0), headers: { ...mine, ...json } });
    await bus.emit(alertReported, {
      key: 'k',
      data: { source: mine['spec-run'], summary: '\u0000', severity: 'critical' },
    });
    const marker = await bus.emit(alertReported, {
      key: 'k',
      data: { source: 'x', summary: 's', severity: 'critical' },
    });
    await eventually(async () => expect(await effects(marker)).toEqual([0]));
    const copies = await eventually(() => {
      const fresh = bus
        .all(deadLetterTopic(topic))
        .filter(
          ({ headers, raw }) => headers['spec-run'] === mine['spec-run'] || raw?.includes(mine['spec-run']) === true,
        );
      expect(fresh).toHaveLength(6);
      return fresh;
    });
    expect(copies.map(({ headers }) => headers['dlq-reason-kind']).sort()).toEqual([
      'invalid-data',
      ...Array<string>(5).fill('not-a-cloudevent'),
    ]);
    expect(copies.filter(({ raw }) => raw?.equals(garbage) === true)).toHaveLength(3);
    expect(copies[0]?.headers).toMatchObject({ 'dlq-topic': topic, 'dlq-consumer': 'spec-svc.alerts' });
  });

  it('parks a record without its key and headers when it can’t be parked with them', async () => {
    const topic = inboundTopics.alerts.name;
    await service.database.query(`
      create function refuse_cursed() returns trigger language plpgsql as $$
      begin
        if new.headers ? 'cursed' then raise exception 'such a header is refused'; end if;
        return new;
      end $$;
      create trigger refuse_cursed before insert on dead_letter for each row execute function refuse_cursed();`);
    const payload = Buffer.from(`not an event ${newId()}`);
    const data = { source: 'x', summary: 's', severity: 'critical' };
    try {
      await bus.emitRaw(topic, { key: 'k', value: payload, headers: { cursed: 'x' } });
      const marker = await bus.emit(alertReported, { key: 'k', data });
      await eventually(async () => expect(await effects(marker)).toEqual([0]), 40_000);
      const found: unknown = await service.database.query(
        'select key, headers, reason_kind, reason from dead_letter where payload = $1',
        [payload],
      );
      const reason = expect.stringContaining('neither a content-type');
      expect(found).toEqual([{ key: null, headers: {}, reason_kind: 'not-a-cloudevent', reason }]);
    } finally {
      await service.database.query('drop trigger refuse_cursed on dead_letter');
    }
  });

  it('parks what follows an event of a type that is not known yet', async () => {
    const id = newId();
    const topic = domainTopics.ci.name;
    await bus.emitEvents([ci(id, 1)]);
    await bus.emitEnvelope(topic, id, {
      specversion: '1.0',
      id: newId(),
      source: 'cmdb-svc',
      type: 'itops.ci.teleported.v1',
      subject: id,
      aggregatetype: 'ci',
      aggregateversion: 2,
      data: {},
    });
    await bus.emitEvents([ci(id, 3)]);
    await eventually(async () => {
      const found = await letters(id);
      expect(found.map(({ reason_kind }) => reason_kind)).toEqual(['unknown-type', 'behind-parked']);
    });
    expect(await effects(id)).toEqual([1]);
    await bus.waitFor(deadLetterTopic(topic), ({ subject }) => subject === id);
  });

  it('shows dead letters, newest first, by page and filter', async () => {
    const url = await service.app.getUrl();
    interface Found {
      items: { id: string; payload: unknown }[];
      nextCursor: string | null;
    }
    const read = async (query: string): Promise<Found> => {
      const found: Found = JSON.parse(await (await fetch(`${url}/v1/dead-letters?${query}`)).text());
      return found;
    };
    await bus.emitRaw(inboundTopics.alerts.name, { key: null, value: Buffer.from('{"a":1}') });
    await bus.emitRaw(inboundTopics.alerts.name, { key: null, value: Buffer.from('{"a":2}') });
    const filter = 'consumer=spec-svc.alerts&reasonKind=not-a-cloudevent';
    await eventually(async () => {
      const payloads = (await read(`${filter}&limit=2`)).items.map(({ payload }) => payload);
      expect(payloads).toEqual(expect.arrayContaining([{ a: 1 }, { a: 2 }]));
    });
    const first = await read(`${filter}&limit=1`);
    expect(first.nextCursor).not.toBeNull();
    const second = await read(`${filter}&limit=1&cursor=${first.nextCursor}`);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    expect([first.items[0]?.payload, second.items[0]?.payload]).toEqual(expect.arrayContaining([{ a: 1 }, { a: 2 }]));
    expect((await read('consumer=nobody')).items).toEqual([]);

    const deep = Buffer.from(`${'['.repeat(200_000)}${']'.repeat(200_000)}`);
    await bus.emitRaw(inboundTopics.alerts.name, { key: null, value: deep });
    await eventually(async () => {
      const [newest] = (await read(`${filter}&limit=1`)).items;
      expect(newest?.payload).toBe(deep.toString('base64'));
    });
  });

  it('commits what a handler publishes together with its effect', async () => {
    const id = newId();
    const transactions = service.app.get(Transactions);
    await expect(
      transactions.run(cause, async (tx) => {
        await tx.publish([ci(id, 1)]);
        throw new Error('changed its mind');
      }),
    ).rejects.toThrow('changed its mind');
    await transactions.run(cause, (tx) => tx.publish([ci(id, 1, 'second try')]));
    await eventually(async () => expect(await effects(id)).toEqual([1]));
  });
});
