import { defineLifecycle } from '@itops/kit';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export type DeliveryAction = 'deliver' | 'retry' | 'give-up' | 'redeliver';

export const deliveryLifecycle = defineLifecycle<DeliveryState, DeliveryAction>({
  name: 'delivery of a webhook',
  initial: 'pending',
  states: DELIVERY_STATES,
  transitions: {
    deliver: { from: ['pending'], to: 'delivered', meaning: 'The receiver answered with 2xx.' },
    retry: { from: ['pending'], to: 'same', meaning: 'It did not; the next try waits for its time.' },
    'give-up': {
      from: ['pending'],
      to: 'failed',
      meaning: 'All tries are used up, or its owner may no longer see it.',
    },
    redeliver: {
      from: ['delivered', 'failed'],
      to: 'pending',
      meaning: 'On request it goes out again, with all its tries.',
    },
  },
});

export const FAILED_REASONS = ['tries-used-up', 'not-permitted'] as const;
export type FailedReason = (typeof FAILED_REASONS)[number];
