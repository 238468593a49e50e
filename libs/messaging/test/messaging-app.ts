import { setTimeout as sleep } from 'node:timers/promises';

import { Clock, Cursors, Lists, newId, Readiness, SystemClock } from '@itops/kit';
import { createTopics, testBrokers } from '@itops/testing';
import { type INestApplication, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions } from '@nestjs/microservices';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';

import {
  type AuditOptions,
  EventStrategy,
  messagingMigrations,
  MessagingModule,
  type RelayOptions,
  type RelayPlace,
  Transactions,
} from '../src';

export const cause = { actor: 'user:spec', correlationId: newId() };

/** A small service: the backbone, and the spec's own consumers. */
export interface MessagingApp {
  readonly app: INestApplication;
  readonly database: DataSource;
  readonly transactions: Transactions;
  readonly readiness: Readiness;
  close(): Promise<void>;
}

export interface MessagingAppOptions {
  readonly databaseUrl: string;
  readonly prefix: string;
  readonly consumers?: Type[];
  readonly relay?: RelayOptions;
  readonly relayPlace?: RelayPlace;
  readonly outboxSlot?: string;
  readonly audit?: AuditOptions;
  /** Further tables of the spec. */
  readonly tables?: string;
}

export { newPrefix, testBrokers as brokers } from '@itops/testing';

export function createDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    migrations: [...messagingMigrations],
    extra: { max: 10, pipeline: true },
  });
}

export async function startMessagingApp(options: MessagingAppOptions): Promise<MessagingApp> {
  const { databaseUrl, prefix, consumers = [], relay, relayPlace, outboxSlot, audit, tables } = options;
  await createTopics(prefix);
  const database = createDataSource(databaseUrl);
  const readiness = new Readiness();

  @Module({})
  class Globals {}
  @Module({})
  class Root {}
  const globals = {
    module: Globals,
    global: true,
    providers: [
      { provide: DataSource, useValue: database },
      { provide: Readiness, useValue: readiness },
      { provide: Clock, useClass: SystemClock },
      { provide: Lists, useValue: new Lists(database, new Cursors('a key of the spec, long enough')) },
    ],
    exports: [DataSource, Readiness, Clock, Lists],
  };
  const messaging = MessagingModule.forService({
    service: 'spec-svc',
    brokers: testBrokers(),
    prefix,
    ...(relay === undefined ? {} : { relay }),
    ...(relayPlace === undefined ? {} : { relayPlace }),
    outboxSlot,
    ...(audit === undefined ? {} : { audit }),
  });
  const app = await NestFactory.create(
    { module: Root, imports: [globals, messaging], controllers: consumers },
    new FastifyAdapter(),
    { logger: process.env['TEST_LOG_LEVEL'] === undefined ? false : ['error', 'warn', 'log'], abortOnError: false },
  );
  app.connectMicroservice<MicroserviceOptions>({ strategy: app.get(EventStrategy) }, { inheritAppConfig: false });
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  // The service runs before its database is there, as on the platform. Its tables are made first, by another connection:
  // who finds none tries again only seconds later.
  await prepare(databaseUrl, tables);
  await database.initialize();
  await untilReady(readiness);
  return {
    app,
    database,
    transactions: app.get(Transactions),
    readiness,
    close: async () => {
      await app.close();
      await database.destroy();
    },
  };
}

async function prepare(databaseUrl: string, tables: string | undefined): Promise<void> {
  const database = await createDataSource(databaseUrl).initialize();
  try {
    await database.runMigrations();
    if (tables !== undefined) await database.query(tables);
  } finally {
    await database.destroy();
  }
}

async function untilReady(readiness: Readiness): Promise<void> {
  const end = Date.now() + 40_000;
  for (;;) {
    const { ready, checks } = await readiness.check();
    if (ready) return;
    if (Date.now() > end) throw new Error(`Not ready: ${JSON.stringify(checks)}`);
    await sleep(50);
  }
}
