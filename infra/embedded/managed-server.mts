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
  /** Of the plain listener, by which readiness is asked. */
  readonly port: number;
  readonly controllerPort: number;
  readonly guard?: KafkaGuard;
  /** Added to the broker's properties, or put in their place. */
  readonly properties?: Readonly<Record<string, string>>;
  readonly logFile: string;
  readonly onSpawn?: OnSpawn;
  /** Once aborted, a start in progress is given up and no new one begins. */
  readonly signal?: AbortSignal;
}

/** What makes a broker a guarded one: listeners beside the plain one, and who may come in by them. */
export interface KafkaGuard {
  readonly listeners: readonly GuardedListener[];
  /** Known from the first start on. */
  readonly scramUsers: readonly ScramUser[];
  /** Public keys, as a JSON Web Key Set, of whoever signs tokens for OAUTHBEARER. */
  readonly tokenKeys?: string;
}

export interface GuardedListener {
  readonly name: string;
  readonly protocol: 'SSL' | 'SASL_SSL' | 'SASL_PLAINTEXT';
  readonly port: number;
  /** Of this listener alone, without `listener.name.<name>.` before them. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface ScramUser {
  readonly name: string;
  readonly password: string;
  readonly mechanism: 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
}

/** What makes a PostgreSQL server speak TLS. */
export interface PostgresGuard {
  readonly certificate: string;
  readonly key: string;
  /** PEM of who signs the certificates of clients. */
  readonly clientAuthority: string;
  /** The lines of pg_hba.conf: who may come from where, and how. */
  readonly accessRules: readonly string[];
}

export interface PostgresSettings extends DataPlace {
  readonly root: string;
  readonly port: number;
  readonly password: string;
  readonly guard?: PostgresGuard;
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
