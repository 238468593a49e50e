/**
 * `npm run bench -- gateway`: reads that the gateway hands over to a service, each with its token verified and its limit
 * counted, beside a bare @fastify/http-proxy before the same service, in blocks A-B-B-A. Each of the two alone on one core,
 * client and service on the other. Needs the compiled code (`npm run build`), no servers.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';

import { SERVICE_FLAGS } from '../infra/index.mts';
import { median, ratio } from './measure/backbone.mts';
import { closedLoop, openLoop, percentile } from './measure/load.mts';
import { RawConnection } from './measure/raw-http.mts';
import { report } from './measure/report.mts';
import { root, seconds } from './measure/settings.mts';

const PROXY_CORE = '0';
const CLIENT_CORE = '1';
const CONNECTIONS = 64;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 7);
const BLOCK_SECONDS = seconds('BENCH_SECONDS', 5);
/** Flags of Node for both proxies besides those of the platform's processes, to compare: `--max-semi-space-size=8`. */
const FLAGS = (process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
/** Arrivals a second while latency is measured. */
const RATE = 1_000;

const children: ChildProcess[] = [];
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

function run(core: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  const child = spawn('taskset', ['-c', core, process.execPath, ...SERVICE_FLAGS, ...FLAGS, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** Seconds of a core that a process has used, all of its threads together. */
function cpuSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const TICKS_A_SECOND = 100;
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

function printedPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`it ended with ${code}`)));
    child.stdout?.once('data', (bytes: Buffer) => resolve(Number(bytes.toString())));
  });
}

/** An identity provider with one key, and a token of it. */
async function issue(): Promise<{ issuer: string; token: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'bench', alg: 'RS256', use: 'sig' }];
  const server = createServer((request, response) => {
    const body = request.url === '/jwks' ? { keys } : { issuer, jwks_uri: `${issuer}/jwks` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const issuer = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
  server.unref();
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: 'bench', sub: 'anna', iat: now, exp: now + 86_400, roles: ['itops-viewer'] };
  const text = [{ alg: 'RS256', kid: 'bench', typ: 'at+jwt' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return { issuer, token: `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}` };
}

function startGateway(port: number, upstream: string, issuer: string): ChildProcess {
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  return run(PROXY_CORE, [path.join(root, 'dist', 'apps', 'gateway', 'src', 'main.js')], {
    ...{ CMDB_URL: upstream, INCIDENT_URL: upstream, CHANGE_URL: upstream, CAPACITY_URL: upstream },
    ...{ PORT: String(port), LOG_LEVEL: 'fatal', INTERNAL_TOKEN_KEY: key },
    ...{ API_KEY: 'k'.repeat(40), CURSOR_KEY: 'c'.repeat(40) },
    ...{ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'bench', RATE_LIMIT_READ: '900000,900000' },
    // A read touches neither; both are away.
    ...{ KAFKA_BROKERS: '127.0.0.1:1', DATABASE_URL: 'postgres://bench@127.0.0.1:1/none' },
  });
}

function requestTo(port: number, token: string): Buffer {
  return Buffer.from(
    `GET /v1/incidents?limit=8 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n` +
      'Accept: application/json\r\nUser-Agent: bench/1\r\nAccept-Encoding: identity\r\n\r\n',
  );
}

/** Waits until what listens there answers such a request. */
async function answers(port: number, request: Buffer): Promise<void> {
  for (const until = Date.now() + 300_000; ;) {
    try {
      const connection = await RawConnection.open(port, request);
      await connection.ask();
      connection.close();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const service = await printedPort(run(CLIENT_CORE, [path.join(root, 'bench/measure/proxies.mts'), 'service']));
const upstream = `http://127.0.0.1:${service}`;
const { issuer, token } = await issue();
const gatewayPort = Number(process.env['BENCH_PORT'] ?? 18_080);
const gateway = startGateway(gatewayPort, upstream, issuer);
const bare = run(PROXY_CORE, [path.join(root, 'bench/measure/proxies.mts'), 'bare', upstream]);
const barePort = await printedPort(bare);
execFileSync('taskset', ['-cp', CLIENT_CORE, String(process.pid)], { stdio: 'ignore' });

const SIDES = { gateway: gatewayPort, bare: barePort, service } as const;
type Side = keyof typeof SIDES;
const PROCESSES = { gateway, bare } as const;
const requests = {
  gateway: requestTo(SIDES.gateway, token),
  bare: requestTo(SIDES.bare, token),
  service: requestTo(service, token),
};
for (const side of ['service', 'bare', 'gateway'] as const) await answers(SIDES[side], requests[side]);

async function connected<T>(side: Side, amount: number, work: (open: RawConnection[]) => Promise<T>): Promise<T> {
  const open = await Promise.all(Array.from({ length: amount }, () => RawConnection.open(SIDES[side], requests[side])));
  try {
    return await work(open);
  } finally {
    for (const connection of open) connection.close();
  }
}

/** How many requests are answered with all connections busy. */
function load(side: Side, duration: number): Promise<{ sent: number; seconds: number }> {
  return connected(side, CONNECTIONS, (open) => {
    const free = [...open];
    return closedLoop(CONNECTIONS, duration, async () => {
      const connection = free.pop();
      if (connection === undefined) throw new Error('more workers than connections');
      await connection.ask();
      free.push(connection);
    });
  });
}

/**
 * Requests a second: as many as there were, and as many as there would have been with the core for itself, by the time that
 * the process had it. The second counts where other programs are at work too.
 */
async function capacity(side: keyof typeof PROCESSES): Promise<{ reached: number; ofCore: number }> {
  const before = cpuSeconds(PROCESSES[side]);
  const { sent, seconds: duration } = await load(side, BLOCK_SECONDS);
  return { reached: sent / duration, ofCore: sent / (cpuSeconds(PROCESSES[side]) - before) };
}

/** Milliseconds from when each request was due to when its answer was there. */
function latencies(side: Side): Promise<number[]> {
  return connected(side, CONNECTIONS, async (open) => {
    const free = [...open];
    const waiting: ((connection: RawConnection) => void)[] = [];
    const taken: number[] = [];
    await openLoop(RATE, BLOCK_SECONDS, async (_serial, dueAt) => {
      const connection = free.pop() ?? (await new Promise<RawConnection>((resolve) => waiting.push(resolve)));
      await connection.ask();
      taken.push(performance.timeOrigin + performance.now() - dueAt);
      const next = waiting.shift();
      if (next === undefined) free.push(connection);
      else next(connection);
    });
    return taken;
  });
}

for (const side of ['gateway', 'bare'] as const) await load(side, 3);
const reached = { gateway: Array<number>(), bare: Array<number>() };
const ofCore = { gateway: Array<number>(), bare: Array<number>() };
const p50 = { gateway: Array<number>(), bare: Array<number>(), service: Array<number>() };
for (let round = 0; round < ROUNDS; round++) {
  for (const side of ['gateway', 'bare', 'bare', 'gateway'] as const) {
    const figures = await capacity(side);
    reached[side].push(figures.reached);
    ofCore[side].push(figures.ofCore);
  }
  for (const side of ['gateway', 'bare', 'service'] as const) p50[side].push(percentile(await latencies(side), 0.5));
  const last = (values: readonly number[]) => values.slice(-2).map(Math.round).join(' ');
  console.log(
    `round ${round + 1}: gateway ${last(reached.gateway)} (of a core ${last(ofCore.gateway)}), bare ${last(reached.bare)} (${last(ofCore.bare)}) /s`,
  );
}
const share = ratio(reached.gateway, reached.bare);
const shareOfCore = ratio(ofCore.gateway, ofCore.bare);
const added = (side: 'gateway' | 'bare') => p50[side].map((value, index) => value - (p50.service[index] ?? Number.NaN));
report(
  'gateway',
  {
    connections: CONNECTIONS,
    rounds: ROUNDS,
    'seconds a block': BLOCK_SECONDS,
    'latency at a rate of': RATE,
    flags: FLAGS.join(' '),
  },
  [
    { what: 'reads through the gateway', value: median(reached.gateway), unit: '/s', goal: '≥ 8,000' },
    { what: '… for each second of a core', value: median(ofCore.gateway), unit: '/s', goal: '≥ 8,000' },
    { what: 'reads through a bare @fastify/http-proxy', value: median(reached.bare), unit: '/s' },
    { what: '… for each second of a core', value: median(ofCore.bare), unit: '/s' },
    { what: 'gateway / bare, median of pairs', value: share.median, unit: '', goal: '≥ 0.8' },
    { what: '… 95 % interval, low', value: share.low, unit: '' },
    { what: '… 95 % interval, high', value: share.high, unit: '' },
    { what: 'the same for each second of a core', value: shareOfCore.median, unit: '', goal: '≥ 0.8' },
    { what: '… 95 % interval, low', value: shareOfCore.low, unit: '' },
    { what: '… 95 % interval, high', value: shareOfCore.high, unit: '' },
    { what: 'added by the gateway at p50', value: median(added('gateway')), unit: 'ms', goal: '≤ 0.5' },
    { what: 'added by the bare proxy at p50', value: median(added('bare')), unit: 'ms' },
  ],
);
process.exit(0);
