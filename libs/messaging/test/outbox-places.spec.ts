import { domainTopics } from '@itops/contracts';
import { arm, disarm, lacks, takeOut } from '@itops/faults/armed';
import { Clock, newId, Readiness, SystemClock } from '@itops/kit';
import { createTestDatabase, eventually, TestBus, type TestDatabase } from '@itops/testing';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import { DataSource } from 'typeorm';

import { MessagingModule, type RelayPlace } from '../src';
import { ExternalRelay } from '../src/outbox/external-relay';
import { Leases } from '../src/outbox/leases';
import { PARTS } from '../src/outbox/parts';
import { ci } from './ci-events';
import { brokers, cause, createDataSource, type MessagingApp, newPrefix, startMessagingApp } from './messaging-app';

/** Nothing is found by looking: what arrives in time was announced. */
const BLIND = { pollMs: 600_000 };

describe('the outbox is published', () => {
  let testDatabase: TestDatabase;
  let prefix: string;
  let bus: TestBus | undefined;
  let closing: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    prefix = newPrefix();
    testDatabase = await createTestDatabase('outbox_places');
  });

  afterEach(async () => {
    disarm();
    await bus?.close();
    bus = undefined;
    for (const close of closing.reverse()) await close();
    closing = [];
    await testDatabase.drop();
  });

  async function startService(relayPlace: RelayPlace, outboxSlot?: string): Promise<MessagingApp> {
    const service = await startMessagingApp({
      ...{ databaseUrl: testDatabase.url, prefix, relayPlace, relay: BLIND },
      ...(outboxSlot === undefined ? {} : { outboxSlot }),
    });
    closing.push(() => service.close());
    return service;
  }

  /** What `main.js relay` runs, in this process. */
  async function startRelay(): Promise<INestApplicationContext> {
    const database = await createDataSource(testDatabase.url).initialize();
    @Module({})
    class Globals {}
    @Module({})
    class Root {}
    const globals = {
      module: Globals,
      global: true,
      providers: [{ provide: DataSource, useValue: database }, { provide: Clock, useClass: SystemClock }, Readiness],
      exports: [DataSource, Readiness, Clock],
    };
    const relay = MessagingModule.forRelay({ service: 'spec-svc', brokers: brokers(), prefix, relay: BLIND });
    const app = await NestFactory.createApplicationContext(
      { module: Root, imports: [globals, relay] },
      { logger: false },
    );
    closing.push(async () => {
      await app.close();
      await database.destroy();
    });
    await eventually(async () => expect(await app.get(Readiness).check()).toMatchObject({ ready: true }));
    return app;
  }

  async function publish(service: MessagingApp): Promise<string> {
    const id = newId();
    await service.transactions.run(cause, (tx) => tx.publish([ci(id, 1)]));
    return id;
  }

  const arrives = async (id: string) => {
    bus ??= await TestBus.connect(brokers(), prefix, [domainTopics.ci.name]);
    await bus.waitFor(domainTopics.ci.name, ({ subject }) => subject === id);
  };

  const relayDetail = async (service: MessagingApp) => {
    const { checks } = await service.readiness.check();
    return JSON.stringify(checks);
  };

  async function listenerOn(channel: string): Promise<string[]> {
    const heard: string[] = [];
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    await client.query(`listen ${channel}`);
    client.on('notification', ({ payload = '' }) => void heard.push(payload));
    closing.push(() => client.end());
    return heard;
  }

  /** Both ends of the channel have to be there before an announcement can be heard. */
  async function untilConnected(service: MessagingApp, count: number): Promise<void> {
    await eventually(async () => {
      const rows: unknown[] = await service.database.query(
        `select 1 from pg_stat_activity where datname = current_database() and query ilike 'listen itops_outbox%'`,
      );
      expect(rows.length).toBeGreaterThanOrEqual(count);
    });
  }

  it('by the service itself, which then announces nothing', async () => {
    const service = await startService('in-service');
    await untilConnected(service, 1);
    const heard = await listenerOn('itops_outbox');
    const ids = await Promise.all(Array.from({ length: 50 }, () => publish(service)));
    for (const id of ids) await arrives(id);
    expect(heard).toEqual([]);
  });

  it('by another replica that holds the part, woken across processes with few announcements', async () => {
    const holder = await startService('in-service');
    const second = await startService('in-service');
    // The first holds everything: the second has only what the first gives up.
    await untilConnected(holder, 2);
    const heard = await listenerOn('itops_outbox');
    await eventually(async () => {
      const rows: unknown[] = await holder.database.query('select distinct owner from outbox_lease');
      expect(rows).toHaveLength(2);
    });
    const ids = await Promise.all(Array.from({ length: 100 }, () => publish(second)));
    for (const id of ids) await arrives(id);
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThan(100);
  });

  it('by a process of its own; the service says so, and goes on writing while that is away', async () => {
    const service = await startService('separate');
    expect(await relayDetail(service)).toContain('none at work');
    const early = await publish(service);
    expect(await service.database.query('select 1 from outbox')).toHaveLength(1);

    const relay = await startRelay();
    await arrives(early);
    expect(await relayDetail(service)).toContain('1 at work');
    await untilConnected(service, 1);
    // Woken by the announcement alone; the service's end of the channel may still be connecting for the first.
    await eventually(async () => {
      const announced = await publish(service);
      bus ??= await TestBus.connect(brokers(), prefix, [domainTopics.ci.name]);
      await bus.waitFor(domainTopics.ci.name, ({ subject }) => subject === announced, 1_000);
    });

    await relay.close();
    const late = await publish(service);
    expect(await relayDetail(service)).toContain('none at work');
    await startRelay();
    await arrives(late);
  });

  it('by a connector outside: every row stays while its replication slot is not there', async () => {
    const service = await startService('external', 'connector');
    const external = service.app.get(ExternalRelay);
    await publish(service);
    expect(await relayDetail(service)).toContain("replication slot 'connector' is not there");
    expect(await external.clear()).toBe(0);
    expect(await service.database.query('select 1 from outbox')).toHaveLength(1);
  });

  it('again by others after the clock was set back an hour and the relay before has died', async () => {
    const database = await createDataSource(testDatabase.url).initialize();
    closing.push(() => database.destroy());
    await database.runMigrations();
    const dead = new Leases(database, 10_000);
    await dead.renew();
    await database.query(`update outbox_lease set expires_at = expires_at + interval '1 hour'`);
    await database.query(`update outbox_relay set expires_at = expires_at + interval '1 hour'`);
    const next = new Leases(database, 10_000);
    await next.renew();
    expect(next.usable(() => true)).toHaveLength(PARTS);
    expect(await database.query('select 1 from outbox_relay')).toHaveLength(1);
  });

  it('by two at a time when the lease is taken out, which only a test can do', async () => {
    const service = await startService('in-service');
    const other = new Leases(service.database, 10_000);
    expect(other.usable(() => true)).toEqual([]);
    takeOut('lease');
    expect(lacks('lease')).toBe(true);
    expect(other.usable(() => true)).toHaveLength(PARTS);
    arm('after-relay-read', () => undefined);
    await arrives(await publish(service));
  });
});
