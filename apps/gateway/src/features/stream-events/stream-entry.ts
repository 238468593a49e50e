import { isRecord } from '@itops/kit';
import { decode, type IncomingRecord, type ReceivedEvent, type RecordHeaders } from '@itops/messaging';

/** An event as the stream shows it. */
export interface ShownEvent {
  readonly type: string;
  readonly aggregateId: string | null;
  /** Ids of the configuration items that it is about. */
  readonly cis: ReadonlySet<string>;
  /** The lines `event` and `data` of a server-sent event, with its end. */
  readonly text: string;
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
   * The event, or undefined for a record that is none: the services that consume it put that aside. Made once for all
   * listeners that are at the same place at the same moment, and then given up.
   */
  show(): ShownEvent | undefined {
    const known = this.memory?.deref();
    if (known !== undefined) return known;
    const decoded = decode(this.record);
    if (!decoded.ok) return undefined;
    const shown = toShown(decoded.event);
    this.memory = new WeakRef(shown);
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

function toShown(event: ReceivedEvent): ShownEvent {
  return {
    type: event.type,
    aggregateId: event.aggregate?.id ?? null,
    cis: cisOf(event),
    text: `event: ${event.type}\ndata: ${JSON.stringify(cloudEvent(event))}\n\n`,
  };
}

function cloudEvent(event: ReceivedEvent): object {
  return {
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject ?? undefined,
    time: event.time.toISOString(),
    datacontenttype: 'application/json',
    aggregateversion: event.aggregate?.version,
    correlationid: event.correlationId,
    causationid: event.causationId ?? undefined,
    actor: event.actor,
    data: event.data,
  };
}

const SINGLE = ['ciId', 'parentId', 'childId'];
const LISTS = ['cis', 'affectedCis'];

function cisOf({ data, aggregate }: ReceivedEvent): ReadonlySet<string> {
  const cis = new Set<string>();
  if (aggregate?.type === 'ci') cis.add(aggregate.id);
  if (!isRecord(data)) return cis;
  for (const name of SINGLE) {
    const ci = data[name];
    if (typeof ci === 'string') cis.add(ci);
  }
  for (const name of LISTS) {
    const list: unknown = data[name];
    if (Array.isArray(list)) for (const ci of list) if (typeof ci === 'string') cis.add(ci);
  }
  return cis;
}

/** Which events a listener wants; what is undefined does not restrict. */
export interface StreamFilter {
  readonly types: readonly string[] | undefined;
  readonly ci: string | undefined;
  readonly aggregate: string | undefined;
}

export function isWanted(event: ShownEvent, { types, ci, aggregate }: StreamFilter): boolean {
  return (
    (types === undefined || types.some((prefix) => event.type.startsWith(prefix))) &&
    (ci === undefined || event.cis.has(ci)) &&
    (aggregate === undefined || event.aggregateId === aggregate)
  );
}
