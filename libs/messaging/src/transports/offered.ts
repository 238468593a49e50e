export const CLIENT_NAMES = ['kafkajs', 'platformatic'] as const;
export type ClientName = (typeof CLIENT_NAMES)[number];

export const COMPRESSIONS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;
export type Compression = (typeof COMPRESSIONS)[number];

/** What each client compresses with. Both read all of them, whoever wrote it. */
export const OFFERED: Readonly<Record<ClientName, readonly Compression[]>> = {
  kafkajs: ['none', 'gzip'],
  platformatic: COMPRESSIONS,
};

/** @throws Error that names what each client offers. */
export function requireOffered(client: ClientName, compression: Compression): void {
  if (OFFERED[client].includes(compression)) return;
  const matrix = CLIENT_NAMES.map((name) => `${name}: ${OFFERED[name].join(', ')}`).join('; ');
  throw new Error(
    `KAFKA_COMPRESSION '${compression}' is not offered by KAFKA_CLIENT '${client}'. Offered are ${matrix}.`,
  );
}
