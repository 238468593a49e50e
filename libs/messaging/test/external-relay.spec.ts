import path from 'node:path';

import { newId, Readiness } from '@itops/kit';
import {
  createTestDatabase,
  eventually,
  type StartedServer,
  startPostgresAlone,
  type TestDatabase,
} from '@itops/testing';
import { type DataSource } from 'typeorm';

import { MessagingModule } from '../src';
import { ExternalRelay } from '../src/outbox/external-relay';
import { Meters } from '../src/telemetry/meters';
import { createDataSource } from './messaging-app';

const SLOT = 'connector';

describe('beside a connector, the service', () => {
  let server: StartedServer;
  let testDatabase: TestDatabase;
  let database: DataSource;

  beforeAll(async () => {
    server = await startPostgresAlone(path.resolve(__dirname, '../../..'));
    const settings = await createDataSource(server.address).initialize();
    await settings.query(`alter system set wal_level = 'logical'`);
    await settings.destroy();
    await server.kill();
    await server.restart();
  });

  afterAll(() => server.stop());

  beforeEach(async () => {
    testDatabase = await createTestDatabase('external_relay', server.address);
    database = await createDataSource(testDatabase.url).initialize();
    await database.runMigrations();
  });

  afterEach(async () => {
    await database.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots');
    await database.destroy();
    await testDatabase.drop();
  });

  /** A replica of the service, and what its /readyz says. */
  function replica() {
    const readiness = new Readiness();
    const relay = new ExternalRelay(database, readiness, new Meters(), SLOT);
    return { clear: () => relay.clear(), detail: async () => JSON.stringify(await readiness.check()) };
  }

  async function write(rows: number): Promise<void> {
    await database.query(
      `insert into outbox (id, aggregate_type, aggregate_id, aggregate_version, part, topic, type, headers, created_at)
       select gen_random_uuid(), 'ci', $1, version, 0, 'itops.ci', 'ci.created', '{}', now()
       from generate_series(1, $2::int) version`,
      [newId(), rows],
    );
  }

  async function rows(): Promise<number> {
    const [{ count } = { count: -1 }]: { count: number }[] = await database.query(
      'select count(*)::int as count from outbox',
    );
    return count;
  }

  const makeSlot = (name: string) =>
    database.query(`select pg_create_logical_replication_slot($1, 'pgoutput')`, [name]);
  /** What a connector does that has published everything. */
  const confirm = (name: string) =>
    database.query('select pg_replication_slot_advance($1, pg_current_wal_lsn())', [name]);

  const confirmUntilLeft = (service: ReturnType<typeof replica>, left: number) =>
    eventually(async () => {
      await confirm(SLOT);
      await service.clear();
      expect(await rows()).toBe(left);
    });

  it('deletes what the named slot has confirmed, and nothing before', async () => {
    await makeSlot(SLOT);
    const service = replica();
    await service.clear();
    await write(3);
    for (let look = 0; look < 3; look++) expect(await service.clear()).toBe(0);
    expect(await rows()).toBe(3);
    await confirmUntilLeft(service, 0);
    expect(await service.detail()).toContain(`slot '${SLOT}'`);
  });

  it('takes no other slot of the database for the connector', async () => {
    await makeSlot('somebody_else');
    const service = replica();
    await service.clear();
    await write(3);
    await service.clear();
    await confirm('somebody_else');
    expect(await service.clear()).toBe(0);
    expect(await rows()).toBe(3);
    expect(await service.detail()).toContain(`'${SLOT}' is not there, events wait and no row is deleted`);
  });

  it('takes no slot of another database for the connector', async () => {
    const other = await createTestDatabase('external_relay_other', server.address);
    const elsewhere = await createDataSource(other.url).initialize();
    try {
      await elsewhere.query(`select pg_create_logical_replication_slot($1, 'pgoutput')`, [SLOT]);
      const service = replica();
      await service.clear();
      await write(3);
      await service.clear();
      await elsewhere.query('select pg_replication_slot_advance($1, pg_current_wal_lsn())', [SLOT]);
      expect(await service.clear()).toBe(0);
      expect(await rows()).toBe(3);
      expect(await service.detail()).toContain('is no lasting logical slot of this database');
    } finally {
      await elsewhere.query('select pg_drop_replication_slot($1)', [SLOT]);
      await elsewhere.destroy();
      await other.drop();
    }
  });

  it('keeps what was there before the slot, whatever the slot confirms, and says so', async () => {
    await write(3);
    await makeSlot(SLOT);
    const service = replica();
    await service.clear();
    await write(2);
    await service.clear();
    await confirmUntilLeft(service, 3);
    expect(await service.detail()).toContain('3 rows from before the slot was seen are kept');
  });

  it('goes on after a restart with what was written since the slot was first seen', async () => {
    await makeSlot(SLOT);
    await replica().clear();
    await write(3);
    await confirmUntilLeft(replica(), 0);
  });

  it('begins anew with a slot that went and came again', async () => {
    await makeSlot(SLOT);
    const service = replica();
    await service.clear();
    await write(3);
    await service.clear();
    await database.query('select pg_drop_replication_slot($1)', [SLOT]);
    await service.clear();
    // Its log begins behind the three rows.
    await makeSlot(SLOT);
    await service.clear();
    await write(2);
    await confirmUntilLeft(service, 3);
  });

  it('deletes nothing by a slot that was lost', async () => {
    await makeSlot(SLOT);
    const service = replica();
    await service.clear();
    await write(3);
    await service.clear();
    await confirm(SLOT);
    try {
      await database.query(`alter system set max_slot_wal_keep_size = '1MB'`);
      await database.query('select pg_reload_conf()');
      await eventually(async () => {
        await database.query(`select pg_logical_emit_message(false, 'spec', 'x')`);
        await database.query('select pg_switch_wal()');
        await database.query('checkpoint');
        expect(await database.query(`select 1 from pg_replication_slots where wal_status = 'lost'`)).toHaveLength(1);
      });
      expect(await service.clear()).toBe(0);
      expect(await rows()).toBe(3);
      expect(await service.detail()).toContain(`'${SLOT}' is lost (wal_removed), events wait and no row is deleted`);
    } finally {
      await database.query('alter system reset max_slot_wal_keep_size');
      await database.query('select pg_reload_conf()');
    }
  });

  it('does not start without the name of the slot', () => {
    const start = () =>
      MessagingModule.forService({ service: 'spec-svc', brokers: ['127.0.0.1:9092'], relayPlace: 'external' });
    expect(start).toThrow("Name the connector's replication slot");
  });
});
