import { traceOf } from '../../envelope/trace-of';
import { inConsumerSpan } from '../../telemetry/tracing';
import { type ConsumerContext } from '../consumer-context';
import { type Incoming, type Link } from '../link';

/** The whole way in one span, which goes on with the records' trace or links to each of them; and what became of them, counted. */
export function trace({
  consumer,
  meters,
  clock,
}: Pick<ConsumerContext, 'consumer' | 'meters' | 'clock'>): Link<Incoming> {
  return async (batch, next) => {
    const messages = batch.records.map((record) => ({ topic: record.topic, ...traceOf(record) }));
    const outcome = await inConsumerSpan(consumer, messages, () => next(batch));
    const now = clock.now().getTime();
    for (const { time } of outcome.applied) meters.arrived(consumer, (now - time.getTime()) / 1_000);
    meters.count(consumer, 'applied', outcome.applied.length);
    meters.count(consumer, 'duplicate', outcome.duplicates);
    meters.count(consumer, 'held', outcome.held);
    meters.count(consumer, 'parked', outcome.parked);
    meters.count(consumer, 'dead-lettered', outcome.deadLettered);
    return outcome;
  };
}
