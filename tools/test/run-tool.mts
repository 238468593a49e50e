import { spawn } from 'node:child_process';
import { runCommand } from '../../infra/embedded/run-command.mts';

export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** Runs a script with this Node, from the project's root. */
export async function runTool(
  { root, signal }: { root: string; signal: AbortSignal },
  args: readonly string[],
  output: 'capture' | 'inherit' = 'capture',
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const allArgs = ['--disable-warning=TimeoutNegativeWarning', ...args];
  const options = { cwd: root, env: { ...process.env, ...env } };
  if (output === 'capture') {
    const result = await runCommand(process.execPath, allArgs, { ...options, signal });
    return { ok: result.code === 0, output: result.output };
  }
  return new Promise((resolve) => {
    // In our own process group: Ctrl-C on the terminal reaches it as well, and it ends in its own way.
    const child = spawn(process.execPath, allArgs, { ...options, stdio: 'inherit', signal });
    child.once('error', (error) => resolve({ ok: false, output: error.message }));
    child.once('close', (code) => resolve({ ok: code === 0, output: '' }));
  });
}
