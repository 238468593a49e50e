/** Closed loop: `workers` send one after the other for `seconds`. For capacity, not for latency. */
export async function closedLoop(
  workers: number,
  seconds: number,
  send: (serial: number) => Promise<void>,
): Promise<{ sent: number; seconds: number }> {
  const begin = performance.now();
  const end = begin + seconds * 1000;
  let serial = 0;
  let sent = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await send(serial++);
      sent++;
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return { sent, seconds: (performance.now() - begin) / 1000 };
}

/**
 * Open loop: arrivals at a fixed rate, whether or not the earlier ones were answered, so that a stall is seen by all that
 * arrive during it. `send` gets the time at which it was due.
 */
export async function openLoop(
  rate: number,
  seconds: number,
  send: (serial: number, dueAt: number) => Promise<void>,
): Promise<number> {
  const total = Math.floor(rate * seconds);
  const begin = Date.now();
  const pending: Promise<void>[] = [];
  for (let serial = 0; serial < total;) {
    const now = Date.now();
    for (; serial < total && begin + (serial * 1000) / rate <= now; serial++) {
      pending.push(send(serial, begin + (serial * 1000) / rate));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(pending);
  return total;
}

/** The value below which `share` of the samples lie, in their unit. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
