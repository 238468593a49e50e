import { lacks } from '@itops/faults';

import { messageId, receivedBefore } from '../../inbox/inbox';
import { type ConsumerContext } from '../consumer-context';
import { type Delivery } from '../delivery';
import { type Link } from '../link';

/**
 * Drops what tools have sent before, known by its source and id. (An aggregate's events are known by their version, which
 * `order` looks at.) They are remembered where their effect commits.
 */
export function deduplicate({
  consumer,
  database,
}: Pick<ConsumerContext, 'consumer' | 'database'>): Link<readonly Delivery[]> {
  return async (deliveries, next) => {
    const ids = deliveries.map(inboxId);
    if (lacks('inbox') || ids.every((id) => id === null)) return next(deliveries);
    const seen = await receivedBefore(
      database,
      consumer,
      ids.filter((id) => id !== null),
    );
    const fresh = deliveries.filter((_, index) => {
      const id = ids[index] ?? null;
      if (id === null) return true;
      const isFresh = !seen.has(id);
      seen.add(id);
      return isFresh;
    });
    const outcome = await next(fresh);
    return { ...outcome, duplicates: outcome.duplicates + deliveries.length - fresh.length };
  };
}

function inboxId({ decoded }: Delivery): string | null {
  return decoded.ok && decoded.event.aggregate === null ? messageId(decoded.event.source, decoded.event.id) : null;
}
