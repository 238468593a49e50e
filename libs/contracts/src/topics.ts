/** How a topic is kept. Declared once, here; created at start, and a difference to the broker's is reported. */
export interface TopicDeclaration {
  readonly name: string;
  readonly partitions: number;
  /** Milliseconds; -1 keeps for ever, which a read model that must be rebuildable needs. */
  readonly retentionMs: number;
  /** Whether old records are dropped by their age, or all but the latest of each key. */
  readonly cleanup: 'delete' | 'compact';
  /**
   * How many copies must have a record before it is acknowledged. A cluster with too few brokers for one of them to be
   * away has fewer: a broker that stands alone acknowledges alone.
   */
  readonly minInsyncReplicas: number;
  readonly meaning: string;
}

const DAYS = 86_400_000;
const FOREVER = -1;

const declare = (name: string, partitions: number, retentionMs: number, meaning: string): TopicDeclaration => ({
  name,
  partitions,
  retentionMs,
  cleanup: 'delete',
  minInsyncReplicas: 2,
  meaning,
});

/** What each service publishes. Key: the aggregate's id. */
export const domainTopics = {
  ci: declare('itops.ci.v1', 4, FOREVER, 'configuration items'),
  relationship: declare('itops.relationship.v1', 4, FOREVER, 'relationships between configuration items'),
  alert: declare('itops.alert.v1', 4, FOREVER, 'deduplicated alerts'),
  incident: declare('itops.incident.v1', 4, FOREVER, 'incidents'),
  change: declare('itops.change.v1', 4, FOREVER, 'changes'),
  capacity: declare('itops.capacity.v1', 4, FOREVER, 'capacity breaches and forecasts'),
} as const;

/**
 * What each service tells of its audit trail. Not kept for ever, unlike other facts: what is erased about a person is gone
 * from here a month later.
 */
export const auditTopics = {
  audit: declare('itops.audit.v1', 4, 30 * DAYS, 'sealed rows of the audit trails, and signed checkpoints'),
  erasure: declare('itops.erasure.v1', 1, 30 * DAYS, 'orders to erase what is kept about a person'),
} as const;

/** Doors for tools that emit onto Kafka. */
export const inboundTopics = {
  alerts: declare('itops.inbound.alerts', 4, 7 * DAYS, 'alerts, as monitoring tools report them'),
  deployments: declare('itops.inbound.deployments', 4, 7 * DAYS, 'deployments, as pipelines report them'),
  discovery: declare('itops.inbound.discovery', 4, 7 * DAYS, 'configuration items, as sources report them'),
  metrics: declare('itops.inbound.metrics', 4, 7 * DAYS, 'metric points'),
} as const;

/** The topic for what could not be understood on `topic`. */
export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}

const readTopics = [...Object.values(domainTopics), ...Object.values(auditTopics), ...Object.values(inboundTopics)];

export const allTopics: readonly TopicDeclaration[] = [
  ...readTopics,
  ...readTopics.map(({ name }) =>
    declare(deadLetterTopic(name), 1, 30 * DAYS, `what could not be understood on ${name}`),
  ),
];
