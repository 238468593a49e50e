export interface TestOptions {
  /** Empty: all of them, but replays. */
  readonly only: readonly string[];
  readonly jestArgs: readonly string[];
}

/** Ours are --only and --replays; whatever else is there is for Jest. A string is what is wrong. */
export function readOptions(args: readonly string[], steps: readonly string[]): TestOptions | string {
  const only: string[] = [];
  const jestArgs: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [name, inline] = arg.split('=', 2);
    if (name === '--only') {
      const step = inline ?? rest.shift() ?? '';
      if (!steps.includes(step)) return `--only takes one of: ${steps.join(', ')}`;
      only.push(step);
    } else if (arg === '--replays') {
      only.push('replays');
    } else if (arg !== '--') {
      jestArgs.push(arg);
    }
  }
  return { only, jestArgs };
}
