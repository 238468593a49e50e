import { DAY, HOUR, MINUTE, SECOND } from '@itops/kit';
import { serviceConfig, z } from '@itops/platform';

import { IncidentPolicy } from './domain/policy';
import { PriorityMatrix } from './domain/priority';

const UNITS: Readonly<Record<string, number>> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** `90s`, `15m`, `2h`, `3d` as milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,6}[smhd]$/, 'must be a number with s, m, h or d, such as 15m')
  .transform((text) => Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0));

const priorityMatrix = z.string().transform((text, context) => {
  try {
    return PriorityMatrix.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

export const incidentConfig = serviceConfig.extend({
  PRIORITY_MATRIX: priorityMatrix
    .prefault('1,2,3;2,3,4;3,4,5')
    .describe('priorities: a row for each impact 1 to 3, in it one for each urgency 1 to 3'),
  CORRELATION_HOPS: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(4)
    .describe('longest impact path that connects an alert and an incident'),
  CORRELATION_WINDOW: duration
    .prefault('2h')
    .describe("how far an alert's beginning may be from an incident's signals to join it"),
  NEIGHBOUR_WINDOW: duration
    .prefault('10m')
    .describe(
      'how far apart alerts may begin to be one fault when their items directly hit the same item; 0m for never',
    ),
  REOPEN_WINDOW: duration
    .prefault('15m')
    .describe('so soon after its incident ended by itself an alert that fires again reopens it'),
  SUSPECT_FOLLOW_UP: duration
    .prefault('4h')
    .describe("so long after an incident's opening suspects are looked for again when changes become known"),
});

export type IncidentConfig = z.output<typeof incidentConfig>;

export function policyOf(config: IncidentConfig): IncidentPolicy {
  return new IncidentPolicy(
    config.PRIORITY_MATRIX,
    config.CORRELATION_HOPS,
    config.CORRELATION_WINDOW,
    config.NEIGHBOUR_WINDOW,
    config.REOPEN_WINDOW,
    config.SUSPECT_FOLLOW_UP,
  );
}
