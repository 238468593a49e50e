import path from 'node:path';

import { isRecord } from '@itops/kit';
import { createTestDatabase, eventually, startPostgresAlone } from '@itops/testing';

import { newApiKeyText } from '../src/entrance/api-key-text';
import { type GatewayUnderTest, startGateway } from './gateway-under-test';

const ROOT = path.resolve(__dirname, '../../..');

const REPORTS: readonly (readonly [path: string, report: object])[] = [
  ['/v1/alerts', { source: 'prometheus', summary: 'Disk is full', severity: 'critical' }],
  [
    '/v1/deployments',
    { source: 'ci', externalRef: 'run-1', ci: 'web-1', status: 'started', at: '2026-01-01T00:00:00.000Z' },
  ],
  ['/v1/metrics', { series: [{ ci: 'web-1', metric: 'cpu', unit: '%', points: [[1_767_225_600_000, 1]] }] }],
];
const DISCOVERY = { source: 'aws', items: [{ class: 'server', externalId: 'i-1', name: 'web-1' }], relationships: [] };

async function requireDoorsOpen({ api, incident }: GatewayUnderTest): Promise<void> {
  for (const [door, report] of REPORTS) expect([door, (await api.post(door, report)).status]).toEqual([door, 202]);
  const discovery = await api.post('/v1/discovery', DISCOVERY, { prefer: 'respond-async' });
  expect(discovery.status).toBe(202);
  incident.json(200, { items: [] });
  expect((await api.get('/v1/incidents')).status).toBe(200);
}

async function databaseProbe({ api }: GatewayUnderTest): Promise<unknown> {
  const { status, body } = await api.get('/readyz');
  expect([status, body['status']]).toEqual([200, 'ready']);
  const checks = body['checks'];
  const database = isRecord(checks) ? checks['database'] : undefined;
  return isRecord(database) ? database['ready'] : undefined;
}

describe('while its database is away', () => {
  it('the gateway takes reports, hands requests over, stays in service, and goes on when it is back', async () => {
    const server = await startPostgresAlone(ROOT);
    const database = await createTestDatabase('gateway', server.address);
    const gateway = await startGateway({ env: { DATABASE_URL: database.url } });
    try {
      expect(await databaseProbe(gateway)).toBe(true);
      const whoShows = async (key: string) =>
        (await gateway.api.get('/v1/incidents', { authorization: `Bearer ${key}` })).status;
      const nobodys = newApiKeyText();
      expect(await whoShows(nobodys)).toBe(401);
      await server.kill();
      await requireDoorsOpen(gateway);
      // It may have been made at another gateway in this moment.
      expect(await whoShows(nobodys)).toBe(503);
      expect(await databaseProbe(gateway)).toBe(false);
      const letters = await gateway.api.get('/v1/dead-letters?service=gateway');
      expect(letters.body).toMatchObject({ items: [], unavailable: ['gateway'] });

      await server.restart();
      await eventually(async () => expect(await databaseProbe(gateway)).toBe(true));
      expect((await gateway.api.get('/v1/dead-letters?service=gateway')).body['unavailable']).toEqual([]);
    } finally {
      await gateway.close();
      await server.stop();
    }
  });

  it('the gateway starts', async () => {
    const gateway = await startGateway({
      env: { DATABASE_URL: 'postgres://127.0.0.1:9/none' },
      expectedAway: ['database', 'outbox-relay', 'consumers', 'audit', 'api-keys'],
    });
    try {
      await requireDoorsOpen(gateway);
      expect(await databaseProbe(gateway)).toBe(false);
    } finally {
      await gateway.close();
    }
  });
});
