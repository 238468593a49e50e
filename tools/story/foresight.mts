import { answerOf, everyItem } from '../../libs/client/src/index.mts';
import type { OpsApi } from '../client/ops-api.mts';
import { notYet } from '../client/wait.mts';
import type { CiIds } from './foundation.mts';
import { FILLING_DISK } from './metrics.mts';
import type { Narrator } from './narrator.mts';

const FORESEEN_MS = 60_000;
const OPEN: ('new' | 'in_progress' | 'on_hold')[] = ['new', 'in_progress', 'on_hold'];

/** Waits until the platform foresees that the disk is full, and for the one incident that prevents it. */
export async function watchTheDisk({ client }: OpsApi, narrator: Narrator, ids: CiIds): Promise<void> {
  const ciId = ids.get(FILLING_DISK.ci) ?? '';
  const { terminal } = narrator;
  const resource = await terminal.wait(`the measurements of ${FILLING_DISK.ci}`, FORESEEN_MS, async () => {
    const query = { ciId: [ciId], metric: [FILLING_DISK.metric] };
    const { items } = await answerOf(client.GET('/v1/resources', { params: { query } }));
    return items[0];
  });
  const breach = await terminal.wait(`a predicted breach of ${FILLING_DISK.ci}`, FORESEEN_MS, async () => {
    const breaches = await everyItem((page) =>
      client.GET('/v1/breaches', { params: { query: { ...page, resourceId: [resource.id] } } }),
    );
    const found = breaches.find(({ kind, state }) => kind === 'predicted' && state === 'open');
    return found ?? notYet(`${breaches.length} breaches, none of them predicted and open`);
  });
  const params = { path: { id: resource.id }, query: { horizon: 'P14D' } };
  const forecast = await answerOf(client.GET('/v1/resources/{id}/forecast', { params }));
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
    const query = { source: ['capacity' as const], ciId: [ciId], state: OPEN };
    const { items } = await answerOf(client.GET('/v1/incidents', { params: { query } }));
    return items[0];
  });
  narrator.incident(incident);
}

function minute(at: string | null | undefined): string {
  return at === null || at === undefined ? 'an unknown time' : `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
