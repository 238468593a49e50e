import { domainTopics } from '@itops/contracts';
import { DAY, HOUR, ManualClock, newId } from '@itops/kit';
import { eventually, newPrefix, startTestService, type TestService } from '@itops/testing';

import { capacityService } from '../src/capacity.service';
import { DropOldPointsJob } from '../src/features/drop-old-points/drop-old-points.job';
import { PredictBreachesJob } from '../src/features/predict-breaches/predict-breaches.job';
import { announce, ci, itemsOf, report } from './estate';

const NOW = Date.parse('2026-06-15T12:00:00Z');

describe('two replicas on one database', () => {
  const clock = new ManualClock(new Date(NOW));
  const prefix = newPrefix();
  // The polling is far apart, so that the test itself says when both look.
  const env = { FORECAST_POLL_MS: '600000' };
  let first: TestService;
  let second: TestService;

  beforeAll(async () => {
    first = await startTestService(capacityService, { clock, prefix, env });
    const rows = await first.database.query<{ name: string }[]>('select current_database() as name');
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${rows[0]?.name ?? ''}`;
    second = await startTestService(capacityService, { clock, prefix, env: { ...env, DATABASE_URL: url.href } });
  });

  afterAll(async () => {
    await second.close();
    await first.close();
  });

  it('forecast each resource once', async () => {
    const host = ci(`shared-${newId()}`);
    await announce(first, host);
    const metric = `full-${newId()}`;
    const made = await first.api.post('/v1/thresholds', { metric, comparator: '>', value: 90, predictDays: 30 });
    const points = Array.from({ length: 120 }, (_, hour) => [NOW - (120 - hour) * HOUR, 50 + hour * 0.1] as const);
    const resources = 8;
    for (let disk = 0; disk < resources; disk++) {
      await report(first, [{ ci: host.id, metric, labels: { disk: String(disk) }, points }]);
    }
    await eventually(async () => {
      const items = itemsOf((await first.api.get(`/v1/resources?metric=${metric}`)).body);
      expect(items.filter(({ ciId }) => ciId === host.id)).toHaveLength(resources);
    });
    const jobs = [first, second].map(({ running }) => running.app.get(PredictBreachesJob));
    await Promise.all([...jobs, ...jobs].map((job) => job.run()));
    const seen = () => first.bus.all(domainTopics.capacity.name);
    await eventually(() => {
      const predicted = seen().filter(
        ({ type, data }) => type.includes('predicted') && data['thresholdId'] === made.body['id'],
      );
      expect(predicted).toHaveLength(resources);
      expect(new Set(predicted.map(({ data }) => data['resourceId'])).size).toBe(resources);
    });
    const updates = await eventually(() => {
      const found = seen().filter(({ type }) => type.includes('forecast-updated'));
      expect(found).toHaveLength(resources);
      return found;
    });
    expect(updates.every(({ event }) => event['aggregateversion'] === 1)).toBe(true);
    const leased = await first.database.query<unknown[]>(
      'select 1 from resource where forecast_lease_until is not null',
    );
    expect(leased).toEqual([]);
  });

  it('drop months past their retention, and only those', async () => {
    const host = ci(`aged-${newId()}`);
    await announce(first, host);
    const old = NOW - 1_800 * DAY;
    await report(first, [
      {
        ci: host.id,
        metric: 'aged',
        points: [
          [old, 1],
          [NOW, 2],
        ],
      },
    ]);
    const values = async () => {
      const items = itemsOf((await first.api.get('/v1/resources?metric=aged')).body);
      return itemsOf((await first.api.get(`/v1/resources/${String(items[0]?.['id'])}/series`)).body).map(
        ({ value }) => value,
      );
    };
    await eventually(async () => expect(await values()).toEqual([1, 2]));
    const jobs = [first, second].map(({ running }) => running.app.get(DropOldPointsJob));
    await Promise.all(jobs.map((job) => job.run()));
    expect(await values()).toEqual([1, 2]);
    clock.advance(70 * DAY);
    await Promise.all(jobs.map((job) => job.run()));
    expect(await values()).toEqual([2]);
  });
});
