import type { LoggedEvent } from './evidence.mts';

type Data = Readonly<Record<string, unknown>>;

export interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly aggregateType: string | null;
  readonly version: number | null;
  readonly data: Data;
}

/** Which text of an event is the mark of the operation that caused it. */
const MARKS: Readonly<Record<string, (data: Data) => unknown>> = {
  'itops.incident.opened.v1': ({ title }) => title,
  'itops.incident.noted.v1': ({ note }) => (isData(note) ? note['text'] : null),
  'itops.change.created.v1': ({ title }) => title,
  'itops.change.updated.v1': ({ title }) => title,
  'itops.change.completed.v1': ({ externalRef }) => `${String(externalRef)}/done`,
  'itops.ci.created.v1': ({ name }) => roundOf(name) ?? name,
  'itops.ci.updated.v1': ({ name, ownerGroup }) => roundOf(name) ?? ownerGroup,
};

/** What stands behind the # in the name of an item that was discovered: every round of discovery renames it. */
function roundOf(name: unknown): string | undefined {
  return typeof name === 'string' ? name.split('#', 2)[1] : undefined;
}

/** @throws SyntaxError where the value is no JSON */
export function parseCloudEvent(value: Buffer | null): CloudEvent | null {
  const parsed: unknown = JSON.parse(value?.toString('utf8') ?? 'null');
  if (!isData(parsed)) return null;
  const text = (name: string): string => {
    const found = parsed[name];
    return typeof found === 'string' ? found : '';
  };
  const version = parsed['aggregateversion'];
  const { data } = parsed;
  return {
    id: text('id'),
    source: text('source'),
    type: text('type'),
    subject: text('subject'),
    aggregateType: text('aggregatetype') || null,
    version: typeof version === 'number' ? version : null,
    data: isData(data) ? data : {},
  };
}

export function markOf({ type, data }: Pick<CloudEvent, 'type' | 'data'>): LoggedEvent['mark'] {
  const mark = MARKS[type]?.(data);
  return typeof mark === 'string' ? mark : null;
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
