import { lacks, reach } from '@itops/faults';

import { rememberAll } from '../../inbox/inbox';
import { type ConsumerContext } from '../consumer-context';
import { toConsumed } from '../delivery';
import { type Next, NOTHING } from '../link';
import { movesOf } from '../placing';
import { advance } from '../sequences';
import { type Application } from './park';

/**
 * The end of the way: moves the sequences and remembers tools' messages, then calls the handler, all in the attempt's
 * transaction. @throws SequenceConflict when another member was faster
 */
export function handle({ consumer, handle: call }: Pick<ConsumerContext, 'consumer' | 'handle'>): Next<Application> {
  return async ({ tx, messages }) => {
    if (messages.length === 0) return NOTHING;
    if (!lacks('inbox')) {
      await advance(tx, consumer, movesOf(messages));
      await rememberAll(
        tx,
        consumer,
        messages.flatMap(({ event }) => (event.aggregate === null ? [event] : [])),
      );
    }
    await reach('after-inbox-insert');
    await call({ tx, events: messages.map(({ delivery, event }) => toConsumed(delivery.record, event)) });
    return { ...NOTHING, applied: messages.map(({ event }) => event) };
  };
}
