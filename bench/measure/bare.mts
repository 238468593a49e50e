import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { Kafka, logLevel } from 'kafkajs';
import pg from 'pg';

import { postgresUrl } from '../../infra/index.mts';
import { median, ratio } from './backbone.mts';
import { type Figure } from './report.mts';
import { root, type Target } from './settings.mts';

export interface Bare {
  readonly target: Target;
  /** Where it puts its events. */
  readonly topicOut: string;
  close(): Promise<void>;
}

const PARTITIONS = 4;

/**
 * Starts a bare server of `bench/bare` on the platform's own PostgreSQL and Kafka, with a database and topics of its own,
 * which go when it is closed.
 */
export async function startBare(name: string, { brokers, apiKey }: Target): Promise<Bare> {
  const run = `bare_${randomUUID().slice(0, 8)}`;
  const [topicIn, topicOut] = [`${run}.in`, `${run}.out`];
  const server = databaseServer();
  const url = new URL(server);
  url.pathname = `/${run}`;
  await onServer(server, `create database ${run}`);
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = [topicIn, topicOut].map((topic) => ({ topic, numPartitions: PARTITIONS }));
  await admin.createTopics({ topics, waitForLeaders: true });
  const child = spawn(
    process.execPath,
    ['--disable-warning=TimeoutNegativeWarning', path.join(root, 'bench', 'bare', `${name}-server.mts`)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        BARE_DATABASE_URL: url.href,
        BARE_BROKERS: brokers.join(','),
        BARE_TOPIC_IN: topicIn,
        BARE_TOPIC_OUT: topicOut,
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()));
    void ended.then(() => reject(new Error(`The bare server '${name}' has ended`)));
  });
  return {
    target: { brokers, apiKey, gatewayUrl: `http://127.0.0.1:${port}` },
    topicOut,
    async close() {
      child.stdin.end();
      await ended;
      await admin.deleteTopics({ topics: [topicIn, topicOut] });
      await admin.disconnect();
      await onServer(server, `drop database ${run} with (force)`);
    },
  };
}

/** The platform's own, unless the environment names another. */
function databaseServer(): string {
  const given = process.env['BENCH_DATABASE_URL'];
  if (given !== undefined) return given;
  const password = readFileSync(path.join(root, '.itops', 'postgres-password'), 'utf8').trim();
  return postgresUrl(Number(process.env['POSTGRES_PORT'] ?? 15_432), password);
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Measures both in blocks A-B-B-A, each once before to get warm, and gives the figures with the ratio of the pairs. */
export async function beside(
  rounds: number,
  what: readonly [ours: string, theirs: string],
  unit: string,
  block: (side: 'ours' | 'theirs') => Promise<number>,
): Promise<Figure[]> {
  await block('theirs');
  await block('ours');
  const rates = { ours: [0], theirs: [0] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) rates[side].push(await block(side));
  }
  const [ours, theirs] = [rates.ours.slice(1), rates.theirs.slice(1)];
  const { median: middle, low, high } = ratio(ours, theirs);
  const interval = `(95 %: ${low.toFixed(2)} to ${high.toFixed(2)})`;
  return [
    { what: what[0], value: median(ours), unit },
    { what: what[1], value: median(theirs), unit },
    { what: 'ratio of the two', value: middle, unit: interval, goal: '≥ 0.5' },
  ];
}
