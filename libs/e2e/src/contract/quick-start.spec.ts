import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

import { answerOf, createOpsClient, ifMatch } from '@itops/client';
import { eventually } from '@itops/testing';

import { ADMINISTRATORS_KEY, type EveryService, startEveryService } from '../rights/every-service';

const ROOT = path.resolve(__dirname, '../../../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const CONVENTIONS = readFileSync(path.join(ROOT, 'docs', 'api', 'README.md'), 'utf8');
const CLIENT = path.join(ROOT, 'libs', 'client', 'src', 'index.mts');
const LONG = 60_000;

/** One command, and what it prints, in which `…` stands for anything. */
interface Step {
  readonly command: string;
  readonly printed: string;
}

interface Watched {
  readonly expected: RegExp;
  readonly seen: () => string;
}

let all: EveryService;
let home: string;
const streams: ChildProcess[] = [];

beforeAll(async () => {
  all = await startEveryService();
  home = mkdtempSync(path.join(tmpdir(), 'itops-quick-start-'));
  mkdirSync(path.join(home, '.itops'));
  writeFileSync(path.join(home, '.itops', 'api-key'), `${ADMINISTRATORS_KEY}\n`);
}, 240_000);
afterAll(async () => {
  for (const stream of streams) stream.kill();
  rmSync(home, { recursive: true, force: true });
  await all.close();
});

it(
  'the first requests of README.md are answered as it says',
  async () => {
    const { definition, steps } = quickStart();
    const watched: Watched[] = [];
    expect(steps.length).toBeGreaterThanOrEqual(6);
    let incident: string | undefined;
    for (const { command, printed } of steps) {
      const asIs = (shown: string): string =>
        incident === undefined ? shown : shown.replaceAll(/INC\d{7}/g, incident);
      const run = () => start(`${definition}\n${asIs(command)}`);
      if (command.endsWith('&')) {
        watched.push(await watch(run(), printed));
        continue;
      }
      // What is sent is sent once; what is read follows by events.
      const attempt = async (): Promise<void> => {
        const child = run();
        const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
        expect([command, complaint]).toEqual([command, '']);
        if (printed.includes('INC')) incident ??= /INC\d{7}/.exec(said)?.[0];
        expect(said).toMatch(pattern(asIs(printed)));
      };
      await (command.includes(' -d ') ? attempt() : eventually(attempt, LONG));
      if (command.includes('/v1/cis')) await known('basket');
    }
    await eventually(() => {
      for (const { expected, seen } of watched) expect(seen()).toMatch(expected);
      return Promise.resolve();
    }, LONG);
  },
  4 * LONG,
);

it(
  'the client of docs/api/README.md prints what it says',
  async () => {
    const [, program = '', printed = ''] = /```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/.exec(CONVENTIONS) ?? [];
    const file = path.join(home, 'client.mts');
    writeFileSync(file, program.replace("'@itops/client'", JSON.stringify(pathToFileURL(CLIENT))));
    const env = { ...process.env, GATEWAY_URL: all.gateway.url, API_KEY: ADMINISTRATORS_KEY };
    const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([said, complaint]).toEqual([expect.stringMatching(pattern(printed)), '']);
  },
  LONG,
);

/** A reader takes longer than the news of an item; a spec waits until the incidents know it. */
async function known(ci: string): Promise<void> {
  const client = createOpsClient({ baseUrl: all.gateway.url, key: ADMINISTRATORS_KEY });
  const question = { title: 'Is it known?', ci };
  const asked = await eventually(() => answerOf(client.POST('/v1/incidents', { body: question })), LONG);
  const params = { path: { id: asked.id }, header: ifMatch(asked) };
  await client.POST('/v1/incidents/{id}/actions/cancel', { params, body: { reason: 'It is.' } });
}

/** What goes on in the background is looked at in the end; resolves once it has begun. */
async function watch(child: ReturnType<typeof start>, printed: string): Promise<Watched> {
  streams.push(child);
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  await eventually(() => Promise.resolve(expect(seen).not.toBe('')), LONG);
  return { expected: pattern(printed), seen: () => seen };
}

/** The block that begins with the shell function `ops`: commands, each with its output in comments. */
function quickStart(): { definition: string; steps: Step[] } {
  const [, block = ''] = /```sh\n(ops\(\)[\s\S]*?)```/.exec(README) ?? [];
  const [definition = '', ...lines] = block.split('\n').filter((line) => line !== '');
  const steps: Step[] = [];
  let command = '';
  for (const line of lines) {
    if (!line.startsWith('# ')) command += command === '' ? line : `\n${line}`;
    else {
      steps.push({ command, printed: line.slice(2) });
      command = '';
    }
  }
  return { definition, steps };
}

function start(script: string) {
  const env = { ...process.env, GATEWAY_PORT: new URL(all.gateway.url).port };
  return spawn('bash', ['-c', script.replace(/&$/, '')], { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

function pattern(printed: string): RegExp {
  const parts = printed.split('…').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[\\s\\S]*'));
}
