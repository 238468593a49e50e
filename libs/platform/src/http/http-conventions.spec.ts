import {
  type Answer,
  Conflict,
  type ExpectedVersion,
  type GivenAnswer,
  IdempotencyKeyInUse,
  IdempotentRequests,
  type KeyedRequest,
  isRecord,
  requireVersion,
} from '@itops/kit';
import { Body, Controller, Get, Global, HttpCode, Module, Patch, Post, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';

import {
  type BaseConfig,
  baseConfig,
  Creates,
  IfMatch,
  JsonObjectField,
  MindsKeysItself,
  OpenToAll,
  parseConfig,
  type RunningService,
  startService,
  TextField,
} from '../index';
import { JsonClient } from '../../test/json-client';

class DeskInput {
  @TextField({ description: 'What it is called.', max: 20, optional: true })
  name?: string;

  @JsonObjectField({ description: 'Whatever.', maxProperties: 5, optional: true })
  attributes?: Record<string, unknown>;
}

/** What the desk shows; the room's name is joined and has no part in the version. */
const desk = { version: 3, name: 'desk', room: 'north' };
let made = 0;

@Controller('v1/desks')
@OpenToAll()
class DeskController {
  @Get('one')
  @ApiOkResponse({ type: DeskInput })
  read(): object {
    return { id: 'one', ...desk };
  }

  @Get()
  list(): object {
    return { items: [desk], nextCursor: 'abc' };
  }

  @Patch('one')
  change(@IfMatch('desk') expected: ExpectedVersion, @Body() body: DeskInput): object {
    requireVersion('desk', expected, desk.version);
    Object.assign(desk, body, { version: desk.version + 1 });
    return { id: 'one', ...desk };
  }

  @Post()
  @Creates('/v1/desks')
  create(@Body() body: DeskInput): object {
    made++;
    if (body.name === 'no') throw new Conflict('no');
    return { id: `d${made}`, version: 1, ...body };
  }

  @Post('later')
  @HttpCode(200)
  later(@Res({ passthrough: true }) reply: FastifyReply): undefined {
    made++;
    void reply.status(204);
  }

  @Post('own')
  @MindsKeysItself()
  own(): object {
    return { made: ++made };
  }
}

/** Keeps answers as long as the process lives. */
class RememberedRequests extends IdempotentRequests {
  private readonly answers = new Map<string, Answer>();
  committed = true;

  async answer({ id, content }: KeyedRequest, carryOut: () => Promise<Answer>): Promise<GivenAnswer> {
    const name = id.toString('hex') + content.toString('hex');
    const kept = this.answers.get(name);
    if (kept !== undefined) return { answer: kept, isRepeated: true };
    const answer = await carryOut();
    if (!this.committed) throw new IdempotencyKeyInUse();
    this.answers.set(name, answer);
    return { answer, isRepeated: false };
  }

  claim(): Promise<void> {
    return Promise.resolve();
  }
}

const remembered = new RememberedRequests();

@Global()
@Module({
  controllers: [DeskController],
  providers: [{ provide: IdempotentRequests, useValue: remembered }],
  exports: [IdempotentRequests],
})
class DeskModule {}

describe('over HTTP', () => {
  let running: RunningService;
  let api: JsonClient;

  beforeAll(async () => {
    running = await startService<BaseConfig>(
      {
        name: 'desk-svc',
        config: (env) => parseConfig(baseConfig, env),
        module: () => DeskModule,
        openApi: { title: 'desks', description: 'for this test' },
      },
      { env: { PORT: '0', KAFKA_BROKERS: '127.0.0.1:1', LOG_LEVEL: 'silent' } },
    );
    api = new JsonClient(running.url);
  });
  beforeEach(() => Object.assign(desk, { version: 3, name: 'desk', room: 'north' }));
  afterAll(() => running.close());

  const tagOf = (answer: { headers: Headers }) => answer.headers.get('etag') ?? '';

  describe('a resource', () => {
    it('has a tag of its version and of what is shown, and is not sent again to who has it', async () => {
      const first = await api.get('/v1/desks/one');
      expect(tagOf(first)).toMatch(/^"3-[\w-]{16}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');
      const again = await api.get('/v1/desks/one', { 'if-none-match': tagOf(first) });
      expect([again.status, again.body, tagOf(again)]).toEqual([304, {}, tagOf(first)]);
    });

    it.each([
      ['any', () => '*', 304],
      ['one of several', (tag: string) => `"1-x", W/${tag}, "y"`, 304],
      ['only the version', () => '"3"', 200],
      ['another', () => '"3-0000000000000000"', 200],
      ['nonsense', () => ',,"', 200],
    ])('is asked for with If-None-Match that names %s', async (_, header, status) => {
      const tag = tagOf(await api.get('/v1/desks/one'));
      expect((await api.get('/v1/desks/one', { 'if-none-match': header(tag) })).status).toBe(status);
    });

    it('has another tag when what is joined to it changes, and is changed by its version alone', async () => {
      const before = tagOf(await api.get('/v1/desks/one'));
      desk.room = 'south';
      const after = await api.get('/v1/desks/one', { 'if-none-match': before });
      expect(after.status).toBe(200);
      expect(tagOf(after)).not.toBe(before);
      const changed = await api.patch('/v1/desks/one', { name: 'x' }, { 'if-match': before });
      expect(changed.status).toBe(200);
      expect(tagOf(changed)).toBe(tagOf(await api.get('/v1/desks/one')));
      expect((await api.patch('/v1/desks/one', {}, { 'if-match': before })).status).toBe(412);
      expect((await api.patch('/v1/desks/one', {}, { 'if-match': '"4"' })).status).toBe(200);
    });
  });

  it('a list has a weak tag, and its links also when nothing is sent', async () => {
    const first = await api.get('/v1/desks');
    expect(tagOf(first)).toMatch(/^W\/"[\w-]{16}"$/);
    const again = await api.get('/v1/desks', { 'if-none-match': tagOf(first) });
    expect([again.status, tagOf(again)]).toEqual([304, tagOf(first)]);
    desk.room = 'south';
    expect((await api.get('/v1/desks', { 'if-none-match': tagOf(first) })).status).toBe(200);
  });

  describe('a patch', () => {
    const patch = (body: unknown, type: string) =>
      api.patch('/v1/desks/one', body, { 'content-type': type, 'if-match': '*' });

    it.each(['application/merge-patch+json', 'application/merge-patch+json; charset=utf-8', 'application/json'])(
      'may be %s',
      async (type) => {
        expect((await patch({ name: 'patched' }, type)).body).toMatchObject({ name: 'patched', version: 4 });
      },
    );

    it.each(['application/json-patch+json', 'text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
      'may not be %s, and the answer says what it may be',
      async (type) => {
        const answer = await patch('name=x', type);
        expect(answer).toMatchObject({ status: 415, body: { type: '/problems/unsupported-media-type' } });
        expect(answer.headers.get('accept-patch')).toBe('application/merge-patch+json, application/json');
      },
    );

    it.each(['null', '[]', '"x"', '7', 'true'])('is an object, not %s', async (body) => {
      expect(await patch(body, 'application/merge-patch+json')).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '' }] },
      });
    });

    it('can not clear what is always there', async () => {
      expect(await patch({ name: null }, 'application/merge-patch+json')).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/name', reason: 'must be a string of at most 20 characters, not null' }] },
      });
    });
  });

  it('nothing else is a merge patch', async () => {
    const answer = await api.post('/v1/desks', { name: 'x' }, { 'content-type': 'application/merge-patch+json' });
    expect([answer.status, answer.headers.get('accept-patch')]).toEqual([415, null]);
  });

  describe('a POST with a key', () => {
    const post = (key: string, body: object = { name: 'a' }, path = '/v1/desks') =>
      api.post(path, body, { 'idempotency-key': key });

    it('is answered again with status, body and headers of the first', async () => {
      const first = await post('k1');
      const again = await post('k1');
      expect([again.status, again.body]).toEqual([201, first.body]);
      for (const name of ['etag', 'location', 'content-type']) {
        expect(again.headers.get(name)).toBe(first.headers.get(name));
        expect(again.headers.get(name)).not.toBeNull();
      }
      expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
      expect((await post('k2')).body['id']).not.toBe(first.body['id']);
    });

    it('may have no body to its answer', async () => {
      const before = made;
      const answers = [await post('k3', {}, '/v1/desks/later'), await post('k3', {}, '/v1/desks/later')];
      expect(answers.map(({ status, body }) => [status, body])).toEqual([
        [204, {}],
        [204, {}],
      ]);
      expect(made).toBe(before + 1);
    });

    it('is a problem like any other when it fails, and says nothing of what was undone', async () => {
      expect((await post('k4', { name: 'no' })).status).toBe(409);
      remembered.committed = false;
      const undone = await post('k5');
      remembered.committed = true;
      expect(undone).toMatchObject({ status: 409, body: { type: '/problems/idempotency-key-in-use' } });
      expect(undone.headers.get('retry-after')).toBe('1');
      expect([undone.headers.get('etag'), undone.headers.get('location')]).toEqual([null, null]);
      expect((await post('k5')).headers.get('idempotency-replayed')).toBeNull();
    });

    it.each(['', 'two words', 'x'.repeat(256), 'schl\u00fcssel'])("is refused with the key '%s'", async (key) => {
      expect(await post(key)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/headers/idempotency-key' }] },
      });
    });

    it('is refused when its body can not be stored, however deep it is', async () => {
      const deep = `{"attributes":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
      const answer = await api.send('POST', '/v1/desks', deep, { 'idempotency-key': 'deep' });
      expect(answer.status).toBe(400);
    });

    it('is left to routes that mind keys themselves', async () => {
      const first = await post('k6', {}, '/v1/desks/own');
      expect((await post('k6', {}, '/v1/desks/own')).body).not.toEqual(first.body);
    });
  });

  it('the document names the key once, and both types of a patch', async () => {
    const { body } = await api.get('/openapi.json');
    const at = (...path: string[]) =>
      path.reduce<unknown>((value, name) => (isRecord(value) ? value[name] : undefined), body);
    expect(at('components', 'parameters', 'IdempotencyKey')).toMatchObject({ in: 'header', name: 'Idempotency-Key' });
    expect(at('paths', '/v1/desks', 'post', 'parameters')).toEqual([
      { $ref: '#/components/parameters/IdempotencyKey' },
    ]);
    expect(at('paths', '/v1/desks/one', 'get', 'parameters')).toEqual([
      { $ref: '#/components/parameters/IfNoneMatch' },
    ]);
    expect(at('paths', '/v1/desks/one', 'get', 'responses', '304')).toBeDefined();
    const content = at('paths', '/v1/desks/one', 'patch', 'requestBody', 'content');
    expect(isRecord(content) ? Object.keys(content) : []).toEqual(['application/merge-patch+json', 'application/json']);
  });
});
