import { upcasters } from './evolution/upcasters';
import { domainEvents, inboundEvents } from './registry';

/** Every version of every event that this build can read, for tools/contracts. */
const retired = upcasters
  .map(({ from }) => from)
  .filter((from) => domainEvents.every(({ type }) => type !== from.type));

const contracts = [
  ...[...domainEvents, ...retired].map(({ type, revision, topic, aggregate, schema }) => ({
    ...{ type, revision, topic: topic.name, aggregate, schema },
    promise: 'full',
  })),
  ...inboundEvents.map(({ type, revision, topic, schema }) => ({
    ...{ type, revision, topic: topic.name, aggregate: null, schema },
    promise: 'backward',
  })),
];

process.stdout.write(JSON.stringify(contracts));
