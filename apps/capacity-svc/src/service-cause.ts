import { type Cause, newId } from '@itops/kit';

/** The cause of what this service does by itself. */
export function serviceCause(): Cause {
  return { actor: 'service:capacity-svc', correlationId: newId() };
}
