/** How much of a statement is kept: enough to know what it is. */
const KEPT_BYTES = 64;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
const CANCEL_REQUEST = 80_877_102;

/**
 * Follows what a PostgreSQL client sends (protocol 3) far enough to see its statements: the text of each Query and Parse
 * message, whole messages or split anywhere.
 */
export class PostgresFrontend {
  #started = false;
  #head = Buffer.alloc(0);
  #type = '';
  #missing = 0;
  #kept = Buffer.alloc(0);

  /** @returns the beginnings of the statements that are complete with this chunk */
  push(chunk: Buffer): string[] {
    const statements: string[] = [];
    for (let at = 0; at < chunk.length;) {
      if (this.#missing === 0) at = this.#readHead(chunk, at);
      else {
        const taken = Math.min(this.#missing, chunk.length - at);
        if (this.#kept.length < KEPT_BYTES) {
          const room = Math.min(taken, KEPT_BYTES - this.#kept.length);
          this.#kept = Buffer.concat([this.#kept, chunk.subarray(at, at + room)]);
        }
        at += taken;
        this.#missing -= taken;
      }
      if (this.#missing === 0 && this.#type !== '') statements.push(...this.#finish());
    }
    return statements;
  }

  /** A message is its type (not in the first ones), its length with these four bytes, its content. */
  #readHead(chunk: Buffer, at: number): number {
    const wanted = this.#started ? 5 : 4;
    const taken = Math.min(wanted - this.#head.length, chunk.length - at);
    this.#head = Buffer.concat([this.#head, chunk.subarray(at, at + taken)]);
    if (this.#head.length === wanted) {
      this.#type = this.#started ? String.fromCharCode(this.#head[0] ?? 0) : 'startup';
      this.#missing = this.#head.readInt32BE(wanted - 4) - 4;
      this.#head = Buffer.alloc(0);
      this.#kept = Buffer.alloc(0);
    }
    return at + taken;
  }

  #finish(): string[] {
    const type = this.#type;
    const kept = this.#kept;
    this.#type = '';
    if (type === 'startup') {
      const code = kept.length >= 4 ? kept.readInt32BE(0) : 0;
      this.#started = ![SSL_REQUEST, GSS_REQUEST, CANCEL_REQUEST].includes(code);
      return [];
    }
    if (type === 'Q') return [textAt(kept, 0)];
    // Parse: the statement's name comes before its text.
    if (type === 'P') return [textAt(kept, kept.indexOf(0) + 1)];
    return [];
  }
}

function textAt(bytes: Buffer, from: number): string {
  const end = bytes.indexOf(0, from);
  return bytes.toString('utf8', from, end < 0 ? bytes.length : end).trim();
}
