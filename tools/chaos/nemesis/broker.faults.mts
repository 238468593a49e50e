import { setTimeout as sleep } from 'node:timers/promises';
import { SmallDisk } from '../stage/small-disk.mts';
import { persist, send } from '../writers/http-door.mts';
import { type Fault, MINUTE, type Scene } from './fault.mts';

const ITEMS = 2_000;
const DISCOVERED_MS = 30_000;
const OUTAGE_MS = MINUTE;
const MOST_OUTAGE_MS = 5 * MINUTE;

/** Renames so many items in one command, each of which is an event that has to wait in the outbox. */
async function discover({ world }: Scene, source: string): Promise<number> {
  const id = world.ledger.mark();
  const cmdb = world.service('cmdb-svc', DISCOVERED_MS);
  const items = Array.from({ length: ITEMS }, (_, at) => ({
    class: 'application_service',
    externalId: `item-${at}`,
    name: `item-${at} #${id}`,
  }));
  const { outcome } = await world.ledger.carryOut(
    { id, kind: 'discover', door: 'service', key: source, weight: ITEMS },
    () =>
      persist(
        () => send(cmdb.POST('/v1/discovery', { body: { source, items } })),
        // Once: it names no version, so a repetition would be another command.
        0,
      ),
  );
  return outcome === 'acknowledged' ? ITEMS : 0;
}

export const BROKER_FAULTS: readonly Fault[] = [
  {
    name: 'broker-kill',
    target: 'Kafka, SIGKILL',
    limits: { recoverMs: 2 * MINUTE, repeats: true },
    async inject({ random, servers: { kafka } }) {
      await kafka.server.kill('SIGKILL');
      await sleep(2_000 + random.below(4_000));
      return () => kafka.server.restart();
    },
  },
  {
    name: 'broker-restart',
    target: 'Kafka, SIGTERM under load',
    limits: { recoverMs: 2 * MINUTE, repeats: true },
    async inject({ servers: { kafka } }) {
      await kafka.server.stop();
      return () => kafka.server.restart();
    },
  },
  {
    name: 'broker-outage',
    target: 'Kafka, 60 s and a backlog',
    limits: { recoverMs: 6 * MINUTE, repeats: true },
    async inject(scene) {
      const { kafka } = scene.servers;
      await kafka.server.kill('SIGKILL');
      const began = Date.now();
      const source = scene.world.ledger.mark();
      let backlog = 0;
      while (backlog < scene.backlog && Date.now() - began < MOST_OUTAGE_MS) backlog += await discover(scene, source);
      await sleep(Math.max(0, OUTAGE_MS - (Date.now() - began)));
      scene.note(`${backlog} events waited, ${Math.round((Date.now() - began) / 1_000)} s`);
      return () => kafka.server.restart();
    },
  },
  {
    name: 'broker-disk-full',
    target: "Kafka's file system",
    limits: { recoverMs: 2 * MINUTE, repeats: true },
    obstacle: ({ servers: { kafkaDisk } }) => (kafkaDisk instanceof SmallDisk ? undefined : kafkaDisk),
    async inject({ note, servers: { kafka, kafkaDisk } }) {
      if (!(kafkaDisk instanceof SmallDisk)) throw new Error(kafkaDisk);
      await kafkaDisk.fill();
      await Promise.race([kafka.server.exited, sleep(30_000)]);
      note(kafka.server.pid === undefined ? 'the broker ended itself' : 'the broker lived on');
      return async () => {
        await kafkaDisk.clear();
        await kafka.server.kill('SIGKILL');
        await kafka.server.restart();
      };
    },
  },
];
