import { z } from 'zod';

const Problem = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string().optional(), reason: z.string().optional() })).optional(),
});

/** A problem document (RFC 9457) in one line, each field's error with its pointer. */
export function problemText(body: unknown): string {
  const problem = Problem.safeParse(body);
  if (!problem.success) return typeof body === 'string' && body !== '' ? `: ${body.slice(0, 200)}` : '';
  const { title, detail, errors = [] } = problem.data;
  const words = detail ?? title ?? '';
  const fields = errors.slice(0, 5).map(({ pointer, reason }) => `${pointer ?? ''} ${reason ?? ''}`.trim());
  return `${words ? `: ${words}` : ''}${fields.length > 0 ? ` (${fields.join('; ')})` : ''}`;
}
