/** One direction of one connection through a proxy. */
export interface Flow {
  readonly towards: 'server' | 'client';
  /** What the client has just asked for in this chunk, where the proxy understands the protocol. */
  readonly asked: readonly string[];
  /** Kept for as long as the connection, for both directions. */
  readonly connection: Connection;
  /** Passes bytes on, after `delayMs` at the earliest and after all that was passed on before. */
  pass(bytes: Buffer, delayMs?: number): Promise<void>;
}

export interface Connection {
  /** Set when the client's next answer is to be lost with its connection. */
  doomed: boolean;
  /** Ends both sides as a crash does: with a reset. */
  reset(): void;
}

/** What a proxy does with the bytes that reach it. */
export interface Behaviour {
  readonly name: string;
  handle(chunk: Buffer, flow: Flow): Promise<void>;
}

export const PASS: Behaviour = { name: 'pass', handle: (chunk, flow) => flow.pass(chunk) };

/** Every chunk is late by `meanMs` ± `spreadMs`, evenly spread; the order stays. */
export function delay(meanMs: number, spreadMs: number, random: () => number): Behaviour {
  return {
    name: 'delay',
    handle: (chunk, flow) => flow.pass(chunk, meanMs + (2 * random() - 1) * spreadMs),
  };
}

/** Beyond so many bytes of a chunk, the rest goes in one piece: a large fetch would take a core for seconds. */
const SLICED_BYTES = 2_048;

/** One byte at a time, each in a write of its own. */
export const SLICE: Behaviour = {
  name: 'slice',
  async handle(chunk, flow) {
    const sliced = Math.min(chunk.length, SLICED_BYTES);
    for (let at = 0; at < sliced; at++) await flow.pass(chunk.subarray(at, at + 1));
    if (sliced < chunk.length) await flow.pass(chunk.subarray(sliced));
  },
};

export interface BlackHole extends Behaviour {
  /** Lets go on what was swallowed, as a network does that sends lost packets again. */
  open(): void;
}

/** Connections stay, and nothing comes through. */
export function blackHole(): BlackHole {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    name: 'black hole',
    open,
    async handle(chunk, flow) {
      await opened;
      await flow.pass(chunk);
    },
  };
}

/** The server gets every COMMIT; of each `every`th the client never gets the answer, since its connection is gone by then. */
export function cutAtCommit(every: number): Behaviour & { readonly cuts: () => number } {
  let commits = 0;
  let cuts = 0;
  return {
    name: 'cut at COMMIT',
    cuts: () => cuts,
    async handle(chunk, flow) {
      const { connection } = flow;
      if (flow.towards === 'server') {
        if (flow.asked.some((sql) => /^commit\b/i.test(sql)) && ++commits % every === 0) connection.doomed = true;
        return flow.pass(chunk);
      }
      if (!connection.doomed) return flow.pass(chunk);
      // The first answer after COMMIT: by now it is decided, and only the client does not know.
      cuts++;
      connection.reset();
    },
  };
}
