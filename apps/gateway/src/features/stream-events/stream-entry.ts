import { isRecord } from '@itops/kit';
import { type TailedEvent } from '@itops/messaging';

/** An event as the stream shows it, made once for all listeners. */
export interface StreamEntry {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly type: string;
  readonly aggregateId: string | null;
  /** Ids of the configuration items that it is about. */
  readonly cis: ReadonlySet<string>;
  /** The lines `event` and `data` of a server-sent event, with its end. */
  readonly text: string;
}

export function toEntry(event: TailedEvent): StreamEntry {
  return {
    topic: event.topic,
    partition: event.partition,
    offset: Number(event.offset),
    type: event.type,
    aggregateId: event.aggregate?.id ?? null,
    cis: cisOf(event),
    text: `event: ${event.type}\ndata: ${JSON.stringify(cloudEvent(event))}\n\n`,
  };
}

function cloudEvent(event: TailedEvent): object {
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

function cisOf({ data, aggregate }: TailedEvent): ReadonlySet<string> {
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

export function isWanted(entry: StreamEntry, { types, ci, aggregate }: StreamFilter): boolean {
  return (
    (types === undefined || types.some((prefix) => entry.type.startsWith(prefix))) &&
    (ci === undefined || entry.cis.has(ci)) &&
    (aggregate === undefined || entry.aggregateId === aggregate)
  );
}
