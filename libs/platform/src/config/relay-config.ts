import { z } from 'zod';

import { type Environment } from './fields';

/** Who publishes the outbox. */
export const relaySettings = {
  RELAY: z
    .enum(['in-service', 'separate', 'external'])
    .default('in-service')
    .describe(
      "who publishes the outbox: this process; its program run with the argument 'relay'; or a connector such as Debezium",
    ),
  OUTBOX_SLOT: z
    .string()
    .regex(/^[a-z0-9_]{1,63}$/, 'must be 1 to 63 of a-z, 0-9 and _')
    .optional()
    .describe("with RELAY=external: the connector's replication slot; rows are deleted when it has confirmed them"),
};

/** What is wrong with the settings taken together. */
export function relayProblems(env: Environment): string[] {
  return env['RELAY'] === 'external' && env['OUTBOX_SLOT'] === undefined
    ? [
        "RELAY is 'external', but OUTBOX_SLOT is not set: give the name of the connector's replication slot (its slot.name), " +
          'or nobody can tell which rows it has published',
      ]
    : [];
}
