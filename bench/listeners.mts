/**
 * `npm run bench -- listeners`: what open streams cost one gateway that has nothing else to do. It reads the gateway's
 * resident memory before and after so many clients listen, and its processor time while they do. Servers of its own, unless
 * BENCH_DATABASE_URL and BENCH_KAFKA_BROKERS name some. Needs the compiled code (`npm run build`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { findFreePorts, SERVICE_FLAGS } from '../infra/index.mts';
import { openBed } from './measure/backbone.mts';
import { report } from './measure/report.mts';
import { root, seconds } from './measure/settings.mts';

const LISTENERS = Number(process.env['BENCH_LISTENERS'] ?? 2_000);
/** Long enough for what the start has left over to be collected, and for two heartbeats. */
const SETTLE_SECONDS = seconds('BENCH_SECONDS', 40);
const API_KEY = 'bench-api-key-of-more-than-32-characters';
const AWAY = 'http://127.0.0.1:9';
const UPSTREAMS = { CMDB_URL: AWAY, INCIDENT_URL: AWAY, CHANGE_URL: AWAY, CAPACITY_URL: AWAY };
const MEGABYTE = 1024 * 1024;
const TICKS_A_SECOND = 100;

interface Cost {
  readonly residentMb: number;
  readonly cpuSeconds: number;
}

function costOf({ pid }: ChildProcess): Cost {
  const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return {
    residentMb: (Number(pages) * 4096) / MEGABYTE,
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
  };
}

function startGateway(port: number, bed: { databaseUrl: string; brokers: string[] }): ChildProcess {
  const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return spawn(process.execPath, [...SERVICE_FLAGS, path.join(root, 'dist', 'apps', 'gateway', 'src', 'main.js')], {
    env: {
      PATH: process.env['PATH'],
      ...UPSTREAMS,
      ...{ PORT: String(port), LOG_LEVEL: 'error', INTERNAL_TOKEN_KEY: key, API_KEY, CURSOR_KEY: 'c'.repeat(40) },
      ...{ KAFKA_BROKERS: bed.brokers.join(','), DATABASE_URL: bed.databaseUrl },
      ...{ RATE_LIMIT_STREAM: '900000,900000', MAX_STREAMS: String(LISTENERS) },
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function untilReady(port: number): Promise<void> {
  for (const until = Date.now() + 90_000; ;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    const text = (await answer?.text()) ?? 'no answer';
    if (answer?.status === 200 && !text.includes('"ready":false')) return;
    if (Date.now() > until) throw new Error(`The gateway is not ready: ${text}`);
    await pause(500);
  }
}

/** Counts the heartbeats that come in. */
function listen(port: number, onHeartbeat: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const call = request({ port, host: '127.0.0.1', path: '/v1/stream', headers: { 'x-api-key': API_KEY } });
    call.once('error', reject);
    call.once('response', (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`The stream answers ${answer.statusCode}`));
      answer.on('data', (bytes: Buffer) => {
        if (bytes.includes(': heartbeat')) onHeartbeat();
      });
      answer.on('error', () => undefined);
      resolve(answer);
    });
    call.end();
  });
}

const bed = await openBed();
const [port = 0] = await findFreePorts(1);
const gateway = startGateway(port, bed);
try {
  await untilReady(port);
  await pause(SETTLE_SECONDS * 1_000);
  const idle = costOf(gateway);
  let heartbeats = 0;
  const open: IncomingMessage[] = [];
  while (open.length < LISTENERS) {
    const some = Array.from({ length: Math.min(50, LISTENERS - open.length) }, () => listen(port, () => heartbeats++));
    open.push(...(await Promise.all(some)));
  }
  const opened = costOf(gateway);
  heartbeats = 0;
  await pause(SETTLE_SECONDS * 1_000);
  const listening = costOf(gateway);
  const added = listening.residentMb - idle.residentMb;
  report('listeners', { listeners: LISTENERS, heartbeatsSeen: heartbeats, settledSeconds: SETTLE_SECONDS }, [
    { what: 'gateway, idle', value: idle.residentMb, unit: 'MiB', goal: '≤ 150' },
    { what: 'gateway, with all of them', value: listening.residentMb, unit: 'MiB' },
    { what: 'what they add', value: added, unit: 'MiB', goal: '≤ 200 for 2,000' },
    { what: 'each', value: (added * 1024) / LISTENERS, unit: 'KiB' },
    {
      what: 'of one core, while they listen',
      value: ((listening.cpuSeconds - opened.cpuSeconds) / SETTLE_SECONDS) * 100,
      unit: '%',
    },
  ]);
  for (const answer of open) answer.destroy();
} finally {
  gateway.kill('SIGKILL');
  await bed.close();
}
process.exit();
