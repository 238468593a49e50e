import { Controller, Get, Module, Param } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import {
  integerFilter,
  isRecord,
  type ListDefinition,
  type ListRequest,
  Lists,
  newId,
  NotFound,
  OPERATORS,
  type Page,
  textFilter,
  timeFilter,
} from '@itops/kit';
import { ApiClient, createTestDatabase, TEST_IDENTITY_KEYS, type TestDatabase } from '@itops/testing';
import * as fc from 'fast-check';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';

import {
  Asked,
  DateTimeField,
  IdField,
  IntegerField,
  keepingConfig,
  NestedListField,
  OpenToAll,
  Pages,
  parseConfig,
  type RunningService,
  type ServiceDefinition,
  Sparse,
  startService,
  TextField,
  type z,
} from '@itops/platform';

class Tool {
  @IdField({ description: 'Id.' })
  id!: string;

  @IntegerField({ description: 'Version.', min: 1, max: 9 })
  version!: number;

  @IntegerField({ description: 'Rank.', min: 1, max: 5 })
  rank!: number;

  @TextField({ description: 'Owner.', max: 20, nullable: true })
  owner!: string | null;

  @DateTimeField({ description: 'When it was made.' })
  madeAt!: string;
}

class ToolPage {
  @NestedListField({ description: 'Tools.', type: () => Tool, maxItems: 200 })
  items!: Tool[];

  @TextField({ description: 'Next.', max: 4096, nullable: true })
  nextCursor!: string | null;
}

interface Row {
  id: string;
  rank: number;
  owner: string | null;
  made_at: Date;
}

const described = { description: 'For this spec.' };
const TOOLS: ListDefinition = {
  name: 'tools',
  select: 'id, rank, owner, made_at',
  from: 'tool',
  id: 'id',
  filters: {
    rank: integerFilter({ ...described, column: 'rank', min: 1, max: 5 }),
    owner: textFilter({ ...described, column: 'owner', max: 20, nullable: true }),
    madeAt: timeFilter({ ...described, column: 'made_at' }),
  },
  sorts: {
    rank: { column: 'rank', type: 'int' },
    madeAt: { column: 'made_at', type: 'timestamptz' },
  },
  defaultSort: '-madeAt',
};

const toTool = ({ id, rank, owner, made_at }: Row): Tool => ({
  ...{ id, version: 1, rank, owner },
  madeAt: made_at.toISOString(),
});

@OpenToAll()
@Controller('v1/tools')
class ToolController {
  constructor(
    private readonly lists: Lists,
    private readonly dataSource: DataSource,
  ) {}

  @Get()
  @Pages(TOOLS, Tool)
  @ApiOkResponse({ type: ToolPage })
  list(@Asked() request: ListRequest): Promise<Page<Tool>> {
    return this.lists.page(TOOLS, request, toTool);
  }

  @Get('of/:owner')
  @Pages(TOOLS, Tool)
  @ApiOkResponse({ type: ToolPage })
  ofOne(@Param('owner') owner: string, @Asked() request: ListRequest): Promise<Page<Tool>> {
    return this.lists.page(TOOLS, request, toTool, { id: owner, where: [{ sql: 'owner = ?', values: [owner] }] });
  }

  @Get(':id')
  @Sparse(Tool)
  @ApiOkResponse({ type: Tool })
  async one(@Param('id') id: string): Promise<Tool> {
    const [row] = await this.dataSource.query<Row[]>('select * from tool where id = $1', [id]);
    if (row === undefined) throw new NotFound('tool', id);
    return toTool(row);
  }
}

@Module({ controllers: [ToolController] })
class ToolModule {}

class CreateTools1 implements MigrationInterface {
  readonly name = 'CreateTools1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table tool (id uuid primary key, rank int not null, owner text, made_at timestamptz not null)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tool');
  }
}

const definition: ServiceDefinition<z.output<typeof keepingConfig>> = {
  name: 'tool-svc',
  config: (env) => parseConfig(keepingConfig, env),
  module: () => ToolModule,
  database: { entities: [], migrations: [CreateTools1] },
  openApi: { title: 'tools', description: 'for this spec' },
};

describe('a list', () => {
  let database: TestDatabase;
  let running: RunningService;
  let api: ApiClient;
  let data: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('lists');
    running = await startService(definition, {
      env: {
        ...{ PORT: '0', LOG_LEVEL: 'error', KAFKA_BROKERS: '127.0.0.1:9', DATABASE_URL: database.url },
        ...TEST_IDENTITY_KEYS,
      },
    });
    api = new ApiClient(running.url, {});
    data = running.app.get(DataSource);
    while (!data.isInitialized || (await api.get('/readyz')).status !== 200) await new Promise(setImmediate);
  });

  afterAll(async () => {
    await running.close();
    await database.drop();
  });

  beforeEach(() => data.query('truncate tool'));

  async function add(tools: readonly Partial<Row>[]): Promise<Row[]> {
    const rows = tools.map((tool, index): Row => ({
      id: newId(),
      rank: 1,
      owner: null,
      made_at: new Date(index),
      ...tool,
    }));
    await data.query(
      'insert into tool select * from jsonb_to_recordset($1::jsonb) as t(id uuid, rank int, owner text, made_at timestamptz)',
      [JSON.stringify(rows)],
    );
    return rows;
  }

  interface Found {
    ids: string[];
    next: string | null;
  }

  async function read(path: string): Promise<Found> {
    const { status, body } = await api.get(path);
    const items: unknown[] = Array.isArray(body['items']) ? body['items'] : [];
    if (status !== 200) throw new Error(JSON.stringify(body));
    return {
      ids: items.map((item) => (isRecord(item) ? String(item['id']) : '')),
      next: typeof body['nextCursor'] === 'string' ? body['nextCursor'] : null,
    };
  }

  async function readAll(query: string, between: () => Promise<void> = async () => {}): Promise<string[]> {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { ids, next }: Found = await read(`/v1/tools?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...ids);
      cursor = next;
      await between();
    }
    return seen;
  }

  const refusal = async (path: string) => {
    const { status, body } = await api.get(path);
    return { status, errors: body['errors'] };
  };

  it.each(['madeAt', '-madeAt', 'rank', 'rank,madeAt', '-rank,madeAt', 'rank,-madeAt', '-rank,-madeAt'])(
    'sorted by %s gives every item once, in that order',
    async (sort) => {
      const rows = await add(
        Array.from({ length: 60 }, (_, at) => ({ rank: 1 + ((at * 7) % 5), made_at: new Date((at * 13) % 20) })),
      );
      const steps = sort.split(',');
      const keyOf = (row: Row, step: string) => (step.endsWith('rank') ? row.rank : row.made_at.getTime());
      const expected = [...rows].sort((a, b) => {
        for (const step of steps) {
          const difference = keyOf(a, step) - keyOf(b, step);
          if (difference !== 0) return step.startsWith('-') ? -difference : difference;
        }
        return (a.id < b.id ? -1 : 1) * (steps.at(-1)?.startsWith('-') === true ? -1 : 1);
      });
      expect(await readAll(`sort=${sort}&limit=7`)).toEqual(expected.map(({ id }) => id));
    },
  );

  it('neither repeats nor skips an item while others come and go', async () => {
    const stay = await add(Array.from({ length: 40 }, (_, at) => ({ owner: 'stays', made_at: new Date(at * 1_000) })));
    let count = 0;
    const disturb = async () => {
      count += 1;
      await add(
        Array.from({ length: 5 }, (_, at) => ({ owner: 'new', made_at: new Date(count * 7_919 + at * 3_000) })),
      );
      await data.query(
        "delete from tool where id in (select id from tool where owner = 'new' order by random() limit 3)",
      );
    };
    const seen = await readAll('limit=6', disturb);
    expect(new Set(seen).size).toBe(seen.length);
    const ids = new Set(stay.map(({ id }) => id));
    expect(seen.filter((id) => ids.has(id))).toEqual(stay.map(({ id }) => id).reverse());
  });

  it('gives what every operator means, by the rows themselves', async () => {
    const owners = ['anna', 'ben', 'a,b', 'null', null];
    const rows = await add(
      Array.from({ length: 50 }, (_, at) => ({ rank: 1 + (at % 5), owner: owners[at % 4] ?? null })),
    );
    const expectRows = async (query: string, holds: (row: Row) => boolean) => {
      const found = await read(`/v1/tools?limit=200&sort=madeAt&${query}`);
      expect([query, found.ids]).toEqual([query, rows.filter(holds).map(({ id }) => id)]);
    };
    await expectRows('owner=anna,ben', ({ owner }) => owner === 'anna' || owner === 'ben');
    await expectRows('owner="a,b"', ({ owner }) => owner === 'a,b');
    await expectRows('owner="null"', ({ owner }) => owner === 'null');
    await expectRows('owner=null', ({ owner }) => owner === null);
    await expectRows('owner=null,anna', ({ owner }) => owner === null || owner === 'anna');
    await expectRows('owner!=anna', ({ owner }) => owner !== 'anna');
    await expectRows('owner!=anna,ben', ({ owner }) => owner !== 'anna' && owner !== 'ben');
    await expectRows('owner!=null', ({ owner }) => owner !== null);
    await expectRows('owner!=null,anna', ({ owner }) => owner !== null && owner !== 'anna');
    await expectRows('rank>1&rank<=3&owner!=null', ({ rank, owner }) => rank > 1 && rank <= 3 && owner !== null);
    await expectRows('rank=2&rank=3', () => false);
    await expectRows('madeAt>=1970-01-01T00:00:00.010Z&madeAt<1970-01-01T00:00:00.020Z', ({ made_at }) => {
      return made_at.getTime() >= 10 && made_at.getTime() < 20;
    });
    for (const operator of OPERATORS) {
      const holds = { '=': [3], '!=': [1, 2, 4, 5], '<=': [1, 2, 3], '>=': [3, 4, 5], '<': [1, 2], '>': [4, 5] };
      await expectRows(`rank${operator}3`, ({ rank }) => holds[operator].includes(rank));
    }
  });

  it('refuses a cursor of another list, order or filter, and one that was changed', async () => {
    await add([{ owner: 'anna' }, { owner: 'anna' }, { owner: 'ben' }]);
    const { next } = await read('/v1/tools/of/anna?limit=1');
    const cursor = String(next);
    const refused = (reason: string) => ({
      status: 400,
      errors: [{ pointer: '/cursor', reason: expect.stringContaining(reason) }],
    });
    expect((await read(`/v1/tools/of/anna?limit=5&fields=id&cursor=${cursor}`)).ids).toHaveLength(1);
    expect(await refusal(`/v1/tools/of/ben?limit=1&cursor=${cursor}`)).toEqual(refused('other filters'));
    expect(await refusal(`/v1/tools/of/anna?rank<=3&cursor=${cursor}`)).toEqual(refused('other filters'));
    expect(await refusal(`/v1/tools/of/anna?sort=madeAt&cursor=${cursor}`)).toEqual(refused('another sort order'));
    for (const at of [0, 20, 40, cursor.length - 1]) {
      const forged = cursor.slice(0, at) + (cursor[at] === 'A' ? 'B' : 'A') + cursor.slice(at + 1);
      expect(await refusal(`/v1/tools/of/anna?cursor=${forged}`)).toEqual(refused('not a cursor of this platform'));
    }
  });

  it('links to its next page as it was asked, whatever the operators', async () => {
    await add([{ rank: 2 }, { rank: 2 }]);
    const answer = await api.get('/v1/tools?rank<5&limit=1&rank%3E=1');
    const link = /^<([^>]*(?:>[^;][^>]*)*)>; rel="next"$/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    expect(link).toContain('rank%3C5&limit=1&rank%3E=1&cursor=');
    expect((await read(link)).ids).toHaveLength(1);
  });

  it('answers with the fields that are named, and tells the version all the same', async () => {
    const [row] = await add([{ owner: 'anna' }]);
    expect((await api.get('/v1/tools?fields=id,owner')).body['items']).toEqual([{ id: row?.id, owner: 'anna' }]);
    const one = await api.get(`/v1/tools/${row?.id}?fields=rank`);
    expect(one.body).toEqual({ rank: 1 });
    expect(one.headers.get('etag')).toMatch(/^"1\b/);
    for (const query of [
      'fields=colour',
      'fields=',
      'fields=id,',
      'fields=id&fields=rank',
      'fields<=id',
      'fields=items',
    ]) {
      expect(await refusal(`/v1/tools/${row?.id}?${query}`)).toMatchObject({
        status: 400,
        errors: [{ pointer: '/fields', reason: expect.stringContaining('id, version, rank, owner, madeAt') }],
      });
      expect((await api.get(`/v1/tools?${query}`)).status).toBe(400);
    }
  });

  it('answers 200 or 400, and nothing else, whatever is asked', async () => {
    await add([{}, {}]);
    const scraps = fc.constantFrom(
      ...['rank', 'owner', 'madeAt', 'sort', 'limit', 'cursor', 'fields', '1', '2026-01-01T00:00:00Z', 'null', 'id'],
      ...[
        '=',
        '%3C',
        '<=',
        '>',
        '!=',
        '&',
        ',',
        '%22',
        '%5C',
        '%',
        '%00',
        '%ED%A0%80',
        '%F0%9F',
        '+',
        '-',
        '?',
        '%27',
        ';',
      ],
    );
    const queries = fc.array(scraps, { maxLength: 12 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        expect([200, 400]).toContain((await api.get(`/v1/tools?${query}`)).status);
      }),
      { numRuns: 100 },
    );
  });

  it('says in its document what it takes, and what an answer may lack', async () => {
    const { body } = await api.get('/openapi.json');
    const text = JSON.stringify(body);
    const names = [...text.matchAll(/"name":"([^"]+)"[^{}]*"in":"query"/g)].map(([, name]) => name);
    expect([...new Set(names)].sort()).toEqual(
      ['cursor', 'fields', 'limit', 'madeAt', 'madeAt!', 'madeAt<', 'madeAt>', 'owner', 'owner!']
        .concat(['rank', 'rank!', 'rank<', 'rank>', 'sort'])
        .sort(),
    );
    expect(text).toContain(
      '"anyOf":[{"$ref":"#/components/schemas/ToolPage"},{"$ref":"#/components/schemas/SparseToolPage"}]',
    );
    expect(text).toContain('"anyOf":[{"$ref":"#/components/schemas/Tool"},{"$ref":"#/components/schemas/SparseTool"}]');
  });
});
