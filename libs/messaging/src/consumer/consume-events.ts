import { type ArgumentsHost, applyDecorators, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern } from '@nestjs/microservices';
import { type Observable, throwError } from 'rxjs';

/** Handlers of this transport are the backbone's; another Nest microservice in the same process leaves them alone. */
export const EVENT_TRANSPORT_ID = Symbol('itops-events');

export interface ConsumerOptions {
  /** The consumer group, and the consumer in inbox and dead letters: `<service>.<purpose>`. Never rename it: a new name reads everything again. */
  readonly name: string;
  readonly topics: readonly string[];
  /** Consumers of this service whose read models this one judges by: while it catches up, it waits until they have. */
  readonly after?: readonly string[];
  /** Where nobody waits for the effect: how long to gather after a small batch, milliseconds, so that the next is larger. */
  readonly gatherMs?: number;
}

/** Nest's own filter replaces every error by "Internal server error"; the chain needs the error itself to judge it. */
@Catch()
class HandErrorThrough implements RpcExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): Observable<never> {
    return throwError(() => error);
  }
}

/** Marks a controller's method `(batch: EventBatch) => Promise<void>` as the consumer of these topics. */
export function ConsumeEvents(options: ConsumerOptions): MethodDecorator {
  return applyDecorators(
    EventPattern<string>(options.name, EVENT_TRANSPORT_ID, {
      topics: options.topics,
      after: options.after ?? [],
      gatherMs: options.gatherMs,
    }),
    UseFilters(new HandErrorThrough()),
  );
}
