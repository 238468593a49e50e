import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, isRecord } from '@itops/kit';

import { AskServices } from './ask-services';
import { type DeadLettersPage, type DeadLettersQuery } from './dead-letters.dto';
import { type Keeper, KEEPERS } from './keepers';
import { OwnDeadLetters } from './own-dead-letters';
import { searchOf } from './search';

/** The order in which every service lists its dead letters; so one cursor means the same place to all of them. */
const SORT = '-firstAt';

interface Listed {
  readonly at: string;
  readonly id: string;
  readonly item: Record<string, unknown>;
}

/** The lists of all services as one, newest first. */
@Injectable()
export class ListDeadLetters {
  constructor(
    private readonly services: AskServices,
    private readonly ownLetters: OwnDeadLetters,
  ) {}

  /** @throws InvalidInput */
  async run({ service = [...KEEPERS], ...query }: DeadLettersQuery): Promise<DeadLettersPage> {
    if (query.cursor !== undefined) decodeCursor(SORT, query.cursor);
    const limit = query.limit ?? DEFAULT_PAGE;
    const question = {
      path: `/v1/dead-letters?${searchOf({ ...query, limit })}`,
      own: () => this.ownLetters.find({ ...query, limit }),
    };
    const { answers, unavailable } = await this.services.ask(service, question, (status, body) =>
      status === 200 && isRecord(body) && Array.isArray(body['items'])
        ? { items: body['items'], more: body['nextCursor'] !== null }
        : undefined,
    );
    const all = answers.flatMap(({ service: of, content }) => content.items.flatMap(listed(of))).sort(newestFirst);
    const shown = all.slice(0, limit);
    const last = shown.at(-1);
    const more = all.length > limit || answers.some(({ content }) => content.more);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: more && last !== undefined ? encodeCursor(SORT, { value: last.at, id: last.id }) : null,
      unavailable,
    };
  }
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

function newestFirst(one: Listed, other: Listed): number {
  if (one.at !== other.at) return one.at > other.at ? -1 : 1;
  return one.id > other.id ? -1 : 1;
}
