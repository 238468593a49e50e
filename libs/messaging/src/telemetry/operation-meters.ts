import { type Attributes, type Counter, type Histogram, metrics } from '@opentelemetry/api';

interface Instruments {
  readonly duration: Readonly<Record<Operation, Histogram>>;
  readonly sent: Counter;
}

type Operation = 'send' | 'process';

let instruments: Instruments | undefined;

/** Made when first used: only then it is sure that the process's metrics are registered. */
function made(): Instruments {
  if (instruments !== undefined) return instruments;
  const meter = metrics.getMeter('@itops/messaging');
  const histogram = (name: string, description: string) => {
    const explicitBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    return meter.createHistogram(name, { description, unit: 's', advice: { explicitBucketBoundaries } });
  };
  instruments = {
    duration: {
      send: histogram('messaging.client.operation.duration', 'How long the broker took to acknowledge what was sent'),
      process: histogram('messaging.process.duration', 'How long a consumer took for a batch'),
    },
    sent: meter.createCounter('messaging.client.sent.messages', {
      description: 'Records that the broker acknowledged',
    }),
  };
  return instruments;
}

/** Measures work with messages of these topics, by the semantic conventions for messaging. */
export async function timedOperation<T>(
  operation: Operation,
  topics: readonly string[],
  work: () => Promise<T>,
  consumer?: string,
): Promise<T> {
  const { duration, sent } = made();
  const attributes: Attributes = {
    'messaging.system': 'kafka',
    'messaging.operation.name': operation,
    ...(consumer === undefined ? {} : { 'messaging.consumer.group.name': consumer }),
  };
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1_000;
  try {
    const result = await work();
    duration[operation].record(seconds(), attributes);
    if (operation === 'send') for (const [topic, count] of countOf(topics)) sent.add(count, destination(topic));
    return result;
  } catch (error) {
    const kind = error instanceof Error ? error.constructor.name : 'unknown';
    duration[operation].record(seconds(), { ...attributes, 'error.type': kind });
    throw error;
  }
}

function destination(topic: string): Attributes {
  return { 'messaging.system': 'kafka', 'messaging.operation.name': 'send', 'messaging.destination.name': topic };
}

function countOf(topics: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return counts;
}
