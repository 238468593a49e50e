import { type Admin, ConfigResourceTypes } from 'kafkajs';

import { type FoundTopic, type NewTopic, type TopicAdmin } from '../topic-declarations';

export class KafkajsTopics implements TopicAdmin {
  constructor(private readonly admin: Admin) {}

  async brokers(): Promise<number> {
    return (await this.admin.describeCluster()).brokers.length;
  }

  async names(): Promise<readonly string[]> {
    return this.admin.listTopics();
  }

  async create({ name, partitions, replicas, settings }: NewTopic): Promise<void> {
    await this.admin.createTopics({
      waitForLeaders: true,
      topics: [
        {
          topic: name,
          numPartitions: partitions,
          replicationFactor: replicas,
          configEntries: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
        },
      ],
    });
  }

  async describe(names: readonly string[], settings: readonly string[]): Promise<readonly FoundTopic[]> {
    const { topics } = await this.admin.fetchTopicMetadata({ topics: [...names] });
    const { resources } = await this.admin.describeConfigs({
      includeSynonyms: false,
      resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name, configNames: [...settings] })),
    });
    const found = new Map(
      resources.map(({ resourceName, configEntries }) => [
        resourceName,
        new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    );
    return topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.length,
      replicas: partitions[0]?.replicas.length ?? 1,
      settings: found.get(name) ?? new Map<string, string>(),
    }));
  }
}
