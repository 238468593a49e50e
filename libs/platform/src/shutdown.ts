import { isRecord } from '@itops/kit';
import { type Logger } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';

import { DatabaseConnector } from './database/database';
import { type Draining } from './health/health.controller';

type Hook = 'onModuleDestroy' | 'beforeApplicationShutdown' | 'onApplicationShutdown';
type Hooked = Readonly<Record<Hook, () => unknown>>;

interface Step {
  readonly name: string;
  readonly work: () => unknown;
  /** What becomes of it when nobody waits any longer. */
  readonly giveUp?: () => void;
}

/** Until when each stage is waited for, milliseconds from the beginning of the shutdown. */
export const STAGE_ENDS_MS = {
  announced: 4_000,
  /** The work: relay, consumers, tasks over dead letters. */
  workDone: 5_500,
  requestsAnswered: 7_000,
  /** What the work needed: the broker; and what is done every so often. */
  released: 8_000,
  databaseReleased: 8_500,
} as const;

type StageName = keyof typeof STAGE_ENDS_MS;

/** From first to last. */
const STAGES: readonly (readonly [StageName, (app: NestFastifyApplication) => readonly Step[]])[] = [
  ['announced', (app) => hooks(app, 'onModuleDestroy')],
  ['workDone', (app) => hooks(app, 'beforeApplicationShutdown')],
  ['requestsAnswered', (app) => [requests(app)]],
  ['released', (app) => hooks(app, 'onApplicationShutdown').filter(({ name }) => name !== DATABASE)],
  ['databaseReleased', (app) => hooks(app, 'onApplicationShutdown').filter(({ name }) => name === DATABASE)],
];

const DATABASE = DatabaseConnector.name;
/** What takes longer is told at the usual level of the log. */
const QUICK_MS = 1_000;

/**
 * Stops the service stage by stage, and tells how long each step took. Nest's own way waits for each level of each module
 * in turn, and for ever; here what belongs to one stage goes side by side, and each stage is over at a time of its own,
 * whatever the earlier ones took.
 */
export async function shutDown(
  app: NestFastifyApplication,
  logger: Logger,
  ends: Readonly<Record<StageName, number>> = STAGE_ENDS_MS,
): Promise<void> {
  const began = performance.now();
  const left: string[] = [];
  for (const [stage, steps] of STAGES) {
    const until = began + ends[stage];
    await Promise.all(
      steps(app).map(async (step) => {
        const { outcome, ms, reason } = await take(step, until);
        const line = { msg: `${step.name}: ${outcome} after ${ms} ms`, step: step.name, stage, outcome, ms, reason };
        if (outcome !== 'done') {
          left.push(step.name);
          logger.warn(line);
        } else if (ms >= QUICK_MS) logger.log(line);
        else logger.debug(line);
      }),
    );
  }
  const ms = Math.round(performance.now() - began);
  logger.log({
    msg: `Stopped after ${ms} ms${left.length === 0 ? '' : `, not in order: ${left.join(', ')}`}`,
    ms,
    left,
  });
}

interface Taken {
  readonly outcome: 'done' | 'failed' | 'not waited for any longer';
  readonly ms: number;
  readonly reason?: string;
}

async function take({ work, giveUp }: Step, until: number): Promise<Taken> {
  const began = performance.now();
  const ms = (): number => Math.round(performance.now() - began);
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), Math.max(0, until - began));
  try {
    const first = await Promise.race([Promise.resolve(work()), late.promise]);
    if (first !== 'late') return { outcome: 'done', ms: ms() };
    giveUp?.();
    return { outcome: 'not waited for any longer', ms: ms() };
  } catch (error) {
    return { outcome: 'failed', ms: ms(), reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Of all that was made, in any module. */
function hooks(app: NestFastifyApplication, hook: Hook): Step[] {
  const instances = new Set<unknown>();
  for (const { providers, controllers } of app.get(ModulesContainer).values()) {
    for (const wrapper of [...providers.values(), ...controllers.values()]) {
      if (!wrapper.isTransient && wrapper.isDependencyTreeStatic()) instances.add(wrapper.instance);
    }
  }
  return [...instances]
    .filter((instance): instance is Hooked => isRecord(instance) && typeof instance[hook] === 'function')
    .map((instance) => ({ name: instance.constructor.name, work: () => instance[hook]() }));
}

/**
 * A connection whose request is answered while the server closes would be kept alive, and the server would wait until its
 * client lets it go.
 */
export function hangUpWhileDraining(server: FastifyInstance, draining: Draining): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining.active) reply.header('connection', 'close');
    done();
  });
}

/** Those that are being answered; from now on nobody is listened to. */
function requests(app: NestFastifyApplication): Step {
  const server = app.getHttpServer();
  return {
    name: 'Requests',
    work: async () => {
      await app.getHttpAdapter().close();
    },
    giveUp: () => server.closeAllConnections(),
  };
}
