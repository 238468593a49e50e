import { alertReported, ciCreated, ciUpdated, domainTopics, inboundTopics } from '@itops/contracts';
import { arm, disarm } from '@itops/faults/armed';
import { Conflict, IllegalTransition, newId, NotFound } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';

import { ConsumeEvents, type EventBatch, PoisonMessage } from '../src';
import { Discard } from '../src/dead-letters/discard';
import { FindDeadLetters } from '../src/dead-letters/find-dead-letters';
import { MissingVersion } from '../src/dead-letters/missing-version';
import { ci } from './ci-events';
import { DeadLetterDesk, noteEffects } from './dead-letter-desk';
import { brokers, cause, newPrefix } from './messaging-app';

/** Names and alert ids that the spec's handlers can't take; a fix takes them out. */
const broken = new Set<string>();

@Controller()
class OnEstate {
  @ConsumeEvents({ name: 'spec-svc.estate', topics: [domainTopics.ci.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      if (!ciCreated.matches(event) && !ciUpdated.matches(event)) continue;
      const { name } = event.data;
      if (broken.has(name)) throw new PoisonMessage(event, 'broken-name', `${name} can't be handled`);
      if (broken.has(`${name}!`)) throw new TypeError(`${name} makes the handler fail`);
    }
    await noteEffects(batch);
  }
}

@Controller()
class OnAlerts {
  @ConsumeEvents({ name: 'spec-svc.alerts', topics: [inboundTopics.alerts.name] })
  async handle(@Payload() batch: EventBatch): Promise<void> {
    for (const event of batch.events) {
      if (broken.has(event.id)) throw new PoisonMessage(event, 'broken-alert', 'the spec says so');
    }
    await noteEffects(batch);
  }
}

const alert = { source: 'prometheus', summary: 'disk is full', severity: 'critical' };

describe('dead letters', () => {
  let testDatabase: TestDatabase;
  let desk: DeadLetterDesk;
  let bus: TestBus;

  beforeAll(async () => {
    const prefix = newPrefix();
    testDatabase = await createTestDatabase('dead_letters');
    desk = await DeadLetterDesk.open(testDatabase.url, prefix, [OnEstate, OnAlerts]);
    bus = await TestBus.connect(brokers(), prefix, [domainTopics.ci.name]);
  });

  afterEach(() => disarm());

  afterAll(async () => {
    await bus.close();
    await desk.service.close();
    await testDatabase.drop();
  });

  /** A sequence with a poison message and followers behind it; answers the letters' ids. */
  async function parked(id: string, name: string, followers: number): Promise<string[]> {
    broken.add(name);
    const behind = Array.from({ length: followers }, (_, index) => ci(id, 3 + index));
    await bus.emitEvents([ci(id, 1), ci(id, 2, name), ...behind]);
    return eventually(async () => {
      const found = await desk.letters(id);
      expect(found).toHaveLength(1 + followers);
      return found.map((letter) => letter.id);
    });
  }

  it('are redriven in the order of their versions, with what is behind them, and the sequence goes on', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 3);
    broken.clear();
    expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 4, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 2, 3, 4, 5]);
    expect(await desk.statuses(id)).toEqual(['2 redriven', '3 redriven', '4 redriven', '5 redriven']);
    await bus.emitEvents([ci(id, 2), ci(id, 6)]);
    await eventually(async () => expect(await desk.effects(id)).toEqual([1, 2, 3, 4, 5, 6]));
    const audited = await desk.rows<{ actor: string; action: string }>(
      `select actor, action from audit_log where resource_type = 'dead-letter' and resource_id = $1`,
      [head],
    );
    expect(audited).toEqual([{ actor: cause.actor, action: 'redrive' }]);
  });

  it('take with them what is held behind them', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 4)]);
    await eventually(async () => {
      expect(await desk.rows('select 1 from held_message where aggregate_id = $1', [id])).toHaveLength(1);
    });
    const [head = ''] = await parked(id, `name of ${id}`, 1);
    broken.clear();
    expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 2, 3, 4]);
    expect(await desk.rows('select 1 from held_message where aggregate_id = $1', [id])).toEqual([]);
  });

  it('stay parked when they fail again, with one more attempt and the new reason', async () => {
    const id = newId();
    const name = `name of ${id}`;
    const [head = ''] = await parked(id, name, 1);
    broken.clear();
    broken.add(`${name}!`);
    expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 0, failed: 1 });
    expect(await desk.letters(id)).toMatchObject([
      { status: 'parked', reason_kind: 'handler-failed', attempts: 2 },
      { status: 'parked', reason_kind: 'behind-parked', attempts: 0 },
    ]);
    const letter = await desk.service.app.get(FindDeadLetters).one(head, {});
    expect(letter.frame).toMatch(/^OnEstate\.handle libs\/messaging\/test\/dead-letters\.spec\.ts:\d+$/);
    expect(letter.allowedActions).toEqual(['redrive', 'discard']);
    expect(await desk.effects(id)).toEqual([1]);
  });

  it('are redriven as far as they can be', async () => {
    const id = newId();
    broken.add('first').add('second');
    await bus.emitEvents([ci(id, 1), ci(id, 2, 'first'), ci(id, 3), ci(id, 4), ci(id, 5, 'second'), ci(id, 6)]);
    const [head] = await eventually(async () => {
      const found = await desk.letters(id);
      expect(found).toHaveLength(5);
      return found;
    });
    broken.delete('first');
    expect(await desk.settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 3, failed: 1 });
    expect(await desk.effects(id)).toEqual([1, 2, 3, 4]);
    expect((await desk.statuses(id)).slice(3)).toEqual(['5 parked', '6 parked']);
  });

  it('are not redriven before an earlier one of their sequence', async () => {
    const id = newId();
    const [head, follower = ''] = await parked(id, `name of ${id}`, 1);
    await expect(desk.settlement.redrive(follower, cause)).rejects.toThrow(Conflict);
    await expect(desk.settlement.redrive(follower, cause)).rejects.toMatchObject({
      message: expect.stringContaining(`${head}`),
    });
  });

  it('are not redriven before a version that has not arrived, which is named', async () => {
    const id = newId();
    const name = `name of ${id}`;
    broken.add(name);
    await bus.emitEvents([ci(id, 1), ci(id, 2, name), ci(id, 3), ci(id, 5)]);
    const [head = '', , last = ''] = await eventually(async () => {
      const found = await desk.letters(id);
      expect(found).toHaveLength(3);
      return found.map((letter) => letter.id);
    });
    broken.clear();
    expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
    const refusal: unknown = await desk.settlement.redrive(last, cause).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MissingVersion);
    expect(refusal).toMatchObject({ status: 409, message: expect.stringContaining('Version 4 of the same aggregate') });
    await bus.emitEvents([ci(id, 4)]);
    await eventually(async () => {
      await desk.settlement.redrive(last, cause).catch(() => undefined);
      expect(await desk.effects(id)).toEqual([1, 2, 3, 4, 5]);
    });
  });

  it('are redriven once when two do it at the same time, and the next version comes', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 20);
    broken.clear();
    const outcomes = await Promise.allSettled([
      desk.settlement.redrive(head, cause),
      desk.settlement.redrive(head, cause),
      bus.emitEvents([ci(id, 23), ci(id, 24)]),
    ]);
    const redriven = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? (outcome.value?.redriven ?? 0) : 0));
    expect(Math.max(...redriven)).toBeGreaterThanOrEqual(21);
    await eventually(async () => {
      expect(await desk.effects(id)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1));
    });
    await eventually(async () =>
      expect(await desk.rows('select 1 from held_message where aggregate_id = $1', [id])).toEqual([]),
    );
    expect((await desk.letters(id)).every(({ status }) => status === 'redriven')).toBe(true);
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
      await expect(desk.settlement.redrive(head, cause)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await desk.statuses(id)).toEqual(['2 parked', '3 parked']);
      expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
      expect(await desk.effects(id)).toEqual([1, 2, 3]);
    },
  );

  it('are handled once when the process ends after the commit', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 0);
    broken.clear();
    arm('after-consumer-commit', () => {
      throw Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET' });
    });
    await expect(desk.settlement.redrive(head, cause)).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(desk.settlement.redrive(head, cause)).rejects.toThrow(IllegalTransition);
    expect(await desk.effects(id)).toEqual([1, 2]);
  });

  it('are discarded with a reason, and what waited behind goes on', async () => {
    const id = newId();
    const [head = ''] = await parked(id, `name of ${id}`, 2);
    expect(await desk.settlement.discard(head, 'a typing error', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 3, 4]);
    expect(await desk.statuses(id)).toEqual(['2 discarded', '3 redriven', '4 redriven']);
    await bus.emitEvents([ci(id, 2), ci(id, 5)]);
    await eventually(async () => expect(await desk.effects(id)).toEqual([1, 3, 4, 5]));
    const letter = await desk.service.app.get(FindDeadLetters).one(head, {});
    expect(letter).toMatchObject({ status: 'discarded', settledBy: cause.actor, discardReason: 'a typing error' });
    expect(letter.allowedActions).toEqual([]);
    await expect(desk.settlement.discard(head, 'again', cause)).rejects.toThrow(IllegalTransition);
    await expect(desk.settlement.redrive(head, cause)).rejects.toMatchObject({ state: 'discarded' });
  });

  it('are discarded, and what is held between them and what is parked behind goes on as well', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 1), ci(id, 3)]);
    await eventually(async () => {
      expect(await desk.rows('select 1 from held_message where aggregate_id = $1', [id])).toHaveLength(1);
    });
    broken.add(`name of ${id}`);
    await bus.emitEvents([ci(id, 2, `name of ${id}`), ci(id, 4), ci(id, 5)]);
    const [head] = await eventually(async () => {
      const found = await desk.letters(id);
      expect(found.map(({ version }) => version)).toEqual([2, 4, 5]);
      return found;
    });
    expect(await desk.settlement.discard(head?.id ?? '', 'not needed', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 3, 4, 5]);
    expect(await desk.statuses(id)).toEqual(['2 discarded', '4 redriven', '5 redriven']);
  });

  it('are discarded without touching what another sequence has free', async () => {
    const [own, other] = [newId(), newId()];
    const [free] = await parked(other, `name of ${other}`, 1);
    await desk.service.database.query(`update dead_letter set status = 'discarded' where id = $1`, [free]);
    await desk.service.app.get(Discard).catchUp();
    const [head = ''] = await parked(own, `name of ${own}`, 2);
    expect(await desk.settlement.discard(head, 'not needed', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.statuses(other)).toEqual(['2 discarded', '3 parked']);
  });

  it('that were discarded unseen by the version before them are stepped over afterwards', async () => {
    const id = newId();
    const [head] = await parked(id, `name of ${id}`, 1);
    // What a discard leaves whose turn was not seen to have come.
    await desk.service.database.query(`update dead_letter set status = 'discarded' where id = $1`, [head]);
    await desk.service.app.get(Discard).catchUp();
    expect(await desk.rows('select version from applied where aggregate_id = $1', [id])).toEqual([{ version: 2 }]);
  });

  it('may be discarded before their turn, and are stepped over when it comes', async () => {
    const id = newId();
    const [head = '', third = ''] = await parked(id, `name of ${id}`, 2);
    await desk.settlement.discard(third, 'not needed', cause);
    expect(await desk.effects(id)).toEqual([1]);
    broken.clear();
    expect(await desk.settlement.redrive(head, cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 2, 4]);
  });

  it('of tools are redriven once, and a second sending stays a repetition', async () => {
    const id = newId();
    broken.add(id);
    await bus.emit(alertReported, { key: 'a', data: alert, id });
    const byEvent = () => desk.rows<{ id: string }>('select id from dead_letter where event_id = $1', [id]);
    const [letter] = await eventually(async () => {
      const found = await byEvent();
      expect(found).toHaveLength(1);
      return found;
    });
    broken.clear();
    expect(await desk.settlement.redrive(letter?.id ?? '', cause)).toEqual({ redriven: 1, failed: 0 });
    const marker = newId();
    await bus.emit(alertReported, { key: 'a', data: alert, id });
    await bus.emit(alertReported, { key: 'a', data: alert, id: marker });
    await eventually(async () => expect(await desk.effects(marker)).toEqual([0]));
    expect(await desk.effects(id)).toEqual([0]);
  });

  it('that were not understood are read again by a redrive, and can be discarded', async () => {
    const id = newId();
    await bus.emitEvents([ci(id, 1)]);
    await bus.emitEvents([{ ...ci(id, 2), data: { nothing: 'of it' } }, ci(id, 3)]);
    const [head] = await eventually(async () => {
      const found = await desk.letters(id);
      expect(found).toHaveLength(2);
      return found;
    });
    expect(await desk.settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 0, failed: 1 });
    expect((await desk.letters(id))[0]).toMatchObject({ reason_kind: 'invalid-data', attempts: 2, status: 'parked' });
    // As if the contract had been extended: by now it can be read.
    await desk.service.database.query(
      'update dead_letter set payload = convert_to(replace(convert_from(payload, $2), $3, $4), $2) where id = $1',
      [head?.id, 'UTF8', '{"nothing":"of it"}', JSON.stringify(ci(id, 2).data)],
    );
    expect(await desk.settlement.redrive(head?.id ?? '', cause)).toEqual({ redriven: 2, failed: 0 });
    expect(await desk.effects(id)).toEqual([1, 2, 3]);
  });

  it('that do not exist are not found', async () => {
    await expect(desk.settlement.redrive(newId(), cause)).rejects.toThrow(NotFound);
    await expect(desk.settlement.discard(newId(), 'x', cause)).rejects.toThrow(NotFound);
  });
});
