/**
 * Runs the steps beginning in the given order, several at a time; steps with the same key run one after another.
 * The first failure stops what has not begun and is thrown when the rest has ended.
 */
export async function runInOrder<Step>(
  steps: Iterable<Step>,
  keyOf: (step: Step) => string,
  run: (step: Step) => Promise<void>,
  atOnce: number,
): Promise<void> {
  const last = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const step of steps) {
    if (running.size >= atOnce) await Promise.race(running);
    if (failures.length > 0) break;
    const key = keyOf(step);
    const before = last.get(key) ?? Promise.resolve();
    const mine = before
      .then(() => (failures.length > 0 ? undefined : run(step)))
      .catch((error: unknown) => void failures.push(error))
      .finally(() => {
        running.delete(mine);
        if (last.get(key) === mine) last.delete(key);
      });
    last.set(key, mine);
    running.add(mine);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
