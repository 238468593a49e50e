import { defineLifecycle } from '@itops/kit';

export const WEBHOOK_STATES = ['enabled', 'disabled'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

export const WEBHOOK_ACTIONS = ['edit', 'rotate-secret', 'enable', 'disable', 'give-up', 'ping', 'redeliver'] as const;
export type WebhookAction = (typeof WEBHOOK_ACTIONS)[number];

export const webhookLifecycle = defineLifecycle<WebhookState, WebhookAction>({
  name: 'webhook',
  initial: 'enabled',
  states: WEBHOOK_STATES,
  transitions: {
    edit: { from: ['enabled', 'disabled'], to: 'same', meaning: 'Another name, address or filter.' },
    'rotate-secret': {
      from: ['enabled', 'disabled'],
      to: 'same',
      meaning: 'A new secret signs; the one before signs beside it until its time is over.',
    },
    enable: { from: ['disabled'], to: 'enabled', meaning: 'Events go out again, first those that still wait.' },
    disable: { from: ['enabled'], to: 'disabled', meaning: 'Nothing goes out, and new events are not kept for it.' },
    'give-up': {
      from: ['enabled'],
      to: 'disabled',
      meaning:
        'By the platform: the receiver is gone (410) or has taken nothing for five days, or its owner may no longer see anything.',
      by: 'platform',
    },
    ping: { from: ['enabled'], to: 'same', meaning: 'One event for trying it out.' },
    redeliver: { from: ['enabled'], to: 'same', meaning: 'What was delivered or given up goes out again.' },
  },
});

export const DISABLED_REASONS = ['by-request', 'gone', 'failing', 'owner-not-permitted'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** The same for people to read. */
export const DISABLED_BECAUSE: Readonly<Record<DisabledReason, string>> = {
  'by-request': 'Somebody has asked for it.',
  gone: 'The receiver answered 410: it is gone.',
  failing: 'The receiver has taken nothing for five days.',
  'owner-not-permitted':
    'Its owner may no longer see anything: the key was revoked or has expired, or the person has lost their roles.',
};
