import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import type { DeploymentIn } from '../client/inputs.mts';

const TOPIC = 'itops.inbound.deployments';

/** The Kafka door: a pipeline that emits CloudEvents 1.0 (structured JSON) instead of calling REST. */
export class DeploymentDoor {
  readonly #producer: Producer;

  private constructor(producer: Producer) {
    this.#producer = producer;
  }

  static async open(brokers: string): Promise<DeploymentDoor> {
    const kafka = new Kafka({
      clientId: 'sample-pipeline',
      brokers: brokers.split(',').map((broker) => broker.trim()),
      logLevel: logLevel.NOTHING,
    });
    const producer = kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return new DeploymentDoor(producer);
  }

  /** Returns when all in-sync replicas have it. */
  async emit(deployment: DeploymentIn): Promise<void> {
    const event = {
      specversion: '1.0',
      id: randomUUID(),
      type: 'itops.deployment.reported.v1',
      source: `/pipelines/${deployment.source}`,
      subject: deployment.externalRef,
      time: deployment.at,
      datacontenttype: 'application/json',
      data: deployment,
    };
    await this.#producer.send({
      topic: TOPIC,
      acks: -1,
      messages: [
        {
          // Reports of one deployment stay in their order.
          key: `${deployment.source}|${deployment.externalRef}`,
          value: JSON.stringify(event),
          headers: { 'content-type': 'application/cloudevents+json' },
        },
      ],
    });
  }

  close(): Promise<void> {
    return this.#producer.disconnect();
  }
}
