import type { OpsApi } from '../client/ops-api.mts';
import { Breach, Forecast, Incident, Resource } from '../client/resources.mts';
import { notYet } from '../client/wait.mts';
import type { CiIds } from './foundation.mts';
import { FILLING_DISK } from './metrics.mts';
import type { Narrator } from './narrator.mts';

const FORESEEN_MS = 60_000;
const OPEN = 'new,in_progress,on_hold';

/** Waits until the platform foresees that the disk is full, and for the one incident that prevents it. */
export async function watchTheDisk(api: OpsApi, narrator: Narrator, ids: CiIds): Promise<void> {
  const ciId = ids.get(FILLING_DISK.ci);
  const { terminal } = narrator;
  const resource = await terminal.wait(`the measurements of ${FILLING_DISK.ci}`, FORESEEN_MS, async () => {
    const found = await api.all('/v1/resources', Resource, { ciId, metric: FILLING_DISK.metric });
    return found.find((one) => one.ciId === ciId && one.metric === FILLING_DISK.metric);
  });
  const breach = await terminal.wait(`a predicted breach of ${FILLING_DISK.ci}`, FORESEEN_MS, async () => {
    const breaches = await api.all('/v1/breaches', Breach, { resourceId: resource.id });
    const found = breaches.find(({ kind, state }) => kind === 'predicted' && state === 'open');
    return found ?? notYet(`${breaches.length} breaches, none of them predicted and open`);
  });
  const forecast = await api.gateway.get(`/v1/resources/${resource.id}/forecast`, Forecast, { horizon: 'P14D' });
  const accuracy = forecast.accuracy?.mase ?? null;
  narrator.found(
    `${FILLING_DISK.ci}: ${resource.lastValue?.toFixed(1) ?? '?'} % full now; predicted to pass the threshold at ${minute(breach.expectedAt)}`,
    'yellow',
  );
  const { exhaustion } = forecast;
  if (exhaustion)
    narrator.say(
      `  between ${minute(exhaustion.earliest)} and ${minute(exhaustion.latest)}, by the forecast's 95 % interval`,
    );
  narrator.say(
    `  model ${forecast.model}${accuracy === null ? '' : `, MASE ${accuracy.toFixed(2)} on a held-back window`}`,
  );

  const incident = await terminal.wait(`the preventive incident for ${FILLING_DISK.ci}`, FORESEEN_MS, async () => {
    const [found] = await api.all('/v1/incidents', Incident, { source: 'capacity', ciId, state: OPEN });
    return found;
  });
  narrator.incident(incident);
}

function minute(at: string | null | undefined): string {
  return at === null || at === undefined ? 'an unknown time' : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
