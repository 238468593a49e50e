import { isRecord } from '@itops/kit';
import { Logger } from '@nestjs/common';
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from 'jose';

import { notNow } from '../refusals';
import { isSafeUrl, type OidcConfig } from './oidc.config';
import { readDocument } from './read-document';
import { type FoundKeys, usableKeys } from './usable-keys';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

interface Held {
  readonly find: JWTVerifyGetKey;
  readonly fingerprint: string;
  readonly count: number;
}

/**
 * The keys by which the provider signs: read in the background, again every so often and when a token names one that is
 * not known, and kept for as long as the provider is away. However many tokens name unknown keys, the provider is asked at
 * most once in each cool-down.
 */
export class ProviderKeys {
  private readonly logger = new Logger(ProviderKeys.name);
  private held: Held | undefined;
  /** What was wrong when they were read last. */
  private trouble: string | undefined = 'not read yet:';
  private clocks: string | undefined;
  private reading: Promise<void> | undefined;
  private readAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;
  private retryMs = FIRST_RETRY_MS;
  private isStopped = false;

  /** @param onReplaced is told when a key may be gone: what was verified by it must be verified again */
  constructor(
    private readonly config: OidcConfig,
    private readonly onReplaced: () => void,
  ) {}

  start(): void {
    void this.read();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** For people: what is wrong, or how many keys there are. */
  describe(): { ready: boolean; detail: string } {
    const { trouble, held, clocks } = this;
    const keys = held === undefined ? 'no keys' : `${held.count} keys`;
    const words = [trouble, clocks, keys].filter((part) => part !== undefined);
    return {
      ready: trouble === undefined && clocks === undefined,
      detail: `${this.config.issuer}: ${words.join(' ')}`,
    };
  }

  /** @throws Unavailable while there are no keys; JWKSNoMatchingKey when there is none for this token */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.held === undefined) await this.readAgain();
    const { held } = this;
    if (held === undefined) throw notNow("Tokens can't be judged now: the identity provider's keys are not known.");
    try {
      return await held.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await this.readAgain())) throw error;
      return (this.held ?? held).find(header, token);
    }
  };

  /** Whether it could be asked again: not more often than once in each cool-down. */
  private async readAgain(): Promise<boolean> {
    const isCool = performance.now() - this.readAt >= this.config.cooldownMs;
    if (this.reading === undefined && !isCool) return false;
    await this.read();
    return true;
  }

  private read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => {
      this.reading = undefined;
      this.readAt = performance.now();
      this.schedule();
    });
    return this.reading;
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.retryMs = this.trouble === undefined ? FIRST_RETRY_MS : Math.min(this.retryMs * 2, LONGEST_RETRY_MS);
    const wait = this.trouble === undefined ? this.config.refreshMs : Math.max(this.retryMs, this.config.cooldownMs);
    this.timer = setTimeout(() => void this.read(), wait).unref();
  }

  private async readNow(): Promise<void> {
    try {
      const found = await this.fetchKeys();
      this.hold(found);
      if (this.trouble !== undefined)
        this.logger.log(`The keys of ${this.config.issuer} are known: ${found.usable.length}`);
      this.trouble = undefined;
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error);
      if (this.trouble !== trouble) this.logger.error(trouble);
      this.trouble = trouble;
    }
  }

  private hold({ usable, left }: FoundKeys): void {
    const fingerprint = JSON.stringify(usable);
    if (this.held?.fingerprint === fingerprint) return;
    for (const why of left) this.logger.warn(`A key of ${this.config.issuer} is not used: ${why}`);
    const isFirst = this.held === undefined;
    this.held = { find: createLocalJWKSet({ keys: [...usable] }), fingerprint, count: usable.length };
    if (!isFirst) this.onReplaced();
  }

  private async fetchKeys(): Promise<FoundKeys> {
    const url = this.config.keysUrl ?? (await this.discover());
    const found = usableKeys(await this.fetch(url), this.config.algorithms);
    if (found.usable.length > 0) return found;
    throw new Error(
      `The identity provider has no key at ${url} that can be used (${found.left.join('; ') || 'the set is empty'}). ` +
        'See OIDC_JWKS_URL and OIDC_ALGORITHMS.',
    );
  }

  /** OpenID Connect Discovery 1.0, 4: the issuer must be told exactly as it is expected. */
  private async discover(): Promise<string> {
    const { issuer } = this.config;
    const document = await this.fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const told = isRecord(document) ? document['issuer'] : undefined;
    if (told !== issuer) {
      throw new Error(
        `OIDC_ISSUER is ${issuer}, but the provider there calls itself ${JSON.stringify(told)?.slice(0, 200) ?? 'nothing'}. ` +
          'Set OIDC_ISSUER to exactly what its tokens have in iss.',
      );
    }
    const url = isRecord(document) ? document['jwks_uri'] : undefined;
    if (typeof url === 'string' && isSafeUrl(url)) return url;
    throw new Error(`The identity provider ${issuer} names no jwks_uri over https.`);
  }

  private async fetch(url: string): Promise<unknown> {
    const { document, aheadS } = await readDocument(url);
    this.clocks = this.differs(aheadS);
    return document;
  }

  private differs(aheadS: number | undefined): string | undefined {
    if (aheadS === undefined || Math.abs(aheadS) <= this.config.skewS + 1) return undefined;
    const words = `The provider's clock is ${Math.abs(aheadS)} s ${aheadS > 0 ? 'ahead of' : 'behind'} this machine's, and at most ${this.config.skewS} s (OIDC_CLOCK_SKEW_S) are allowed: set both by NTP.`;
    if (this.clocks === undefined) this.logger.error(words);
    return words;
  }
}
