import { Busy } from '@itops/kit';

interface Waiting {
  readonly enter: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Lets so many in at the same time. The others wait in the order in which they came. */
export class Gate {
  private inside = 0;
  private readonly queue: Waiting[] = [];

  constructor(
    private readonly places: number,
    private readonly patienceMs: number,
  ) {}

  /** @throws Busy when no place became free in time */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.inside < this.places) this.inside++;
    else await this.wait();
    try {
      return await work();
    } finally {
      // Whoever waits takes the place over.
      const next = this.queue.shift();
      if (next === undefined) this.inside--;
      else {
        clearTimeout(next.timer);
        next.enter();
      }
    }
  }

  private wait(): Promise<void> {
    return new Promise((enter, refuse) => {
      const waiting: Waiting = {
        enter,
        timer: setTimeout(() => {
          this.queue.splice(this.queue.indexOf(waiting), 1);
          refuse(new Busy());
        }, this.patienceMs),
      };
      this.queue.push(waiting);
    });
  }
}
