const LONGEST_MS = 2_000;

/**
 * What `read` finds, or undefined when it fails or takes more than 2 s: the metrics are asked for most when database or
 * broker are away, and must then answer without them.
 */
export async function inTime<T>(read: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LONGEST_MS, undefined);
  });
  try {
    return await Promise.race([read().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
