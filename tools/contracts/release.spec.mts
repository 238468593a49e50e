import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { isSchema, type JsonSchema, listAt, schemaAt, schemasAt } from './json-schema.mts';
import { asContract, type Contract, judge, type Release } from './release.mts';
import { report } from './report.mts';

const text = { type: 'string' };
const named: Contract = {
  type: 'itops.ci.named.v1',
  revision: 0,
  topic: 'itops.ci.v1',
  aggregate: 'ci',
  promise: 'full',
  schema: { type: 'object', required: ['name'], properties: { name: text } },
};
const withMood: Contract = {
  ...named,
  revision: 1,
  schema: { type: 'object', required: ['name'], properties: { name: text, mood: text } },
};
/** As a release that was let through by mistake. */
const withoutMood: Contract = { ...named, revision: 2 };
const rules = (contracts: readonly Contract[], releases: readonly Release[]) =>
  judge(contracts, releases).problems.map(({ against, pointer, rule }) => `${against ?? ''} ${pointer} ${rule}`);

describe('an event', () => {
  it('that was never released is to be released', () => {
    expect(judge([named], [])).toEqual({ problems: [], unreleased: [named] });
  });

  it('that is as it was released needs nothing', () => {
    expect(judge([named], [named])).toEqual({ problems: [], unreleased: [] });
  });

  it('that changed compatibly is to be released as the next revision', () => {
    expect(judge([withMood], [named])).toEqual({ problems: [], unreleased: [withMood] });
    expect(judge([withMood], [named, withMood])).toEqual({ problems: [], unreleased: [] });
  });

  it.each<[string, Contract, readonly Release[], string]>([
    ['changed but says the old revision', { ...withMood, revision: 0 }, [named], '  revision'],
    ['skips a revision', { ...withMood, revision: 2 }, [named], '  revision'],
    ['says a new revision without a change', { ...named, revision: 1 }, [named], '  revision'],
    ['lost a released version', withMood, [withMood], '  release-lost'],
    ['moved to another topic', { ...named, topic: 'itops.alert.v1' }, [named], '1.0  topic'],
    ['belongs to another aggregate', { ...named, aggregate: 'alert' }, [named], '1.0  aggregate'],
    ['promises less', { ...named, promise: 'backward' }, [named], '1.0  promise'],
    [
      'breaks the one before the last',
      { ...withoutMood, revision: 3, schema: { ...named.schema, properties: { name: text, mood: { type: 'null' } } } },
      [named, withMood, withoutMood],
      '1.1 /mood type',
    ],
    ['takes back what a revision added', { ...named, revision: 2 }, [named, withMood], '1.1 /mood member-removed'],
  ])('is refused when it %s', (_what, contract, releases, expected) => {
    expect(rules([contract], releases)).toContain(expected);
  });

  it('may not go, unless an upcaster still has its contract', () => {
    expect(rules([], [named])).toEqual(['  event-removed']);
    const next: Contract = { ...named, type: 'itops.ci.named.v2', schema: { type: 'object' } };
    expect(rules([next], [named])).toEqual(['  event-removed']);
    expect(judge([next, named], [named])).toEqual({ problems: [], unreleased: [next] });
  });

  it('of a door may take more, and not less', () => {
    const door: Contract = { ...named, promise: 'backward', aggregate: null };
    expect(rules([{ ...door, revision: 1, schema: { type: 'object', properties: { name: text } } }], [door])).toEqual(
      [],
    );
    expect(rules([door], [{ ...door, schema: { type: 'object', properties: { name: text } } }])).toEqual([
      '1.0 /name required',
    ]);
  });
});

describe('what a person reads', () => {
  const counts = { versions: 1, events: 1 };

  it('names the event, the version, the place, the rule and the next step', () => {
    const broken: Contract = {
      ...named,
      schema: { type: 'object', required: ['name', 'mood'], properties: { name: text, mood: text } },
    };
    const { ok, text: told } = report({ command: 'check', ...judge([broken], [named]), ...counts });
    expect(ok).toBe(false);
    expect(told).toContain('itops.ci.named.v1, against the released version 1.0');
    expect(told).toContain('/mood: is new and required; events that are kept lack it [required]');
    expect(told).toContain('make it optional, or add itops.ci.named.v2 with an upcaster: docs/how-to/change-event.md');
  });

  it('is what to run, or that all is well', () => {
    expect(report({ command: 'check', ...judge([withMood], [named]), ...counts })).toMatchObject({
      ok: false,
      text: expect.stringMatching(/npm run contracts -- release\n {2}itops\.ci\.named\.v1 1\.1/),
    });
    expect(report({ command: 'release', ...judge([withMood], [named]), ...counts }).ok).toBe(true);
    expect(report({ command: 'check', ...judge([named], [named]), ...counts }).ok).toBe(true);
  });
});

describe('of the events that were really released', () => {
  const folder = path.resolve(import.meta.dirname, '../../libs/contracts/released');
  const releases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => asContract(JSON.parse(readFileSync(path.join(folder, file), 'utf8')), file));
  const facts = releases.filter(({ promise }) => promise === 'full');
  const anyMember = fc.constantFrom(...facts).chain((release) => {
    const members = schemasAt(release.schema['properties']);
    return fc.record({ release: fc.constant(release), name: fc.constantFrom(...members.keys()) });
  });

  function changed(
    release: Release,
    change: (members: Map<string, JsonSchema>, required: Set<unknown>) => void,
  ): Contract {
    const members = new Map(schemasAt(release.schema['properties']));
    const required = new Set(listAt(release.schema['required']));
    change(members, required);
    return {
      ...release,
      schema: { ...release.schema, properties: Object.fromEntries(members), required: [...required] },
    };
  }
  const touches = (contract: Contract, release: Release, pointer: string): boolean =>
    judge([contract], [release]).problems.some(
      (problem) => problem.pointer.startsWith(pointer) && problem.type === release.type,
    );

  it('no member can be removed, renamed, retyped, or be required otherwise', () => {
    fc.assert(
      fc.property(anyMember, ({ release, name }) => {
        const removed = changed(release, (members, required) => [members.delete(name), required.delete(name)]);
        const renamed = changed(release, (members, required) => {
          members.set('another', schemaAt(members.get(name)));
          members.delete(name);
          if (required.delete(name)) required.add('another');
        });
        const retyped = changed(release, (members) =>
          members.set(name, { type: 'object', properties: {}, additionalProperties: false }),
        );
        const otherwise = changed(release, (_, required) => required.delete(name) || required.add(name));
        for (const contract of [removed, renamed, retyped, otherwise]) {
          expect({ contract, refused: touches(contract, release, `/${name}`) }).toMatchObject({ refused: true });
        }
      }),
    );
  });

  it('no list of words can be made shorter or longer, at any depth', () => {
    const edit = (value: unknown, words: (list: readonly unknown[]) => readonly unknown[]): unknown => {
      if (Array.isArray(value)) return value.map((one) => edit(one, words));
      if (!isSchema(value)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, below]) => [key, key === 'enum' ? words(listAt(below)) : edit(below, words)]),
      );
    };
    for (const release of facts.filter(({ schema }) => JSON.stringify(schema).includes('"enum"'))) {
      const shorter = { ...release, schema: schemaAt(edit(release.schema, (list) => list.slice(1))) };
      const longer = { ...release, schema: schemaAt(edit(release.schema, (list) => [...list, 'a new word'])) };
      for (const contract of [shorter, longer]) {
        expect(judge([contract], [release]).problems.map(({ rule }) => rule)).toContain('words');
      }
    }
  });

  it('any may get a new optional member', () => {
    for (const release of releases) {
      const all = releases.filter(({ type }) => type === release.type);
      if (all.some(({ revision }) => revision > release.revision)) continue;
      const grown = { ...changed(release, (members) => members.set('mood', text)), revision: release.revision + 1 };
      expect(judge([grown], all)).toEqual({ problems: [], unreleased: [grown] });
    }
  });
});
