import { type TopicDeclaration } from '@itops/contracts';

/** A topic as the broker has it. */
export interface FoundTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  /** By Kafka's names. */
  readonly settings: ReadonlyMap<string, string | null | undefined>;
}

/** What declaring topics needs of a Kafka client. */
export interface TopicAdmin {
  brokers(): Promise<number>;
  names(): Promise<readonly string[]>;
  /** A topic that another process created in the same moment is no error. */
  create(topic: NewTopic): Promise<void>;
  describe(names: readonly string[], settings: readonly string[]): Promise<readonly FoundTopic[]>;
}

export interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly settings: Readonly<Record<string, string>>;
}

const MOST_REPLICAS = 3;

interface Setting {
  readonly name: string;
  readonly value: (declared: TopicDeclaration, replicas: number) => string;
  readonly difference: (found: string, declared: string) => string;
}

const SETTINGS: readonly Setting[] = [
  {
    name: 'retention.ms',
    value: ({ retentionMs }) => String(retentionMs),
    difference: (found, declared) => `keeps records for ${found} ms, declared are ${declared}`,
  },
  {
    name: 'cleanup.policy',
    value: ({ cleanup }) => cleanup,
    difference: (found, declared) => `has cleanup policy ${found}, declared is ${declared}`,
  },
  {
    name: 'min.insync.replicas',
    value: ({ minInsyncReplicas }, replicas) => String(Math.max(1, Math.min(minInsyncReplicas, replicas - 1))),
    difference: (found, declared) => `acknowledges with ${found} replicas in sync, declared are ${declared}`,
  },
];

/** Creates what is missing, changes nothing, and says how the broker's topics differ from what was declared. */
export async function declareTopics(admin: TopicAdmin, declared: readonly TopicDeclaration[]): Promise<string[]> {
  const existing = new Set(await admin.names());
  const missing = declared.filter(({ name }) => !existing.has(name));
  if (missing.length > 0) {
    const replicas = Math.max(1, Math.min(MOST_REPLICAS, await admin.brokers()));
    await Promise.all(
      missing.map((topic) =>
        admin.create({
          name: topic.name,
          partitions: topic.partitions,
          replicas,
          settings: settingsOf(topic, replicas),
        }),
      ),
    );
  }
  const found = await admin.describe(
    declared.map(({ name }) => name),
    SETTINGS.map(({ name }) => name),
  );
  const byName = new Map(found.map((topic) => [topic.name, topic]));
  return declared.flatMap((topic) => differences(topic, byName.get(topic.name)));
}

function settingsOf(topic: TopicDeclaration, replicas: number): Record<string, string> {
  return Object.fromEntries(SETTINGS.map(({ name, value }) => [name, value(topic, replicas)]));
}

function differences(declared: TopicDeclaration, found: FoundTopic | undefined): string[] {
  if (found === undefined) return [`${declared.name} is not there yet`];
  const settings = SETTINGS.flatMap(({ name, value, difference }) => {
    const wanted = value(declared, found.replicas);
    const has = found.settings.get(name) ?? 'an unknown number of';
    return has === wanted ? [] : [`${declared.name} ${difference(has, wanted)}`];
  });
  return found.partitions === declared.partitions
    ? settings
    : [`${declared.name} has ${found.partitions} partitions, declared are ${declared.partitions}`, ...settings];
}
