import { createTransport } from './create-transport';
import { CLIENT_NAMES, COMPRESSIONS, OFFERED } from './offered';

const broker = { service: 'spec', brokers: ['127.0.0.1:1'] };

describe('the choice of a client', () => {
  it('takes every compression that the client offers, and refuses the others with all that are', async () => {
    for (const client of CLIENT_NAMES) {
      for (const compression of COMPRESSIONS) {
        const making = createTransport({ ...broker, client, compression });
        if (OFFERED[client].includes(compression)) {
          await (await making).close();
        } else {
          await expect(making).rejects.toThrow(
            `KAFKA_COMPRESSION '${compression}' is not offered by KAFKA_CLIENT '${client}'. ` +
              'Offered are kafkajs: none, gzip; platformatic: none, gzip, snappy, lz4, zstd.',
          );
        }
      }
    }
  });

  it('is kafkajs without compression when nothing is said', async () => {
    const transport = await createTransport(broker);
    expect(transport.constructor.name).toBe('KafkajsTransport');
    await transport.close();
  });
});
