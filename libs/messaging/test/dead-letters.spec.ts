import {
  alertReported,
  type CiData,
  ciCreated,
  ciUpdated,
  deadLetterTopic,
  type DomainEvent,
  domainTopics,
  inboundTopics,
} from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { Conflict, IllegalTransition, InvalidInput, newId, NotFound } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { ConsumeEvents, type EventBatch, PoisonMessage } from '../src';
import { DeadLetterTasks } from '../src/dead-letters/dead-letter-tasks';
import { Discard } from '../src/dead-letters/discard';
import { FindDeadLetters } from '../src/dead-letters/find-dead-letters';
import { SettleDeadLetters } from '../src/dead-letters/settle-dead-letters';
import { brokers, cause, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

/** While it is closed, the spec's handler of the estate does not come to an end. */
let gate: Promise<void> | undefined;

/** Names and alert ids that the spec's handlers can't take; a fix takes them out. */
const broken = new Set<string>();

@Controller()
class OnEstate {
  @ConsumeEvents({ name: 'spec-svc.estate', topics: [domainTopics.ci.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    await gate;
    for (const event of batch.events) {
      if (!ciCreated.matches(event) && !ciUpdated.matches(event)) continue;
      const { name } = event.data;
      if (broken.has(name)) throw new PoisonMessage(event, 'broken-name', `${name} can't be handled`);
      if (broken.has(`${name}!`)) throw new TypeError(`${name} makes the handler fail`);
    }
    await insertEffects(batch);
  }
}

@Controller()
class OnAlerts {
  @ConsumeEvents({ name: 'spec-svc.alerts', topics: [inboundTopics.alerts.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      if (broken.has(event.id)) throw new PoisonMessage(event, 'broken-alert', 'the spec says so');
    }
    await insertEffects(batch);
  }
}

async function insertEffects({ tx, events }: EventBatch): Promise<void> {
  await tx.query('insert into effect (aggregate_id, version) select * from unnest($1::text[], $2::int[])', [
    events.map(({ aggregateId, id }) => aggregateId ?? id),
    events.map(({ aggregateVersion }) => aggregateVersion ?? 0),
  ]);
}

function ci(id: string, version: number, name = 'web-01'): DomainEvent {
  const at = '2026-05-04T10:00:00.000Z';
  const data: CiData = {
    id,
    version,
    class: 'server',
    name,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: at,
    updatedAt: at,
  };
  return (version === 1 ? ciCreated : ciUpdated).of(id, version, data);
}

const alert = { source: 'prometheus', summary: 'disk is full', severity: 'critical' };

describe('dead letters', () => {
  let testDatabase: TestDatabase;
  let service: MessagingApp;
  let bus: TestBus;
  let settlement: SettleDeadLetters;
  const prefix = newPrefix();

  beforeAll(async () => {
    testDatabase = await createTestDatabase('dead_letters');
    service = await startMessagingApp({
      databaseUrl: testDatabase.url,
      prefix,
      consumers: [OnEstate, OnAlerts],
      tables: 'create table effect (aggregate_id text, version int)',
    });
    bus = await TestBus.connect(brokers(), prefix, [deadLetterTopic(domainTopics.ci.name)]);
    settlement = service.app.get(SettleDeadLetters);
  });

  afterEach(() => disarm());

  afterAll(async () => {
    await bus.close();
    await service.close();
    await testDatabase.drop();
  });

  async function rows<Row>(sql: string, params: readonly unknown[]): Promise<Row[]> {
    return service.database.query(sql, [...params]);
  }

  async function effects(id: string): Promise<number[]> {
    const found = await rows<{ version: number }>('select version from effect where aggregate_id = $1', [id]);
    return found.map(({ version }) => version);
  }

  interface Letter {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly reason_kind: string;
    readonly attempts: number;
  }

  async function letters(id: string): Promise<Letter[]> {
    return rows(
      `select id, aggregate_version as version, status, reason_kind, attempts from dead_letter
       where aggregate_id = $1 order by aggregate_version`,
      [id],
    );
  }

  async function statuses(id: string): Promise<string[]> {
    return (await letters(id)).map(({ version, status }) => `${version} ${status}`);
  }

  /** A sequence with a poison message and followers behind it; answers the letters' ids. */
  async function parked(id: string, name: string, followers: number): Promise<string[]> {
    broken.add(name);
    const behind = Array.from({ length: followers }, (_, index) => ci(id, 3 + index));
    await bus.emitEvents([ci(id, 1), ci(id, 2, name), ...behind]);
    return eventually(async () => {
      const found = await letters(id);
      expect(found).toHaveLength(1 + followers);
      return found.map((letter) => letter.id);
    });
  }

  it('are redriven in the order of their versions, with what is behind them, and the sequence goes on', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 3);
    broken.clear();
    expect(await settlement.redrive(head, cause)).toEqual({ redriven: 4, failed: 0 });
    expect(await effects(id)).toEqual([1, 2, 3, 4, 5]);
    expect(await statuses(id)).toEqual(['2 redriven', '3 redriven', '4 redriven', '5 redriven']);
    await bus.emitEvents([ci(id, 2), ci(id, 6)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 2, 3, 4, 5, 6]));
    const audited = await rows<{ actor: string; action: string }>(
      `select actor, action from audit_log where resource_type = 'dead-letter' and resource_id = $1`,
      [head],
    );
    expect(audited).toEqual([{ actor: cause.actor, action: 'redrive' }]);
  });

  it('take with them what is held behind them', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 4)]);
    await eventually(async () => {
      expect(await rows('select 1 from held_message where aggregate_id = $1', [id])).toHaveLength(1);
    });
    const [head = ''] = await parked(id, `name of ${id}`, 1);
    broken.clear();
    expect(await settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await effects(id)).toEqual([1, 2, 3, 4]);
    expect(await rows('select 1 from held_message where aggregate_id = $1', [id])).toEqual([]);
  });

  it('stay parked when they fail again, with one more attempt and the new reason', async () => {
    const id = newId();
    const name = `name of ${id}`;
    const [head = ''] = await parked(id, name, 1);
    broken.clear();
    broken.add(`${name}!`);
    expect(await settlement.redrive(head, cause)).toEqual({ redriven: 0, failed: 1 });
    expect(await letters(id)).toMatchObject([
      { status: 'parked', reason_kind: 'handler-failed', attempts: 2 },
      { status: 'parked', reason_kind: 'behind-parked', attempts: 0 },
    ]);
    const letter = await service.app.get(FindDeadLetters).one(head);
    expect(letter.frame).toMatch(/^OnEstate\.handle libs\/messaging\/test\/dead-letters\.spec\.ts:\d+$/);
    expect(letter.allowedActions).toEqual(['redrive', 'discard']);
    expect(await effects(id)).toEqual([1]);
  });

  it('are redriven as far as they can be', async () => {
    const id = newId();
    broken.add('first').add('second');
    await bus.emitEvents([ci(id, 1), ci(id, 2, 'first'), ci(id, 3), ci(id, 4), ci(id, 5, 'second'), ci(id, 6)]);
    const [head] = await eventually(async () => {
      const found = await letters(id);
      expect(found).toHaveLength(5);
      return found;
    });
    broken.delete('first');
    expect(await settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 3, failed: 1 });
    expect(await effects(id)).toEqual([1, 2, 3, 4]);
    expect((await statuses(id)).slice(3)).toEqual(['5 parked', '6 parked']);
  });

  it('are not redriven before an earlier one of their sequence', async () => {
    const id = newId();
    const [head, follower = ''] = await parked(id, `name of ${id}`, 1);
    await expect(settlement.redrive(follower, cause)).rejects.toThrow(Conflict);
    await expect(settlement.redrive(follower, cause)).rejects.toMatchObject({
      message: expect.stringContaining(`${head}`),
    });
  });

  it('are redriven once when two do it at the same time, and the next version comes', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 20);
    broken.clear();
    const outcomes = await Promise.allSettled([
      settlement.redrive(head, cause),
      settlement.redrive(head, cause),
      bus.emitEvents([ci(id, 23), ci(id, 24)]),
    ]);
    const redriven = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? (outcome.value?.redriven ?? 0) : 0));
    expect(Math.max(...redriven)).toBeGreaterThanOrEqual(21);
    await eventually(async () => {
      expect(await effects(id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    });
    await eventually(async () =>
      expect(await rows('select 1 from held_message where aggregate_id = $1', [id])).toEqual([]),
    );
    expect((await letters(id)).every(({ status }) => status === 'redriven')).toBe(true);
  });

  it.each(['after-inbox-insert', 'before-consumer-commit'] as const)(
    'are as they were when a redrive ends %s',
    async (point) => {
      const id = newId();
      const [head = ''] = await parked(id, `name of ${id}`, 1);
      broken.clear();
      arm(point, () => {
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
      });
      await expect(settlement.redrive(head, cause)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await statuses(id)).toEqual(['2 parked', '3 parked']);
      expect(await settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
      expect(await effects(id)).toEqual([1, 2, 3]);
    },
  );

  it('are handled once when the process ends after the commit', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 0);
    broken.clear();
    arm('after-consumer-commit', () => {
      throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    });
    await expect(settlement.redrive(head, cause)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(settlement.redrive(head, cause)).rejects.toThrow(IllegalTransition);
    expect(await effects(id)).toEqual([1, 2]);
  });

  it('are discarded with a reason, and what waited behind goes on', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 2);
    expect(await settlement.discard(head, 'a typing error', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await effects(id)).toEqual([1, 3, 4]);
    expect(await statuses(id)).toEqual(['2 discarded', '3 redriven', '4 redriven']);
    await bus.emitEvents([ci(id, 2), ci(id, 5)]);
    await eventually(async () => expect(await effects(id)).toEqual([1, 3, 4, 5]));
    const letter = await service.app.get(FindDeadLetters).one(head);
    expect(letter).toMatchObject({ status: 'discarded', settledBy: cause.actor, discardReason: 'a typing error' });
    expect(letter.allowedActions).toEqual([]);
    await expect(settlement.discard(head, 'again', cause)).rejects.toThrow(IllegalTransition);
    await expect(settlement.redrive(head, cause)).rejects.toMatchObject({ state: 'discarded' });
  });

  it('are discarded, and what is held between them and what is parked behind goes on as well', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 1), ci(id, 3)]);
    await eventually(async () => {
      expect(await rows('select 1 from held_message where aggregate_id = $1', [id])).toHaveLength(1);
    });
    broken.add(`name of ${id}`);
    await bus.emitEvents([ci(id, 2, `name of ${id}`), ci(id, 4), ci(id, 5)]);
    const [head] = await eventually(async () => {
      const found = await letters(id);
      expect(found.map(({ version }) => version)).toEqual([2, 4, 5]);
      return found;
    });
    expect(await settlement.discard(head?.id ?? '', 'not needed', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await effects(id)).toEqual([1, 3, 4, 5]);
    expect(await statuses(id)).toEqual(['2 discarded', '4 redriven', '5 redriven']);
  });

  it('that were discarded unseen by the version before them are stepped over afterwards', async () => {
    const id = newId();
    const [head] = await parked(id, `name of ${id}`, 1);
    // What a discard leaves whose turn was not seen to have come.
    await service.database.query(`update dead_letter set status = 'discarded' where id = $1`, [head]);
    await service.app.get(Discard).catchUp();
    expect(await rows('select version from applied where aggregate_id = $1', [id])).toEqual([{ version: 2 }]);
  });

  it('may be discarded before their turn, and are stepped over when it comes', async () => {
    const id = newId();
    const [head = '', third = ''] = await parked(id, `name of ${id}`, 2);
    await settlement.discard(third, 'not needed', cause);
    expect(await effects(id)).toEqual([1]);
    broken.clear();
    expect(await settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await effects(id)).toEqual([1, 2, 4]);
  });

  it('of tools are redriven once, and a second sending stays a repetition', async () => {
    const id = newId();
    broken.add(id);
    await bus.emit(alertReported, { key: 'a', data: alert, id });
    const byEvent = () => rows<{ id: string }>('select id from dead_letter where event_id = $1', [id]);
    const [letter] = await eventually(async () => {
      const found = await byEvent();
      expect(found).toHaveLength(1);
      return found;
    });
    broken.clear();
    expect(await settlement.redrive(letter?.id ?? '', cause)).toEqual({ redriven: 1, failed: 0 });
    const marker = newId();
    await bus.emit(alertReported, { key: 'a', data: alert, id });
    await bus.emit(alertReported, { key: 'a', data: alert, id: marker });
    await eventually(async () => expect(await effects(marker)).toEqual([0]));
    expect(await effects(id)).toEqual([0]);
  });

  it('that were not understood are read again by a redrive, and can be discarded', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 1)]);
    await bus.emitEvents([{ ...ci(id, 2), data: { nothing: 'of it' } }, ci(id, 3)]);
    const [head] = await eventually(async () => {
      const found = await letters(id);
      expect(found).toHaveLength(2);
      return found;
    });
    expect(await settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 0, failed: 1 });
    expect((await letters(id))[0]).toMatchObject({ reason_kind: 'invalid-data', attempts: 2, status: 'parked' });
    // As if the contract had been extended: by now it can be read.
    await service.database.query(
      'update dead_letter set payload = convert_to(replace(convert_from(payload, $2), $3, $4), $2) where id = $1',
      [head?.id, 'UTF8', '{"nothing":"of it"}', JSON.stringify(ci(id, 2).data)],
    );
    expect(await settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await effects(id)).toEqual([1, 2, 3]);
  });

  describe('many at once', () => {
    /** Each an aggregate of its own, all with the same cause. */
    async function parkMany(count: number, kind: string): Promise<string[]> {
      const ids = Array.from({ length: count }, () => newId());
      broken.add(kind);
      await bus.emitEvents(ids.map((id) => ci(id, 1, kind)));
      await eventually(async () => {
        const [row] = await rows<{ count: number }>(
          `select count(*)::int as count from dead_letter where aggregate_id = any($1) and status = 'parked'`,
          [ids],
        );
        expect(row?.count).toBe(count);
      }, 60_000);
      return ids;
    }

    it('are redriven by a filter, and counted', async () => {
      const kind = `kind ${newId()}`;
      const ids = await parkMany(12, kind);
      await service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [ids, kind]);
      const groups = await service.app.get(FindDeadLetters).groups({ fingerprint: kind });
      expect(groups.items).toMatchObject([
        { service: 'spec-svc', consumer: 'spec-svc.estate', topic: domainTopics.ci.name, fingerprint: kind, count: 12 },
      ]);
      broken.clear();
      const task = await settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
      expect(task).toMatchObject({ state: 'done', total: 12, settled: 12, failed: 0, remaining: 0 });
      for (const id of ids) expect(await effects(id)).toEqual([1]);
      expect((await service.app.get(FindDeadLetters).groups({ fingerprint: kind })).items).toEqual([]);
    });

    it('go apart into those that can be handled and those that can not', async () => {
      const [kind, other] = [`kind ${newId()}`, `kind ${newId()}`];
      const good = await parkMany(5, kind);
      const bad = await parkMany(2, other);
      const ids = [...good, ...bad];
      await service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [ids, kind]);
      broken.delete(kind);
      const task = await settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
      expect(task).toMatchObject({ state: 'done', total: 7, settled: 5, failed: 2 });
      for (const id of bad) expect(await statuses(id)).toEqual(['1 parked']);
    });

    it('are discarded by a filter, and what waited behind each goes on', async () => {
      const kind = `kind ${newId()}`;
      const ids = await parkMany(3, kind);
      await service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [ids, kind]);
      await bus.emitEvents(ids.map((id) => ci(id, 2)));
      await eventually(async () => expect(await statuses(ids[2] ?? '')).toHaveLength(2));
      await eventually(async () => expect(await statuses(ids[0] ?? '')).toHaveLength(2));
      const work = { action: 'discard', filter: { fingerprint: kind }, reason: 'never needed' } as const;
      expect(await settlement.many(work, cause)).toMatchObject({ state: 'done', total: 3, settled: 3, remaining: 0 });
      await eventually(async () => {
        for (const id of ids) expect(await effects(id)).toEqual([2]);
      });
    });

    it('go on in the background after an interruption', async () => {
      const kind = `kind ${newId()}`;
      const ids = await parkMany(4, kind);
      await service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [ids, kind]);
      broken.clear();
      arm('before-consumer-commit', () => {
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
      });
      const task = await settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
      expect(task).toMatchObject({ total: 4 });
      await eventually(async () => {
        for (const id of ids) expect(await effects(id)).toEqual([1]);
      }, 30_000);
    });

    it('answer a request in time, however long it takes', async () => {
      const kind = `kind ${newId()}`;
      const ids = await parkMany(2, kind);
      await service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [ids, kind]);
      broken.clear();
      let open: () => void = () => undefined;
      gate = new Promise((resolve) => (open = resolve));
      try {
        const task = await settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
        expect(task).toMatchObject({ state: 'running', total: 2, settled: 0, remaining: 2 });
      } finally {
        open();
        gate = undefined;
      }
      await eventually(async () => {
        for (const id of ids) expect(await effects(id)).toEqual([1]);
      });
    });

    it('go on by somebody else when the clock was set back since they were claimed', async () => {
      const kind = `kind ${newId()}`;
      const [id = ''] = await parkMany(1, kind);
      const tasks = service.app.get(DeadLetterTasks);
      broken.clear();
      await tasks.begin({ action: 'redrive', filter: { aggregate: id } }, newId(), cause);
      await service.database.query(
        `update dead_letter_task set claimed_until = claimed_until + interval '1 hour' where state = 'running'`,
      );
      await eventually(async () => expect(await effects(id)).toEqual([1]), 30_000);
    });

    it('need a filter', async () => {
      await expect(settlement.many({ action: 'redrive', filter: {} }, cause)).rejects.toThrow(InvalidInput);
    });
  });

  it('that do not exist are not found', async () => {
    await expect(settlement.redrive(newId(), cause)).rejects.toThrow(NotFound);
    await expect(settlement.discard(newId(), 'x', cause)).rejects.toThrow(NotFound);
  });
});
