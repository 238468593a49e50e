import { type ConsumerContext } from './consumer-context';
import { type Incoming, type Next, way } from './link';
import { decode } from './links/decode';
import { deduplicate } from './links/deduplicate';
import { handle } from './links/handle';
import { order } from './links/order';
import { park } from './links/park';
import { retry } from './links/retry';
import { trace } from './links/trace';
import { upcast } from './links/upcast';
import { validate } from './links/validate';

/**
 * The way of a batch through a consumer, from its records to its committed effect. Each link is a file in `links/`.
 *
 * Down to `order` the batch is only read and looked up; `retry` begins a transaction for each attempt, in which `park`
 * and `handle` do all that is written. What was looked up before may be outdated by then: `handle` moves a sequence only
 * from where `order` saw it, and `park` looks again under a lock. So two members that meet in the same aggregate never
 * both go through.
 */
export function consumerChain(context: ConsumerContext): Next<Incoming> {
  return way<Incoming>()
    .through(trace(context)) // a span that goes on with the events' trace; counts what became of them
    .through(decode) // records → deliveries: a CloudEvent, or why it is none
    .through(upcast) // older versions of an event → the newest
    .through(validate) // what breaks its contract → not understood
    .through(deduplicate(context)) // without tools' messages that were received before
    .through(order(context)) // a verdict on each: apply, hold, park, drop
    .through(retry(context)) // one transaction; on failure waits, halves, singles out what can't be handled
    .through(park(context)) // writes what is set aside and held; what is left is to be applied
    .into(handle(context)); // moves the sequences, remembers the messages, calls the handler
}
