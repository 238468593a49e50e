import { Injectable } from '@nestjs/common';

import { OutboxChannel } from './outbox-channel';
import { Relay } from './relay';

/** Told after a commit which parts of the outbox have new rows; wakes whoever publishes them. */
export abstract class OutboxSignal {
  abstract written(parts: ReadonlySet<number>): void;
}

/** The relay of this process publishes what it holds; the other parts' relays are told over the database. */
@Injectable()
export class InServiceSignal extends OutboxSignal {
  constructor(
    private readonly relay: Relay,
    private readonly channel: OutboxChannel,
  ) {
    super();
  }

  written(parts: ReadonlySet<number>): void {
    this.relay.kick(parts);
    for (const part of parts) if (!this.relay.holds(part)) this.channel.announce(part);
  }
}

/** Relays are processes of their own. */
@Injectable()
export class SeparateSignal extends OutboxSignal {
  constructor(private readonly channel: OutboxChannel) {
    super();
  }

  written(parts: ReadonlySet<number>): void {
    for (const part of parts) this.channel.announce(part);
  }
}

/** Whoever reads the database's log needs no wake-up. */
export class NoSignal extends OutboxSignal {
  written(): void {
    // Nobody waits.
  }
}
