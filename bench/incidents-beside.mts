/** Incidents created by REST, through the gateway and by bare Fastify with pg, in blocks A-B-B-A, 32 at a time. */
import { randomUUID } from 'node:crypto';

import { beside, startBare } from './measure/bare.mts';
import { Gateway } from './measure/gateway.mts';
import { closedLoop } from './measure/load.mts';
import { report } from './measure/report.mts';
import { seconds, target } from './measure/settings.mts';

const length = seconds('BENCH_SECONDS', 10);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const here = target();
const bare = await startBare('incidents', here);
const doors = { ours: new Gateway(here, 32), theirs: new Gateway(bare.target, 32) };

const figures = await beside(
  rounds,
  ['created through the gateway', 'bare Fastify + pg'],
  'incidents/s',
  async (side) => {
    const ids = new Set<string>();
    const { sent, seconds: took } = await closedLoop(32, length, async (serial) => {
      const body = { title: `beside ${serial}`, description: 'a measured incident', impact: 2, urgency: 2 };
      const answer: unknown = JSON.parse(await doors[side].post('/v1/incidents', JSON.stringify(body), 201));
      ids.add(typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : randomUUID());
    });
    if (ids.size !== sent) throw new Error('two answers carried the same id');
    return sent / took;
  },
);
await doors.ours.close();
await doors.theirs.close();
await bare.close();
report('incidents-beside', { 'seconds a block': length, rounds, durability: 'synchronous_commit on' }, figures);
