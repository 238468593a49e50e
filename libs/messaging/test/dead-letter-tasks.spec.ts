import { ciCreated, ciUpdated, domainTopics } from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { InvalidInput, newId } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { ConsumeEvents, type EventBatch, PoisonMessage } from '../src';
import { DeadLetterTasks } from '../src/dead-letters/dead-letter-tasks';
import { FindDeadLetters } from '../src/dead-letters/find-dead-letters';
import { ci } from './ci-events';
import { DeadLetterDesk, noteEffects } from './dead-letter-desk';
import { brokers, cause, newPrefix } from './messaging-app';

/** While it is closed, the handler does not come to an end. */
let gate: Promise<void> | undefined;

/** Names that the handler can't take; a fix takes them out. */
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
    }
    await noteEffects(batch);
  }
}

describe('many dead letters at once', () => {
  let testDatabase: TestDatabase;
  let desk: DeadLetterDesk;
  let bus: TestBus;

  beforeAll(async () => {
    const prefix = newPrefix();
    testDatabase = await createTestDatabase('dead_letters');
    desk = await DeadLetterDesk.open(testDatabase.url, prefix, [OnEstate]);
    bus = await TestBus.connect(brokers(), prefix, [domainTopics.ci.name]);
  });

  afterEach(() => disarm());

  afterAll(async () => {
    await bus.close();
    await desk.service.close();
    await testDatabase.drop();
  });

  /** Each an aggregate of its own, all with the same cause. */
  async function parkMany(count: number, kind: string): Promise<string[]> {
    const ids = Array.from({ length: count }, () => newId());
    broken.add(kind);
    await bus.emitEvents(ids.map((id) => ci(id, 1, kind)));
    await eventually(async () => {
      const [row] = await desk.rows<{ count: number }>(
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
    await desk.service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [
      ids,
      kind,
    ]);
    const groups = await desk.service.app.get(FindDeadLetters).groups({ fingerprint: kind }, {});
    expect(groups.items).toMatchObject([
      { service: 'spec-svc', consumer: 'spec-svc.estate', topic: domainTopics.ci.name, fingerprint: kind, count: 12 },
    ]);
    broken.clear();
    const task = await desk.settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
    expect(task).toMatchObject({ state: 'done', total: 12, settled: 12, failed: 0, remaining: 0 });
    for (const id of ids) expect(await desk.effects(id)).toEqual([1]);
    expect((await desk.service.app.get(FindDeadLetters).groups({ fingerprint: kind }, {})).items).toEqual([]);
  });

  it('go apart into those that can be handled and those that can not', async () => {
    const [kind, other] = [`kind ${newId()}`, `kind ${newId()}`];
    const good = await parkMany(5, kind);
    const bad = await parkMany(2, other);
    const ids = [...good, ...bad];
    await desk.service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [
      ids,
      kind,
    ]);
    broken.delete(kind);
    const task = await desk.settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
    expect(task).toMatchObject({ state: 'done', total: 7, settled: 5, failed: 2 });
    for (const id of bad) expect(await desk.statuses(id)).toEqual(['1 parked']);
  });

  it('are discarded by a filter, and what waited behind each goes on', async () => {
    const kind = `kind ${newId()}`;
    const ids = await parkMany(3, kind);
    await desk.service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [
      ids,
      kind,
    ]);
    await bus.emitEvents(ids.map((id) => ci(id, 2)));
    await eventually(async () => expect(await desk.statuses(ids[2] ?? '')).toHaveLength(2));
    await eventually(async () => expect(await desk.statuses(ids[0] ?? '')).toHaveLength(2));
    const work = { action: 'discard', filter: { fingerprint: kind }, reason: 'never needed' } as const;
    expect(await desk.settlement.many(work, cause)).toMatchObject({
      state: 'done',
      total: 3,
      settled: 3,
      remaining: 0,
    });
    await eventually(async () => {
      for (const id of ids) expect(await desk.effects(id)).toEqual([2]);
    });
  });

  it('go on in the background after an interruption', async () => {
    const kind = `kind ${newId()}`;
    const ids = await parkMany(4, kind);
    await desk.service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [
      ids,
      kind,
    ]);
    broken.clear();
    arm('before-consumer-commit', () => {
      throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    });
    const task = await desk.settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
    expect(task).toMatchObject({ total: 4 });
    await eventually(async () => {
      for (const id of ids) expect(await desk.effects(id)).toEqual([1]);
    }, 30_000);
  });

  it('answer a request in time, however long it takes', async () => {
    const kind = `kind ${newId()}`;
    const ids = await parkMany(2, kind);
    await desk.service.database.query(`update dead_letter set fingerprint = $2 where aggregate_id = any($1)`, [
      ids,
      kind,
    ]);
    broken.clear();
    let open: () => void = () => undefined;
    gate = new Promise((resolve) => (open = resolve));
    try {
      const task = await desk.settlement.many({ action: 'redrive', filter: { fingerprint: kind } }, cause);
      expect(task).toMatchObject({ state: 'running', total: 2, settled: 0, remaining: 2 });
    } finally {
      open();
      gate = undefined;
    }
    await eventually(async () => {
      for (const id of ids) expect(await desk.effects(id)).toEqual([1]);
    });
  });

  it('go on by somebody else when the clock was set back since they were claimed', async () => {
    const kind = `kind ${newId()}`;
    const [id = ''] = await parkMany(1, kind);
    const tasks = desk.service.app.get(DeadLetterTasks);
    broken.clear();
    await tasks.begin({ action: 'redrive', filter: { aggregate: id } }, newId(), cause);
    await desk.service.database.query(
      `update dead_letter_task set claimed_until = claimed_until + interval '1 hour' where state = 'running'`,
    );
    await eventually(async () => expect(await desk.effects(id)).toEqual([1]), 30_000);
  });

  it('need a filter', async () => {
    await expect(desk.settlement.many({ action: 'redrive', filter: {} }, cause)).rejects.toThrow(InvalidInput);
  });
});
