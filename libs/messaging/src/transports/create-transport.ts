import { compressionProblem } from '@itops/kit';

import { type EventTransport } from '../port';
import { type BrokerAccess } from './broker-access';
import { type ClientName, type Compression } from './offered';
import { PrefixedTransport } from './prefixed-transport';
import { type TransportOptions } from './transport-options';

/** Where the broker is and how it is spoken to. */
export interface BrokerOptions extends BrokerAccess {
  /** The process's name; the broker sees it too. */
  readonly service: string;
  /** Stands before every topic and consumer group on the broker, so that several platforms can share a cluster. */
  readonly prefix?: string;
  /** Which Kafka client; kafkajs by default. */
  readonly client?: ClientName;
  /** Of what is sent; none by default. */
  readonly compression?: Compression;
}

type Adapter = new (options: TransportOptions) => EventTransport;

/** Only the chosen one is loaded: a client takes up to 40 MB. */
const ADAPTERS: Readonly<Record<ClientName, () => Promise<Adapter>>> = {
  kafkajs: async () => (await import('./kafkajs/kafkajs-transport')).KafkajsTransport,
  platformatic: async () => (await import('./platformatic/platformatic-transport')).PlatformaticTransport,
};

/** Rejects when the client does not offer the compression, and names what each offers. */
export async function createTransport(options: BrokerOptions): Promise<EventTransport> {
  const { service, prefix = '', client = 'kafkajs', compression = 'none', ...access } = options;
  const problem = compressionProblem(client, compression);
  if (problem !== undefined) throw new Error(problem);
  const ChosenTransport = await ADAPTERS[client]();
  const transport = new ChosenTransport({
    access,
    clientId: service,
    tailGroup: `${prefix}${service}.tail`,
    compression,
  });
  return prefix === '' ? transport : new PrefixedTransport(transport, prefix);
}
