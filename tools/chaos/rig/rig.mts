import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../sampling/seeded-random.mts';
import { repeatedSendings } from '../checkers/sequences.mts';
import type { Violation } from '../evidence/evidence.mts';
import { LogReader } from '../evidence/log-reader.mts';
import { SERVICES } from '../evidence/tables.mts';
import { Ledger } from '../ledger/ledger.mts';
import type { Fault, Scene } from '../nemesis/fault.mts';
import { PASS } from '../proxies/behaviour.mts';
import type { Episode, RunResult } from '../report/result.mts';
import { Children } from '../stage/children.mts';
import { Platform } from '../stage/platform.mts';
import { type Servers, startServers } from '../stage/servers.mts';
import { KafkaDoor } from '../writers/kafka-door.mts';
import { Traffic } from '../writers/traffic.mts';
import { World } from '../writers/world.mts';
import { Judge } from './judge.mts';
import { type Quiet, untilQuiet } from './quiet.mts';
import { Sampler } from './sampler.mts';

export interface RigSettings {
  readonly root: string;
  /** Below the root. */
  readonly dist: string;
  readonly seed: string;
  readonly isShort: boolean;
  readonly backlog: number;
  readonly writers: number;
  readonly pauseMs: number;
  /** Safeguards to take out, divided by commas. */
  readonly without: string;
  /** For every process, beyond the usual. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the processes' logs are kept, if they are. */
  readonly logs: string;
  readonly tell: (line: string) => void;
}

const PREFIX = 'chaos.';
const CALM_MS = 1_500;

/** The servers, the platform, its writers, and the judge over them, for one run. */
export class Rig {
  readonly #settings: RigSettings;
  readonly #children: Children;
  readonly #servers: Servers;
  readonly #platform: Platform;
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #log: LogReader;
  readonly #traffic: Traffic;
  readonly #sampler: Sampler;
  readonly #judge: Judge;
  readonly #startedAt = Date.now();

  private constructor(settings: RigSettings, children: Children, servers: Servers, platform: Platform) {
    this.#settings = settings;
    this.#children = children;
    this.#servers = servers;
    this.#platform = platform;
    this.#ledger = new Ledger(settings.seed);
    this.#log = new LogReader(servers.broker, PREFIX);
    const entranceOf = (name: Parameters<Platform['process']>[0]) => ({
      url: platform.process(name).url,
      headers: name === 'gateway' ? platform.gatewayHeaders : platform.serviceHeaders,
    });
    this.#world = new World(
      seededRandom(`${settings.seed}/writers`),
      this.#ledger,
      new KafkaDoor(servers.broker, PREFIX),
      {
        gateway: entranceOf('gateway'),
        services: {
          ...Object.fromEntries(SERVICES.map((service) => [service, [entranceOf(service)]])),
          'incident-svc': [entranceOf('incident-svc'), entranceOf('incident-svc-2')],
        },
      },
      settings.seed,
    );
    this.#traffic = new Traffic(this.#world, settings);
    this.#sampler = new Sampler(this.#ledger, servers.broker, PREFIX);
    this.#judge = new Judge(this.#ledger, this.#log, platform.databases);
  }

  static async start(settings: RigSettings): Promise<Rig> {
    const { dist, env, root, tell, without } = settings;
    const children = await Children.open(root);
    tell('servers and processes start');
    const servers = await startServers(root, children).catch(async (error: unknown) => {
      await children.close(settings.logs);
      throw error;
    });
    const started = Platform.start({
      ...{ root, dist, prefix: PREFIX, logs: children.folder },
      databaseUrl: servers.databaseUrl,
      proxiedDatabaseUrl: servers.proxiedDatabaseUrl,
      proxiedBroker: servers.proxiedBroker,
      env: { ...env, ITOPS_WITHOUT: without },
      onSpawn: (name, pid, script) => children.add(name, pid, script),
    });
    try {
      const rig = new Rig(settings, children, servers, await started);
      await rig.#world.prepare();
      rig.#sampler.start();
      return rig;
    } catch (error) {
      await started.then((platform) => platform.stop()).catch(() => undefined);
      await servers.stop();
      await children.close(settings.logs);
      throw error;
    }
  }

  /** One fault under load: calm, broken, healed, judged. */
  async play(fault: Fault, round: number): Promise<Episode> {
    const { backlog, isShort, root, seed } = this.#settings;
    const notes: string[] = [];
    const scene: Scene = {
      ...{ root, isShort, backlog },
      platform: this.#platform,
      servers: this.#servers,
      world: this.#world,
      random: seededRandom(`${seed}/${fault.name}/${round}`),
      note: (text) => void notes.push(text),
    };
    const skipped = fault.obstacle?.(scene);
    if (skipped !== undefined) return this.#skip(fault, round, skipped);
    await this.#world.renew();
    const from = this.#ledger.operations.length;
    const sentBefore = repeatedSendings(this.#log.events);
    this.#traffic.start();
    await sleep(CALM_MS);
    const brokeAt = Date.now();
    const failure = await this.#inflict(fault, scene);
    await this.#mend();
    const healedAt = Date.now();
    // Writers go on while it recovers: what comes then must be right as well.
    const recovering = this.#quiet(fault.limits.recoverMs);
    await sleep(CALM_MS);
    await this.#traffic.stop();
    const quiet = await recovering;
    const violations = quiet.quietMs === null ? [] : await this.#judge.judge(() => this.#quiet(fault.limits.recoverMs));
    const repeats = repeatedSendings(this.#log.events) - sentBefore;
    return {
      ...{ fault: fault.name, target: fault.target, round, brokeAt, healedAt, repeats, notes },
      readyMs: quiet.readyMs,
      quietMs: quiet.quietMs,
      tally: this.#ledger.tally(from),
      violations: [...failure, ...violations, ...judgeLimits(fault, quiet, repeats)],
    };
  }

  /** A process that does not come back while a fault is played is a finding, not the end of the run. */
  async #inflict(fault: Fault, scene: Scene): Promise<Violation[]> {
    try {
      const heal = await fault.inject(scene);
      await heal();
      return [];
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return [{ checker: 'limits', kind: 'stuck', subject: `play of ${fault.name}`, detail }];
    }
  }

  /** Nothing stays broken, also when a fault was left in the middle. */
  async #mend(): Promise<void> {
    for (const { proxy, server } of [this.#servers.postgres, this.#servers.kafka]) {
      proxy.behaviour = PASS;
      if (server.pid === undefined) await server.restart();
    }
    await this.#platform.reviveAll();
  }

  result(episodes: readonly Episode[]): RunResult {
    const { env, seed, without } = this.#settings;
    const { samples } = this.#sampler;
    return { seed, startedAt: this.#startedAt, endedAt: Date.now(), without, settings: env, episodes, samples };
  }

  async stop(keepsLogs: boolean): Promise<void> {
    await this.#traffic.stop();
    await this.#sampler.stop();
    await this.#world.kafka.close();
    await this.#platform.stop();
    await this.#servers.stop();
    await this.#children.close(keepsLogs ? this.#settings.logs : undefined);
  }

  #quiet(limitMs: number): Promise<Quiet> {
    return untilQuiet({ platform: this.#platform, broker: this.#servers.broker, prefix: PREFIX }, limitMs);
  }

  #skip({ name, target }: Fault, round: number, skipped: string): Episode {
    const now = Date.now();
    return {
      ...{ fault: name, target, round, brokeAt: now, healedAt: now, readyMs: 0, quietMs: 0, repeats: 0 },
      tally: this.#ledger.tally(this.#ledger.operations.length),
      violations: [],
      notes: [],
      skipped,
    };
  }
}

/** What a fault allows beyond what always holds. */
function judgeLimits({ limits, name }: Fault, quiet: Quiet, repeats: number): Violation[] {
  const violations: Violation[] = [];
  if (quiet.quietMs === null) {
    const detail = `${quiet.reason}, ${limits.recoverMs / 1_000} s after the healing`;
    violations.push({ checker: 'limits', kind: 'stuck', subject: `recovery from ${name}`, detail });
  }
  if (!limits.repeats && repeats > 0) {
    const detail = `${repeats} events were sent twice without a reason for doubt`;
    violations.push({ checker: 'limits', kind: 'doubled', subject: `sendings during ${name}`, detail });
  }
  return violations;
}
