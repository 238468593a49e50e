import { CI_STAGES, type CiStage, OPERATIONAL_STATUSES } from '@itops/contracts';
import { defineLifecycle, type Lifecycle } from '@itops/kit';

/** The life cycle stage of a CI; its sources and people move it. */
export const stageLifecycle = defineLifecycle({
  name: 'configuration item',
  initial: 'design',
  states: CI_STAGES,
  transitions: {
    redesign: { from: ['build'], to: 'design', meaning: 'It goes back to the drawing board.' },
    build: { from: ['design', 'operate'], to: 'build', meaning: 'It is being built, or rebuilt.' },
    operate: { from: ['design', 'build'], to: 'operate', meaning: 'It is in use.' },
    retire: { from: ['design', 'build', 'operate'], to: 'retired', meaning: 'It is no longer in use.' },
    reinstate: { from: ['retired'], to: 'operate', meaning: 'It is in use after all.' },
  },
});

export type StageAction = (typeof stageLifecycle.actions)[number];

/** The operational status of a CI; open incidents and running changes move it, and its retirement. */
export const statusLifecycle = defineLifecycle({
  name: 'operational status',
  initial: 'operational',
  states: OPERATIONAL_STATUSES,
  transitions: {
    degrade: {
      from: ['operational', 'non_operational', 'maintenance'],
      to: 'degraded',
      meaning: 'An incident is open on it.',
    },
    fail: {
      from: ['operational', 'degraded', 'maintenance'],
      to: 'non_operational',
      meaning: 'An incident of priority 1 is open on it.',
    },
    maintain: {
      from: ['operational', 'degraded', 'non_operational'],
      to: 'maintenance',
      meaning: 'A change on it is being implemented, and no incident is open.',
    },
    restore: {
      from: ['degraded', 'non_operational', 'maintenance', 'retired'],
      to: 'operational',
      meaning: 'No incident is open on it and no change is being implemented.',
    },
    retire: {
      from: ['operational', 'degraded', 'non_operational', 'maintenance'],
      to: 'retired',
      meaning: 'It is no longer in use.',
    },
  },
});

/** The action that leads from one state straight to another. */
export function actionTo<State extends string, Action extends string>(
  lifecycle: Lifecycle<State, Action>,
  from: State,
  to: State,
): Action | undefined {
  return lifecycle.allowedActions(from).find((action) => lifecycle.next(from, action) === to);
}

/** The fewest actions from one stage to another: a source tells where an item is, not how it came there. */
export function stageWay(from: CiStage, to: CiStage): StageAction[] {
  const ways = new Map<CiStage, StageAction[]>([[from, []]]);
  for (const [stage, way] of ways) {
    for (const action of stageLifecycle.allowedActions(stage)) {
      const next = stageLifecycle.next(stage, action);
      if (!ways.has(next)) ways.set(next, [...way, action]);
    }
  }
  return ways.get(to) ?? [];
}
