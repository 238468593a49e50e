import { setTimeout as sleep } from 'node:timers/promises';

import { Clock, Cursors, Lists, newId, Readiness, SystemClock } from '@itops/kit';
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

export function newPrefix(): string {
  return `m${newId().slice(-12)}.`;
}

export function brokers(): string[] {
  return (process.env['TEST_KAFKA_BROKERS'] ?? '').split(',');
}

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
    brokers: brokers(),
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
  // The service runs before its database is there, as on the platform.
  await database.initialize();
  await database.runMigrations();
  if (tables !== undefined) await database.query(tables);
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

async function untilReady(readiness: Readiness): Promise<void> {
  const end = Date.now() + 40_000;
  for (;;) {
    const { ready, checks } = await readiness.check();
    if (ready) return;
    if (Date.now() > end) throw new Error(`Not ready: ${JSON.stringify(checks)}`);
    await sleep(50);
  }
}
