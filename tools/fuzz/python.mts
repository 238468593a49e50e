import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun, runCommand } from '../../infra/embedded/run-command.mts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');
const LEAST_MINOR = 11;

/** What has to be installed before schemathesis runs here; undefined when nothing has. */
export async function pythonObstacle(): Promise<string | undefined> {
  const script = `import sys, venv, ensurepip; sys.exit(sys.version_info < (3, ${LEAST_MINOR}))`;
  const { code } = await runCommand('python3', ['-c', script], { timeoutMs: 20_000 });
  return code === 0 ? undefined : `Python 3.${LEAST_MINOR} or newer with its venv module`;
}

/**
 * Puts schemathesis into a folder of its own, in the versions and with the digests of requirements.txt, when it is not
 * there yet. @returns the path of its program
 */
export async function installSchemathesis(root: string, tell: (line: string) => void): Promise<string> {
  const folder = join(root, '.itops', 'fuzz-venv');
  const program = join(folder, 'bin', 'schemathesis');
  const stamp = join(folder, 'requirements.sha256');
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return program;
  tell(`installing schemathesis into ${folder}`);
  await rm(folder, { recursive: true, force: true });
  await mustRun('Making a virtual environment', 'python3', ['-m', 'venv', folder]);
  await mustRun('Installing schemathesis', join(folder, 'bin', 'python'), [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'],
    ...['--retries', '5', '--timeout', '60'],
    ...['--require-hashes', '--requirement', REQUIREMENTS],
  ]);
  writeFileSync(stamp, digest);
  return program;
}
