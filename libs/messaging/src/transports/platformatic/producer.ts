import { compatibilityPartitioner, type MessageToProduce, Producer } from '@platformatic/kafka';

import { type Refusal } from '../../port';
import { type OutgoingRecord } from '../../record';
import { type BrokerAccess } from '../broker-access';
import { type Compression } from '../offered';
import { valuesOf } from '../sends';
import { type SendingClient, type SendingClients } from '../serial-sender';
import { clientOptions } from './client-options';
import { plainly, refusalOf } from './errors';

/** Idempotent producers of @platformatic/kafka. Each finds the brokers and their versions anew. */
export class PlatformaticProducers implements SendingClients {
  constructor(
    private readonly clientId: string,
    private readonly access: BrokerAccess,
    private readonly compression: Compression,
  ) {}

  connect(): Promise<SendingClient> {
    const producer = new Producer({
      ...clientOptions(this.clientId, this.access),
      idempotent: true,
      compression: this.compression,
      // As kafkajs and Java's client: this client's own way would move keys to other partitions.
      partitioner: compatibilityPartitioner,
    });
    // Not connected before the first send, so that there is one place where the broker can be away.
    return Promise.resolve({
      send: async (records) => {
        try {
          await producer.send({ messages: records.map(toMessage) });
        } catch (error) {
          throw plainly(error);
        }
      },
      close: () => producer.close(true),
    });
  }

  refusalOf(error: unknown): Refusal | undefined {
    return refusalOf(error);
  }
}

let withoutKey = 0;

function toMessage({ topic, key, value, headers }: OutgoingRecord): MessageToProduce {
  return {
    topic,
    ...(key === null ? { partition: withoutKey++ % 1_000_000 } : { key: Buffer.from(key) }),
    ...(value === null ? {} : { value }),
    headers: new Map(
      Object.entries(headers).flatMap(([name, value]) =>
        valuesOf(value).map((one) => [Buffer.from(name), Buffer.from(one)] as const),
      ),
    ),
  };
}
