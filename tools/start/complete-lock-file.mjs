// node tools/start/complete-lock-file.mjs: run it after an npm install that changed package-lock.json.
//
// A registry or mirror that lacks packages for other machines (macOS, Windows, …) makes npm leave these out of the
// lock, and `npm ci` then refuses the whole lock on every machine. Each such package has one exact version, named by
// the package that wants it, so its entry can be written without fetching it.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const systems = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const processors = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];
const added = [];

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = wanted.replace(/^[\^~]/, '');
    if (isLocked(path, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...only('cpu', processors, name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
      ...only('os', systems, name),
    };
    added.push(`${name}@${version}`);
  }
}

if (added.length > 0) {
  const [root, ...rest] = Object.entries(lock.packages);
  rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries([root, ...rest]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(added.length === 0 ? 'Nothing was missing.' : `Added:\n  ${added.join('\n  ')}`);

/** As npm looks it up: beside the package that wants it, then in each folder above. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === '') return false;
  }
}

/** Read from the name, as these packages are named: core-darwin-arm64, binding-linux-arm-musleabihf. */
function only(key, known, name) {
  const words = name.split(/[^a-z0-9]+/);
  const found = known.find((word) => words.includes(word));
  return found === undefined ? {} : { [key]: [found] };
}
