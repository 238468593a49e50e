import { Clock, Readiness, SystemClock } from '@itops/kit';
import { createTestDatabase, eventually, type TestDatabase } from '@itops/testing';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { metrics } from '@opentelemetry/api';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import { DataSource } from 'typeorm';

import { MessagingModule } from '../src';
import { brokers, createDataSource, newPrefix, startMessagingApp } from './messaging-app';

class AskedReader extends MetricReader {
  protected override onForceFlush = (): Promise<void> => Promise.resolve();
  protected override onShutdown = (): Promise<void> => Promise.resolve();
}

const reader = new AskedReader();
let testDatabase: TestDatabase;

beforeAll(async () => {
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  testDatabase = await createTestDatabase('outbox_metrics');
  const service = await startMessagingApp({ databaseUrl: testDatabase.url, prefix: newPrefix() });
  await service.close();
});
afterAll(() => testDatabase.drop());

/** The names of the outbox's metrics that have a value now. */
async function told(): Promise<string[]> {
  const { resourceMetrics } = await reader.collect();
  return resourceMetrics.scopeMetrics
    .flatMap((scope) => scope.metrics)
    .filter(({ descriptor, dataPoints }) => descriptor.name.startsWith('itops.outbox.') && dataPoints.length > 0)
    .map(({ descriptor }) => descriptor.name)
    .sort();
}

describe('what waits in the outbox is told', () => {
  it('by a service whose relay is a process of its own', async () => {
    const service = await startMessagingApp({
      ...{ databaseUrl: testDatabase.url, prefix: newPrefix(), relayPlace: 'separate' },
    });
    try {
      expect(await told()).toEqual(expect.arrayContaining(['itops.outbox.oldest', 'itops.outbox.rows']));
    } finally {
      await service.close();
    }
  });

  it('by that process', async () => {
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
    const relay = MessagingModule.forRelay({ service: 'spec-svc', brokers: brokers(), prefix: newPrefix() });
    const app = await NestFactory.createApplicationContext(
      { module: Root, imports: [globals, relay] },
      { logger: false },
    );
    try {
      await eventually(async () =>
        expect(await told()).toEqual(
          expect.arrayContaining(['itops.outbox.leases', 'itops.outbox.oldest', 'itops.outbox.rows']),
        ),
      );
    } finally {
      await app.close();
      await database.destroy();
    }
  });
});
