// Runs under whatever Node the user has (20 or later) and before anything is installed: plain JavaScript, no package.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const stampFile = join(root, '.itops', 'package-lock.sha256');
const pinnedNode = join(root, 'node_modules', '.bin', 'node');

/**
 * Installs what package-lock.json names, unless it is installed already; then runs the file under the pinned Node.
 * @param {string} file relative to the project's root
 * @param {string[]} args
 */
export async function installAndRun(file, args) {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or later.`);
  if (!isInstalled()) await install();
  await runPinned(file, args);
}

function isInstalled() {
  if (!isExecutable(pinnedNode)) return false;
  const digest = lockDigest();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return true;
  if (!holdsWhatTheLockNames()) return false;
  writeStamp(digest);
  return true;
}

/** Somebody may have run npm by hand; what it installed is in a file of its own. */
function holdsWhatTheLockNames() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.link) return true;
      // Optional packages are for other machines.
      return path in installed
        ? installed[path].version === entry.version
        : Boolean(entry.optional || entry.devOptional);
    });
  } catch {
    return false;
  }
}

function install() {
  const started = Date.now();
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  const line = 'Installing packages (npm ci)';
  const tty = process.stdout.isTTY;
  if (!tty) console.log(`${line} …`);
  // Where nothing can be written over, a line now and then says that it goes on.
  const ticker = tty
    ? setInterval(() => process.stdout.write(`\r${line} … ${elapsed()}`), 1000)
    : setInterval(() => console.log(`  ${line} … ${elapsed()}`), 15_000);

  return new Promise((resolve) => {
    // npm itself must not run on the Node that it is about to replace.
    const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.startsWith(join(root, 'node_modules')));
    const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: path.join(':') },
    });
    let output = '';
    const append = (chunk) => (output += chunk);
    npm.stdout.on('data', append);
    npm.stderr.on('data', append);
    npm.on('error', (error) => fail(`npm could not be started: ${error.message}`));
    npm.on('close', (code) => {
      clearInterval(ticker);
      if (code !== 0) fail(`\nnpm ci failed:\n${headAndTail(output)}`);
      console.log(`${tty ? '\r' : ''}✔ ${line} [${elapsed()}]`);
      if (!isExecutable(pinnedNode)) fail('npm ci brought no Node: are install scripts switched off (ignore-scripts)?');
      writeStamp(lockDigest());
      resolve(undefined);
    });
  });
}

/**
 * @param {string} file
 * @param {string[]} args
 */
function runPinned(file, args) {
  // kafkajs computes a negative time-out now and then, which Node 24 warns of.
  const child = spawn(pinnedNode, ['--disable-warning=TimeoutNegativeWarning', join(root, file), ...args], {
    cwd: root,
    // The channel tells the child when this process is gone, even by SIGKILL.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the child by itself, being of the same group; a signal for this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGTERM'));
  return new Promise(() => {
    child.on('error', (error) => fail(`${pinnedNode} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  });
}

/**
 * npm gives its reason first and ends with where its log is.
 * @param {string} output
 */
function headAndTail(output) {
  const errors = output.split('\n').filter((line) => line.startsWith('npm error') && line.trim() !== 'npm error');
  const lines = errors.length > 0 ? errors : output.trimEnd().split('\n');
  return (lines.length <= 30 ? lines : [...lines.slice(0, 15), '…', ...lines.slice(-15)]).join('\n');
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/** @param {string} digest */
function writeStamp(digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return spawnSync(file, ['--version']).status === 0;
  } catch {
    return false;
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
