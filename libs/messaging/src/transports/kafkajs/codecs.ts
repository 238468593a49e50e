import { CompressionCodecs, CompressionTypes } from 'kafkajs';

const BORROWED = { snappy: CompressionTypes.Snappy, lz4: CompressionTypes.LZ4, zstd: CompressionTypes.ZSTD } as const;

/**
 * kafkajs brings gzip only, and a batch that it can't read stops its partition for ever. Any producer may write to an
 * inbound topic, so the other client's decoders are lent to it, loaded when the first such batch comes.
 */
export function registerCodecs(): void {
  for (const name of ['snappy', 'lz4', 'zstd'] as const) {
    CompressionCodecs[BORROWED[name]] = () => ({
      compress: () => Promise.reject(new Error(`${name} is only read by this client`)),
      decompress: (data: Buffer) => decompress(name, data),
    });
  }
}

async function decompress(name: keyof typeof BORROWED, data: Buffer): Promise<Buffer> {
  const { compressionsAlgorithms } = await import('@platformatic/kafka');
  return compressionsAlgorithms[name].decompressSync(data);
}
