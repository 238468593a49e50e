import { domainEvents, EVENT_ENVELOPE, type EventContract, versionOf } from '@itops/contracts';
import { describeExamples } from '@itops/platform';

import { MOST_TRIES } from '../../domain/retry-schedule';
import { EVENT_TYPES } from '../../events/event-view';
import { PING_TYPE } from '../../webhooks/ping';
import { type Members, record } from './openapi-members';

/** Events that go out with the same form of data, and what they tell. */
interface Message {
  /** In words, such as `incident` or `incident-noted`. */
  readonly name: string;
  readonly summary: string;
  readonly types: readonly { readonly type: string; readonly summary: string }[];
  readonly data: object;
}

const PARAMETERS = {
  WebhookId: header('webhook-id', 'The id of the event, the same at each try: remember what you have handled.', {
    schema: { type: 'string', format: 'uuid' },
    example: '0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07',
  }),
  WebhookTimestamp: header('webhook-timestamp', 'When this try was made, in seconds since 1970: refuse old ones.', {
    schema: { type: 'string', pattern: String.raw`^\d+$` },
    example: '1769851800',
  }),
  WebhookSignature: header(
    'webhook-signature',
    'Of "<webhook-id>.<webhook-timestamp>.<body>": the version v1 and the base64 of an HMAC-SHA256 under the secret. While ' +
      'secrets are exchanged there are two, divided by a space; one that fits is enough.',
    {
      schema: { type: 'string', pattern: '^v1,[A-Za-z0-9+/]{43}=( v1,[A-Za-z0-9+/]{43}=)*$' },
      example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
    },
  ),
} as const;

const LATER = 'Not now: it comes again, not before the time in Retry-After.';
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds, or a date.', schema: { type: 'string' } } };
/** What a receiver may answer. */
const ANSWERS = {
  '2XX': {
    description: 'Taken, when it is complete within 15 s. Its body is kept for the log of deliveries, up to 1 KiB.',
  },
  410: { description: 'Never again: the subscription is disabled.' },
  429: { description: LATER, headers: RETRY_AFTER },
  503: { description: LATER, headers: RETRY_AFTER },
  default: {
    description:
      `Not taken, a redirect included: it comes again, ${MOST_TRIES} times in all over two days. What follows of the same ` +
      'resource waits for it.',
  },
};

const MEMBERS = [
  ...(['specversion', 'id', 'source', 'subject', 'time', 'datacontenttype'] as const),
  ...(['aggregateversion', 'correlationid', 'causationid', 'actor'] as const),
];
const AN_ID = { examples: ['0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07'] };
const EXAMPLES: Readonly<Record<string, object>> = {
  source: { examples: ['incident-svc'] },
  ...{ subject: AN_ID, correlationid: AN_ID, causationid: AN_ID },
};
const ALWAYS_THERE = ['specversion', 'id', 'source', 'type', 'time', 'data'];
const ENVELOPE_NAME = 'Event';

/** Adds what subscribers of `/v1/webhooks` are sent, as the contracts of events have it. */
export function describeWebhooks(document: Members): void {
  const messages = [...messagesOf(domainEvents.filter(({ type }) => EVENT_TYPES.includes(type))), PING];
  const components = record(document['components']);
  document['webhooks'] = Object.fromEntries(messages.map((message) => [message.name, { post: operationOf(message) }]));
  document['components'] = {
    ...components,
    parameters: { ...record(components['parameters']), ...PARAMETERS },
    schemas: {
      ...record(components['schemas']),
      [ENVELOPE_NAME]: ENVELOPE,
      ...Object.fromEntries(messages.map((message) => [schemaName(message), bodyOf(message)])),
    },
  };
  describeExamples(document);
}

const ENVELOPE = {
  type: 'object',
  description: 'A CloudEvent 1.0 in structured form.',
  required: ALWAYS_THERE,
  properties: {
    ...Object.fromEntries(
      MEMBERS.map((member) => [member, { ...EVENT_ENVELOPE[member], ...(EXAMPLES[member] ?? {}) }]),
    ),
    type: { type: 'string', description: 'What happened.' },
    data: { type: 'object', description: 'The resource after it, and what belongs to this event alone.' },
  },
};

const PING: Message = {
  name: 'ping',
  summary: 'A subscription is tried out',
  types: [{ type: PING_TYPE, summary: 'Somebody asked for it: POST /v1/webhooks/{id}/ping.' }],
  data: {
    type: 'object',
    required: ['webhookId', 'name'],
    properties: {
      webhookId: { type: 'string', format: 'uuid', description: 'The subscription.' },
      name: { type: 'string', description: 'Its name.' },
    },
  },
};

function messagesOf(contracts: readonly EventContract[]): readonly Message[] {
  const alike = Map.groupBy(contracts, ({ aggregate, schema }) => JSON.stringify([aggregate, schema]));
  return [...alike.values()].flatMap((same): Message[] => {
    const [first] = same;
    if (first === undefined) return [];
    const { aggregate, schema } = first;
    const name = same.length > 1 ? aggregate : factOf(first.type);
    return [{ name, summary: `Something happened: ${name.replaceAll('-', ' ')}`, types: same, data: schema }];
  });
}

function operationOf(message: Message): Members {
  return {
    operationId: `on${pascal(message.name)}`,
    tags: ['Webhooks'],
    summary: message.summary,
    description: message.types.map(({ type, summary }) => `- \`${type}\`: ${summary}`).join('\n'),
    // The signature says who sends it.
    security: [],
    parameters: Object.keys(PARAMETERS).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    requestBody: {
      required: true,
      content: {
        'application/cloudevents+json': { schema: { $ref: `#/components/schemas/${schemaName(message)}` } },
      },
    },
    responses: ANSWERS,
  };
}

function bodyOf({ types, data }: Message): Members {
  return {
    allOf: [
      { $ref: `#/components/schemas/${ENVELOPE_NAME}` },
      {
        type: 'object',
        properties: { type: { type: 'string', enum: types.map(({ type }) => type) }, data },
      },
    ],
  };
}

function header(name: string, description: string, more: object): Members {
  return { name, in: 'header', required: true, description, ...more };
}

/** `itops.incident.suspects-found.v1` is `incident-suspects-found`. */
function factOf(type: string): string {
  return (versionOf(type)?.fact ?? type).replace(/^itops\./, '').replaceAll('.', '-');
}

function schemaName({ name }: Message): string {
  return `${pascal(name)}Event`;
}

function pascal(words: string): string {
  return words.replace(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
