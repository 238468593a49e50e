import { type Reader } from './reader';

/** Any number; the same for all replicas. */
const LOCK = 7_403_201;

/**
 * Puts those who decide which incident a signal belongs to into line, until their transaction ends: else two that see
 * the first signals of one fault at once would open two incidents, and a change and the incident that it caused, written
 * at once, would miss each other. Take it first, before any row.
 */
export async function serialise(tx: Reader): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK], 'kept');
}
