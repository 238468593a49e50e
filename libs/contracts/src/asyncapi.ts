import { type EventContract } from './event';
import { dataSchemaUri } from './evolution/event-version';
import { type InboundContract } from './inbound/reported.v1';
import { domainEvents, inboundEvents } from './registry';
import { allTopics, deadLetterTopic, type TopicDeclaration } from './topics';

type Contract = Pick<EventContract | InboundContract, 'type' | 'revision' | 'topic' | 'summary' | 'schema'>;

const text = { type: 'string' };

/** What stands around the data of every event (CloudEvents 1.0, structured JSON). */
export const EVENT_ENVELOPE = {
  specversion: { const: '1.0' },
  id: { ...text, description: 'Unique for each source; a second event with the same id is not applied again.' },
  source: { ...text, description: 'The service or tool that tells it.' },
  subject: { ...text, description: 'The id of the aggregate that it is about.' },
  time: { ...text, format: 'date-time' },
  datacontenttype: { const: 'application/json' },
  aggregateversion: {
    type: 'integer',
    minimum: 1,
    description: 'Gapless for each aggregate. Events that a platform service publishes.',
  },
  correlationid: { ...text, description: 'The same for all that follows from one first signal.' },
  causationid: { ...text, description: 'The id of the event that led here.' },
  traceparent: { ...text, description: 'W3C trace context.' },
  tracestate: { ...text, description: 'What tracing systems add to the trace context.' },
  actor: { ...text, description: 'Who acted.' },
};

function envelopeOf(contract: Contract, versioned: boolean): object {
  return {
    type: 'object',
    required: [
      'specversion',
      'id',
      'source',
      'type',
      'data',
      ...(versioned ? ['subject', 'time', 'aggregateversion'] : []),
    ],
    properties: {
      ...EVENT_ENVELOPE,
      type: { const: contract.type },
      dataschema: {
        ...text,
        format: 'uri',
        description:
          'Which released schema the data was written by; its last number grows with each compatible change.',
        examples: [dataSchemaUri(contract.type, contract.revision)],
      },
      data: contract.schema,
    },
  };
}

function channelOf(
  { name, partitions, retentionMs, meaning }: TopicDeclaration,
  contracts: readonly Contract[],
): object {
  return {
    address: name,
    description: `${meaning}; what can't be understood goes to ${deadLetterTopic(name)}`,
    messages: Object.fromEntries(contracts.map(({ type }) => [type, { $ref: `#/components/messages/${type}` }])),
    bindings: {
      kafka: { topic: name, partitions, topicConfiguration: { 'retention.ms': retentionMs }, bindingVersion: '0.5.0' },
    },
  };
}

/** The AsyncAPI 3.0 document of every topic and event, made from the contracts. */
export function asyncApi(): object {
  const entries = [
    ...domainEvents.map((contract: Contract) => ({ contract, versioned: true })),
    ...inboundEvents.map((contract: Contract) => ({ contract, versioned: false })),
  ];
  const topics = allTopics.filter(({ name }) => entries.some(({ contract }) => contract.topic.name === name));
  const on = (topic: string) => entries.filter(({ contract }) => contract.topic.name === topic);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'ITOps platform events',
      version: '1.0.0',
      description:
        'CloudEvents 1.0 on Kafka, keyed by the aggregate. Platform services produce structured JSON; both content modes are accepted on the inbound topics.',
    },
    servers: {
      local: {
        host: '127.0.0.1:19092',
        protocol: 'kafka',
        description: "The broker that 'npm start' runs; KAFKA_PORT changes the port.",
      },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      topics.map((topic) => [
        topic.name,
        channelOf(
          topic,
          on(topic.name).map(({ contract }) => contract),
        ),
      ]),
    ),
    operations: Object.fromEntries(
      topics.map(({ name }) => [
        name,
        {
          // From the point of view of the platform, as AsyncAPI asks for.
          action: name.startsWith('itops.inbound.') ? 'receive' : 'send',
          channel: { $ref: `#/channels/${name}` },
        },
      ]),
    ),
    components: {
      messages: Object.fromEntries(
        entries.map(({ contract, versioned }) => [
          contract.type,
          {
            name: contract.type,
            title: contract.type,
            summary: contract.summary,
            contentType: 'application/cloudevents+json',
            payload: envelopeOf(contract, versioned),
          },
        ]),
      ),
    },
  };
}
