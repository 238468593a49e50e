import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { type ApiResponse, eventually, startOwnTestServers } from '@itops/testing';
import { DataSource } from 'typeorm';

import { PlatformProcesses } from './platform-processes';

type Servers = Awaited<ReturnType<typeof startOwnTestServers>>;

describe('a keyed request whose process is killed', () => {
  let servers: Servers;
  let platform: PlatformProcesses;
  let database: DataSource;

  beforeAll(async () => {
    servers = await startOwnTestServers({ root: path.resolve(__dirname, '../../..') });
    platform = await PlatformProcesses.start(servers);
    database = await new DataSource({ type: 'postgres', url: platform.databaseUrlOf('cmdb-svc') }).initialize();
  }, 240_000);

  afterAll(async () => {
    await database?.destroy();
    await platform?.stop();
    await servers?.stop();
  }, 60_000);

  const send = (name: string): Promise<ApiResponse> =>
    platform.api.post('/v1/cis', { class: 'server', name }, { 'idempotency-key': `kill-${name}` });
  const count = async (name: string): Promise<number> => {
    const rows: unknown[] = await database.query('select 1 from ci where name = $1', [name]);
    return rows.length;
  };
  /** Kills it while the request is under way, starts it again, and repeats the request until it is answered. */
  async function killAndRepeat(name: string, kill: () => Promise<void>): Promise<ApiResponse> {
    const lost = send(name).catch(() => undefined);
    await kill();
    await platform.restart('cmdb-svc');
    await lost;
    return eventually(async () => {
      const answer = await send(name);
      expect([200, 201]).toContain(answer.status);
      return answer;
    });
  }

  it('between what it does and its answer has done nothing, and is carried out when it comes again', async () => {
    const runner = database.createQueryRunner();
    await runner.startTransaction();
    // The item is written by then; its answer can not be.
    await runner.query('lock table idempotency_key in share mode');
    const answer = await killAndRepeat('held', async () => {
      await eventually(async () => {
        const waiting: unknown[] = await database.query(
          `select 1 from pg_locks where relation = 'idempotency_key'::regclass and not granted`,
        );
        expect(waiting).toHaveLength(1);
      });
      await platform.kill('cmdb-svc');
      await runner.rollbackTransaction();
      await runner.release();
    });
    expect(answer.headers.get('idempotency-replayed')).toBeNull();
    expect(await count('held')).toBe(1);
  }, 120_000);

  it.each([3, 10, 30])(
    'after %i ms has one effect, and one answer from then on',
    async (millis) => {
      const name = `after-${millis}`;
      const answer = await killAndRepeat(name, async () => {
        await sleep(millis);
        await platform.kill('cmdb-svc');
      });
      expect(await count(name)).toBe(1);
      const again = await send(name);
      expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([201, answer.body, 'true']);
    },
    120_000,
  );
});
