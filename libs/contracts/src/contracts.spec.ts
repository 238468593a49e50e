import * as fc from 'fast-check';

import {
  AlertIn,
  MetricsIn,
  alertFired,
  allTopics,
  asyncApi,
  domainEvents,
  inboundEvents,
  isValid,
  knownEventType,
  validationErrors,
} from './index';

describe('the event contracts', () => {
  it('name every event by the rule itops.<noun>.<past fact>.v<n>, each once', () => {
    const types = [...domainEvents, ...inboundEvents].map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^itops\.[a-z-]+\.[a-z-]+\.v\d+$/);
  });

  it('send every event to a declared topic', () => {
    const names = allTopics.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { topic } of [...domainEvents, ...inboundEvents]) expect(names).toContain(topic.name);
  });

  it('know a type by its name', () => {
    expect(knownEventType('itops.alert.fired.v1')).toMatchObject({ topic: 'itops.alert.v1', versioned: true });
    expect(knownEventType('itops.alert.reported.v1')).toMatchObject({
      topic: 'itops.inbound.alerts',
      versioned: false,
    });
    expect(knownEventType('itops.alert.exploded.v1')).toBeUndefined();
    expect(knownEventType('constructor')).toBeUndefined();
  });

  it('make an event that its own matcher knows', () => {
    const data = {
      id: '0192f3c0-0000-7000-8000-000000000001',
      version: 1,
      source: 's',
      dedupKey: 'k',
      summary: 'x',
      severity: 'error' as const,
      state: 'firing' as const,
      labels: {},
      ciId: null,
      incidentId: null,
      occurrences: 1,
      firstSeenAt: '2026-01-01T00:00:00.000Z',
      lastSeenAt: '2026-01-01T00:00:00.000Z',
      resolvedAt: null,
    };
    const event = alertFired.of(data.id, 1, data);
    expect(alertFired.matches(event)).toBe(true);
    expect(validationErrors(alertFired.schema, event.data)).toEqual([]);
    // Open to the future: a later producer may add a member.
    expect(isValid(alertFired.schema, { ...data, mood: 'bad' })).toBe(true);
    expect(isValid(alertFired.schema, { ...data, occurrences: 'many' })).toBe(false);
  });
});

describe('what tools send in', () => {
  const alert = { source: 'prometheus', summary: 'Disk full', severity: 'critical' };

  it('is valid with the required fields alone', () => {
    expect(validationErrors(AlertIn, alert)).toEqual([]);
  });

  const bad: [string, object, string, RegExp][] = [
    ['a field that nobody knows', { ...alert, mood: 'bad' }, '/mood', /not a known field/],
    ['a missing field', { source: 'a', severity: 'info' }, '/summary', /required/],
    ['a severity that there is not', { ...alert, severity: 'fatal' }, '/severity', /critical/],
    ['U+0000', { ...alert, summary: 'a\u0000b' }, '/summary', /U\+0000/],
    ['half of a surrogate pair', { ...alert, labels: { a: 'b\ud800' } }, '/labels/a', /surrogate/],
    ['a summary that is too long', { ...alert, summary: 'x'.repeat(1025) }, '/summary', /1024/],
    ['a time without a date', { ...alert, startsAt: 'noon' }, '/startsAt', /date-time/],
    ['a label that is no text', { ...alert, labels: { a: 1 } }, '/labels/a', /string/],
  ];
  it.each(bad)('is refused with %s', (_, value, pointer, reason) => {
    expect(validationErrors(AlertIn, value)).toContainEqual({ pointer, reason: expect.stringMatching(reason) });
  });

  it('never breaks the check, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Array.isArray(validationErrors(MetricsIn, value))).toBe(true);
      }),
    );
  });
});

describe('the AsyncAPI document', () => {
  it('has a message for each event and points to nothing that is not there', () => {
    const document = JSON.stringify(asyncApi());
    for (const { type } of [...domainEvents, ...inboundEvents])
      expect(document).toContain(`"#/components/messages/${type}"`);
    const parsed: unknown = JSON.parse(document);
    for (const [, path = ''] of document.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = path
        .split('/')
        .reduce<unknown>(
          (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
          parsed,
        );
      expect({ path, found: found !== undefined }).toEqual({ path, found: true });
    }
  });
});
