import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { seededRandom } from '../../sampling/seeded-random.mts';
import { build, WITH_FAULT_POINTS } from '../../start/build.mts';
import { repeatedSendings } from '../checkers/sequences.mts';
import { LogReader } from '../evidence/log-reader.mts';
import type { Violation } from '../evidence/evidence.mts';
import { Ledger } from '../ledger/ledger.mts';
import type { OperationKind } from '../ledger/operation.mts';
import { Platform, type ProcessName } from '../stage/platform.mts';
import { COMMANDS } from '../writers/commands.mts';
import { KafkaDoor } from '../writers/kafka-door.mts';
import { Traffic } from '../writers/traffic.mts';
import { World } from '../writers/world.mts';
import { Judge } from './judge.mts';
import { untilQuiet } from './quiet.mts';

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const QUIET_MS = 60_000;
const STRUCK_MS = 30_000;

/** incident-svc in two replicas on the servers of this test run, with writers and the judge. */
class SmallRig {
  readonly platform: Platform;
  readonly log: LogReader;
  readonly #world: World;
  readonly #judge: Judge;
  readonly #target: { platform: Platform; broker: string; prefix: string };

  private constructor(platform: Platform, broker: string, prefix: string) {
    const ledger = new Ledger('spec');
    this.platform = platform;
    this.log = new LogReader(broker, prefix);
    this.#target = { platform, broker, prefix };
    const replicas = platform.all.map(({ url }) => ({ url, headers: platform.serviceHeaders }));
    const kafka = new KafkaDoor(broker, prefix);
    this.#world = new World(seededRandom('spec'), ledger, kafka, { services: { 'incident-svc': replicas } }, 'spec');
    // Unknown items are fine for alerts: each is then a condition without an item.
    this.#world.cis.push('nowhere');
    this.#judge = new Judge(ledger, this.log, platform.databases);
  }

  static async start(logs: string, without: string): Promise<SmallRig> {
    const databaseUrl = process.env['TEST_DATABASE_URL'] ?? '';
    const broker = process.env['TEST_KAFKA_BROKERS']?.split(',')[0] ?? '';
    const prefix = `c${randomBytes(5).toString('hex')}.`;
    const platform = await Platform.start({
      ...{ root: ROOT, dist: WITH_FAULT_POINTS.folder, logs, databaseUrl, prefix },
      ...{ proxiedDatabaseUrl: databaseUrl, proxiedBroker: broker, env: { ITOPS_WITHOUT: without } },
      only: ['incident-svc', 'incident-svc-2'],
      onSpawn: () => undefined,
    });
    const rig = new SmallRig(platform, broker, prefix);
    await rig.#world.renew();
    return rig;
  }

  /** Lets writers of these kinds work until so many operations are done. */
  async write(kinds: readonly OperationKind[], operations: number): Promise<void> {
    const commands = COMMANDS.filter(({ kind }) => kinds.includes(kind));
    const traffic = new Traffic(this.#world, { writers: 8, pauseMs: 5, commands });
    const end = this.#world.ledger.operations.length + operations;
    traffic.start();
    await this.#world.ledger.untilLength(end);
    await traffic.stop();
  }

  /** Only one incident to write to, so that writers meet. */
  narrow(): void {
    this.#world.incidents.splice(1);
  }

  /** Arms a point in one replica alone, while the other is away. */
  async arm(name: ProcessName, faults: string): Promise<void> {
    for (const one of this.platform.all) await one.kill();
    await this.platform.process(name).start({ env: { ITOPS_FAULTS: faults } });
    await this.platform.process(name).untilReady();
  }

  async verdict(): Promise<Violation[]> {
    await this.platform.reviveAll();
    const { reason } = await untilQuiet(this.#target, QUIET_MS);
    const found = await this.#judge.judge(() => untilQuiet(this.#target, QUIET_MS));
    return reason === '' ? found : [{ checker: 'limits', kind: 'stuck', subject: 'quiet', detail: reason }, ...found];
  }

  async close(): Promise<void> {
    await this.#world.kafka.close();
    await this.platform.stop();
    await this.platform.dropDatabases();
  }
}

describe('the rig, when a safeguard is taken out', () => {
  let logs: string;
  let rig: SmallRig | undefined;

  const start = async (without: string): Promise<SmallRig> => (rig = await SmallRig.start(logs, without));

  beforeAll(async () => {
    logs = await mkdtemp(join(tmpdir(), 'chaos-'));
    await build(ROOT, undefined, WITH_FAULT_POINTS);
  }, 120_000);

  afterEach(async () => {
    await rig?.close();
    rig = undefined;
  });

  afterAll(() => rm(logs, { recursive: true, force: true }));

  it('finds nothing when none is', async () => {
    const sound = await start('');
    await sound.write(['note', 'report-alert'], 60);
    expect(await sound.verdict()).toEqual([]);
    expect(repeatedSendings(sound.log.events)).toBe(0);
  }, 180_000);

  it('notices two relays without leases: events are sent twice though nothing failed', async () => {
    const broken = await start('lease');
    await broken.write(['note'], 60);
    await broken.verdict();
    expect(repeatedSendings(broken.log.events)).toBeGreaterThan(0);
  }, 180_000);

  it('notices a consumer without a memory: what was applied before it died counts again', async () => {
    const broken = await start('inbox');
    await broken.arm('incident-svc', 'after-consumer-commit=kill@1');
    await broken.write(['report-alert'], 20);
    expect(await broken.platform.process('incident-svc').untilStopped(STRUCK_MS)).toBe('ended');
    expect(await broken.verdict()).toContainEqual(expect.objectContaining({ checker: 'alerts', kind: 'doubled' }));
  }, 180_000);

  it('notices writers without a version check: they overwrite each other', async () => {
    const broken = await start('version-check');
    broken.narrow();
    await broken.write(['note'], 80);
    const found = await broken.verdict();
    expect(found.map(({ checker }) => checker)).toContain('sequences');
  }, 180_000);
});
