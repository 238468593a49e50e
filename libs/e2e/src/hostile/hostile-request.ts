/** What the requests are made with: credentials, and what is there to be attacked. */
export interface Target {
  /** The administrator's. */
  readonly key: string;
  /** Tokens of the identity provider. */
  readonly viewer: string;
  readonly expired: string;
  readonly unsigned: string;
  readonly signedWithPublicKey: string;
  /** The gateway's own word for an administrator, as a service would believe it. */
  readonly word: string;
  readonly incidentId: string;
  /** Of the list of incidents, a page of one. */
  readonly cursor: string;
}

/** One attack: what is sent, byte by byte, and what has to come back. */
export interface Hostile {
  readonly name: string;
  /** Several parts are sent with pauses between them. */
  readonly bytes: Buffer | readonly Buffer[];
  /** The status of each answer on the connection; none where it is cut off without a word. */
  readonly statuses: readonly number[];
  /** The type of problem of the last answer, without `/problems/`. */
  readonly problem?: string;
}

export type Headers = Readonly<Record<string, string>>;

/** A request as it should be, but for what is given. The connection ends with it. */
export function request(method: string, target: string, headers: Headers = {}, body: string | Buffer = ''): Buffer {
  const all: Headers = {
    host: 'gateway',
    connection: 'close',
    ...(body.length === 0
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([head(method, target, lines), Buffer.from(body)]);
}

/** A head whose lines go out as they are, each byte a character. */
export function head(method: string, target: string, lines: readonly string[], version = 'HTTP/1.1'): Buffer {
  return Buffer.from(`${[`${method} ${target} ${version}`, ...lines].join('\r\n')}\r\n\r\n`, 'latin1');
}

export const bearer = (credential: string): Headers => ({ authorization: `Bearer ${credential}` });

/** Each of the inputs with the same answer. */
export function each<Input>(
  inputs: Readonly<Record<string, Input>>,
  make: (input: Input) => Buffer | readonly Buffer[],
  answer: Pick<Hostile, 'statuses' | 'problem'>,
): Hostile[] {
  return Object.entries(inputs).map(([name, input]) => ({ name, bytes: make(input), ...answer }));
}

export const REFUSED = { statuses: [400], problem: 'invalid-input' } as const;
export const UNREADABLE = { statuses: [400], problem: 'bad-request' } as const;
