import kafkajs from 'kafkajs';
import { markOf } from './spec-mark.mts';

/**
 * A reporter of Jest's that removes the topics of each spec file when it has ended. kafkajs asks for the metadata of all
 * topics of the broker whenever it connects or looks whether the broker is there: with a thousand of them left behind each
 * such question takes the broker 20 ms of a processor.
 */
export default class TopicSweeper {
  readonly #ended = new Set<string>();
  #sweeping: Promise<void> | undefined;

  onTestFileResult({ path }: { readonly path: string }): void {
    this.#ended.add(markOf(path));
    // Jest waits for what a reporter returns: this goes on beside the next file.
    this.#sweeping ??= this.#sweep().finally(() => (this.#sweeping = undefined));
  }

  async onRunComplete(): Promise<void> {
    await this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const admin = new kafkajs.Kafka({
      clientId: 'topic-sweeper',
      brokers: (process.env['TEST_KAFKA_BROKERS'] ?? '').split(','),
      logLevel: kafkajs.logLevel.NOTHING,
    }).admin();
    try {
      await admin.connect();
      const marks = [...this.#ended];
      this.#ended.clear();
      const topics = (await admin.listTopics()).filter((topic) => marks.some((mark) => topic.includes(mark)));
      if (topics.length > 0) await admin.deleteTopics({ topics });
    } catch {
      // What is left behind costs time, and nothing else: the broker ends with the run.
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}
