import { Busy, SystemClock } from '@itops/kit';
import { createTestDatabase, type TestDatabase } from '@itops/testing';
import { DataSource } from 'typeorm';

import { Transactions } from '../src';
import { Relay } from '../src/outbox/relay';
import { isTransient } from '../src/transactions/database-errors';
import { cause, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

describe('transactions', () => {
  let testDatabase: TestDatabase;
  let service: MessagingApp;
  let narrow: DataSource;

  beforeAll(async () => {
    testDatabase = await createTestDatabase('transactions');
    service = await startMessagingApp({ databaseUrl: testDatabase.url, prefix: newPrefix() });
    narrow = new DataSource({
      type: 'postgres',
      url: testDatabase.url,
      extra: { max: 1, connectionTimeoutMillis: 200 },
    });
    await narrow.initialize();
  });

  afterAll(async () => {
    await narrow.destroy();
    await service.close();
    await testDatabase.drop();
  });

  it('say that too much is asked at once when no connection becomes free', async () => {
    const transactions = new Transactions(narrow, new SystemClock(), service.app.get(Relay), 'spec-svc');
    const refused: unknown = await transactions.run(cause, async () =>
      transactions.run(cause, () => Promise.resolve('never')).catch((error: unknown) => error),
    );
    expect(refused).toBeInstanceOf(Busy);
    expect(isTransient(refused)).toBe(true);
    expect(await transactions.run(cause, () => Promise.resolve('free again'))).toBe('free again');
  });
});
