import { createServer, type Server } from 'node:net';

import { createTestDatabase, eventually, type TestDatabase } from '@itops/testing';
import { Logger } from '@nestjs/common';

import { OutboxChannel } from '../src/outbox/outbox-channel';
import { createDataSource } from './messaging-app';

/** Where a database was; whoever connects is turned away. */
async function turningAway(): Promise<{ server: Server; port: number; cameAt: readonly number[] }> {
  const cameAt: number[] = [];
  const server = createServer((socket) => {
    cameAt.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' ? (address?.port ?? 0) : 0, cameAt };
}

describe('the channel between processes', () => {
  let testDatabase: TestDatabase;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('outbox_channel');
  });
  afterAll(() => testDatabase.drop());

  it('waits longer and longer for a database that is away, and says so once', async () => {
    const database = await createDataSource(testDatabase.url).initialize();
    const away = await turningAway();
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const pool: unknown = 'master' in database.driver ? database.driver.master : undefined;
    const options: unknown = typeof pool === 'object' && pool !== null && 'options' in pool ? pool.options : undefined;
    Object.assign(Object(options), { connectionString: `postgres://a@127.0.0.1:${away.port}/a` });
    const channel = new OutboxChannel(database);
    channel.onApplicationBootstrap();
    try {
      await eventually(() => expect(away.cameAt.length).toBeGreaterThanOrEqual(4));
      const waits = away.cameAt.slice(1).map((at, place) => at - (away.cameAt[place] ?? 0));
      // 200, 400, 800 ms, each up to a quarter less, which no timer undercuts by much.
      for (const [place, least] of [140, 290, 590].entries()) expect(waits[place]).toBeGreaterThan(least);
      expect(warn).toHaveBeenCalledTimes(1);
    } finally {
      await channel.onApplicationShutdown();
      await database.destroy();
      away.server.close();
      warn.mockRestore();
    }
  });
});
