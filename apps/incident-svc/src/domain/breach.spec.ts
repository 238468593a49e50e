import { type BreachData } from '@itops/contracts';

import { describeBreach } from './breach';

const breach: BreachData = {
  id: '01890000-0000-7000-8000-000000000001',
  version: 1,
  resourceId: '01890000-0000-7000-8000-000000000002',
  ciId: '01890000-0000-7000-8000-000000000003',
  metric: 'disk.used',
  unit: '%',
  labels: {},
  thresholdId: '01890000-0000-7000-8000-000000000004',
  comparator: '>',
  thresholdValue: 90,
  severity: 'error',
  kind: 'predicted',
  state: 'open',
  value: 71,
  detectedAt: '2026-01-01T00:00:00.000Z',
  expectedAt: '2026-01-05T10:00:30.000Z',
  earliestAt: null,
  latestAt: null,
  model: 'mstl',
  clearedAt: null,
};

it.each([
  [breach, 'disk.used of db-1 will be above 90 % at 2026-01-05 10:00 UTC'],
  [{ ...breach, kind: 'current', expectedAt: null } as const, 'disk.used of db-1 is above 90 %'],
  [{ ...breach, comparator: '<', unit: '', expectedAt: null } as const, 'disk.used of db-1 is below 90'],
  [{ ...breach, state: 'cleared' } as const, 'disk.used of db-1 is no longer expected above 90 %'],
])('says a breach in words', (data, words) => {
  expect(describeBreach(data, 'db-1')).toBe(words);
});
