import { type DynamicModule, Module } from '@nestjs/common';

import { type RelayOptions } from './outbox/relay';

export interface MessagingOptions {
  readonly service: string;
  readonly brokers: readonly string[];
}

export interface ServiceMessagingOptions extends MessagingOptions {
  readonly relay?: RelayOptions;
}

@Module({})
export class MessagingModule {
  /** For a service with a database. Needs DataSource, Clock and Readiness from a global module. */
  static forService(_options: ServiceMessagingOptions): DynamicModule {
    return { module: MessagingModule };
  }

  /** For a process without a database: provides EventTransport and InboundPublisher. Needs Clock and Readiness. */
  static forPublisher(_options: MessagingOptions): DynamicModule {
    return { module: MessagingModule };
  }
}
