export const CLIENT_NAMES = ['kafkajs', 'platformatic'] as const;
export type ClientName = (typeof CLIENT_NAMES)[number];

export const COMPRESSIONS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What each Kafka client compresses with. Both read all of them, whoever wrote it. */
export const OFFERED: Readonly<Record<ClientName, readonly Compression[]>> = {
  kafkajs: ['none', 'gzip'],
  platformatic: COMPRESSIONS,
};

/** Why the client can't compress like that, naming what each offers; undefined when it can. */
export function compressionProblem(client: ClientName, compression: Compression): string | undefined {
  if (OFFERED[client].includes(compression)) return undefined;
  const matrix = CLIENT_NAMES.map((name) => `${name}: ${OFFERED[name].join(', ')}`).join('; ');
  return `KAFKA_COMPRESSION '${compression}' is not offered by KAFKA_CLIENT '${client}'. Offered are ${matrix}.`;
}
