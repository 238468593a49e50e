import { isRecord } from '@itops/kit';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'undici';

import { BackOff, reasonOf, Wakeup } from '../waiting';
import { type TokenSource } from './broker-access';

type Endpoint = Exclude<TokenSource, { readonly file: string }>;

interface Token {
  readonly value: string;
  /** On the monotonic clock; from here on a new one is fetched. */
  readonly staleAt: number;
  readonly expiresAt: number;
}

const TRIES = 3;
const TRY_LIMIT_MS = 2_500;
/** A token is fetched anew when so little of its life is left, or a fifth of it where that is more. */
const SPARE_MS = 30_000;
const SPARE_SHARE = 0.2;
const LONGEST_REASON = 200;

/**
 * Tokens for SASL OAUTHBEARER. A transport asks for one each time that it authenticates; the broker ends a session with
 * its token (KIP-368), so that clients authenticate, and ask, again in time.
 */
export class BearerTokens {
  private readonly agent: Agent | undefined;
  private kept: Token | undefined;
  private fetching: Promise<Token> | undefined;

  constructor(private readonly source: TokenSource) {
    if ('endpoint' in source) {
      this.agent = new Agent({
        connect: { rejectUnauthorized: true, ...(source.ca === undefined ? {} : { ca: source.ca }) },
        headersTimeout: TRY_LIMIT_MS,
        bodyTimeout: TRY_LIMIT_MS,
        connectTimeout: TRY_LIMIT_MS,
        keepAliveTimeout: 1_000,
      });
    }
  }

  /** A token that is valid now. A new one that can't be had is no error while the kept one is still valid. */
  async current(): Promise<string> {
    if ('file' in this.source) return this.read(this.source.file);
    const { kept, source } = this;
    if (kept !== undefined && performance.now() < kept.staleAt) return kept.value;
    try {
      this.fetching ??= this.fetchPatiently(source);
      this.kept = await this.fetching;
      return this.kept.value;
    } catch (error) {
      if (kept !== undefined && performance.now() < kept.expiresAt) return kept.value;
      throw error;
    } finally {
      this.fetching = undefined;
    }
  }

  private async read(file: string): Promise<string> {
    try {
      const token = (await readFile(file, 'utf8')).trim();
      if (token === '') throw new Error('it is empty');
      return token;
    } catch (error) {
      throw new Error(`No token for the broker from the file ${file}: ${reasonOf(error)}`);
    }
  }

  private async fetchPatiently(endpoint: Endpoint): Promise<Token> {
    const backOff = new BackOff(100, 400);
    for (let tried = 1; ; tried++) {
      try {
        return await this.fetch(endpoint);
      } catch (error) {
        if (tried < TRIES && !(error instanceof TokenRefused)) {
          await new Wakeup().wait(backOff.next());
          continue;
        }
        const what = `No token for the broker from ${endpoint.endpoint} for the client '${endpoint.clientId}'`;
        // Without its cause: a client that tells only the first one would leave the endpoint out.
        throw new Error(`${what}: ${reasonOf(error)}`);
      }
    }
  }

  private async fetch({ endpoint, clientId, clientSecret, scope }: Endpoint): Promise<Token> {
    const asked = performance.now();
    const credentials = [clientId, clientSecret].map(encodeURIComponent).join(':');
    const form = new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) });
    const { statusCode, body } = await request(endpoint, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
      ...(this.agent === undefined ? {} : { dispatcher: this.agent }),
    });
    const answer = asJson(await body.text());
    if (statusCode !== 200) {
      const reason = `it answered ${statusCode}${describe(answer)}`;
      throw statusCode >= 500 || statusCode === 429 ? new Error(reason) : new TokenRefused(reason);
    }
    const { access_token: value, expires_in: seconds } = answer;
    if (typeof value !== 'string' || value === '') throw new TokenRefused('its answer has no access_token');
    const lifeMs = Number(seconds) > 0 ? Number(seconds) * 1_000 : 0;
    const expiresAt = asked + lifeMs;
    return { value, expiresAt, staleAt: expiresAt - Math.max(SPARE_MS, lifeMs * SPARE_SHARE) };
  }
}

/** The endpoint has understood and said no: to ask the same again at once changes nothing. */
class TokenRefused extends Error {}

function asJson(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

/** RFC 6749, 5.2. */
function describe({ error, error_description: description }: Record<string, unknown>): string {
  const said = [error, description].filter((part) => typeof part === 'string').join(': ');
  return said === '' ? '' : ` (${said.slice(0, LONGEST_REASON)})`;
}
