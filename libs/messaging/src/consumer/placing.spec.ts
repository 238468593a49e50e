import { ciUpdated, domainTopics } from '@itops/contracts';
import * as fc from 'fast-check';

import { type Delivery } from './delivery';
import { arrange, Condemned, movesOf, type Placed, type SequenceState, type ToApply } from './placing';

const KEYS = ['a', 'b', 'c'];
const AT_START: SequenceState = { applied: 0, parkedFrom: null, discarded: [] };

function delivery(id: string, version: number, offset: number, understood = true): Delivery {
  const aggregate = { type: 'ci', id, version };
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
    decoded: understood
      ? {
          ok: true,
          event: {
            id: `${id}-${version}`,
            type: ciUpdated.type,
            source: 'cmdb-svc',
            subject: id,
            time: new Date(0),
            data: {},
            aggregate,
            correlationId: 'c',
            causationId: null,
            traceparent: null,
            tracestate: null,
            actor: 'spec',
          },
        }
      : { ok: false, failure: { kind: 'invalid-data', reason: 'spec', eventId: null, type: null, aggregate } },
  };
}

const burial = { reasonKind: 'handler-failed', reason: 'spec', fingerprint: 'f', attempts: 5 };
const message = fc.record({
  id: fc.constantFrom(...KEYS),
  version: fc.integer({ min: 1, max: 8 }),
  fate: fc.constantFrom('sound', 'sound', 'sound', 'poison', 'not-understood'),
});
const state = fc.record({
  applied: fc.integer({ min: 0, max: 3 }),
  parkedAfter: fc.option(fc.integer({ min: 1, max: 4 })),
  discardedAfter: fc.uniqueArray(fc.integer({ min: 1, max: 4 })),
});

function applied(placed: readonly Placed[]): ToApply[] {
  return placed.filter((one): one is ToApply => one.verdict === 'apply');
}

function idsOf(placed: readonly Placed[]): string[] {
  return applied(placed).map(({ event }) => event.id);
}

function lettersOf(placed: readonly Placed[]): [string | null, string][] {
  return placed.flatMap((one): [string | null, string][] =>
    one.verdict === 'park' ? [[one.letter.eventId, one.letter.reasonKind]] : [],
  );
}

describe('the place of a message', () => {
  it.each([
    [`Unexpected token 'h', "hello" is not valid JSON`, `Unexpected token 'w', "world" is not valid JSON`, true],
    ['Expected a comma in JSON at position 12', 'Expected a comma in JSON at position 4711', true],
    [
      "text/a can't be read; use application/cloudevents+json",
      "b can't be read; use application/cloudevents+json",
      true,
    ],
    ['id is missing', 'specversion is not 1.0', false],
  ])('groups what is no CloudEvent by its cause: %s, %s', (one, other, isSame) => {
    const fingerprints = [one, other].map((reason) => {
      const failure = { kind: 'not-a-cloudevent', reason, eventId: null, type: null, aggregate: null } as const;
      const [placed] = arrange([{ ...delivery('a', 1, 1), decoded: { ok: false, failure } }], new Map());
      return placed?.verdict === 'park' ? placed.letter.fingerprint : undefined;
    });
    expect(fingerprints[0]).toMatch(/^not-a-cloudevent \(.+\) on itops\.ci\.v1$/);
    expect(fingerprints[0] === fingerprints[1]).toBe(isSame);
  });

  it('lets each sequence go on without a gap or a repetition, however the batch is cut, and loses nothing', () => {
    fc.assert(
      fc.property(
        fc.array(message, { maxLength: 40 }),
        fc.array(state, { minLength: 3, maxLength: 3 }),
        fc.nat(40),
        (messages, given, cut) => {
          const states = new Map<string, SequenceState>(
            KEYS.map((key, index) => {
              const { applied: version = 0, parkedAfter = null, discardedAfter = [] } = given[index] ?? {};
              const parkedFrom = parkedAfter === null ? null : version + parkedAfter;
              const discarded = discardedAfter.map((after) => version + after).filter((one) => one !== parkedFrom);
              return [`ci/${key}`, { applied: version, parkedFrom, discarded }];
            }),
          );
          const deliveries = messages.map(({ id, version, fate }, offset) =>
            delivery(id, version, offset, fate !== 'not-understood'),
          );
          const placed = arrange(deliveries, states);
          // As retry does: what is poison is found out when its part of the batch is tried.
          const condemned = new Condemned();
          const settled = [placed.slice(0, cut), placed.slice(cut)].map((part) => {
            for (const one of applied(part)) {
              if (messages[Number(one.delivery.record.offset)]?.fate === 'poison') condemned.add(one, burial);
            }
            return condemned.parkIn(part);
          });

          for (const key of KEYS) {
            const { applied: start, parkedFrom, discarded } = states.get(`ci/${key}`) ?? AT_START;
            let reached = start;
            for (const part of settled) {
              const move = movesOf(applied(part)).find(({ id }) => id === key);
              if (move === undefined) continue;
              expect(move.from).toBe(reached);
              reached = move.to;
            }
            const own = applied(settled.flat()).filter(({ event }) => event.aggregate?.id === key);
            const versions = own.map(({ event }) => event.aggregate?.version ?? 0);
            const counted = new Set([...versions, ...discarded]);
            if (versions.length > 0) {
              for (let version = start + 1; version <= reached; version++) expect(counted).toContain(version);
            }
            expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
            for (const version of versions) expect(discarded).not.toContain(version);
            // One transaction parks a version once; over several, dead_letter takes a version in only once.
            const parkedIn = settled.map((part) =>
              part.flatMap((one) =>
                one.verdict === 'park' && one.letter.aggregate?.id === key ? [one.letter.aggregate.version] : [],
              ),
            );
            for (const versions of parkedIn) expect(new Set(versions).size).toBe(versions.length);
            const parked = parkedIn.flat();
            const lowestParked = Math.min(parkedFrom ?? Infinity, ...parked);
            for (const version of versions) expect(version).toBeLessThan(lowestParked);
          }
          expect(settled.flat()).toHaveLength(messages.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is in dead_letter for a poison message and what follows it, while other aggregates go on', () => {
    const placed = arrange(
      [delivery('a', 1, 0), delivery('b', 1, 1), delivery('a', 2, 2), delivery('b', 2, 3), delivery('a', 3, 4)],
      new Map(),
    );
    const condemned = new Condemned();
    const [, , poison] = placed;
    if (poison !== undefined) condemned.add(poison, burial);
    const settled = condemned.parkIn(placed);
    expect(idsOf(settled)).toEqual(['a-1', 'b-1', 'b-2']);
    expect(lettersOf(settled)).toEqual([
      ['a-2', 'handler-failed'],
      ['a-3', 'behind-parked'],
    ]);
  });

  it('is in held_message for what comes before its time', () => {
    const placed = arrange([delivery('a', 3, 0), delivery('a', 1, 1), delivery('a', 1, 2)], new Map());
    expect(placed.map(({ verdict }) => verdict)).toEqual(['hold', 'apply', 'drop']);
  });

  it('goes over what was discarded', () => {
    const states = new Map([['ci/a', { applied: 1, parkedFrom: null, discarded: [2, 4] }]]);
    const placed = arrange([delivery('a', 2, 0), delivery('a', 3, 1), delivery('a', 5, 2)], states);
    expect(placed.map(({ verdict }) => verdict)).toEqual(['drop', 'apply', 'apply']);
    expect(movesOf(applied(placed))).toEqual([{ type: 'ci', id: 'a', from: 1, to: 5 }]);
  });

  it('is not behind what can not be understood but was applied before', () => {
    const states = new Map([['ci/a', { applied: 2, parkedFrom: null, discarded: [] }]]);
    const placed = arrange([delivery('a', 1, 0, false), delivery('a', 3, 1)], states);
    expect(placed.map(({ verdict }) => verdict)).toEqual(['drop', 'apply']);
  });
});
