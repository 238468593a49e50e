import { Injectable } from '@nestjs/common';
import {
  askedFor,
  type Cause,
  Cursors,
  type CursorUse,
  isRecord,
  type ListRequest,
  writeConditions,
  writeSort,
} from '@itops/kit';
import { DEAD_LETTERS } from '@itops/messaging';

import { AskServices } from './ask-services';
import { ALL_DEAD_LETTERS } from './dead-letter.list';
import { type DeadLettersPage } from './dead-letters.dto';
import { type Keeper, KEEPERS } from './keepers';
import { OwnDeadLetters } from './own-dead-letters';

interface Listed {
  readonly at: string;
  readonly id: string;
  readonly item: Record<string, unknown>;
}

/** The lists of all services as one. Every service lists in the same order, so that one place means the same to all. */
@Injectable()
export class ListDeadLetters {
  constructor(
    private readonly services: AskServices,
    private readonly ownLetters: OwnDeadLetters,
    private readonly cursors: Cursors,
  ) {}

  /** @throws InvalidInput */
  async run(request: ListRequest, cause: Cause): Promise<DeadLettersPage> {
    const { limit, cursor, conditions } = request;
    const sort = writeSort(request.sort);
    const use: CursorUse = { list: ALL_DEAD_LETTERS.name, sort, conditions };
    const ofEach = conditions.filter(({ field }) => field !== 'service');
    const after =
      cursor === undefined
        ? {}
        : {
            cursor: this.cursors.seal(
              { list: DEAD_LETTERS.name, sort, conditions: ofEach },
              this.cursors.open(use, cursor),
            ),
          };
    const query = new URLSearchParams({ limit: String(limit), sort, ...after }).toString();
    const filters = ofEach.length > 0 ? `&${writeConditions(ofEach)}` : '';
    const question = {
      path: `/v1/dead-letters?${query}${filters}`,
      own: () => this.ownLetters.find({ limit, sort: request.sort, conditions: ofEach, ...after }, cause),
      cause,
    };
    const { answers, unavailable } = await this.services.ask(keepersOf(request), question, (status, body) =>
      status === 200 && isRecord(body) && Array.isArray(body['items'])
        ? { items: body['items'], more: body['nextCursor'] !== null }
        : undefined,
    );
    const turned = sort.startsWith('-') ? -1 : 1;
    const all = answers
      .flatMap(({ service, content }) => content.items.flatMap(listed(service)))
      .sort((one, other) => turned * oldestFirst(one, other));
    const shown = all.slice(0, limit);
    const last = shown.at(-1);
    const more = all.length > limit || answers.some(({ content }) => content.more);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: more && last !== undefined ? this.cursors.seal(use, [last.at, last.id]) : null,
      unavailable,
    };
  }
}

/** All, unless `service` names some; named several times, those that are named each time. */
function keepersOf(request: ListRequest): Keeper[] {
  const named = askedFor(request, 'service');
  return KEEPERS.filter((keeper) => named.every((keepers) => keepers.includes(keeper)));
}

function listed(service: Keeper): (item: unknown) => Listed[] {
  return (item) => {
    if (!isRecord(item)) return [];
    const { firstAt, id } = item;
    return typeof firstAt === 'string' && typeof id === 'string'
      ? [{ at: firstAt, id, item: { service, ...item } }]
      : [];
  };
}

function oldestFirst(one: Listed, other: Listed): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
