import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { mustRun } from '../../infra/embedded/run-command.mts';

const SOURCE_FOLDERS = ['apps', 'libs'];
const DECIDES_TOO = ['.swcrc', 'package-lock.json'];

/** Compiles apps and libs into dist; does nothing when no source has changed since the last time. */
export async function build(root: string, signal?: AbortSignal): Promise<'built' | 'unchanged'> {
  const sources = await listSources(root);
  const digest = await digestOf(root, [...DECIDES_TOO, ...sources]);
  const stamp = join(root, 'dist', 'sources.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 'unchanged';

  await rm(stamp, { force: true });
  await mustRun(
    'The build',
    process.execPath,
    [
      join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'),
      ...SOURCE_FOLDERS,
      '-d',
      'dist',
      '--config-file',
      '.swcrc',
    ],
    { cwd: root, ...(signal === undefined ? {} : { signal }) },
  );
  await removeOrphans(root, new Set(sources));
  writeFileSync(stamp, digest);
  return 'built';
}

async function listSources(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of SOURCE_FOLDERS) {
    for (const file of await filesBelow(join(root, folder))) {
      if (/\.m?ts$/.test(file)) found.push(relative(root, file));
    }
  }
  return found.sort();
}

async function digestOf(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(await readFile(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** A compiled file whose source is gone would still be found, by a migration's glob for one. */
async function removeOrphans(root: string, sources: ReadonlySet<string>): Promise<void> {
  const dist = join(root, 'dist');
  for (const folder of SOURCE_FOLDERS) {
    for (const file of await filesBelow(join(dist, folder))) {
      const compiled = /^(.*)\.(m?)js(\.map)?$/.exec(relative(dist, file));
      if (compiled && !sources.has(`${compiled[1]}.${compiled[2]}ts`)) await rm(file);
    }
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name));
}
