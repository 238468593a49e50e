import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const HOUR = 3_600_000;
const PROGRAM = `
  const began = performance.now();
  process.stdout.write(JSON.stringify({
    now: Date.now(), fresh: new Date().getTime(), text: Date.parse(Date()), given: new Date(7).getTime(),
    parsed: new Date('2020-01-01T00:00:00Z').getTime(), isDate: new Date() instanceof Date, monotonic: began < 60_000,
  }));`;

describe('the shifted clock', () => {
  it('moves the present time, and nothing else', () => {
    const output = execFileSync(
      process.execPath,
      ['--import', join(import.meta.dirname, 'shifted-clock.mts'), '-e', PROGRAM],
      { env: { ...process.env, CHAOS_CLOCK_SHIFT_MS: String(-HOUR) }, encoding: 'utf8' },
    );
    const seen: unknown = JSON.parse(output);
    expect(seen).toMatchObject({ given: 7, parsed: Date.UTC(2020, 0, 1), isDate: true, monotonic: true });
    const times = Object.fromEntries(Object.entries(seen ?? {}));
    for (const name of ['now', 'fresh', 'text']) {
      expect(Math.abs(Number(times[name]) + HOUR - Date.now())).toBeLessThan(HOUR / 2);
    }
  });
});
