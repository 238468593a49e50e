import { decode, type IncomingRecord, type ReceivedEvent, type RecordHeaders } from '@itops/messaging';

import { cloudEventText } from '../../events/cloud-event';
import { type EventView, viewOf } from '../../events/event-view';
import { type Showing, withoutIncident } from '../../events/showing';

/** An event as the stream shows it. */
export interface ShownEvent {
  readonly view: EventView;
  /** The lines `event` and `data` of a server-sent event, with its end. */
  textAs(showing: Exclude<Showing, 'nothing'>): string;
}

type StreamedRecord = Pick<IncomingRecord, 'topic' | 'partition' | 'offset' | 'value' | 'headers' | 'timestamp'>;

/** A record of the log, as its bytes: it is understood only when a listener needs it. */
export class StreamEntry {
  readonly offset: number;
  private memory: WeakRef<ShownEvent> | undefined;

  constructor(private readonly record: StreamedRecord) {
    this.offset = Number(record.offset);
  }

  /** With bytes of its own: those of a fetched record would keep the whole answer of the broker in memory. */
  static kept({ topic, partition, offset, value, headers, timestamp }: StreamedRecord): StreamEntry {
    const own = value === null ? null : Buffer.from(value);
    return new StreamEntry({ topic, partition, offset, value: own, headers: keptHeaders(headers), timestamp });
  }

  get topic(): string {
    return this.record.topic;
  }

  get partition(): number {
    return this.record.partition;
  }

  get bytes(): number {
    return this.record.value?.length ?? 0;
  }

  /** The event's id, read without understanding the rest; undefined where it does not stand where we write it. */
  get eventId(): string | undefined {
    const { value } = this.record;
    if (value === null || value.indexOf(BEFORE_ID) !== 0) return undefined;
    const end = value.indexOf(QUOTE, BEFORE_ID.length);
    return end > BEFORE_ID.length && end <= BEFORE_ID.length + LONGEST_ID
      ? value.toString('utf8', BEFORE_ID.length, end)
      : undefined;
  }

  /**
   * The event, or undefined for a record that is none, which the services that consume it put aside, and for one that nobody follows. Made once for all
   * listeners that are at the same place at the same moment, and then given up.
   */
  show(): ShownEvent | undefined {
    const known = this.memory?.deref();
    if (known !== undefined) return known;
    const decoded = decode(this.record);
    if (!decoded.ok) return undefined;
    const shown = toShown(decoded.event);
    if (shown !== undefined) this.memory = new WeakRef(shown);
    return shown;
  }
}

const BEFORE_ID = Buffer.from('{"specversion":"1.0","id":"');
const QUOTE = '"'.charCodeAt(0);
const LONGEST_ID = 64;

function keptHeaders(headers: RecordHeaders): RecordHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : Buffer.isBuffer(value) ? value.toString('utf8') : value.map(String),
    ]),
  );
}

function toShown(event: ReceivedEvent): ShownEvent | undefined {
  const view = viewOf({ type: event.type, aggregateId: event.aggregate?.id ?? '', data: event.data });
  if (view === undefined) return undefined;
  const textOf = (data: unknown): string => {
    const text = cloudEventText({ ...event, data, version: event.aggregate?.version ?? null });
    return `event: ${event.type}\ndata: ${text}\n\n`;
  };
  const whole = textOf(event.data);
  return { view, textAs: (showing) => (showing === 'whole' ? whole : textOf(withoutIncident(event.data))) };
}
