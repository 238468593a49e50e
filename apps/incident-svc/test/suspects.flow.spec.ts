import { type BreachData, breachCleared, breachOpened, breachPredicted, domainTopics } from '@itops/contracts';
import { HOUR, MINUTE, newId } from '@itops/kit';
import { eventually } from '@itops/testing';

import { IncidentTest, rows, text } from './estate';

const start = Date.UTC(2023, 4, 1, 10);
const at = (millis: number) => new Date(start + millis);

let test: IncidentTest;
beforeAll(async () => {
  test = await IncidentTest.start();
});
beforeEach(async () => {
  await test.reset();
  await test.addEstate(['web>checkout', 'checkout>payment-db', 'mail>smtp']);
});
afterAll(() => test.close());

async function suspectsOf(incident: Record<string, unknown>): Promise<Record<string, unknown>[]> {
  const { body } = await test.service.api.get(`/v1/incidents/${text(incident, 'id')}/suspects`);
  return rows(body['items']);
}
const alert = (ci: string, millis: number) =>
  test.alert({ summary: `${ci} fails`, ci, dedupKey: ci, startsAt: at(millis).toISOString() });

describe('suspects', () => {
  it('are found when the incident opens, and again when a change becomes known later', async () => {
    await test.change('decoy', 'web', at(-20 * HOUR));
    await test.change('elsewhere', 'smtp', at(-MINUTE));
    await eventually(async () => {
      const [count] = await test.service.database.query<{ n: number }[]>(
        'select count(*)::int as n from change where actual_start is not null',
      );
      expect(count?.n).toBe(2);
    });
    await alert('checkout', 0);
    await alert('web', 1000);
    const incident = await test.oneIncident();
    await eventually(async () => expect((await suspectsOf(incident)).map(({ title }) => title)).toEqual(['decoy']));

    await test.change('culprit', 'payment-db', at(-6 * MINUTE));
    await eventually(async () =>
      expect((await suspectsOf(incident)).map(({ title }) => title)).toEqual(['culprit', 'decoy']),
    );
    const [culprit = {}] = await suspectsOf(incident);
    expect(rows(culprit['reasons']).map((reason) => reason['text'])).toEqual(
      expect.arrayContaining([
        'Deployed 6 min before the first alert',
        'payment-db is one hop upstream of checkout, and reaches all 2 alerting items',
      ]),
    );
    expect(rows(culprit['path']).map(({ ciName }) => ciName)).toEqual(['payment-db', 'checkout']);
    const found = await test.service.bus.waitFor(
      domainTopics.incident.name,
      ({ type, data }) =>
        type === 'itops.incident.suspects-found.v1' &&
        data['id'] === incident['id'] &&
        rows(data['suspects']).length === 2,
    );
    expect(found.subject).toBe(incident['id']);
    const timeline = await test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);
    expect(timeline.filter(({ kind }) => kind === 'suspects').length).toBeGreaterThanOrEqual(2);
    await eventually(() => {
      const versions = test.events(incident['id']).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
    });
  });

  it('are found among changes of which nobody has told but that they are over', async () => {
    await test.change('culprit', 'payment-db', at(-6 * MINUTE), {
      actualStart: null,
      actualEnd: at(-6 * MINUTE).toISOString(),
      state: 'closed',
    });
    await alert('checkout', 0);
    const incident = await test.oneIncident();
    await eventually(async () => expect((await suspectsOf(incident)).map(({ title }) => title)).toEqual(['culprit']));
  });

  it('are not looked for among changes that began long before or on items that reach no alert', async () => {
    await test.change('old', 'payment-db', at(-73 * HOUR));
    await test.change('elsewhere', 'smtp', at(-MINUTE));
    await test.change('near', 'checkout', at(-HOUR));
    await alert('checkout', 0);
    const incident = await test.oneIncident();
    await eventually(async () => expect((await suspectsOf(incident)).map(({ title }) => title)).toEqual(['near']));
  });

  it('follow what becomes of a change, and its incident tells of it', async () => {
    await alert('checkout', 0);
    const incident = await test.oneIncident();
    await test.change('late', 'checkout', at(-MINUTE));
    await eventually(async () => {
      const timeline = await test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);
      expect(timeline.map(({ summary }) => summary)).toContain('CHG-late "late" started on checkout');
    });
  });
});

describe('capacity', () => {
  let [resourceId, thresholdId] = [newId(), newId()];
  beforeEach(() => {
    [resourceId, thresholdId] = [newId(), newId()];
  });
  const breach = (more: Partial<BreachData> = {}): BreachData => ({
    id: newId(),
    version: 1,
    resourceId,
    ciId: test.idOf('payment-db'),
    metric: 'disk.used',
    unit: '%',
    labels: {},
    thresholdId,
    comparator: '>',
    thresholdValue: 90,
    severity: 'error',
    kind: 'predicted',
    state: 'open',
    value: 71,
    detectedAt: at(0).toISOString(),
    expectedAt: at(72 * HOUR).toISOString(),
    earliestAt: null,
    latestAt: null,
    model: 'mstl',
    clearedAt: null,
    ...more,
  });
  const timelineOf = (incident: Record<string, unknown>) => test.list(`/v1/incidents/${text(incident, 'id')}/timeline`);

  it('that will run out opens exactly one preventive incident, which ends with the forecast', async () => {
    const [first, second] = [breach(), breach()];
    await test.service.bus.emitEvents([breachPredicted.of(first.id, 1, first)]);
    await test.service.bus.emitEvents([breachPredicted.of(second.id, 1, second)]);
    const incident = await test.oneIncident();
    expect(incident).toMatchObject({
      source: 'capacity',
      ciName: 'payment-db',
      urgency: 3,
      title: 'disk.used of payment-db will be above 90 % at 2023-05-04 10:00 UTC',
    });
    await eventually(async () =>
      expect((await timelineOf(incident)).filter(({ kind }) => kind === 'capacity')).toHaveLength(2),
    );
    await test.oneIncident();
    const cleared = (one: BreachData): BreachData => ({
      ...one,
      version: 2,
      state: 'cleared',
      clearedAt: at(HOUR).toISOString(),
    });
    await test.service.bus.emitEvents([
      breachCleared.of(first.id, 2, cleared(first)),
      breachCleared.of(second.id, 2, cleared(second)),
    ]);
    await eventually(async () =>
      expect(await test.oneIncident()).toMatchObject({ state: 'resolved', closeCode: 'forecast_cleared' }),
    );
  });

  it('that has run out makes the preventive incident urgent; a new one opens when severe', async () => {
    const [foreseen, present] = [breach(), breach({ kind: 'current', expectedAt: null, severity: 'critical' })];
    await test.service.bus.emitEvents([breachPredicted.of(foreseen.id, 1, foreseen)]);
    await test.oneIncident();
    await test.service.bus.emitEvents([breachOpened.of(present.id, 1, present)]);
    await eventually(async () => expect(await test.oneIncident()).toMatchObject({ urgency: 1 }));
    const other = breach({ kind: 'current', expectedAt: null, severity: 'error', thresholdId: newId() });
    const mild = breach({ kind: 'current', expectedAt: null, severity: 'warning', thresholdId: newId() });
    await test.service.bus.emitEvents([breachOpened.of(other.id, 1, other)]);
    await test.service.bus.emitEvents([breachOpened.of(mild.id, 1, mild)]);
    await eventually(async () => expect(await test.list('/v1/incidents')).toHaveLength(2));
  });

  it('is told in the stories of open incidents on the item', async () => {
    await alert('payment-db', 0);
    const incident = await test.oneIncident();
    const foreseen = breach();
    await test.service.bus.emitEvents([breachPredicted.of(foreseen.id, 1, foreseen)]);
    await eventually(async () => expect((await timelineOf(incident)).map(({ kind }) => kind)).toContain('capacity'));
  });
});
