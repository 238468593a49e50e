/** What of an event goes out; the rest of the envelope is between the platform's parts. */
export interface OutgoingEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string | null;
  readonly time: Date;
  readonly version: number | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly actor: string;
  readonly data: unknown;
}

/** A CloudEvent 1.0 in structured form, as JSON. */
export function cloudEventText(event: OutgoingEvent): string {
  return JSON.stringify({
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject ?? undefined,
    time: event.time.toISOString(),
    datacontenttype: 'application/json',
    aggregateversion: event.version ?? undefined,
    correlationid: event.correlationId,
    causationid: event.causationId ?? undefined,
    actor: event.actor,
    data: event.data,
  });
}
