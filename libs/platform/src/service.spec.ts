import { once } from 'node:events';
import { connect, Socket } from 'node:net';

import { Body, Controller, Get, Logger, Module, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse } from '@nestjs/swagger';
import {
  type Cause,
  type ListRequest,
  type ListShape,
  wordFilter,
  type ExpectedVersion,
  NotFound,
  requireVersion,
} from '@itops/kit';

import {
  AnyCaller,
  Asked,
  CallerCause,
  CiReferenceField,
  Creates,
  DateTimeField,
  EnumField,
  IfMatch,
  IntegerField,
  Pages,
  NestedListField,
  type RunningService,
  type ServiceDefinition,
  TextField,
  TextMapField,
  baseConfig,
  parseConfig,
  publicKeysSetting,
  serviceConfig,
  startService,
  type z,
} from './index';
import { JsonClient } from '../test/json-client';
import { KNOWN_KEYS, knownAs } from '../test/known-caller';

class Bolt {
  @IntegerField({ description: 'Length in millimetres.', min: 1, max: 500 })
  length!: number;
}

class NewWidget {
  @TextField({ description: 'What it is called.', max: 20 })
  name!: string;

  @EnumField({ description: 'Its colour.', values: ['red', 'green'], optional: true })
  colour?: string;

  @DateTimeField({ description: 'When it was made.', optional: true, nullable: true })
  madeAt?: string | null;

  @TextMapField({ description: 'Labels.', maxProperties: 2, max: 10, optional: true })
  labels?: Record<string, string>;

  @CiReferenceField({ description: 'Where it stands.', optional: true })
  ci?: string | { source: string; externalId: string };

  @NestedListField({ description: 'Its bolts.', type: () => Bolt, maxItems: 3, optional: true })
  bolts?: Bolt[];
}

const WIDGETS: ListShape = {
  name: 'widgets',
  filters: { colour: wordFilter({ description: 'Colours.', column: 'colour', values: ['red', 'green'] }) },
  sorts: { name: { column: 'name', type: 'text' } },
  defaultSort: 'name',
};

@Controller('v1/widgets')
@AnyCaller()
class WidgetController {
  @Post()
  @Creates('/v1/widgets')
  @ApiCreatedResponse({ type: NewWidget })
  create(@Body() body: NewWidget, @CallerCause() cause: Cause): object {
    return { id: 'w1', version: 1, ...body, by: cause.actor };
  }

  @Get()
  @Pages(WIDGETS, NewWidget)
  list(@Asked() { conditions, limit }: ListRequest): object {
    return { items: [{ conditions, limit }], nextCursor: 'abc' };
  }

  @Get(':id')
  read(@Param('id') id: string): object {
    if (id === 'boom') throw new Error('secret detail');
    throw new NotFound('widget', id);
  }

  @Patch(':id')
  change(@Param('id') id: string, @IfMatch('widget') expected: ExpectedVersion): object {
    requireVersion('widget', expected, 3);
    return { id, version: 4 };
  }
}

@Module({ controllers: [WidgetController] })
class WidgetModule {}

const widgetConfig = baseConfig.extend({ INTERNAL_TOKEN_KEYS: publicKeysSetting });

const definition: ServiceDefinition<z.output<typeof widgetConfig>> = {
  name: 'widget-svc',
  config: (env) => parseConfig(widgetConfig, env),
  module: () => WidgetModule,
  openApi: { title: 'widgets', description: 'for this test' },
};

/** An object of so many members. */
function crowd(size: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: size }, (_, at) => [`n${at}`, 'x']));
}

describe('a service', () => {
  let running: RunningService;
  let api: JsonClient;

  beforeAll(async () => {
    running = await startService(definition, {
      env: { PORT: '0', KAFKA_BROKERS: '127.0.0.1:1', LOG_LEVEL: 'silent', ...KNOWN_KEYS },
    });
    api = new JsonClient(running.url, await knownAs('anna'));
  });

  afterAll(async () => {
    await running.close();
  });

  it('answers a good request with its headers', async () => {
    const answer = await api.post('/v1/widgets', { name: 'a', colour: 'red', madeAt: null, bolts: [{ length: 3 }] });
    expect(answer).toMatchObject({ status: 201, body: { id: 'w1', name: 'a', by: 'anna' } });
    expect(answer.headers.get('location')).toBe('/v1/widgets/w1');
    expect(answer.headers.get('etag')).toMatch(/^"1-/);
  });

  const bad: [string, unknown, number, string | undefined][] = [
    ['no name', {}, 400, '/name'],
    ['an unknown field', { name: 'a', size: 3 }, 400, '/size'],
    ['a wrong type', { name: 3 }, 400, '/name'],
    ['a text that is too long', { name: 'x'.repeat(21) }, 400, '/name'],
    ['a word that is not in the list', { name: 'a', colour: 'blue' }, 400, '/colour'],
    ['null where it means nothing', { name: null }, 400, '/name'],
    ['a date without a zone', { name: 'a', madeAt: '2026-01-01T00:00:00' }, 400, '/madeAt'],
    ['a date that does not exist', { name: 'a', madeAt: '2026-02-31T00:00:00Z' }, 400, '/madeAt'],
    ['U+0000', { name: 'a\u0000b' }, 400, '/name'],
    ['half of a surrogate pair', { name: 'a\ud800' }, 400, '/name'],
    ['what is nested too deeply', `{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 400, undefined],
    ['U+0000 in a key', { name: 'a', labels: { 'x\u0000': 'y' } }, 400, '/labels'],
    ['too many labels', { name: 'a', labels: { a: '1', b: '2', c: '3' } }, 400, '/labels'],
    ['a label that is no text', { name: 'a', labels: { a: 1 } }, 400, '/labels'],
    ['half a reference', { name: 'a', ci: { source: 'x' } }, 400, '/ci'],
    ['a bad nested item', { name: 'a', bolts: [{ length: 1 }, { length: 0 }] }, 400, '/bolts/1/length'],
    ['a nested unknown field', { name: 'a', bolts: [{ length: 1, thread: 'left' }] }, 400, '/bolts/0/thread'],
    [
      'a nested name that every object has',
      { name: 'a', bolts: [{ length: 1, toString: 'x' }] },
      400,
      '/bolts/0/toString',
    ],
    ['a nested constructor', { name: 'a', bolts: [{ length: 1, constructor: 1 }] }, 400, '/bolts/0/constructor'],
    ['a label that would get lost', { name: 'a', labels: { constructor: 'x' } }, 400, '/labels/constructor'],
    ['a label of a name that a class has', { name: 'a', labels: { prototype: 'x' } }, 400, '/labels/prototype'],
    ['a nested prototype', '{"name":"a","bolts":[{"length":1,"__proto__":{"x":1}}]}', 400, undefined],
    ['more members than anything has', { name: 'a', labels: crowd(501) }, 400, '/labels'],
    ['more members further down', { name: 'a', bolts: [{ length: 1, thread: crowd(501) }] }, 400, '/bolts/0/thread'],
    ['nested items that are no objects', { name: 'a', bolts: [3] }, 400, undefined],
    ['nested items that are lists', { name: 'a', bolts: [[]] }, 400, '/bolts/0'],
    ['an array', [1], 400, ''],
    ['text', '"hello"', 400, undefined],
    ['malformed JSON', '{"name":', 400, undefined],
    ['an empty body', '', 400, undefined],
    ['a prototype', '{"name":"a","__proto__":{"x":1}}', 400, undefined],
    ['a constructor', '{"name":"a","constructor":{"prototype":{"x":1}}}', 400, undefined],
    ['2 MiB', { name: 'a'.repeat(2 * 1024 * 1024) }, 413, undefined],
  ];
  it.each(bad)('refuses %s', async (_, body, status, pointer) => {
    const answer = await api.post('/v1/widgets', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      status,
      type: expect.stringMatching(/^\/problems\//),
      title: expect.any(String),
      traceId: expect.any(String),
    });
    expect(String(answer.body['detail']).length).toBeGreaterThan(10);
    if (pointer !== undefined) expect(answer.body['errors']).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('refuses a long list in place of an object without looking into it', async () => {
    const list = `[${Array<string>(200_000).fill('{}').join(',')}]`;
    const began = performance.now();
    const answer = await api.post('/v1/widgets', list);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '', reason: expect.any(String) }] } });
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('refuses another media type', async () => {
    expect((await api.post('/v1/widgets', '<a/>', { 'content-type': 'application/xml' })).status).toBe(415);
  });

  it.each([
    '/v1/widgets?limit=201',
    '/v1/widgets?limit=0',
    '/v1/widgets?limit=1e3',
    '/v1/widgets?colour=blue',
    '/v1/widgets?x=1',
  ])('refuses %s', async (path) => {
    expect(await api.get(path)).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } });
  });

  it('links to the next page', async () => {
    const answer = await api.get('/v1/widgets?colour=red,green&limit=2');
    const colour = { field: 'colour', operator: '=', values: ['red', 'green'] };
    expect(answer.body).toMatchObject({ items: [{ conditions: [colour], limit: 2 }] });
    expect(answer.headers.get('link')).toBe('</v1/widgets?colour=red,green&limit=2&cursor=abc>; rel="next"');
  });

  it('takes a version as it takes an ETag', async () => {
    expect((await api.patch('/v1/widgets/w', {})).status).toBe(428);
    expect((await api.patch('/v1/widgets/w', {}, { 'if-match': '"2"' })).status).toBe(412);
    expect((await api.patch('/v1/widgets/w', {}, { 'if-match': 'what' })).status).toBe(400);
    const answer = await api.patch('/v1/widgets/w', {}, { 'if-match': '"3"' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toMatch(/^"4-/);
    expect((await api.patch('/v1/widgets/w', {}, { 'if-match': '*' })).status).toBe(200);
  });

  it('tells what is not there, and hides what went wrong inside', async () => {
    expect(await api.get('/v1/widgets/none')).toMatchObject({
      status: 404,
      body: { type: '/problems/not-found', detail: expect.stringContaining("'none'") },
    });
    expect(await api.get('/nowhere')).toMatchObject({ status: 404, body: { type: '/problems/no-such-route' } });
    const answer = await api.get('/v1/widgets/boom');
    expect(answer).toMatchObject({ status: 500, body: { type: '/problems/internal' } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it.each([
    ['no HTTP', 'GARBAGE\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers %s with a problem document', async (_, text, status) => {
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
    socket.write(text);
    const answer = Buffer.concat(await socket.toArray()).toString();
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  });

  it.each(['content-length: 100', 'transfer-encoding: chunked'])(
    'says nothing of a client that hangs up in the middle of its body: %s',
    async (framing) => {
      const said = (['warn', 'error'] as const).map((level) =>
        jest.spyOn(Logger.prototype, level).mockImplementation(() => undefined),
      );
      const server = running.app.getHttpServer();
      const asked = Promise.all([once(server, 'connection'), once(server, 'request')]);
      const socket = connect(Number(new URL(running.url).port), '127.0.0.1');
      const lines = [
        'POST /v1/widgets HTTP/1.1',
        'Host: x',
        ...Object.entries(await knownAs('anna')).map(([name, value]) => `${name}: ${value}`),
        'Content-Type: application/json',
        framing,
      ];
      socket.write(`${lines.join('\r\n')}\r\n\r\n5\r\n{"nam\r\n`);
      const [[arrived]] = await asked;
      if (!(arrived instanceof Socket)) throw new Error('no connection');
      socket.destroy();
      await once(arrived, 'close');
      await new Promise(setImmediate);
      expect(said.flatMap(({ mock }) => mock.calls)).toEqual([]);
      for (const spy of said) spy.mockRestore();
    },
  );

  it('refuses a path with a broken escape', async () => {
    const answer = await api.get('/v1/widgets/%E0%A4%A');
    expect(answer).toMatchObject({ status: 400, body: { type: '/problems/bad-request' } });
  });

  it('shows its life, its readiness and its contract', async () => {
    expect((await api.get('/livez')).status).toBe(200);
    expect((await api.get('/readyz')).status).toBe(200);
    expect((await api.get('/metrics')).status).toBe(200);
    const contract = await api.get('/openapi.json');
    expect(contract.body).toMatchObject({
      openapi: '3.1.0',
      components: {
        schemas: {
          NewWidget: {
            required: ['name'],
            properties: { name: { maxLength: 20 }, colour: { enum: ['red', 'green'] } },
          },
        },
      },
    });
  });
});

describe('the configuration', () => {
  it('names every bad value at once, with its meaning', () => {
    const parse = () => parseConfig(baseConfig, { PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(parse).toThrow(/PORT is 'eighty'/);
    expect(parse).toThrow(/LOG_LEVEL is 'loud'/);
    expect(parse).toThrow(/KAFKA_BROKERS is not set.*Kafka bootstrap servers/);
  });

  it('refuses a compression that the chosen client does not offer, and names what each does', () => {
    const parse = (env: Record<string, string>) =>
      parseConfig(baseConfig, { PORT: '0', KAFKA_BROKERS: '127.0.0.1:9092', ...env });
    expect(() => parse({ KAFKA_COMPRESSION: 'zstd' })).toThrow(
      /'zstd' is not offered by KAFKA_CLIENT 'kafkajs'. Offered are kafkajs: none, gzip; platformatic: .*zstd/,
    );
    expect(() => parse({ KAFKA_COMPRESSION: 'brotli' })).toThrow(/KAFKA_COMPRESSION is 'brotli'/);
    expect(parse({ KAFKA_COMPRESSION: 'zstd', KAFKA_CLIENT: 'platformatic' }).KAFKA_COMPRESSION).toBe('zstd');
    expect(parse({ KAFKA_COMPRESSION: 'gzip' }).KAFKA_COMPRESSION).toBe('gzip');
  });

  it("asks for the connector's slot where a connector publishes the outbox", () => {
    const env = {
      ...{ PORT: '0', KAFKA_BROKERS: '127.0.0.1:9092', CURSOR_KEY: 'x'.repeat(32), ...KNOWN_KEYS },
      DATABASE_URL: 'postgres://app@127.0.0.1:5432/app',
    };
    const parse = (more: Record<string, string>) => parseConfig(serviceConfig, { ...env, ...more });
    expect(() => parse({ RELAY: 'external' })).toThrow(/OUTBOX_SLOT is not set: give the name of the connector's/);
    expect(() => parse({ RELAY: 'external', OUTBOX_SLOT: 'My Slot' })).toThrow(/OUTBOX_SLOT is 'My Slot'/);
    expect(parse({ RELAY: 'external', OUTBOX_SLOT: 'itops_outbox' }).OUTBOX_SLOT).toBe('itops_outbox');
    expect(parse({}).RELAY).toBe('in-service');
  });
});
