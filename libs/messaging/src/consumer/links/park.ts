import { bury } from '../../dead-letters/bury';
import { type Tx } from '../../transactions/tx';
import { rememberAll } from '../../inbox/inbox';
import { type ConsumerContext } from '../consumer-context';
import { aggregateOf } from '../delivery';
import { hold, unhold } from '../held-messages';
import { type Link } from '../link';
import { arrange, type Condemned, type Placed, type ToApply, type ToHold, type ToPark } from '../placing';
import { loadSequences, lockSequences } from '../sequences';
import { bare } from '../stored-record';

/** One try at a batch, in a transaction of its own. */
export interface Attempt {
  readonly tx: Tx;
  readonly placed: readonly Placed[];
  readonly condemned: Condemned;
  /** Whether records are stored without what could not be stored. */
  readonly isBare: boolean;
}

/** What is left to be applied. */
export interface Application {
  readonly tx: Tx;
  readonly messages: readonly ToApply[];
}

/** Writes what is set aside and what has to wait, and hands on what is left. */
export function park({
  service,
  consumer,
  clock,
}: Pick<ConsumerContext, 'service' | 'consumer' | 'clock'>): Link<Attempt, Application> {
  return async ({ tx, placed, condemned, isBare }, next) => {
    const arranged = condemned.parkIn(placed);
    const settled = arranged.every(isPlain) ? arranged : await underLock(tx, consumer, placed, condemned);
    const sorted = sort(settled);
    const letters = sorted.park.map(({ letter }) => (isBare ? withBareRecord(letter) : letter));
    const held = sorted.hold.filter(({ delivery }) => !delivery.held);
    await hold(tx, consumer, isBare ? held.map(withBareRecord) : held);
    await bury(tx, { service, consumer, now: clock.now() }, letters);
    await rememberAll(tx, consumer, sorted.park.flatMap(inboundOf));
    await unhold(
      tx,
      consumer,
      settled.flatMap(({ verdict, delivery }) => {
        const aggregate = delivery.held && verdict !== 'hold' ? aggregateOf(delivery) : null;
        return aggregate === null ? [] : [aggregate];
      }),
    );
    const outcome = await next({ tx, messages: sorted.apply });
    const deadLettered = letters.filter(({ copied }) => copied).length;
    return {
      ...outcome,
      duplicates: outcome.duplicates + sorted.dropped,
      held: outcome.held + held.length,
      parked: outcome.parked + letters.length - deadLettered,
      deadLettered: outcome.deadLettered + deadLettered,
      someHeld: outcome.someHeld || sorted.hold.length > 0,
    };
  };
}

/** Applying is safe by itself: a sequence moves only from where it was seen. So is setting aside what has no sequence. */
function isPlain({ verdict, delivery }: Placed): boolean {
  return verdict === 'apply' || aggregateOf(delivery) === null;
}

/** What is parked or held must be so still: a redrive may have settled what it waits for. */
async function underLock(
  tx: Tx,
  consumer: string,
  placed: readonly Placed[],
  condemned: Condemned,
): Promise<readonly Placed[]> {
  const deliveries = placed.map(({ delivery }) => delivery);
  const sequences = deliveries.map(aggregateOf).filter((aggregate) => aggregate !== null);
  await lockSequences(tx, consumer, sequences);
  const { states } = await loadSequences(tx, consumer, sequences);
  return condemned.parkIn(arrange(deliveries, states));
}

interface Sorted {
  readonly apply: ToApply[];
  readonly hold: ToHold[];
  readonly park: ToPark[];
  dropped: number;
}

function sort(placed: readonly Placed[]): Sorted {
  const sorted: Sorted = { apply: [], hold: [], park: [], dropped: 0 };
  for (const one of placed) {
    switch (one.verdict) {
      case 'apply':
        sorted.apply.push(one);
        break;
      case 'hold':
        sorted.hold.push(one);
        break;
      case 'park':
        sorted.park.push(one);
        break;
      case 'drop':
        sorted.dropped++;
    }
  }
  return sorted;
}

function withBareRecord<Kept extends Pick<Placed, 'delivery'>>(kept: Kept): Kept {
  return { ...kept, delivery: { ...kept.delivery, record: bare(kept.delivery.record) } };
}

/** A tool's event that is set aside was received all the same: a second one of it is a duplicate. */
function inboundOf({ delivery: { decoded } }: ToPark) {
  return decoded.ok && decoded.event.aggregate === null ? [decoded.event] : [];
}
