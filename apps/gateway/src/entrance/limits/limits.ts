import { BusinessError } from '@itops/kit';

import { RecentlyUsed } from '../recently-used';
import { type LimitsConfig, type Rate, ROUTE_CLASSES, type RouteClass } from './limits.config';
import { TokenBucket } from './token-bucket';

/** Whoever is forgotten begins with full buckets; memory stays bounded. */
const MOST_CALLERS = 10_000;
const MOST_ADDRESSES = 10_000;

/** Too much was asked for in too short a time; nothing was done. */
export class RateLimited extends BusinessError {
  readonly kind = 'rate-limited';
  readonly status = 429;
  readonly title = 'Too many requests';

  constructor(
    detail: string,
    readonly policy: string,
    /** Seconds. */
    readonly retryAfter: number,
  ) {
    super(`${detail} Repeat it in ${retryAfter} s.`);
  }

  override details(): Record<string, unknown> {
    return { 'violated-policies': [this.policy] };
  }
}

/** The limits of one caller at this gateway. */
export class Allowance {
  /** Requests under way, live streams apart. */
  inFlight = 0;
  private readonly buckets = new Map<RouteClass, TokenBucket>();

  constructor(private readonly rates: LimitsConfig['rates']) {}

  of(kind: RouteClass, now: number): TokenBucket {
    let bucket = this.buckets.get(kind);
    if (bucket === undefined) {
      bucket = new TokenBucket(this.rates[kind], now);
      this.buckets.set(kind, bucket);
    }
    return bucket;
  }
}

/** How much each caller may ask for, and each address while it fails to be let in. Of this process alone. */
export class Limits {
  private readonly callers = new RecentlyUsed<string, Allowance>(MOST_CALLERS);
  private readonly addresses = new RecentlyUsed<string, TokenBucket>(MOST_ADDRESSES);
  private readonly policies: ReadonlyMap<RouteClass, string>;

  constructor(private readonly config: LimitsConfig) {
    this.policies = new Map(ROUTE_CLASSES.map((kind) => [kind, policyOf(kind, config.rates[kind])]));
  }

  of(subject: string): Allowance {
    let allowance = this.callers.get(subject);
    if (allowance === undefined) {
      allowance = new Allowance(this.config.rates);
      this.callers.set(subject, allowance);
    }
    return allowance;
  }

  /** `RateLimit-Policy`, as draft-ietf-httpapi-ratelimit-headers-10 has it. */
  policy(kind: RouteClass): string {
    return this.policies.get(kind) ?? '';
  }

  /** @throws RateLimited */
  requirePlace(allowance: Allowance): void {
    if (allowance.inFlight < this.config.inFlight) return;
    throw new RateLimited(
      `${this.config.inFlight} requests of yours are under way, and no more may be at the same time.`,
      'in-flight',
      1,
    );
  }

  /** Whether an address has failed to be let in so often that it is not listened to for now. @throws RateLimited */
  requirePatience(address: string | undefined): void {
    const bucket = this.addresses.get(networkOf(address));
    if (bucket === undefined || bucket.has(performance.now())) return;
    throw new RateLimited(
      'Too many attempts from this address have shown what is no key and no token.',
      'strangers',
      bucket.secondsToNext,
    );
  }

  noteStranger(address: string | undefined): void {
    const network = networkOf(address);
    let bucket = this.addresses.get(network);
    if (bucket === undefined) {
      bucket = new TokenBucket(this.config.strangers, performance.now());
      this.addresses.set(network, bucket);
    }
    bucket.take(performance.now());
  }
}

/** `RateLimit`, of the same draft: what is left, and in how many seconds all of it is there again. */
export function describeBucket(kind: RouteClass, bucket: TokenBucket): string {
  return `"${kind}";r=${bucket.left};t=${bucket.secondsToFull}`;
}

function policyOf(kind: RouteClass, { perSecond, burst }: Rate): string {
  return `"${kind}";q=${burst};w=${Math.max(1, Math.ceil(burst / perSecond))}`;
}

/** Of IPv6 the first 64 bits: within them everybody chooses addresses as they like. */
export function networkOf(address = ''): string {
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/, '');
  const [head = '', tail] = address.split('%', 1)[0]?.split('::') ?? [];
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${all.slice(0, 4).join(':')}::/64`;
}
