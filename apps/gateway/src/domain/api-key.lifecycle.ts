import { defineLifecycle } from '@itops/kit';

export const API_KEY_STATES = ['active', 'expired', 'revoked'] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** What somebody may ask for. */
export const API_KEY_ACTIONS = ['rotate', 'revoke'] as const;
type ApiKeyAction = (typeof API_KEY_ACTIONS)[number];

export const apiKeyLifecycle = defineLifecycle<ApiKeyState, ApiKeyAction | 'expire'>({
  name: 'API key',
  initial: 'active',
  states: API_KEY_STATES,
  transitions: {
    rotate: {
      from: ['active'],
      to: 'same',
      meaning: 'It gets another secret and a new lifetime; the secret before stays good for the overlap.',
    },
    revoke: { from: ['active'], to: 'revoked', meaning: 'It is good for nothing any more, with all of its secrets.' },
    expire: { from: ['active'], to: 'expired', meaning: 'Its time is over; this happens by itself.', by: 'platform' },
  },
});
