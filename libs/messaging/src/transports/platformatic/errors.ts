import { type Refusal } from '../../port';
import { refusalNamed } from '../refusals';

/** The client wraps what went wrong once for each attempt and each broker; this is what is at the bottom, each once. */
export function plainly(error: unknown): Error {
  const reasons = new Set(leavesOf(error).map((leaf) => leaf.message || leaf.name));
  return new Error([...reasons].join('; ') || String(error), { cause: error });
}

/** Whether any of the wrapped errors has this name in Kafka's protocol, such as OFFSET_OUT_OF_RANGE. */
export function hasProtocolError(error: unknown, name: string): boolean {
  return leavesOf(error).some((leaf) => 'apiId' in leaf && leaf.apiId === name);
}

/** Why the broker said no; undefined where it did not answer, as one that can't be reached. */
export function refusalOf(error: unknown): Refusal | undefined {
  const reasons = leavesOf(error).flatMap((leaf): Refusal[] => {
    if (/^Unknown topic /.test(leaf.message)) return ['no-such-topic'];
    return 'apiId' in leaf && leaf.apiId !== undefined ? [refusalNamed(leaf.apiId)] : [];
  });
  return reasons.find((why) => why !== 'not-now') ?? reasons[0];
}

function leavesOf(error: unknown): Error[] {
  if (!(error instanceof Error)) return [new Error(String(error))];
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.flatMap(leavesOf);
  return error.cause instanceof Error ? leavesOf(error.cause) : [error];
}
