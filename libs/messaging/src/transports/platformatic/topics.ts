import { type Admin, ConfigResourceTypes } from '@platformatic/kafka';

import { type FoundTopic, type NewTopic, type TopicAdmin } from '../topic-declarations';
import { hasProtocolError, plainly } from './errors';

export class PlatformaticTopics implements TopicAdmin {
  constructor(private readonly admin: Admin) {}

  async brokers(): Promise<number> {
    return (await this.admin.metadata({ topics: [], forceUpdate: true })).brokers.size;
  }

  async names(): Promise<readonly string[]> {
    return this.admin.listTopics();
  }

  async create({ name, partitions, replicas, settings }: NewTopic): Promise<void> {
    try {
      await this.admin.createTopics({
        topics: [name],
        partitions,
        replicas,
        configs: Object.entries(settings).map(([key, value]) => ({ name: key, value })),
      });
    } catch (error) {
      if (!hasProtocolError(error, 'TOPIC_ALREADY_EXISTS')) throw plainly(error);
    }
  }

  async describe(names: readonly string[], settings: readonly string[]): Promise<readonly FoundTopic[]> {
    const { topics } = await this.admin.metadata({ topics: [...names], forceUpdate: true });
    const described = await this.admin.describeConfigs({
      resources: names.map((name) => ({
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: name,
        configurationKeys: [...settings],
      })),
    });
    const found = new Map(
      described.map(({ resourceName, configs }) => [
        resourceName,
        new Map(configs.map(({ name, value }) => [name, value])),
      ]),
    );
    return [...topics].map(([name, { partitions }]) => ({
      name,
      partitions: partitions.length,
      replicas: partitions[0]?.replicas.length ?? 1,
      settings: found.get(name) ?? new Map<string, string>(),
    }));
  }
}
