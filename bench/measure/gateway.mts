import { Pool } from 'undici';

import { type Target } from './settings.mts';

/** A lean client, so that the measured side and not the measuring one is the limit. */
export class Gateway {
  private readonly pool: Pool;
  private readonly headers: Record<string, string>;

  constructor(target: Target, connections: number) {
    this.pool = new Pool(target.gatewayUrl, { connections, pipelining: 1 });
    this.headers = { authorization: `Bearer ${target.apiKey}`, 'content-type': 'application/json' };
  }

  /** @throws when the answer has another status than expected: a failed request is not counted as done. */
  async post(path: string, body: string, expected: number): Promise<string> {
    const answer = await this.pool.request({ method: 'POST', path, body, headers: this.headers });
    const text = await answer.body.text();
    if (answer.statusCode !== expected)
      throw new Error(`POST ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
    return text;
  }

  async get(path: string): Promise<unknown> {
    const answer = await this.pool.request({ method: 'GET', path, headers: this.headers });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`GET ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
