import { z } from 'zod';
import type { RunResult } from './result.mts';

const tally = z.object({ sent: z.number(), acknowledged: z.number(), refused: z.number(), unknown: z.number() });

const violation = z.object({
  checker: z.string(),
  kind: z.enum(['lost', 'doubled', 'reordered', 'lied', 'diverged', 'stuck', 'parked']),
  subject: z.string(),
  detail: z.string(),
});

const episode = z.object({
  fault: z.string(),
  target: z.string(),
  round: z.number(),
  brokeAt: z.number(),
  healedAt: z.number(),
  readyMs: z.number().nullable(),
  quietMs: z.number().nullable(),
  tally,
  repeats: z.number(),
  violations: z.array(violation),
  notes: z.array(z.string()),
  skipped: z.string().exactOptional(),
});

const result = z.object({
  seed: z.string(),
  startedAt: z.number(),
  endedAt: z.number(),
  without: z.string(),
  settings: z.record(z.string(), z.string()),
  episodes: z.array(episode),
  samples: z.array(
    z.object({
      at: z.number(),
      acknowledged: z.number(),
      settled: z.number().nullable(),
      lag: z.number().nullable(),
    }),
  ),
});

/** @throws Error when the text is no result of a run */
export function parseResult(text: string): RunResult {
  return result.parse(JSON.parse(text));
}
