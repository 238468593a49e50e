import * as fc from 'fast-check';

import { InvalidInput } from '../errors';
import { booleanFilter, idFilter, integerFilter, phraseFilter, textFilter, timeFilter, wordFilter } from './filters';
import { type ListShape } from './list-definition';
import { type FieldCondition, readListRequest, writeConditions } from './list-request';

const described = { description: 'For this spec.' };
const LIST: ListShape = {
  name: 'things',
  filters: {
    state: wordFilter({ ...described, column: 'state', values: ['new', 'in_progress', 'closed'] }),
    priority: integerFilter({ ...described, column: 'priority', min: 1, max: 5 }),
    owner: textFilter({ ...described, column: 'owner', max: 20, nullable: true }),
    ciId: idFilter({ ...described, column: 'ci_id', nullable: true }),
    createdAt: timeFilter({ ...described, column: 'created_at' }),
    resolvedAt: timeFilter({ ...described, column: 'resolved_at', nullable: true }),
    major: booleanFilter({ ...described, column: 'major' }),
    q: phraseFilter({ ...described, max: 50, where: (values) => ({ sql: 'words @@ ?', values }) }),
  },
  sorts: {
    createdAt: { column: 'created_at', type: 'timestamptz' },
    priority: { column: 'priority', type: 'smallint' },
  },
  defaultSort: '-createdAt',
};

const conditionsOf = (query: string) =>
  readListRequest(LIST, query).conditions.map(({ field, operator, values }) => [field, operator, ...values]);

function refusalsOf(query: string, list = LIST): Record<string, string> {
  try {
    readListRequest(list, query);
  } catch (error) {
    if (error instanceof InvalidInput)
      return Object.fromEntries(error.errors.map(({ pointer, reason }) => [pointer, reason]));
    throw error;
  }
  return {};
}

describe('what is asked of a list', () => {
  it('is the default when nothing is said', () => {
    expect(readListRequest(LIST, '')).toEqual({
      limit: 50,
      sort: [{ name: 'createdAt', descending: true }],
      conditions: [],
    });
  });

  it.each([
    ['state=new,in_progress', [['state', '=', 'new', 'in_progress']]],
    ['state=new%2Cin_progress', [['state', '=', 'new', 'in_progress']]],
    ['state!=closed', [['state', '!=', 'closed']]],
    ['priority<=2', [['priority', '<=', '2']]],
    ['priority%3C=2', [['priority', '<=', '2']]],
    ['priority%3C%3D2', [['priority', '<=', '2']]],
    ['priority%3C%3D2=', [['priority', '<=', '2']]],
    ['priority%3C2', [['priority', '<', '2']]],
    ['priority%3C2=', [['priority', '<', '2']]],
    [
      'priority>1&priority<5',
      [
        ['priority', '>', '1'],
        ['priority', '<', '5'],
      ],
    ],
    ['createdAt>=2026-01-01T00:00:00Z', [['createdAt', '>=', '2026-01-01T00:00:00.000Z']]],
    ['createdAt>=2026-01-01T01:00:00%2B01:00', [['createdAt', '>=', '2026-01-01T00:00:00.000Z']]],
    ['createdAt>=2026-01-01T01:00:00+01:00', [['createdAt', '>=', '2026-01-01T00:00:00.000Z']]],
    ['owner=null', [['owner', '=', null]]],
    ['owner=anna,null', [['owner', '=', 'anna', null]]],
    ['owner="null"', [['owner', '=', 'null']]],
    ['owner=""', [['owner', '=', '']]],
    ['owner="Ops, EMEA",Network+team', [['owner', '=', 'Ops, EMEA', 'Network team']]],
    ['owner=a%22b', [['owner', '=', 'a"b']]],
    ['owner="a\\"b\\\\c"', [['owner', '=', 'a"b\\c']]],
    ['resolvedAt!=null', [['resolvedAt', '!=', null]]],
    ['major=true', [['major', '=', 'true']]],
    ['ciId=018F4E1A-6C2B-7D3E-8F90-123456789ABC', [['ciId', '=', '018f4e1a-6c2b-7d3e-8f90-123456789abc']]],
    ['q="exact words", a=b', [['q', '=', '"exact words", a=b']]],
    ['&&state=new&', [['state', '=', 'new']]],
  ])('is read from %s', (query, conditions) => {
    expect(conditionsOf(query)).toEqual(conditions);
  });

  it.each([
    ['colour=red', '/colour', 'is no filter of this list; there are state, priority, owner'],
    ['__proto__=1', '/__proto__=1', 'is no filter'],
    ['constructor=1', '/constructor', 'is no filter'],
    ['state=sleeping', '/state', 'must be one of new, in_progress, closed'],
    ['state=', '/state', 'is empty; it must be one of new'],
    ['state=new,,closed', '/state', 'is empty'],
    ['state', '/state', 'can be compared by = != only'],
    ['state>=new', '/state', 'can be compared by = != only'],
    ['state=null', '/state', 'must be one of'],
    ['q!=x', '/q', 'can be compared by = only'],
    ['priority=6', '/priority', 'a whole number from 1 to 5'],
    ['priority=1.5', '/priority', 'a whole number'],
    ['priority<=1,2', '/priority', 'a whole number'],
    ['priority<=null', '/priority', 'a whole number'],
    ['createdAt>=yesterday', '/createdAt', 'a time with its zone'],
    ['createdAt>=2026-02-30T00:00:00Z', '/createdAt', 'a time with its zone'],
    ['createdAt>=0000-01-01T00:00:00Z', '/createdAt', 'a time with its zone'],
    ['createdAt>=2026-01-01', '/createdAt', 'a time with its zone'],
    ['owner=%00', '/owner', 'must be a text'],
    ['owner=123456789012345678901', '/owner', 'at most 20 characters'],
    ['owner="open', '/owner', 'is not closed'],
    ['owner="a"b', '/owner', 'is not closed'],
    ['owner=%E0%A4%A', '', 'percent sign'],
    ['ciId=7', '/ciId', 'must be an id'],
    ['limit=0', '/limit', 'from 1 to 200'],
    ['limit=201', '/limit', 'from 1 to 200'],
    ['limit=1e2', '/limit', 'from 1 to 200'],
    ['limit=1&limit=2', '/limit', 'given twice'],
    ['limit<=5', '/limit', 'is written limit='],
    ['sort=colour', '/sort', 'must be one of createdAt, priority'],
    ['sort=', '/sort', 'must be one of'],
    ['sort=--priority', '/sort', 'must be one of'],
    ['cursor=', '/cursor', 'is not a cursor'],
    [`state=${'new,'.repeat(100)}new`, '/state', 'has 101 values'],
    [Array(33).fill('state=new').join('&'), '', 'has 33 filters'],
  ])('is refused where it says %s', (query, pointer, reason) => {
    expect(refusalsOf(query)[pointer]).toContain(reason);
  });

  it.each([
    ['colour=red', '/colour', /^is no filter of this list; there are filter0, (filter\d+, )+filter\d+ …and \d+ more$/],
    ['word=none', '/word', /^must be one of word0, (word\d+, )+word\d+ …and \d+ more$/],
    ['sort=word', '/sort', /^must be one of filter0, (filter\d+, )*filter\d+ …and \d+ more, with a minus .*commas$/],
  ])('names whole what there is where %s is none of many', (query, pointer, reason) => {
    const many = Array.from({ length: 40 }, (_, index) => `filter${index}`);
    const filter = textFilter({ ...described, column: 'owner', max: 20 });
    const values = many.map((name) => name.replace('filter', 'word'));
    const wide: ListShape = {
      ...LIST,
      filters: {
        ...Object.fromEntries(many.map((name) => [name, filter])),
        word: wordFilter({ ...described, column: 'state', values }),
      },
      sorts: Object.fromEntries(many.map((name) => [name, { column: name, type: 'text' }])),
      defaultSort: 'filter0',
    };
    expect(refusalsOf(query, wide)[pointer]).toMatch(reason);
  });

  it('names all that is wrong at once', () => {
    expect(Object.keys(refusalsOf('state=sleeping&priority=9&colour=red&limit=0&sort=x'))).toEqual([
      '/state',
      '/priority',
      '/colour',
      '/limit',
      '/sort',
    ]);
  });

  it('sorts by several fields; a field that is named again changes nothing', () => {
    expect(readListRequest(LIST, 'sort=-priority,createdAt,priority').sort).toEqual([
      { name: 'priority', descending: true },
      { name: 'createdAt', descending: false },
    ]);
  });

  const conditions = fc.array(
    fc.oneof(
      fc.record({
        field: fc.constant('owner'),
        operator: fc.constantFrom('=' as const, '!=' as const),
        values: fc.array(
          fc.oneof(
            fc.constant(null),
            fc
              .string({ unit: 'grapheme', maxLength: 8 })
              .filter((text) => text.length <= 20 && !text.includes('\u0000')),
          ),
          { minLength: 1, maxLength: 5 },
        ),
      }),
      fc.record({
        field: fc.constant('priority'),
        operator: fc.constantFrom('<=' as const, '<' as const, '>' as const, '>=' as const),
        values: fc.integer({ min: 1, max: 5 }).map((priority) => [String(priority)]),
      }),
    ),
    { maxLength: 8 },
  );

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(conditions, (written: FieldCondition[]) => {
        expect(readListRequest(LIST, writeConditions(written)).conditions).toEqual(written);
      }),
    );
  });

  it('is refused, and nothing worse, whatever comes', () => {
    const scraps = fc.constantFrom(
      ...['state', 'priority', 'owner', 'createdAt', 'q', 'sort', 'limit', 'cursor', 'fields', 'null'],
      ...[
        '=',
        '<',
        '>',
        '!',
        '<=',
        '&',
        ',',
        '"',
        '\\',
        '%',
        '%2',
        '%00',
        '%C3',
        '+',
        '-',
        '\u0000',
        '1',
        'Z',
        '[',
        ']',
        '?',
      ],
    );
    const queries = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(scraps).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(queries, (query) => {
        expect(() => refusalsOf(query)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
