import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { mustRun } from '../../infra/embedded/run-command.mts';

const SOURCE_FOLDERS = ['apps', 'libs'];
const DECIDES_TOO = ['.swcrc', 'package-lock.json'];

/** What is made of the sources. */
interface BuildVariant {
  /** Below the root. */
  readonly folder: string;
  /** What is replaced in .swcrc, each once. */
  readonly replacements: readonly (readonly [was: string, becomes: string])[];
}

const PRODUCTION: BuildVariant = { folder: 'dist', replacements: [] };

/** Its processes can be made to fail at named points. */
export const WITH_FAULT_POINTS: BuildVariant = {
  folder: 'dist-chaos',
  replacements: [
    ['./libs/faults/src/index.ts', './libs/faults/src/armed.ts'],
    [', "libs/faults/src/armed"', ''],
  ],
};

/** Compiles apps and libs; does nothing when no source has changed since the last time. */
export async function build(
  root: string,
  signal?: AbortSignal,
  variant: BuildVariant = PRODUCTION,
): Promise<'built' | 'unchanged'> {
  const sources = await listSources(root);
  const digest = await digestOf(root, [...DECIDES_TOO, ...sources]);
  const target = join(root, variant.folder);
  const stamp = join(target, 'sources.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return 'unchanged';

  await rm(stamp, { force: true });
  await mkdir(target, { recursive: true });
  const configFile = join(target, 'swcrc.json');
  const config = variantOf(await readFile(join(root, '.swcrc'), 'utf8'), variant);
  await writeFile(configFile, replaceOnce(config, '"baseUrl": "."', `"baseUrl": ${JSON.stringify(root)}`));
  await mustRun(
    'The build',
    process.execPath,
    [
      join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js'),
      ...SOURCE_FOLDERS,
      '-d',
      variant.folder,
      '--config-file',
      configFile,
    ],
    { cwd: root, ...(signal === undefined ? {} : { signal }) },
  );
  await removeOrphans(root, target, new Set(sources));
  writeFileSync(stamp, digest);
  return 'built';
}

function variantOf(swcrc: string, { replacements }: BuildVariant): string {
  return replacements.reduce((text, [was, becomes]) => replaceOnce(text, was, becomes), swcrc);
}

function replaceOnce(text: string, was: string, becomes: string): string {
  if (text.split(was).length !== 2) throw new Error(`.swcrc must have '${was}' once`);
  return text.replace(was, () => becomes);
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
async function removeOrphans(root: string, dist: string, sources: ReadonlySet<string>): Promise<void> {
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
