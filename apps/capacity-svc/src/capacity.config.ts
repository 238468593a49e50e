import { serviceConfig, z } from '@itops/platform';

const positive = z.coerce.number().int().positive();

export const capacityConfig = serviceConfig.extend({
  METRIC_RETENTION_DAYS: positive
    .max(36_500)
    .default(1_826)
    .describe('for how many days points and roll-ups are kept; older points are refused'),
  FORECAST_POLL_MS: positive
    .default(5_000)
    .describe('how often, in milliseconds, to look for resources whose forecast is due'),
  LINK_SWEEP_MS: positive
    .default(60_000)
    .describe('how often, in milliseconds, to look again for unknown configuration items'),
  RETENTION_CHECK_MS: positive
    .default(6 * 3_600_000)
    .describe('how often, in milliseconds, to drop points past their retention'),
});

export type CapacityConfig = z.output<typeof capacityConfig>;

/** Injection token of the service's settings. */
export const CAPACITY_CONFIG = Symbol('capacity config');
