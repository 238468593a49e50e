import { setImmediate as turn } from 'node:timers/promises';
import { runInOrder } from './in-order.mts';

describe('running steps in order', () => {
  const steps = Array.from({ length: 60 }, (_, at) => ({ key: `k${at % 7}`, at }));

  it('keeps the order within a key and the limit over all', async () => {
    const done: { key: string; at: number }[] = [];
    let running = 0;
    let most = 0;
    await runInOrder(
      steps,
      ({ key }) => key,
      async (step) => {
        running += 1;
        most = Math.max(most, running);
        for (let turns = 0; turns < (step.at * 13) % 5; turns += 1) await turn();
        done.push(step);
        running -= 1;
      },
      4,
    );
    expect(done).toHaveLength(60);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    for (const key of new Set(steps.map((step) => step.key))) {
      const order = done.filter((step) => step.key === key).map(({ at }) => at);
      expect(order).toEqual([...order].sort((a, b) => a - b));
    }
  });

  it('stops at the first failure', async () => {
    let ran = 0;
    const running = runInOrder(
      steps,
      ({ key }) => key,
      async ({ at }) => {
        await turn();
        ran += 1;
        if (at === 5) throw new Error('no');
      },
      2,
    );
    await expect(running).rejects.toThrow('no');
    expect(ran).toBeLessThan(12);
  });
});
