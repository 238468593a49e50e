import { SERVICES } from '../../upstreams/routes';

/** The gateway consumes as well, and so may have dead letters of its own. */
export const OWN = 'gateway';

/** Who may have dead letters. */
export const KEEPERS = [...SERVICES, OWN] as const;
export type Keeper = (typeof KEEPERS)[number];
