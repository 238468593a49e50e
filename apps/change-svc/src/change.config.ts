import { serviceConfig, type z } from '@itops/platform';

/** change-svc has no settings beside those of every service. */
export const changeConfig = serviceConfig;
export type ChangeConfig = z.output<typeof changeConfig>;
