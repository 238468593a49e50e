import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../../../infra/embedded/run-command.mts';

/** A file system of its own in memory, small enough to be filled. */
export class SmallDisk {
  readonly folder: string;
  readonly #ballast: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#ballast = join(folder, 'ballast');
  }

  /** @returns what is in the way, in words, where this machine has no such thing: mounting needs root and Linux */
  static async mount(folder: string, megabytes: number): Promise<SmallDisk | string> {
    await mkdir(folder, { recursive: true });
    const { code, output } = await runCommand('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'chaos', folder]);
    return code === 0 ? new SmallDisk(folder) : `no file system could be mounted here (${output.trim() || 'no mount'})`;
  }

  /** Takes all the room that is left. */
  async fill(): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    const bytes = bavail * bsize;
    await writeFile(this.#ballast, Buffer.alloc(bytes)).catch(async () => {
      // The server took some of it meanwhile; what is left goes in small pieces.
      for (let left = bytes; left > 4_096; left = Math.floor(left / 2)) {
        await writeFile(this.#ballast, Buffer.alloc(left), { flag: 'a' }).catch(() => undefined);
      }
    });
  }

  async clear(): Promise<void> {
    await rm(this.#ballast, { force: true });
  }

  async unmount(): Promise<void> {
    await runCommand('umount', [this.folder]);
  }
}
