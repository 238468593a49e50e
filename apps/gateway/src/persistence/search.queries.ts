import {
  askedFor,
  type Cause,
  Cursors,
  type CursorUse,
  type ListRequest,
  type ListShape,
  may,
  type Page,
  phraseFilter,
  type Position,
  Unavailable,
  wordFilter,
} from '@itops/kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SEARCHED, SEARCHED_TYPES } from '../domain/search-document';
import { readSought, type SoughtText } from '../domain/search-text';

/** For a filter whose condition is made here, not by the list. */
const HERE = { where: () => ({ sql: 'true', values: [] }) };

export const SEARCH: ListShape = {
  name: 'search',
  filters: {
    q: phraseFilter({
      ...HERE,
      description:
        'What is sought: words that must all be there, the last perhaps begun only; "in this order"; -without; a number.',
      max: 255,
    }),
    type: wordFilter({ ...HERE, description: 'Only what is one of these.', values: SEARCHED_TYPES }),
  },
  required: ['q'],
  sorts: {},
  defaultSort: '',
};

/** How a document answers a query, best first. Each tier leaves out what the ones before have. */
export const TIERS = ['name', 'title', 'text'] as const;
export type Tier = (typeof TIERS)[number];

const CONDITIONS: Readonly<Record<Tier, (key: string, query: string) => string>> = {
  name: (key) => `d.title_words @@ ${key}`,
  title: (key, query) => `d.title_words @@ ${query} and not d.title_words @@ ${key}`,
  text: (key, query) => `d.words @@ ${query} and not d.title_words @@ ${query} and not d.title_words @@ ${key}`,
};

export interface FoundRow {
  readonly id: string;
  readonly type: string;
  readonly number: string | null;
  readonly title: string;
  readonly body: string;
  readonly state: string;
  readonly open: boolean;
  readonly at: Date;
}

interface PlacedRow extends FoundRow {
  readonly cursor_position: string[];
}

export type FoundItem<Item> = (row: FoundRow, tier: Tier, sought: SoughtText) => Item;

/** Finds resources of all services by what is typed. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /**
   * What is called exactly so comes first, then by words in number and title, then by words in the text; in each what is
   * open before what is over, the newest first. Only what the caller may read.
   * @throws InvalidInput
   */
  async find<Item>(
    request: ListRequest,
    caller: Pick<Cause, 'authority'>,
    toItem: FoundItem<Item>,
  ): Promise<Page<Item>> {
    if (!this.dataSource.isInitialized) throw new Unavailable('The database is not ready yet');
    const sought = readSought(askedFor(request, 'q').flat().join(' '));
    const use: CursorUse = { list: SEARCH.name, sort: '', conditions: request.conditions };
    const after = request.cursor === undefined ? undefined : this.cursors.open(use, request.cursor);
    const [tierOf = TIERS[0], ...position] = after ?? [];
    const found: { row: PlacedRow; tier: Tier }[] = [];
    for (const tier of TIERS.slice(
      Math.max(
        0,
        TIERS.findIndex((known) => known === tierOf),
      ),
    )) {
      const wanted = request.limit + 1 - found.length;
      if (wanted <= 0) break;
      const rows = await this.rows(tier, sought, { request, caller, wanted, after: tier === tierOf ? position : [] });
      found.push(...rows.map((row) => ({ row, tier })));
    }
    const shown = found.slice(0, request.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ row, tier }) => toItem(row, tier, sought)),
      nextCursor:
        found.length > request.limit && last !== undefined
          ? this.cursors.seal(use, [last.tier, ...last.row.cursor_position])
          : null,
    };
  }

  private async rows(tier: Tier, sought: SoughtText, { request, caller, wanted, after }: Asked): Promise<PlacedRow[]> {
    if (sought.query === undefined && tier !== 'name') return [];
    const { sql, parameters } = selectTier(tier, sought, {
      types: typesFor(request, caller),
      ...sight(caller),
      wanted,
      after,
    });
    return this.dataSource.query<PlacedRow[]>(sql, parameters);
  }
}

interface Asked {
  readonly request: ListRequest;
  readonly caller: Pick<Cause, 'authority'>;
  readonly wanted: number;
  /** The place in the tier, empty at its beginning. */
  readonly after: Position;
}

export interface TierOptions {
  readonly types: readonly string[];
  readonly withSecurity: boolean;
  readonly wanted: number;
  readonly after: Position;
}

/** The statement for the documents of one tier. */
export function selectTier(
  tier: Tier,
  sought: SoughtText,
  { types, withSecurity, wanted, after }: TierOptions,
): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const bind = (value: unknown, type: string): string => `$${parameters.push(value)}::${type}`;
  const key = bind(sought.key, 'tsquery');
  const query = tier === 'name' ? '' : bind(sought.query, 'tsquery');
  const clauses = [CONDITIONS[tier](key, query), `d.type = any(${bind(types, 'text[]')})`];
  if (!withSecurity) clauses.push('not d.security');
  const [open, at, id] = after;
  if (open !== undefined)
    clauses.push(`(d.open, d.at, d.id) < (${bind(open, 'boolean')}, ${bind(at, 'timestamptz')}, ${bind(id, 'uuid')})`);
  const sql = `select d.id, d.type, d.number, d.title, d.body, d.state, d.open, d.at,
       array[d.open::text, d.at::text, d.id::text] as cursor_position
     from search_document d where ${clauses.join(' and ')}
     order by d.open desc, d.at desc, d.id desc limit ${bind(wanted, 'int')}`;
  return { sql, parameters };
}

/** Of what is asked for, what the caller may read at all. */
function typesFor(request: ListRequest, caller: Pick<Cause, 'authority'>): string[] {
  const asked = askedFor(request, 'type');
  return SEARCHED_TYPES.filter((type) => may(caller, SEARCHED[type]) && asked.every((types) => types.includes(type)));
}

function sight(caller: Pick<Cause, 'authority'>): { withSecurity: boolean } {
  return { withSecurity: may(caller, 'incident:read-security') };
}
