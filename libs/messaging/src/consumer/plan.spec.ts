import { ciUpdated, domainTopics } from '@itops/contracts';
import * as fc from 'fast-check';

import { type Delivery, placeOf } from './delivery';
import { makePlan, type SequenceState } from './plan';

const KEYS = ['a', 'b', 'c'];

function delivery(id: string, version: number, offset: number): Delivery {
  return {
    held: false,
    record: {
      topic: domainTopics.ci.name,
      partition: 0,
      offset: String(offset),
      key: Buffer.from(id),
      value: null,
      headers: {},
      timestamp: 0,
    },
    decoded: {
      ok: true,
      event: {
        id: `${id}-${version}`,
        type: ciUpdated.type,
        source: 'cmdb-svc',
        subject: id,
        time: new Date(0),
        data: {},
        aggregate: { type: 'ci', id, version },
        correlationId: 'c',
        causationId: null,
        traceparent: null,
        tracestate: null,
        actor: 'spec',
      },
    },
  };
}

const burial = { reasonKind: 'handler-failed', reason: 'spec', fingerprint: 'f', attempts: 5 };
const message = fc.record({
  id: fc.constantFrom(...KEYS),
  version: fc.integer({ min: 1, max: 8 }),
  poison: fc.boolean(),
});
const state = fc.record({
  applied: fc.integer({ min: 0, max: 3 }),
  parkedAfter: fc.option(fc.integer({ min: 1, max: 4 })),
});

describe('the plan of a batch', () => {
  it('applies each sequence without a gap or a repetition, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 40 }),
        fc.array(state, { minLength: 3, maxLength: 3 }),
        (messages, given) => {
          const states = new Map<string, SequenceState>(
            KEYS.map((key, index) => {
              const { applied = 0, parkedAfter = null } = given[index] ?? {};
              return [`ci/${key}`, { applied, parkedFrom: parkedAfter === null ? null : applied + parkedAfter }];
            }),
          );
          const deliveries = messages.map(({ id, version }, offset) => delivery(id, version, offset));
          const condemned = new Map(
            deliveries.flatMap((one, index) =>
              messages[index]?.poison === true ? [[placeOf(one.record), burial]] : [],
            ),
          );
          const plan = makePlan({ deliveries, states, fresh: new Set(), condemned });

          for (const key of KEYS) {
            const before = states.get(`ci/${key}`);
            const applied = plan.apply.flatMap(({ event }) =>
              event.aggregate?.id === key ? [event.aggregate.version] : [],
            );
            const start = before?.applied ?? 0;
            expect(applied).toEqual(applied.map((_, index) => start + 1 + index));
            const advance = plan.advances.find(({ id }) => id === key);
            expect(advance?.to ?? start).toBe(start + applied.length);
            const parked = plan.letters.flatMap(({ aggregate }) => (aggregate?.id === key ? [aggregate.version] : []));
            expect(new Set(parked).size).toBe(parked.length);
            const lowestParked = Math.min(before?.parkedFrom ?? Infinity, ...parked);
            for (const version of applied) expect(version).toBeLessThan(lowestParked);
          }
          expect(plan.apply.length + plan.hold.length + plan.letters.length + plan.duplicates).toBe(messages.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('parks a poison message and what follows it, while other aggregates go on', () => {
    const deliveries = [
      delivery('a', 1, 0),
      delivery('b', 1, 1),
      delivery('a', 2, 2),
      delivery('b', 2, 3),
      delivery('a', 3, 4),
    ];
    const condemned = new Map([['itops.ci.v1/0@2', burial]]);
    const plan = makePlan({ deliveries, states: new Map(), fresh: new Set(), condemned });
    expect(plan.apply.map(({ event }) => event.id)).toEqual(['a-1', 'b-1', 'b-2']);
    expect(plan.letters.map(({ eventId, reasonKind }) => [eventId, reasonKind])).toEqual([
      ['a-2', 'handler-failed'],
      ['a-3', 'behind-parked'],
    ]);
  });

  it('holds what comes before its time', () => {
    const plan = makePlan({
      deliveries: [delivery('a', 3, 0), delivery('a', 1, 1), delivery('a', 1, 2)],
      states: new Map(),
      fresh: new Set(),
      condemned: new Map(),
    });
    expect(plan.hold.map(({ aggregate }) => aggregate.version)).toEqual([3]);
    expect(plan.apply.map(({ event }) => event.id)).toEqual(['a-1']);
    expect(plan.duplicates).toBe(1);
  });
});
