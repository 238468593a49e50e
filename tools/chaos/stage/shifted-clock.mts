/**
 * Loaded before a process's own code (`node --import`): the calendar is wrong by CHAOS_CLOCK_SHIFT_MS, while timers and
 * monotonic time go on as they are. What a server whose clock was set wrongly looks like.
 */
const shiftMs = Number(process.env['CHAOS_CLOCK_SHIFT_MS'] ?? 0);
const now = Date.now;

const shifted: ProxyHandler<DateConstructor> = {
  construct(target, given: unknown[], newTarget) {
    const made: unknown = Reflect.construct(target, given.length === 0 ? [now() + shiftMs] : given, newTarget);
    if (made instanceof Date) return made;
    throw new TypeError('A date was expected');
  },
  // Called without `new` it is a text of the present time.
  apply: (target) => new target(now() + shiftMs).toString(),
  get(target, name, receiver) {
    const found: unknown = Reflect.get(target, name, receiver);
    return name === 'now' ? () => now() + shiftMs : found;
  },
};

globalThis.Date = new Proxy(Date, shifted);
