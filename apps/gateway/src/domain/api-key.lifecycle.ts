import { defineLifecycle } from '@itops/kit';

const API_KEY_STATES = ['active', 'expired', 'revoked'] as const;
export type ApiKeyState = (typeof API_KEY_STATES)[number];

/** What happens by itself, when its time has come, and is nobody's to ask for. */
const BY_ITSELF = 'expire';

export const apiKeyLifecycle = defineLifecycle<ApiKeyState, 'rotate' | 'revoke' | typeof BY_ITSELF>({
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
    [BY_ITSELF]: { from: ['active'], to: 'expired', meaning: 'Its time is over; this happens by itself.' },
  },
});

export function actionsIn(state: ApiKeyState): string[] {
  return apiKeyLifecycle.allowedActions(state).filter((action) => action !== BY_ITSELF);
}
