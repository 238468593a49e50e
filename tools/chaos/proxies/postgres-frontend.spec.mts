import fc from 'fast-check';
import { PostgresFrontend } from './postgres-frontend.mts';

const STARTUP = untyped(Buffer.concat([int(196_608), Buffer.from('user\0postgres\0\0')]));
const SSL_REQUEST = untyped(int(80_877_103));

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function untyped(content: Buffer): Buffer {
  return Buffer.concat([int(content.length + 4), content]);
}

function message(type: string, content: string): Buffer {
  return Buffer.concat([Buffer.from(type), untyped(Buffer.from(content))]);
}

const query = (sql: string): Buffer => message('Q', `${sql}\0`);
const parse = (sql: string): Buffer => message('P', `name\0${sql}\0\0\0`);

describe('PostgresFrontend', () => {
  it('sees the statements of simple and extended queries', () => {
    const frontend = new PostgresFrontend();
    expect(frontend.push(Buffer.concat([STARTUP, message('p', 'secret\0')]))).toEqual([]);
    expect(frontend.push(query('COMMIT'))).toEqual(['COMMIT']);
    expect(frontend.push(Buffer.concat([parse('select 1'), message('B', 'COMMIT\0'), query('BEGIN')]))).toEqual([
      'select 1',
      'BEGIN',
    ]);
  });

  it('follows a client that asks for encryption first and is refused', () => {
    const frontend = new PostgresFrontend();
    frontend.push(SSL_REQUEST);
    frontend.push(STARTUP);
    expect(frontend.push(query('COMMIT'))).toEqual(['COMMIT']);
  });

  it('keeps the beginning of a long statement', () => {
    const frontend = new PostgresFrontend();
    frontend.push(STARTUP);
    expect(frontend.push(query(`insert into t values ('${'x'.repeat(100_000)}')`))[0]).toMatch(/^insert into t/);
    expect(frontend.push(query('COMMIT'))).toEqual(['COMMIT']);
  });

  it('sees the same however the bytes are split', () => {
    const statements = ['BEGIN', 'select * from incident', 'x'.repeat(60), 'COMMIT'];
    const bytes = Buffer.concat([SSL_REQUEST, STARTUP, ...statements.map(query)]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (sizes) => {
        const frontend = new PostgresFrontend();
        const seen: string[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = sizes[turn % sizes.length] ?? 1;
          seen.push(...frontend.push(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(seen).toEqual(statements);
      }),
    );
  });
});
