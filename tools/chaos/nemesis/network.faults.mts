import { setTimeout as sleep } from 'node:timers/promises';
import { type Behaviour, blackHole, delay, PASS, SLICE } from '../proxies/behaviour.mts';
import { type Fault, MINUTE, type Scene } from './fault.mts';

const TARGET = 'the way to PostgreSQL and Kafka';

function setBoth({ servers: { kafka, postgres } }: Scene, behaviour: Behaviour): void {
  kafka.proxy.behaviour = behaviour;
  postgres.proxy.behaviour = behaviour;
}

async function during(scene: Scene, behaviour: Behaviour, ms: number): Promise<() => Promise<void>> {
  setBoth(scene, behaviour);
  await sleep(ms);
  return () => {
    setBoth(scene, PASS);
    return Promise.resolve();
  };
}

export const NETWORK_FAULTS: readonly Fault[] = [
  {
    name: 'network-delay',
    target: `${TARGET}, 200 ± 100 ms`,
    // A delay alone is no reason for doubt.
    limits: { recoverMs: MINUTE, repeats: false },
    inject: (scene) =>
      during(
        scene,
        delay(200, 100, () => scene.random.next()),
        scene.isShort ? 6_000 : 40_000,
      ),
  },
  {
    name: 'network-reset',
    target: `${TARGET}, all connections again and again`,
    limits: { recoverMs: MINUTE, repeats: true },
    async inject({ isShort, note, random, servers: { kafka, postgres } }) {
      let resets = 0;
      for (const end = Date.now() + (isShort ? 6_000 : 30_000); Date.now() < end;) {
        await sleep(500 + random.below(2_000));
        const { proxy } = random.next() < 0.5 ? kafka : postgres;
        resets += proxy.connections;
        proxy.resetAll();
      }
      note(`${resets} connections reset`);
      return () => Promise.resolve();
    },
  },
  {
    name: 'network-slicer',
    target: `${TARGET}, one byte a write`,
    limits: { recoverMs: MINUTE, repeats: true },
    inject: (scene) => during(scene, SLICE, scene.isShort ? 6_000 : 30_000),
  },
  {
    name: 'network-black-hole',
    target: `${TARGET}, nothing comes through`,
    limits: { recoverMs: 2 * MINUTE, repeats: true },
    async inject(scene) {
      const hole = blackHole();
      setBoth(scene, hole);
      await sleep(scene.isShort ? 8_000 : 40_000);
      return () => {
        setBoth(scene, PASS);
        hole.open();
        return Promise.resolve();
      };
    },
  },
];
