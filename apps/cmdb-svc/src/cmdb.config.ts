import { serviceConfig, type z } from '@itops/platform';

export const cmdbConfig = serviceConfig;
export type CmdbConfig = z.output<typeof cmdbConfig>;
