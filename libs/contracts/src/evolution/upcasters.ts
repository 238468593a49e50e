import { type Upcaster } from './upcaster';

/**
 * From each older version of a fact to the next: docs/how-to/change-event.md. A chain v1 → v2 → v3 is two lines, never a
 * third one from v1 to v3.
 */
export const upcasters: readonly Upcaster[] = [];
