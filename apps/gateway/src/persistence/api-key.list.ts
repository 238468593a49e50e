import { type Condition, type ListDefinition, textFilter, timeFilter, wordFilter } from '@itops/kit';

import { API_KEY_STATES, type ApiKeyState } from '../domain/api-key.lifecycle';
import { API_KEY_COLUMNS } from './api-key.store';

/** A key's state follows from its times. */
const IN_STATE: Readonly<Record<ApiKeyState, string>> = {
  active: '(k.revoked_at is null and k.expires_at > now())',
  expired: '(k.revoked_at is null and k.expires_at <= now())',
  revoked: 'k.revoked_at is not null',
};

function inState(states: readonly string[]): Condition {
  const asked = API_KEY_STATES.filter((state) => states.includes(state));
  return { sql: `(${asked.map((state) => IN_STATE[state]).join(' or ')})`, values: [] };
}

export const API_KEY_LIST: ListDefinition = {
  name: 'api-keys',
  select: API_KEY_COLUMNS,
  from: 'api_key k',
  id: 'k.id',
  filters: {
    state: wordFilter({ description: 'In one of these states.', values: API_KEY_STATES, where: inState }),
    name: textFilter({ description: 'With this name.', column: 'k.name', max: 120 }),
    createdBy: textFilter({ description: 'Made by this person or key.', column: 'k.created_by', max: 300 }),
    expiresAt: timeFilter({ description: 'By the time at which it expires.', column: 'k.expires_at' }),
  },
  sorts: {
    createdAt: { column: 'k.created_at', type: 'timestamptz' },
    name: { column: 'k.name', type: 'text' },
    expiresAt: { column: 'k.expires_at', type: 'timestamptz' },
  },
  defaultSort: '-createdAt',
};
