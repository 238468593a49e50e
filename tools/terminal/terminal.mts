import { type NotYet, waitFor } from '../client/wait.mts';

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Style = keyof typeof CODES;

/** Lines for a human reader; colour and a moving line of progress only where there is a terminal. */
export class Terminal {
  readonly #tty: boolean;
  readonly #out: NodeJS.WritableStream;

  constructor(out: NodeJS.WritableStream & { isTTY?: boolean } = process.stdout) {
    this.#out = out;
    this.#tty = out.isTTY === true && !process.env['NO_COLOR'];
  }

  style(style: Style, text: string): string {
    return this.#tty ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
  }

  line(text = ''): void {
    this.#out.write(`${text}\n`);
  }

  heading(text: string): void {
    this.line(`\n${this.style('bold', text)}`);
  }

  /** A line that the next one replaces; nothing where the output is a file or a pipe. */
  progress(text: string): void {
    if (this.#tty) this.#out.write(`\r\u001b[2K${this.style('dim', text)}`);
  }

  clearProgress(): void {
    if (this.#tty) this.#out.write('\r\u001b[2K');
  }

  /** Waits with a line of progress. Time out: the error names what was waited for. */
  async wait<T>(what: string, timeoutMs: number, look: () => Promise<T | NotYet | undefined>): Promise<T> {
    try {
      return await waitFor(what, look, {
        timeoutMs,
        onLook: (elapsed) => this.progress(`  … waiting for ${what} (${(elapsed / 1000).toFixed(1)} s)`),
      });
    } finally {
      this.clearProgress();
    }
  }
}
