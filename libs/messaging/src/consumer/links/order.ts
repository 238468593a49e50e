import { lacks } from '@itops/faults';

import { type ConsumerContext } from '../consumer-context';
import { aggregateOf, type Delivery } from '../delivery';
import { type Link } from '../link';
import { arrange, arrangeBlindly, type Placed } from '../placing';
import { loadSequences } from '../sequences';

/** A batch in which each message has its verdict. */
export interface Ordered {
  readonly placed: readonly Placed[];
}

/** Compares each event's version with how far its aggregate has come here, and says what is to happen with it. */
export function order({
  consumer,
  database,
}: Pick<ConsumerContext, 'consumer' | 'database'>): Link<readonly Delivery[], Ordered> {
  return async (deliveries, next) => {
    if (lacks('inbox')) return next({ placed: arrangeBlindly(deliveries) });
    const aggregates = deliveries.map(aggregateOf).filter((aggregate) => aggregate !== null);
    const { states, someHeld } = await loadSequences(database, consumer, aggregates);
    const placed = arrange(deliveries, states);
    // A held message that is known by now still has to leave held_message.
    const kept = placed.filter(({ verdict, delivery }) => verdict !== 'drop' || delivery.held);
    const outcome = await next({ placed: kept });
    return {
      ...outcome,
      duplicates: outcome.duplicates + placed.length - kept.length,
      someHeld: outcome.someHeld || someHeld,
    };
  };
}
