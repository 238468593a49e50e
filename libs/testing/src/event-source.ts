import { isRecord } from '@itops/kit';
import { eventually } from './eventually';

export interface SeenMessage {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads a stream of server-sent events as a client does. */
export class EventSourceUnderTest {
  readonly messages: SeenMessage[] = [];
  readonly comments: string[] = [];
  /** What a client would send as Last-Event-ID. */
  lastId = '';
  ended = false;
  private readonly leaving = new AbortController();

  private constructor(readonly response: Response) {
    void this.read();
  }

  static async open(url: string, headers: Record<string, string>, signal?: AbortSignal): Promise<EventSourceUnderTest> {
    const response = await fetch(url, { headers, ...(signal === undefined ? {} : { signal }) });
    if (response.status !== 200) throw new Error(`${url} answers ${response.status}: ${await response.text()}`);
    return new EventSourceUnderTest(response);
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await eventually(() => {
      if (!this.ended) throw new Error('The stream is still open');
    });
  }

  private async read(): Promise<void> {
    const body: ReadableStream<Uint8Array> | null = this.response.body;
    const reader = body?.getReader();
    if (reader === undefined) return;
    this.leaving.signal.addEventListener('abort', () => void reader.cancel());
    const decoder = new TextDecoder();
    let text = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        text += decoder.decode(value, { stream: true });
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut off: as good as ended.
    }
    this.ended = true;
  }

  private take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line): [string, string] => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).trimStart()];
      }),
    );
    const id = fields.get('id');
    if (id !== undefined) this.lastId = id;
    const comment = fields.get('');
    if (comment !== undefined) this.comments.push(comment);
    const data = fields.get('data');
    const parsed: unknown = JSON.parse(data ?? 'null');
    if (isRecord(parsed)) this.messages.push({ id: this.lastId, event: fields.get('event') ?? '', data: parsed });
  }
}
