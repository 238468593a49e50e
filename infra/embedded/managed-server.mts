/** A server that this platform started: where it runs does not matter to who uses it. */
export interface ManagedServer {
  /** Undefined while it is down, and where only a container engine knows it. */
  readonly pid: number | undefined;
  /** Settles when the present run of the server ends, for whatever reason. */
  readonly exited: Promise<ProcessExit>;
  /** Ends it in its own orderly way. Does nothing when it is down. */
  stop(): Promise<void>;
  /** Ends it at once; resolves when it is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same data and ports; resolves when it is usable. */
  restart(): Promise<void>;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Told of each process at the moment it exists, so that none is left behind when its start fails. */
export type OnSpawn = (process: { readonly pid: number; readonly marker: string }) => void;

/** One way to run one kind of server. Providers are tried in the order of their table. */
export interface ServerProvider<Settings> {
  readonly title: string;
  /** What has to be installed before this way works here; undefined when it works. */
  obstacle(root: string): Promise<string | undefined>;
  /** Fetches what the server consists of, when it is not there yet. */
  prepare(root: string, signal?: AbortSignal): Promise<void>;
  /** Resolves when the server is usable. */
  start(settings: Settings): Promise<ManagedServer>;
  /** Removes the server's data for good. */
  readonly removeData: (place: DataPlace) => Promise<void>;
}

export interface DataPlace {
  /** Folder of this server's data; a container engine makes the name of a volume from it. */
  readonly folder: string;
}

export interface KafkaSettings extends DataPlace {
  readonly root: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly logFile: string;
  readonly onSpawn?: OnSpawn;
  /** Once aborted, a start in progress is given up and no new one begins. */
  readonly signal?: AbortSignal;
}

export interface PostgresSettings extends DataPlace {
  readonly root: string;
  readonly port: number;
  readonly password: string;
  readonly logFile: string;
  readonly onSpawn?: OnSpawn;
  /** Once aborted, a start in progress is given up and no new one begins. */
  readonly signal?: AbortSignal;
}

/** The first provider that works here, or one sentence that says what to install. */
export async function chooseProvider<Settings>(
  server: string,
  providers: readonly ServerProvider<Settings>[],
  root: string,
): Promise<ServerProvider<Settings>> {
  const obstacles: string[] = [];
  for (const provider of providers) {
    const obstacle = await provider.obstacle(root);
    if (obstacle === undefined) return provider;
    obstacles.push(obstacle);
  }
  throw new ServerUnavailable(`${server} cannot be started here: install ${obstacles.join(', or ')}.`);
}

/** Nothing on this machine can run the server; its message is for the user as it is. */
export class ServerUnavailable extends Error {}
