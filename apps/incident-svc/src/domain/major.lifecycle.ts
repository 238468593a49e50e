import { MAJOR_STATES, type MajorState } from '@itops/contracts';
import { defineLifecycle, type Lifecycle } from '@itops/kit';

export type MajorAction = 'propose-major' | 'accept-major' | 'reject-major';

/** Before anybody has proposed it, an incident has no major state; the table calls that `none`. */
export type MajorStage = 'none' | MajorState;

/** Whether an incident is treated as a major one: beside its state, and moved apart from it. */
export const majorLifecycle: Lifecycle<MajorStage, MajorAction> = defineLifecycle<MajorStage, MajorAction>({
  name: 'major incident',
  initial: 'none',
  states: ['none', ...MAJOR_STATES],
  transitions: {
    'propose-major': { from: ['none', 'rejected'], to: 'candidate', meaning: 'It may be a major incident.' },
    'accept-major': { from: ['candidate'], to: 'accepted', meaning: 'It is one; a wider circle is told.' },
    'reject-major': { from: ['candidate', 'accepted'], to: 'rejected', meaning: 'It is none, or no longer.' },
  },
});
