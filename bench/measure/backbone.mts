/**
 * What the backbone's benchmarks share: servers of their own, with the durability of production (fsync, synchronous_commit
 * on, acks=all), unless BENCH_DATABASE_URL and BENCH_KAFKA_BROKERS name some; a fresh database; the measuring program.
 * Needs the compiled code (`npm run build`).
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Admin, Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

import { embeddedKafka, embeddedPostgres, findFreePorts, type ManagedServer, postgresUrl } from '../../infra/index.mts';
import { root } from './settings.mts';

export const DURABILITY = 'fsync and synchronous_commit on, acks=all';

export interface Bed {
  readonly databaseUrl: string;
  readonly brokers: string[];
  /** Records on the topic so far. */
  recordsOn(topic: string): Promise<number>;
  /** Runs one block of the measuring program in a process of its own and gives what it printed. */
  measure(name: string, amount: number): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const PROGRAM = path.join(root, 'dist', 'libs', 'messaging', 'bench', 'measure-backbone.js');

/** @param prefix stands before the topics and groups of the measuring program */
export async function openBed(prefix = ''): Promise<Bed> {
  if (!existsSync(PROGRAM)) throw new Error("There is no compiled code. Run 'npm run build' first.");
  const servers = await startServers();
  const url = new URL(servers.url);
  url.pathname = `/bench_${randomUUID().slice(0, 8)}`;
  const database = url.pathname.slice(1);
  await onServer(servers.url, `create database ${database}`);
  const admin: Admin = new Kafka({ brokers: servers.brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  return {
    databaseUrl: url.href,
    brokers: servers.brokers,
    async recordsOn(topic) {
      const ends = await admin.fetchTopicOffsets(topic).catch(() => []);
      return ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    },
    measure: (name, amount) =>
      run([PROGRAM, name, String(amount)], {
        ...process.env,
        BENCH_DATABASE_URL: url.href,
        BENCH_KAFKA_BROKERS: servers.brokers.join(','),
        BENCH_TOPIC_PREFIX: prefix,
      }),
    async close() {
      await admin.disconnect();
      await onServer(servers.url, `drop database ${database} with (force)`);
      await servers.stop();
    },
  };
}

async function startServers(): Promise<{ url: string; brokers: string[]; stop: () => Promise<void> }> {
  const { BENCH_DATABASE_URL: url, BENCH_KAFKA_BROKERS: given } = process.env;
  if (url !== undefined && given !== undefined) {
    return { url, brokers: given.split(','), stop: () => Promise.resolve() };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'backbone-bench-'));
  const [postgresPort = 0, kafkaPort = 0, controllerPort = 0] = await findFreePorts(3);
  const started: ManagedServer[] = [];
  const ended = () => started.forEach(({ pid }) => pid !== undefined && process.kill(pid, 'SIGKILL'));
  process.once('exit', ended);
  const password = 'bench';
  const at = (name: string) => ({ root, folder: path.join(folder, name), logFile: path.join(folder, `${name}.log`) });
  await embeddedKafka.prepare(root);
  started.push(await embeddedPostgres.start({ ...at('postgres'), port: postgresPort, password }));
  started.push(await embeddedKafka.start({ ...at('kafka'), port: kafkaPort, controllerPort }));
  return {
    url: postgresUrl(postgresPort, password),
    brokers: [`127.0.0.1:${kafkaPort}`],
    async stop() {
      process.off('exit', ended);
      for (const server of started.reverse()) await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Record<string, unknown>> {
  const child = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  const line = printed.split('\n').find((text) => text.startsWith('{'));
  if (code !== 0 || line === undefined) throw new Error(`${args.join(' ')} ended with ${code}: ${printed}`);
  const result: unknown = JSON.parse(line);
  if (typeof result !== 'object' || result === null) throw new Error(`No figures: ${line}`);
  return { ...result };
}

export function numberIn(figures: Record<string, unknown>, name: string): number {
  const value = figures[name];
  if (typeof value !== 'number') throw new Error(`No number '${name}' in ${JSON.stringify(figures)}`);
  return value;
}

export function numbersIn(figures: Record<string, unknown>, name: string): number[] {
  const value = figures[name];
  if (!Array.isArray(value)) throw new Error(`No numbers '${name}' in ${JSON.stringify(figures)}`);
  return value.map(Number);
}

/** The median of paired ratios with a bootstrap 95 % interval. */
export function ratio(
  mine: readonly number[],
  theirs: readonly number[],
): { median: number; low: number; high: number } {
  const ratios = mine.map((value, index) => value / (theirs[index] ?? Number.NaN));
  const medians = Array.from({ length: 2_000 }, () =>
    median(ratios.map(() => ratios[Math.floor(Math.random() * ratios.length)] ?? Number.NaN)),
  ).sort((a, b) => a - b);
  return { median: median(ratios), low: medians[50] ?? Number.NaN, high: medians[1_949] ?? Number.NaN };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]];
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2;
}
