import { BusinessError, InvalidInput, isRecord, type Refusal, Refused } from '@itops/kit';

import { type Problem, problemOf } from '../problems/problem';
import { readAs } from '../validation';

interface Failed {
  readonly index: number;
  readonly error: BusinessError;
}

interface Done<Result> {
  readonly index: number;
  readonly status: number;
  readonly result: Result;
}

export interface BulkOutcome<Resource> {
  readonly succeeded: number;
  readonly failed: number;
  readonly items: { index: number; status: number; resource?: Resource; error?: Problem }[];
}

/** Gathers what becomes of the items of a bulk request: what is refused of one leaves the others alone. */
export class BulkOutcomes<Result> {
  private readonly done: Done<Result>[] = [];
  private readonly failed: Failed[] = [];

  succeed(index: number, status: number, result: Result): void {
    this.done.push({ index, status, result });
  }

  fail(index: number, error: BusinessError): void {
    this.failed.push({ index, error });
  }

  /** What of it was not the caller's to do, for the audit trail. */
  get refusals(): Refusal[] {
    return this.failed.flatMap(({ error }) => (error instanceof Refused ? error.refusal : []));
  }

  /** Carries out what belongs to one item. @throws whatever is no refusal, which then holds up all of them */
  attempt<Made>(index: number, work: () => Made): Made | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof BusinessError)) throw error;
      this.fail(index, error);
      return undefined;
    }
  }

  /** The items that are what they have to be, each with its place. */
  read<Input extends object>(type: new () => Input, items: readonly unknown[]): { index: number; item: Input }[] {
    return items.flatMap((value, index) => {
      const item = this.attempt(index, () => readAs(type, value));
      return item === undefined ? [] : [{ index, item }];
    });
  }

  /** In the order of the request. */
  answer<Resource>(toResource: (result: Result) => Resource): BulkOutcome<Resource> {
    const items = [
      ...this.done.map(({ index, status, result }) => ({ index, status, resource: toResource(result) })),
      ...this.failed.map(({ index, error }) => ({ index, status: error.status, error: problemOf(error).problem })),
    ];
    return {
      succeeded: this.done.length,
      failed: this.failed.length,
      items: items.sort((one, other) => one.index - other.index),
    };
  }
}

/** For a part of an item that is judged as if it stood alone. @throws InvalidInput with pointers from the item on */
export function inPart<Made>(part: string, work: () => Made): Made {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.errors.map(({ pointer, reason }) => ({ pointer: part + pointer, reason })));
  }
}

/** The one of several members that an item has. @throws InvalidInput */
export function requireOne(item: object, names: readonly string[]): void {
  const given = names.filter((name) => isRecord(item) && item[name] !== undefined);
  if (given.length !== 1) throw new InvalidInput([{ pointer: '', reason: `must have one of ${names.join(', ')}` }]);
}
