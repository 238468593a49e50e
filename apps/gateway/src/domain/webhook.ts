import { type Authority, DAY, type Permission } from '@itops/kit';

import { FAILING_LIMIT_MS } from './retry-schedule';
import { type DisabledReason, type WebhookAction, webhookLifecycle, type WebhookState } from './webhook.lifecycle';

/** Which events a subscription wants; by its caller checked. */
export interface WebhookFilter {
  readonly types?: readonly string[];
  readonly ci?: string;
  readonly resource?: string;
  readonly priorities?: readonly number[];
}

/** A secret as it is kept: enciphered. */
export interface KeptSecret {
  readonly box: string;
  readonly createdAt: Date;
  /** Until then it signs beside the newest; null for the newest. */
  readonly expiresAt: Date | null;
}

export interface WebhookDetails {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly url: string;
  readonly filter: WebhookFilter;
  readonly state: WebhookState;
  readonly disabledReason: DisabledReason | null;
  /** Newest first; two at most. */
  readonly secrets: readonly KeptSecret[];
  /** Who saved it last. */
  readonly owner: string;
  /** What they were permitted then; see {@link stillPermitted}. */
  readonly permissions: readonly Permission[];
  /** Events from then on are for it. */
  readonly activeSince: Date;
  /** Since when nothing was delivered although it was tried. */
  readonly failingSince: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
}

export interface WebhookEdit {
  readonly name?: string;
  readonly url?: string;
  readonly filter?: WebhookFilter;
}

/** So long the secret before signs beside a new one, unless it is said otherwise. */
export const DEFAULT_OVERLAP_MS = DAY;

/** Who acts, and when. */
export interface Act {
  readonly by: Pick<Authority, 'subject' | 'permissions'>;
  readonly at: Date;
}

/** A subscription to events by HTTP. Whoever changes what it sends or where takes it over, with what they may see. */
export class Webhook {
  private constructor(
    private current: WebhookDetails,
    readonly storedVersion: number,
  ) {}

  static open(
    given: Pick<WebhookDetails, 'id' | 'name' | 'url' | 'filter'> & { readonly box: string },
    { by, at }: Act,
  ): Webhook {
    const { box, ...named } = given;
    const details: WebhookDetails = {
      ...named,
      ...{ version: 1, state: webhookLifecycle.initial, disabledReason: null, failingSince: null },
      ...{ secrets: [{ box, createdAt: at, expiresAt: null }], activeSince: at },
      ...{ owner: by.subject, permissions: [...by.permissions] },
      ...{ createdAt: at, createdBy: by.subject, updatedAt: at },
    };
    return new Webhook(details, 0);
  }

  static restore(details: WebhookDetails): Webhook {
    return new Webhook(details, details.version);
  }

  get details(): WebhookDetails {
    return this.current;
  }

  edit(edit: WebhookEdit, act: Act): void {
    this.move('edit', { ...edit, ...taken(act) }, act.at);
  }

  enable(act: Act): void {
    this.move('enable', { ...taken(act), disabledReason: null, failingSince: null, activeSince: act.at }, act.at);
  }

  disable(at: Date): void {
    this.move('disable', { disabledReason: 'by-request' }, at);
  }

  /** The receiver says that it is gone, or has failed for too long, or there is nothing left that the owner may see. */
  giveUp(reason: Exclude<DisabledReason, 'by-request'>, at: Date): void {
    this.move('give-up', { disabledReason: reason }, at);
  }

  /** Of the secrets before, only the newest lives on, for the overlap. */
  rotateSecret(box: string, overlapMs: number, at: Date): void {
    const [newest] = this.current.secrets;
    const before =
      newest === undefined || overlapMs === 0 ? [] : [{ ...newest, expiresAt: new Date(at.getTime() + overlapMs) }];
    this.move('rotate-secret', { secrets: [{ box, createdAt: at, expiresAt: null }, ...before] }, at);
  }

  private move(action: WebhookAction, changed: Partial<WebhookDetails>, at: Date): void {
    const state = webhookLifecycle.next(this.current.state, action);
    this.current = { ...this.current, ...changed, state, version: this.current.version + 1, updatedAt: at };
  }
}

function taken({ by }: Act): Pick<WebhookDetails, 'owner' | 'permissions'> {
  return { owner: by.subject, permissions: [...by.permissions] };
}

/**
 * What a subscription may see: what its owner might when they saved it, as far as they still may.
 * @param now what they are permitted now; undefined where nothing newer is known
 */
export function stillPermitted(
  { permissions }: Pick<WebhookDetails, 'permissions'>,
  now: ReadonlySet<Permission> | undefined,
): ReadonlySet<Permission> {
  return new Set(now === undefined ? permissions : permissions.filter((permission) => now.has(permission)));
}

/** Those that sign now, the newest first. */
export function signingSecrets(secrets: readonly KeptSecret[], now: Date): KeptSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt.getTime() > now.getTime());
}

/** Whether a receiver that has taken nothing since then is given up. */
export function hasFailedTooLong(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= FAILING_LIMIT_MS;
}
