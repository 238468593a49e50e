import type { Evidence, Violation } from '../evidence/evidence.mts';

const CHECKER = 'consumption';

/** Which consumer reads which domain topics. */
export const CONSUMERS: Readonly<Record<string, readonly string[]>> = {
  'cmdb-svc.conditions': ['itops.incident.v1', 'itops.change.v1'],
  'change-svc.estate': ['itops.ci.v1'],
  'capacity-svc.cis': ['itops.ci.v1'],
  'incident-svc.estate': ['itops.ci.v1', 'itops.relationship.v1'],
  'incident-svc.changes': ['itops.change.v1'],
  'incident-svc.capacity': ['itops.capacity.v1'],
};

/** Which consumer reads which inbound topic. */
export const INBOUND_CONSUMERS: Readonly<Record<string, string>> = {
  'incident-svc.alerts': 'itops.inbound.alerts',
  'change-svc.deployments': 'itops.inbound.deployments',
  'capacity-svc.metrics': 'itops.inbound.metrics',
  'cmdb-svc.discovery': 'itops.inbound.discovery',
};

/** For each consumer and aggregate: published = applied + parked. And what tools sent was received once. */
export function checkConsumption({ log, tables, inbound }: Evidence): Violation[] {
  const published = new Map<string, { topic: string; versions: number }>();
  for (const { topic, aggregateType, aggregateId, version } of log) {
    const key = `${aggregateType}/${aggregateId}`;
    published.set(key, { topic, versions: Math.max(published.get(key)?.versions ?? 0, version) });
  }
  const settled = new Map<string, number>();
  for (const { consumer, aggregateType, aggregateId, version } of tables.applied) {
    add(settled, `${consumer} ${aggregateType}/${aggregateId}`, version);
  }
  for (const { consumer, aggregateType, aggregateId } of tables.parked) {
    if (aggregateType !== null && aggregateId !== null) add(settled, `${consumer} ${aggregateType}/${aggregateId}`, 1);
  }
  const violations: Violation[] = [];
  const isHere = (consumer: string): boolean => tables.services.some((service) => consumer.startsWith(`${service}.`));
  for (const [consumer, topics] of Object.entries(CONSUMERS)) {
    if (!isHere(consumer)) continue;
    for (const [aggregate, { topic, versions }] of published) {
      if (!topics.includes(topic)) continue;
      const subject = `${consumer} ${aggregate}`;
      const found = settled.get(subject) ?? 0;
      if (found === versions) continue;
      const detail = `${versions} versions published, ${found} applied or parked`;
      violations.push({ checker: CHECKER, kind: found < versions ? 'lost' : 'doubled', subject, detail });
    }
  }
  for (const [consumer, topic] of Object.entries(INBOUND_CONSUMERS)) {
    if (!isHere(consumer)) continue;
    const sent = inbound[topic] ?? 0;
    const received = tables.received[consumer] ?? 0;
    if (sent === received) continue;
    const detail = `${sent} distinct messages on ${topic}, ${received} received`;
    violations.push({ checker: CHECKER, kind: received < sent ? 'lost' : 'doubled', subject: consumer, detail });
  }
  return violations;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}
