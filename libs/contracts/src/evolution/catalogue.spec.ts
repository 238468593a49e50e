import { Type } from '@sinclair/typebox';
import * as fc from 'fast-check';

import { defineEvent } from '../event';
import { relationshipAdded } from '../relationship/relationship.v1';
import { domainEvents, inboundEvents, publishErrors, upcast } from '../registry';
import { domainTopics } from '../topics';
import { isValid } from '../validation';
import { eventCatalogue } from './catalogue';
import { closedForm } from './closed';
import { dataSchemaUri, versionOf } from './event-version';
import { defineUpcaster, type Upcaster } from './upcaster';

const base = { topic: domainTopics.ci, aggregate: 'ci', summary: 'A name was given.' };
const named1 = defineEvent({ ...base, type: 'itops.ci.named.v1', schema: Type.Object({ name: Type.String() }) });
const named2 = defineEvent({
  ...base,
  type: 'itops.ci.named.v2',
  schema: Type.Object({ label: Type.Object({ text: Type.String() }) }),
});
const named3 = defineEvent({
  ...base,
  type: 'itops.ci.named.v3',
  revision: 2,
  schema: Type.Object({ labels: Type.Array(Type.String(), { minItems: 1 }) }),
});
const from1 = defineUpcaster(named1, named2, ({ name }) => ({ label: { text: name } }));
const from2 = defineUpcaster(named2, named3, ({ label }) => ({ labels: [label.text] }));

const reader = eventCatalogue({ domainEvents: [named3], inboundEvents, upcasters: [from2, from1] });

describe('an event of an older version', () => {
  it('comes out as the newest, whatever its data, and only its type and data differ', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const event = Object.freeze({ id: 'e-1', type: named1.type, data: Object.freeze({ name }) });
        expect(reader.upcast(event)).toEqual({ id: 'e-1', type: named3.type, data: { labels: [name] } });
        expect(event).toEqual({ id: 'e-1', type: named1.type, data: { name } });
      }),
    );
  });

  it('joins the chain where it stands', () => {
    expect(reader.upcast({ type: named2.type, data: { label: { text: 'x' } } })).toEqual({
      type: named3.type,
      data: { labels: ['x'] },
    });
  });

  it('stays what it is when its data breaks its own schema, so that the reason is told by that schema', () => {
    const broken = { type: named1.type, data: { name: 1 } };
    expect(reader.upcast(broken)).toBe(broken);
    expect(reader.known(named1.type)).toMatchObject({ schema: named1.schema, topic: base.topic.name, versioned: true });
  });

  it('may have members that a later revision of its own version added', () => {
    expect(reader.upcast({ type: named1.type, data: { name: 'x', mood: 'good' } })).toMatchObject({
      type: named3.type,
      data: { labels: ['x'] },
    });
  });
});

describe('an event that needs no upcaster', () => {
  it('is passed on as it is', () => {
    const current = { type: named3.type, data: { labels: ['x'] } };
    expect(reader.upcast(current)).toBe(current);
    for (const { type } of [...domainEvents, ...inboundEvents]) {
      const event = { type, data: {} };
      expect(upcast(event)).toBe(event);
    }
  });

  it.each(['itops.ci.named.v4', 'itops.ci.exploded.v1', 'constructor', ''])('nor is %p touched', (type) => {
    const event = { type, data: null };
    expect(reader.upcast(event)).toBe(event);
  });
});

describe('a version that this reader does not know', () => {
  it('is told from a fact that it does not know', () => {
    expect(reader.olderThan('itops.ci.named.v4')).toBe('itops.ci.named.v3');
    expect(reader.olderThan('itops.ci.named.v3')).toBeUndefined();
    expect(reader.olderThan('itops.ci.named.v1')).toBeUndefined();
    expect(reader.olderThan('itops.ci.exploded.v2')).toBeUndefined();
    expect(reader.olderThan('anything')).toBeUndefined();
  });
});

describe('upcasters', () => {
  const elsewhere = defineEvent({
    ...base,
    topic: domainTopics.alert,
    type: 'itops.ci.named.v2',
    schema: named2.schema,
  });
  const otherFact = defineEvent({ ...base, type: 'itops.ci.renamed.v2', schema: named2.schema });
  const toLabel = ({ name }: { name: string }) => ({ label: { text: name } });

  it.each<[string, Upcaster[], RegExp]>([
    ['end nowhere', [from1], /ends at itops\.ci\.named\.v2, which is no registered event/],
    ['are two from one version', [from1, from2, from1], /two upcasters/],
    ['go back', [from2, defineUpcaster(named3, named1, () => ({ name: '' }))], /later version/],
    ['lead to another fact', [defineUpcaster(named1, otherFact, toLabel)], /same fact/],
    ['leave the topic', [defineUpcaster(named1, elsewhere, toLabel)], /keep its topic and aggregate/],
  ])('are refused when they %s', (_what, upcasters, reason) => {
    expect(() => eventCatalogue({ domainEvents: [named3], inboundEvents, upcasters })).toThrow(reason);
  });
});

describe('the version of an event', () => {
  it('is read from its type', () => {
    expect(versionOf('itops.ci.created.v12')).toEqual({ fact: 'itops.ci.created', major: 12 });
    for (const type of [
      'itops.ci.created',
      'itops.ci.created.v0',
      'itops.ci.created.v',
      '.v1x',
      'itops.ci.created.v01',
    ])
      expect(versionOf(type)).toBeUndefined();
  });

  it('is said with its revision as a URI', () => {
    expect(reader.known(named3.type)?.dataSchema).toBe('urn:itops:schema:itops.ci.named:3.2');
    for (const { type, revision } of domainEvents) expect(URL.canParse(dataSchemaUri(type, revision))).toBe(true);
  });
});

describe('what a service publishes', () => {
  const id = '0192f3c0-0000-7000-8000-000000000001';
  const data = { id, version: 1, type: 'Runs on', parentId: id, childId: id, attributes: { any: { thing: 1 } } };
  const { type } = relationshipAdded;

  it('has only members that its contract names, though readers pass others by', () => {
    expect(publishErrors({ type, data })).toEqual([]);
    expect(publishErrors({ type, data: { ...data, mood: 'bad' } })).toMatchObject([{ pointer: '/mood' }]);
    expect(isValid(relationshipAdded.schema, { ...data, mood: 'bad' })).toBe(true);
    expect(publishErrors({ type, data: { ...data, version: 'one' } })).toMatchObject([{ pointer: '/version' }]);
  });

  it('is held to that at every depth, and under any name', () => {
    const Inner = Type.Object({ a: Type.Optional(Type.String()) });
    const schema = Type.Object({
      properties: Type.Array(Type.Union([Inner, Type.Null()])),
      map: Type.Record(Type.String(), Inner),
    });
    const closed = closedForm(schema);
    expect(closedForm(schema)).toBe(closed);
    expect(isValid(closed, { properties: [{ a: 'x' }, null], map: { any: { a: 'x' } } })).toBe(true);
    expect(isValid(closed, { properties: [{ b: 'x' }], map: {} })).toBe(false);
    expect(isValid(closed, { properties: [], map: { any: { b: 'x' } } })).toBe(false);
  });
});
