import { IdempotentRequests } from '@itops/kit';
import { RefusedAttempts } from '@itops/kit';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';

import { type AuditOptions } from './audit/audit-options';
import { auditOfService } from './audit/audit-providers';
import { erasureConsumerOf } from './audit/on-erasure-ordered.consumer';
import { BROKER_ACCESS, BrokerConnection } from './broker-connection';
import { Consumers } from './consumer/consumers';
import { DEAD_LETTER_DAYS, DeadLetterRetention, DEFAULT_DEAD_LETTER_DAYS } from './dead-letters/dead-letter-retention';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { DeadLetterTasks } from './dead-letters/dead-letter-tasks';
import { Discard } from './dead-letters/discard';
import { FindDeadLetters } from './dead-letters/find-dead-letters';
import { Redrive } from './dead-letters/redrive';
import { SettleDeadLetters } from './dead-letters/settle-dead-letters';
import { AnswerOnce } from './idempotency/answer-once';
import { IdempotencyRetention } from './idempotency/idempotency-retention';
import { type RelayOptions } from './outbox/relay';
import { outboxOfRelay, outboxOfService, type RelayPlace } from './outbox/relay-place';
import { EventTransport } from './port';
import { InboundPublisher } from './publisher/inbound-publisher';
import { SERVICE_NAME } from './service-name';
import { DatabaseGauges } from './telemetry/database-gauges';
import { Meters } from './telemetry/meters';
import { Transactions } from './transactions/transactions';
import { type BrokerOptions, createTransport } from './transports/create-transport';
import { EventStrategy } from './transports/event-strategy';

export type MessagingOptions = BrokerOptions;

export interface ServiceMessagingOptions extends MessagingOptions {
  /** Who publishes the outbox. Default: the service's own process. */
  readonly relayPlace?: RelayPlace;
  /** The replication slot of the connector that publishes the outbox; needed where one does. */
  readonly outboxSlot?: string | undefined;
  readonly relay?: RelayOptions;
  /** For how many days settled dead letters and finished tasks are kept. Default 90. */
  readonly deadLetterDays?: number;
  /** How the audit trail is sealed and attested. Default: without signatures. */
  readonly audit?: AuditOptions;
  /** Whether the service answers for its dead letters by HTTP itself. Default: it does. */
  readonly deadLetterApi?: boolean;
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
      controllers: [
        ...(options.deadLetterApi === false ? [] : [DeadLettersController]),
        erasureConsumerOf(options.service),
      ],
      providers: [
        ...transport(options),
        ...outboxOfService(options.relayPlace ?? 'in-service', options.relay ?? {}, options.outboxSlot),
        Meters,
        DatabaseGauges,
        Transactions,
        { provide: IdempotentRequests, useClass: AnswerOnce },
        IdempotencyRetention,
        Consumers,
        EventStrategy,
        FindDeadLetters,
        Redrive,
        Discard,
        DeadLetterTasks,
        SettleDeadLetters,
        { provide: DEAD_LETTER_DAYS, useValue: options.deadLetterDays ?? DEFAULT_DEAD_LETTER_DAYS },
        DeadLetterRetention,
        ...auditOfService(options.audit ?? {}),
      ],
      exports: [
        EventTransport,
        InboundPublisher,
        Transactions,
        IdempotentRequests,
        EventStrategy,
        FindDeadLetters,
        SettleDeadLetters,
        DeadLetterTasks,
        RefusedAttempts,
      ],
    };
  }

  /** For a process that only publishes a service's outbox. Needs DataSource, Clock and Readiness from a global module. */
  static forRelay(options: MessagingOptions & Pick<ServiceMessagingOptions, 'relay'>): DynamicModule {
    return {
      module: MessagingModule,
      global: true,
      providers: [...transport(options), ...outboxOfRelay(options.relay ?? {}), Meters, DatabaseGauges],
      exports: [EventTransport],
    };
  }
}

function transport(options: MessagingOptions): Provider[] {
  return [
    { provide: SERVICE_NAME, useValue: options.service },
    { provide: EventTransport, useFactory: () => createTransport(options) },
    { provide: BROKER_ACCESS, useValue: options },
    BrokerConnection,
    InboundPublisher,
  ];
}
