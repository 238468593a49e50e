import { Injectable } from '@nestjs/common';

import { type Consumer } from './consumer';

/** The consumers of this process, by name. */
@Injectable()
export class Consumers {
  private readonly byName = new Map<string, Consumer>();

  add(consumer: Consumer): Consumer {
    this.byName.set(consumer.name, consumer);
    return consumer;
  }

  named(name: string): Consumer | undefined {
    return this.byName.get(name);
  }

  names(): string[] {
    return [...this.byName.keys()];
  }
}
