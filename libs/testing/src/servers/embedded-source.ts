import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  embeddedKafka,
  embeddedPostgres,
  findFreePorts,
  type ManagedServer,
  postgresUrl,
  ProcessLedger,
  setScramUser,
} from '@itops/infra';
import type { ServerSource, StartedServer } from './server-source';

const LEDGER = 'processes.json';
const PASSWORD = 'test';

/** Servers as processes of this machine, on free ports, with data in a folder that goes with them. */
export async function openEmbeddedSource(root: string): Promise<ServerSource> {
  await sweepAbandoned(root);
  // The number of the process tells the next run whether this one still lives.
  const folder = path.join(root, '.itops', `test-${process.pid}-${randomBytes(4).toString('hex')}`);
  const ledger = new ProcessLedger(path.join(folder, LEDGER));
  const endWithUs = endWithThisProcess();

  const started = (server: ManagedServer, address: string): StartedServer => ({
    address,
    kill: () => server.kill('SIGKILL'),
    restart: () => server.restart(),
    stop: () => server.stop(),
  });

  return {
    async startPostgres(guard) {
      const [port = 0] = await findFreePorts(1);
      const server = await embeddedPostgres.start({
        ...{ root, port, password: PASSWORD },
        ...(guard === undefined ? {} : { guard }),
        folder: path.join(folder, 'postgres'),
        logFile: path.join(folder, 'postgres.log'),
        onSpawn: ({ pid, marker }) => {
          ledger.record({ name: 'postgres', pid, marker });
          endWithUs.add('postgres', pid);
        },
      });
      return started(server, postgresUrl(port, PASSWORD));
    },
    async startKafka(guard) {
      await embeddedKafka.prepare(root);
      const [port = 0, controllerPort = 0] = await findFreePorts(2);
      const server = await embeddedKafka.start({
        ...{ root, port, controllerPort },
        ...(guard === undefined ? {} : { guard }),
        folder: path.join(folder, 'kafka'),
        logFile: path.join(folder, 'kafka.log'),
        onSpawn: ({ pid, marker }) => {
          ledger.record({ name: 'kafka', pid, marker });
          endWithUs.add('kafka', pid);
        },
      });
      return {
        ...started(server, `127.0.0.1:${port}`),
        setScramUser: (user) => setScramUser(root, port, user),
      };
    },
    async close() {
      endWithUs.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a test run that was killed has left: its servers and its folder. */
async function sweepAbandoned(root: string): Promise<void> {
  const names = await readdir(path.join(root, '.itops')).catch(() => []);
  for (const name of names) {
    const pid = Number(/^test-(\d+)-[0-9a-f]+$/.exec(name)?.[1] ?? 'NaN');
    if (Number.isNaN(pid) || lives(pid)) continue;
    const folder = path.join(root, '.itops', name);
    await new ProcessLedger(path.join(folder, LEDGER)).endLeftovers();
    await rm(folder, { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The servers run in process groups of their own; a Ctrl-C on the test run must end them too. */
function endWithThisProcess(): { add: (name: string, pid: number) => void; release: () => void } {
  const pids = new Map<string, number>();
  const endAll = (): void => {
    for (const pid of pids.values()) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Ended already.
      }
    }
  };
  const onSignal = (): void => {
    endAll();
    process.exit(130);
  };
  process.once('exit', endAll);
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return {
    add: (name, pid) => pids.set(name, pid),
    release: () => {
      process.off('exit', endAll);
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
