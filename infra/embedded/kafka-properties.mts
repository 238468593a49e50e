import type { KafkaGuard, ScramUser } from './managed-server.mts';

/**
 * The broker's properties, once for the embedded server and for the container: one node, no topic by accident,
 * replication factors of one since there is no second broker.
 */
const COMMON: Readonly<Record<string, string>> = {
  'process.roles': 'broker,controller',
  'node.id': '1',
  'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'inter.broker.listener.name': 'PLAINTEXT',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'group.initial.rebalance.delay.ms': '0',
  'auto.create.topics.enable': 'false',
  // A broker that was killed is let in again only when its old session has run out: 9 s by default.
  'broker.session.timeout.ms': '4000',
  'broker.heartbeat.interval.ms': '1000',
};

export function kafkaProperties(placed: Readonly<Record<string, string>>): Record<string, string> {
  return { ...COMMON, ...placed };
}

export function toPropertiesFile(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`)
    .join('');
}

/** Listeners beside the plain one. `host` is where they listen; they are reached, and so certified, as localhost. */
export function guardedProperties(
  placed: Readonly<Record<string, string>>,
  guard: KafkaGuard | undefined,
  host: string,
  tokenKeysUrl: string,
): Record<string, string> {
  if (guard === undefined) return kafkaProperties(placed);
  const { listeners, tokenKeys } = guard;
  const extend = (property: string, separator: string, entries: readonly string[]) => ({
    [property]: [placed[property] ?? COMMON[property] ?? '', ...entries].join(separator),
  });
  return kafkaProperties({
    ...placed,
    ...extend(
      'listeners',
      ',',
      listeners.map(({ name, port }) => `${name}://${host}:${port}`),
    ),
    ...extend(
      'advertised.listeners',
      ',',
      listeners.map(({ name, port }) => `${name}://localhost:${port}`),
    ),
    ...extend(
      'listener.security.protocol.map',
      ',',
      listeners.map(({ name, protocol }) => `${name}:${protocol}`),
    ),
    ...Object.fromEntries(
      listeners.flatMap(({ name, properties }) =>
        Object.entries(properties).map(([property, value]) => [
          `listener.name.${name.toLowerCase()}.${property}`,
          value,
        ]),
      ),
    ),
    ...(tokenKeys === undefined ? {} : { 'sasl.oauthbearer.jwks.endpoint.url': tokenKeysUrl }),
  });
}

/** For `format`: users that are there before the broker starts. */
export function scramArguments(users: readonly ScramUser[]): string[] {
  return users.flatMap(({ mechanism, name, password }) => [
    '--add-scram',
    `${mechanism}=[name=${name},password=${password}]`,
  ]);
}

/** The broker reads keys for tokens only from where the JVM was told that it may. */
export function tokenKeysFlag(url: string): string {
  return `-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=${url}`;
}

/** The official image takes each property as a variable. */
export function toContainerEnvironment(properties: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]),
  );
}
