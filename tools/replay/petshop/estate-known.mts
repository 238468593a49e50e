import { answerOf, ApiProblem } from '../../../libs/client/src/index.mts';
import type { DiscoveryIn } from '../../client/inputs.mts';
import type { OpsApi } from '../../client/ops-api.mts';
import type { DiscoveryOutcome, Incident } from '../../client/resources.mts';
import { notYet, waitFor } from '../../client/wait.mts';

const KNOWN_MS = 60_000;
const DEPTH = 10;

/**
 * Waits until the incidents' own picture of the estate is the CMDB's: it follows by events, and alerts that came before
 * it would not be seen to belong together. An incident is opened for asking, and canceled.
 */
export async function estateKnown(api: OpsApi, estate: DiscoveryIn, { items }: DiscoveryOutcome): Promise<void> {
  const ids = new Map(items.flatMap(({ ciId, externalId }) => (typeof ciId === 'string' ? [[externalId, ciId]] : [])));
  const dependent = new Set(estate.relationships?.map(({ parent }) => parent.externalId));
  // Every relationship lies on a way up from an item that depends on nothing.
  const roots = items.map(({ externalId }) => externalId).filter((externalId) => !dependent.has(externalId));
  let probe: Incident | undefined;
  for (const externalId of roots) {
    const ci = { source: estate.source, externalId };
    const params = { path: { id: ids.get(externalId) ?? '' }, query: { direction: 'affected' as const, depth: DEPTH } };
    const expected = await answerOf(api.client.GET('/v1/cis/{id}/impact', { params }));
    probe = await waitFor(
      `the incidents' picture of ${externalId}`,
      async () => {
        const asked = await ifKnown(() => (probe ? api.edit(probe, { ci }) : api.createIncident({ title: TITLE, ci })));
        if (asked === undefined) return notYet('the item is not known');
        probe = asked;
        const { items: seen } = await api.impact(asked.id, DEPTH);
        return seen.length === expected.items.length
          ? asked
          : notYet(`${seen.length} of ${expected.items.length} items that suffer`);
      },
      { timeoutMs: KNOWN_MS, everyMs: 100 },
    );
  }
  if (probe) await api.act(probe, { action: 'cancel', body: { reason: 'Opened to see that the estate is known.' } });
}

const TITLE = 'Is the estate known?';

/** An item that is not known yet is refused as bad input. */
async function ifKnown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 400) return undefined;
    throw error;
  }
}
