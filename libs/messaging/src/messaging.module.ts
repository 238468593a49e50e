import { type DynamicModule, Module, type Provider } from '@nestjs/common';

import { BROKER_ACCESS, BrokerConnection } from './broker-connection';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { FindDeadLetters } from './dead-letters/find-dead-letters';
import { Relay, RELAY_OPTIONS, type RelayOptions } from './outbox/relay';
import { EventTransport } from './port';
import { InboundPublisher } from './publisher/inbound-publisher';
import { SERVICE_NAME } from './service-name';
import { DatabaseGauges } from './telemetry/database-gauges';
import { Meters } from './telemetry/meters';
import { Transactions } from './transactions/transactions';
import { type BrokerAccess } from './transports/broker-access';
import { EventStrategy } from './transports/event-strategy';
import { KafkajsTransport } from './transports/kafkajs/kafkajs-transport';

export interface MessagingOptions extends BrokerAccess {
  readonly service: string;
  /** Stands before every topic and consumer group on the broker, so that several platforms can share a cluster. */
  readonly prefix?: string;
}

export interface ServiceMessagingOptions extends MessagingOptions {
  readonly relay?: RelayOptions;
}

@Module({})
export class MessagingModule {
  /**
   * For a service with a database. Needs DataSource, Clock and Readiness from a global module, and EventStrategy
   * connected to the application as a microservice.
   */
  static forService(options: ServiceMessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      controllers: [DeadLettersController],
      providers: [
        ...transport(options),
        { provide: RELAY_OPTIONS, useValue: options.relay ?? {} },
        Meters,
        DatabaseGauges,
        Relay,
        Transactions,
        EventStrategy,
        FindDeadLetters,
      ],
      exports: [EventTransport, InboundPublisher, Transactions, EventStrategy],
    };
  }

  /** For a process without a database: provides EventTransport and InboundPublisher. Needs Clock and Readiness. */
  static forPublisher(options: MessagingOptions): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: transport(options),
      exports: [EventTransport, InboundPublisher],
    };
  }
}

function transport({ prefix = '', ...options }: MessagingOptions): Provider[] {
  return [
    { provide: SERVICE_NAME, useValue: options.service },
    { provide: EventTransport, useFactory: () => new KafkajsTransport({ ...options, prefix }) },
    { provide: BROKER_ACCESS, useValue: options },
    BrokerConnection,
    InboundPublisher,
  ];
}
