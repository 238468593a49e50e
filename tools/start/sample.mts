import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, createOpsClient } from '../../libs/client/src/index.mts';
import type { OnSpawn } from '../../infra/embedded/managed-server.mts';
import type { Places } from './topology.mts';

export interface SampleSettings {
  readonly at: Places;
  readonly gatewayUrl: string;
  readonly apiKey: string;
  readonly brokers: string;
  readonly signal: AbortSignal;
  readonly onSpawn: OnSpawn;
}

/** On the first run, loads the sample estate and plays the story on it, which prints itself. */
export async function playSampleOnce(settings: SampleSettings): Promise<void> {
  const { apiKey, at, brokers, gatewayUrl, signal } = settings;
  const script = join(at.root, 'tools', 'story', 'main.mts');
  if (existsSync(at.sampleDone) || !existsSync(script)) return;
  // A story that ended early is played again; an estate that is somebody's own is left alone.
  if (!existsSync(at.sampleBegun) && !(await isEmpty(settings))) return;
  writeFileSync(at.sampleBegun, `${new Date().toISOString()}\n`);
  console.log('');
  const code = await run(script, { GATEWAY_URL: gatewayUrl, API_KEY: apiKey, KAFKA_BROKERS: brokers }, settings);
  if (signal.aborted) return;
  if (code === 0) writeFileSync(at.sampleDone, `${new Date().toISOString()}\n`);
  else console.log(`✖ The sample story ended early (exit code ${code ?? 'none'}); the next start plays it again.`);
}

/** Whether nobody has sent anything yet. */
async function isEmpty({ apiKey, gatewayUrl, signal }: SampleSettings): Promise<boolean> {
  const client = createOpsClient({ baseUrl: gatewayUrl, key: apiKey, signal });
  const params = { query: { limit: 1 } };
  const lists = await Promise.all([
    answerOf(client.GET('/v1/cis', { params })),
    answerOf(client.GET('/v1/alerts', { params })),
    answerOf(client.GET('/v1/incidents', { params })),
    answerOf(client.GET('/v1/changes', { params })),
  ]);
  return lists.every(({ items }) => items.length === 0);
}

function run(script: string, env: NodeJS.ProcessEnv, { at, onSpawn, signal }: SampleSettings): Promise<number | null> {
  return new Promise((resolve) => {
    const story = spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', script], {
      cwd: at.root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      signal,
    });
    if (story.pid !== undefined) onSpawn({ pid: story.pid, marker: script });
    story.once('error', () => resolve(null));
    story.once('close', (code) => resolve(code));
  });
}
