import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

const LONGEST_MS = 20_000;
const PAUSE_MS = 100;

/** Sends bytes as they are and gives all that comes back until the other side hangs up. @throws Error where it does not */
export function exchange(url: string, bytes: Buffer | readonly Buffer[]): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => void send());
    async function send(): Promise<void> {
      const parts = Buffer.isBuffer(bytes) ? [bytes] : bytes;
      for (const part of parts) {
        if (!socket.writable) return;
        socket.write(part);
        if (parts.length > 1) await pause(PAUSE_MS);
      }
    }
    const tooLong = setTimeout(() => {
      socket.destroy();
      reject(new Error(`The connection is still open; until now came: ${Buffer.concat(chunks).toString('latin1')}`));
    }, LONGEST_MS);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    // What came before the other side hung up is the answer.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(tooLong);
      resolve(Buffer.concat(chunks));
    });
  });
}

/** The answers in what came over a connection. @throws Error where it is no sequence of answers */
export function answersIn(bytes: Buffer): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes.toString('latin1');
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n');
    const head = rest.slice(0, end);
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
    if (end < 0 || Number.isNaN(status)) throw new Error(`This is no answer: ${rest.slice(0, 200)}`);
    rest = rest.slice(end + 4);
    const isWithoutBody = status < 200 || status === 204 || status === 304;
    const [body, after] = isWithoutBody ? ['', rest] : splitBody(head, rest);
    answers.push({ status, head, body });
    rest = after;
  }
  return answers;
}

function splitBody(head: string, rest: string): [body: string, after: string] {
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length !== undefined) return [rest.slice(0, Number(length)), rest.slice(Number(length))];
  if (!/^transfer-encoding: chunked/im.test(head)) return [rest, ''];
  let body = '';
  for (let at = 0; ;) {
    const line = rest.indexOf('\r\n', at);
    const size = Number.parseInt(rest.slice(at, line), 16);
    if (line < 0 || Number.isNaN(size)) throw new Error(`This is no chunk: ${rest.slice(at, at + 100)}`);
    if (size === 0) return [body, rest.slice(line + 4)];
    body += rest.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
  }
}
