import { Injectable } from '@nestjs/common';
import { type Cause, type FieldError, InvalidInput, isRecord, NotFound } from '@itops/kit';

import { Upstreams } from '../../upstreams/upstreams';
import { type Keeper, OWN } from './keepers';

const TIMEOUT_MS = 3_000;

export interface Answers<Content> {
  readonly answers: readonly { readonly service: Keeper; readonly content: Content }[];
  /** Services that did not answer, or not as expected. */
  readonly unavailable: Keeper[];
}

/** A question that a service answers at `path`, and the gateway itself by `own`. */
export interface Question {
  readonly path: string;
  readonly own: () => Promise<unknown>;
  /** In whose name it is asked: each is shown what they may see. */
  readonly cause: Cause;
}

/** Asks several services the same at once. */
@Injectable()
export class AskServices {
  constructor(private readonly upstreams: Upstreams) {}

  /**
   * A service that is away is named and does not fail the whole.
   * @param read what of an answer is wanted; undefined when it isn't there
   * @throws InvalidInput when a service says so
   */
  async ask<Content>(
    services: readonly Keeper[],
    question: Question,
    read: (status: number, body: unknown) => Content | undefined,
  ): Promise<Answers<Content>> {
    const all = await Promise.all(
      services.map(async (service) => ({ service, content: await this.one(service, question, read) })),
    );
    return {
      answers: all.flatMap(({ service, content }) => (content === undefined ? [] : [{ service, content }])),
      unavailable: all.flatMap(({ service, content }) => (content === undefined ? [service] : [])),
    };
  }

  private async one<Content>(
    service: Keeper,
    { path, own, cause }: Question,
    read: (status: number, body: unknown) => Content | undefined,
  ): Promise<Content | undefined> {
    try {
      const { status, body } =
        service === OWN
          ? { status: 200, body: await own() }
          : await this.upstreams.getJson(service, path, TIMEOUT_MS, cause.authority);
      if (status === 400) throw new InvalidInput(errorsOf(body));
      return read(status, body);
    } catch (error) {
      if (error instanceof InvalidInput) throw error;
      if (error instanceof NotFound) return read(404, undefined);
      return undefined;
    }
  }
}

function errorsOf(problem: unknown): FieldError[] {
  const errors: unknown[] = isRecord(problem) && Array.isArray(problem['errors']) ? problem['errors'] : [];
  const known = errors.flatMap((error) =>
    isRecord(error) && typeof error['pointer'] === 'string' && typeof error['reason'] === 'string'
      ? [{ pointer: error['pointer'], reason: error['reason'] }]
      : [],
  );
  return known.length > 0 ? known : [{ pointer: '', reason: 'the query is not valid' }];
}
