import { Injectable } from '@nestjs/common';
import { Clock, isRecord } from '@itops/kit';
import { Outgoing } from '@itops/platform';

import { askedWait } from '../../domain/retry-schedule';
import { signingSecrets } from '../../domain/webhook';
import { type DueDelivery } from '../../persistence/delivery.lanes';
import { type Attempt } from '../../persistence/delivery.row';
import { signatureHeaders } from '../../webhooks/signature';
import { SecretBox } from '../../webhooks/secret-box';

const KEPT_BYTES = 1_024;
const LONGEST_REASON = 500;
const GONE = 410;

export interface Tried {
  readonly attempt: Attempt;
  /** The receiver took it, with 2xx. */
  readonly isTaken: boolean;
  /** It says that it will never take anything again. */
  readonly isGone: boolean;
  /** How long it asks to be left alone, in milliseconds. */
  readonly askedMs: number;
}

/** Sends one delivery to its receiver, once. */
@Injectable()
export class AttemptDelivery {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that goes wrong between us and the receiver is part of the answer.
   * @throws when `signal` was aborted
   */
  async run(webhookId: string, delivery: DueDelivery, timeoutMs: number, signal: AbortSignal): Promise<Tried> {
    const at = this.clock.now();
    const begun = performance.now();
    const attempt = (rest: Pick<Attempt, 'status' | 'error' | 'answer'>): Attempt => ({
      at: at.toISOString(),
      durationMs: Math.round(performance.now() - begun),
      ...rest,
    });
    try {
      const secrets = signingSecrets(delivery.secrets, at).map(({ box }) => this.box.open(box, webhookId));
      const { status, headers, text } = await this.outgoing.post({
        url: new URL(delivery.url),
        headers: {
          'content-type': 'application/cloudevents+json; charset=utf-8',
          'user-agent': 'itops-webhooks/1',
          ...signatureHeaders({ id: delivery.eventId, at, body: delivery.payload }, secrets),
        },
        body: delivery.payload,
        ...{ timeoutMs, keptBytes: KEPT_BYTES, signal },
      });
      return {
        attempt: attempt({ status, error: null, answer: storable(text) }),
        isTaken: status >= 200 && status < 300,
        isGone: status === GONE,
        askedMs: askedWait(headers['retry-after'], at),
      };
    } catch (error) {
      if (signal.aborted) throw error;
      const reason = { status: null, error: reasonOf(error, timeoutMs), answer: null };
      return { attempt: attempt(reason), isTaken: false, isGone: false, askedMs: 0 };
    }
  }
}

/** PostgreSQL keeps no U+0000. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD');
}

function reasonOf(error: unknown, timeoutMs: number): string {
  const { name, code, message } = isRecord(error) ? error : {};
  if (name === 'TimeoutError') return `no whole answer within ${timeoutMs} ms`;
  const text = typeof message === 'string' && message !== '' ? message : String(error);
  return storable(typeof code === 'string' && !text.includes(code) ? `${code}: ${text}` : text).slice(
    0,
    LONGEST_REASON,
  );
}
