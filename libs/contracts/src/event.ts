import { type Static, type TSchema } from '@sinclair/typebox';

import { type TopicDeclaration } from './topics';

/** A fact about an aggregate, as the domain returns it. The outbox adds the envelope. */
export interface DomainEvent<Data = unknown> {
  readonly type: string;
  readonly topic: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  /** Gapless for each aggregate: the aggregate's version after this fact. One event is one version. */
  readonly aggregateVersion: number;
  readonly data: Data;
}

/** One kind of event: its name, where it goes and what its data looks like. */
export interface EventContract<Schema extends TSchema = TSchema> {
  readonly type: string;
  /** Counts the compatible changes of the schema within this version of the type: docs/how-to/change-event.md. */
  readonly revision: number;
  readonly topic: TopicDeclaration;
  readonly aggregate: string;
  readonly summary: string;
  readonly schema: Schema;
  /** Makes an event of this kind. */
  of(aggregateId: string, aggregateVersion: number, data: Static<Schema>): DomainEvent<Static<Schema>>;
  /** Whether a received event is of this kind; narrows its data, which the consumer has validated against the schema. */
  matches<E extends { readonly type: string; readonly data: unknown }>(
    event: E,
  ): event is E & { readonly data: Static<Schema> };
}

export type DataOf<Contract> = Contract extends EventContract<infer Schema> ? Static<Schema> : never;

export function defineEvent<Schema extends TSchema>(contract: {
  readonly type: string;
  /** 0 when left out. */
  readonly revision?: number;
  readonly topic: TopicDeclaration;
  readonly aggregate: string;
  readonly summary: string;
  readonly schema: Schema;
}): EventContract<Schema> {
  return {
    revision: 0,
    ...contract,
    of: (aggregateId, aggregateVersion, data) => ({
      type: contract.type,
      topic: contract.topic.name,
      aggregateType: contract.aggregate,
      aggregateId,
      aggregateVersion,
      data,
    }),
    matches: <E extends { readonly type: string; readonly data: unknown }>(
      event: E,
    ): event is E & { readonly data: Static<Schema> } => event.type === contract.type,
  };
}
