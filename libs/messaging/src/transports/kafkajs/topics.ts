import { type TopicDeclaration } from '@itops/contracts';
import { type Admin, ConfigResourceTypes } from 'kafkajs';

const MOST_REPLICAS = 3;

/** One copy on each of up to three brokers; with three, one may be away. */
export async function createMissing(admin: Admin, topics: readonly TopicDeclaration[]): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter(({ name }) => !existing.has(name));
  if (missing.length === 0) return;
  const { brokers } = await admin.describeCluster();
  const replicationFactor = Math.max(1, Math.min(MOST_REPLICAS, brokers.length));
  await admin.createTopics({
    waitForLeaders: true,
    topics: missing.map(({ name, partitions, retentionMs }) => ({
      topic: name,
      numPartitions: partitions,
      replicationFactor,
      configEntries: [
        { name: 'retention.ms', value: String(retentionMs) },
        ...(replicationFactor >= MOST_REPLICAS ? [{ name: 'min.insync.replicas', value: '2' }] : []),
      ],
    })),
  });
}

/** In words, how the broker's topics differ from their declaration. */
export async function differences(admin: Admin, topics: readonly TopicDeclaration[]): Promise<string[]> {
  const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
  const partitions = new Map(found.map((topic) => [topic.name, topic.partitions.length]));
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map(({ name }) => ({ type: ConfigResourceTypes.TOPIC, name, configNames: ['retention.ms'] })),
  });
  const retention = new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      configEntries.find(({ configName }) => configName === 'retention.ms')?.configValue,
    ]),
  );
  return topics.flatMap((declared) => {
    const { name } = declared;
    const has = partitions.get(name);
    const keeps = retention.get(name);
    return [
      ...(has === declared.partitions
        ? []
        : [`${name} has ${has ?? 'no'} partitions, declared are ${declared.partitions}`]),
      ...(keeps === String(declared.retentionMs)
        ? []
        : [`${name} keeps records for ${keeps ?? 'an unknown time'} ms, declared are ${declared.retentionMs}`]),
    ];
  });
}
