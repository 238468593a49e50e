import type { operations } from './generated/schema.mts';

/** Has no member for sure: what is answered to a request that named its `fields`. */
type IsSparse<T> =
  Partial<T> extends T ? true : T extends { readonly items: readonly (infer Item)[] } ? IsSparse<Item> : false;
type WholeOf<T> = T extends unknown ? (IsSparse<T> extends true ? never : T) : never;

/** Of an answer that depends on `fields`, the one without. */
export type Whole<T> = [WholeOf<T>] extends [never] ? T : WholeOf<T>;

/** What an operation takes as JSON. */
export type RequestBody<Name extends keyof operations> = operations[Name] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Body } };
}
  ? Body
  : never;

interface Asked<T> {
  readonly data?: T;
  readonly response: Response;
}

/** What the platform said, with all members: for requests that have not named `fields`. @throws ApiProblem, Unreachable */
export async function answerOf<T>(asked: Promise<Asked<T>>): Promise<NonNullable<Whole<T>>> {
  const { data, response } = await asked;
  if (isWhole(data)) return data;
  throw new Error(`The answer ${response.status} has no body`);
}

/** Goes into the query of a list. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

type ItemOf<T> = Whole<T> extends { readonly items: readonly (infer Item)[] } ? Item : never;

const PAGE = 200;

/** All items of a list, page by page; `ask` sends the request for one. @throws ApiProblem, Unreachable */
export async function everyItem<T extends Page<unknown>>(
  ask: (page: PageQuery) => Promise<Asked<T>>,
): Promise<ItemOf<T>[]> {
  const found: ItemOf<T>[] = [];
  let page: PageQuery = { limit: PAGE };
  for (;;) {
    const { items, nextCursor } = await answerOf(ask(page));
    found.push(...items.filter((item) => isItemOf<T>(item)));
    if (nextCursor === null) return found;
    page = { limit: PAGE, cursor: nextCursor };
  }
}

function isWhole<T>(data: T | undefined): data is NonNullable<Whole<T>> & T {
  return data !== undefined && data !== null;
}

function isItemOf<T>(item: unknown): item is ItemOf<T> {
  return typeof item === 'object' && item !== null;
}
