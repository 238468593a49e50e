import { z } from '@itops/platform';

/** Kinds of requests, each with a limit of its own: reading a lot must not keep anybody from reporting an alert. */
export const ROUTE_CLASSES = ['read', 'write', 'report', 'stream', 'admin'] as const;
export type RouteClass = (typeof ROUTE_CLASSES)[number];

/** How many requests: so many in the long run, and so many at once after a pause. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

const FORM = /^(\d{1,6}(?:\.\d{1,3})?)\s*,\s*(\d{1,7})$/;

function rate(byDefault: string) {
  return z
    .string()
    .default(byDefault)
    .transform((text, context): Rate => {
      const [, perSecond = '0', burst = '0'] = FORM.exec(text.trim()) ?? [];
      const read = { perSecond: Number(perSecond), burst: Number(burst) };
      if (read.perSecond <= 0 || read.burst < 1) {
        context.addIssue({ code: 'custom', message: "must be two numbers above 0, such as '100,200'" });
      }
      return read;
    });
}

const EACH = 'a second in the long run, and at once, for each caller at each gateway';

export const limitSettings = {
  RATE_LIMIT_READ: rate('2000,4000').describe(`reading: requests ${EACH}`),
  RATE_LIMIT_WRITE: rate('1000,2000').describe(`changing: requests ${EACH}`),
  RATE_LIMIT_REPORT: rate('2000,4000').describe(`reports of tools: requests ${EACH}`),
  RATE_LIMIT_STREAM: rate('20,200').describe(`opening live streams: requests ${EACH}`),
  RATE_LIMIT_ADMIN: rate('100,200').describe(`keys, webhooks, audit, dead letters: requests ${EACH}`),
  RATE_LIMIT_STRANGERS: rate('5,100').describe(
    'attempts to be let in that fail, a second in the long run, and at once, for each address at each gateway',
  ),
  MAX_IN_FLIGHT: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    // Less than the connections that there are to a service, so that no caller alone can hold them all.
    .default(128)
    .describe('most requests of one caller that are under way at the same time at each gateway; live streams apart'),
  MAX_STREAMS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(100)
    .describe('most live streams of one caller that are open at the same time at each gateway'),
  CLIENT_PATIENCE_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(30_000)
    .describe('a client that takes longer to send its headers or its body, or to go on reading, is cut off'),
};

export interface LimitsConfig {
  readonly rates: Readonly<Record<RouteClass, Rate>>;
  readonly strangers: Rate;
  readonly inFlight: number;
  /** Live streams of one caller. */
  readonly streams: number;
  readonly clientPatienceMs: number;
}

export function limitsConfig(settings: z.output<z.ZodObject<typeof limitSettings>>): LimitsConfig {
  return {
    rates: {
      read: settings.RATE_LIMIT_READ,
      write: settings.RATE_LIMIT_WRITE,
      report: settings.RATE_LIMIT_REPORT,
      stream: settings.RATE_LIMIT_STREAM,
      admin: settings.RATE_LIMIT_ADMIN,
    },
    strangers: settings.RATE_LIMIT_STRANGERS,
    inFlight: settings.MAX_IN_FLIGHT,
    streams: settings.MAX_STREAMS,
    clientPatienceMs: settings.CLIENT_PATIENCE_MS,
  };
}
