import kafkajs from 'kafkajs';
import { acceptsConnections } from './ports.mts';

/** True when the broker answers a metadata request; an open port alone says little. */
export async function kafkaAnswers(port: number): Promise<boolean> {
  if (!(await acceptsConnections(port))) return false;
  return brokersAnswer([`127.0.0.1:${port}`]);
}

export async function brokersAnswer(brokers: string[]): Promise<boolean> {
  const admin = new kafkajs.Kafka({
    clientId: 'readiness',
    brokers,
    logLevel: kafkajs.logLevel.NOTHING,
    connectionTimeout: 1000,
    requestTimeout: 2000,
    retry: { retries: 0 },
  }).admin();
  try {
    await admin.connect();
    const cluster = await admin.describeCluster();
    await admin.listTopics();
    return cluster.controller !== null && cluster.brokers.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
