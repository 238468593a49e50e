import { Injectable } from '@nestjs/common';
import { type Cause, Clock, type ExpectedVersion, InvalidInput, newId, requireVersion, SECOND } from '@itops/kit';
import { Transactions, type Tx } from '@itops/messaging';
import { Outgoing } from '@itops/platform';

import { type Act, DEFAULT_OVERLAP_MS, signingSecrets, Webhook, type WebhookDetails } from '../../domain/webhook';
import { type WebhookAction } from '../../domain/webhook.lifecycle';
import { checkedFilter, type EventFilter, type LooseFilter } from '../../events/event-filter';
import { DeliveryStore } from '../../persistence/delivery.store';
import { auditOf } from '../../persistence/webhook.audit';
import { SeenRights } from '../../persistence/seen-rights';
import { WebhookStore } from '../../persistence/webhook.store';
import { type WebhookFilterEditDto } from '../../resource/webhook.resource';
import { isSecret, newSecret } from '../../webhooks/signature';
import { SecretBox } from '../../webhooks/secret-box';
import {
  type EditWebhookDto,
  type NewWebhookDto,
  type RevealedSecret,
  type RotateSecretDto,
} from './manage-webhooks.dto';

const POINTERS = { types: '/filter/types', resource: '/filter/resource' };

/** What is done to subscriptions on request. */
@Injectable()
export class ManageWebhooks {
  constructor(
    private readonly transactions: Transactions,
    private readonly webhooks: WebhookStore,
    private readonly deliveries: DeliveryStore,
    private readonly box: SecretBox,
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
    private readonly rights: SeenRights,
  ) {}

  /** @throws InvalidInput, Misconfigured */
  async create({ name, url, filter = {}, secret }: NewWebhookDto, cause: Cause): Promise<WebhookDetails> {
    this.requireAllowed(url);
    const id = newId();
    const checked = checkedFilter(filter, POINTERS);
    const box = this.box.close(checkedSecret(secret), id);
    await this.knowCaller();
    const webhook = Webhook.open({ id, name, url, filter: checked, box }, this.act(cause));
    return this.transactions.run(cause, async (tx) => {
      await this.webhooks.insert(tx, webhook);
      await tx.audit([auditOf('create', id, undefined, webhook.details)]);
      return webhook.details;
    });
  }

  /** @throws NotFound, StaleVersion, InvalidInput */
  async edit(
    id: string,
    expected: ExpectedVersion,
    { name, url, filter }: EditWebhookDto,
    cause: Cause,
  ): Promise<WebhookDetails> {
    if (url !== undefined) this.requireAllowed(url);
    await this.knowCaller();
    return this.change('edit', id, expected, cause, (webhook) => {
      const changed =
        filter === undefined ? undefined : checkedFilter(merged(webhook.details.filter, filter), POINTERS);
      webhook.edit(
        {
          ...(name === undefined ? {} : { name }),
          ...(url === undefined ? {} : { url }),
          ...(changed === undefined ? {} : { filter: changed }),
        },
        this.act(cause),
      );
    });
  }

  /** What waited for it goes out at once. @throws NotFound, StaleVersion, IllegalTransition */
  async enable(id: string, expected: ExpectedVersion, cause: Cause): Promise<WebhookDetails> {
    await this.knowCaller();
    return this.change('enable', id, expected, cause, async (webhook, tx) => {
      webhook.enable(this.act(cause));
      await this.deliveries.hurry(tx, id, this.clock.now());
    });
  }

  /** @throws NotFound, StaleVersion, IllegalTransition */
  disable(id: string, expected: ExpectedVersion, cause: Cause): Promise<WebhookDetails> {
    return this.change('disable', id, expected, cause, (webhook) => webhook.disable(this.clock.now()));
  }

  /** @throws NotFound, StaleVersion, InvalidInput, Misconfigured */
  rotateSecret(
    id: string,
    expected: ExpectedVersion,
    { secret, overlapSeconds }: RotateSecretDto,
    cause: Cause,
  ): Promise<WebhookDetails> {
    const text = checkedSecret(secret);
    const overlap = overlapSeconds === undefined ? DEFAULT_OVERLAP_MS : overlapSeconds * SECOND;
    return this.change('rotate-secret', id, expected, cause, (webhook) =>
      webhook.rotateSecret(this.box.close(text, id), overlap, this.clock.now()),
    );
  }

  /** The secrets themselves; that somebody has read them is noted. @throws NotFound, Misconfigured */
  async reveal(id: string, cause: Cause): Promise<RevealedSecret[]> {
    return this.transactions.run(cause, async (tx) => {
      const { details } = await this.webhooks.load(tx, id);
      await tx.audit([{ action: 'read-secrets', resourceType: 'webhook', resourceId: id }]);
      return signingSecrets(details.secrets, this.clock.now()).map(({ box, createdAt, expiresAt }) => ({
        secret: this.box.open(box, id),
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      }));
    });
  }

  /** With all that was delivered for it. @throws NotFound, StaleVersion */
  async remove(id: string, expected: ExpectedVersion, cause: Cause): Promise<void> {
    await this.transactions.run(cause, async (tx) => {
      const { details } = await this.webhooks.load(tx, id);
      requireVersion('webhook', expected, details.version);
      await this.webhooks.remove(tx, id);
      await tx.audit([auditOf('delete', id, details, undefined)]);
    });
  }

  private change(
    action: WebhookAction,
    id: string,
    expected: ExpectedVersion,
    cause: Cause,
    work: (webhook: Webhook, tx: Tx) => Promise<void> | void,
  ): Promise<WebhookDetails> {
    return this.transactions.run(cause, async (tx) => {
      const webhook = await this.webhooks.load(tx, id);
      const before = webhook.details;
      requireVersion('webhook', expected, before.version);
      await work(webhook, tx);
      await this.webhooks.save(tx, webhook);
      await tx.audit([auditOf(action, id, before, webhook.details)]);
      return webhook.details;
    });
  }

  /** The caller's token must be known before what they save: what an older one permitted would count otherwise. */
  private knowCaller(): Promise<void> {
    return this.rights.write();
  }

  private act({ actor, authority }: Cause): Act {
    return { by: { subject: actor, permissions: authority?.permissions ?? new Set() }, at: this.clock.now() };
  }

  private requireAllowed(url: string): void {
    const reason = this.outgoing.refuses(url);
    if (reason !== undefined) throw new InvalidInput([{ pointer: '/url', reason }]);
  }
}

function checkedSecret(given: string | undefined): string {
  if (given === undefined) return newSecret();
  if (isSecret(given)) return given;
  throw new InvalidInput([{ pointer: '/secret', reason: 'must be whsec_ and the base64 of 24 to 64 random bytes' }]);
}

/** By the rules of a merge patch: what is left out stays, null goes. */
function merged(filter: EventFilter, edit: WebhookFilterEditDto): LooseFilter {
  const after = <Value>(now: Value | undefined, edited: Value | null | undefined) =>
    edited === undefined ? now : (edited ?? undefined);
  return {
    types: after(filter.types, edit.types),
    ci: after(filter.ci, edit.ci),
    resource: after(filter.resource, edit.resource),
    priorities: after(filter.priorities, edit.priorities),
  };
}
