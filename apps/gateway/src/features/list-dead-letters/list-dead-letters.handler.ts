import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_PAGE, encodeCursor, type FieldError, InvalidInput, isRecord } from '@itops/kit';

import { SERVICES, type ServiceName } from '../../upstreams/routes';
import { Upstreams } from '../../upstreams/upstreams';
import { type DeadLettersPage, type DeadLettersQuery } from './list-dead-letters.dto';

const TIMEOUT_MS = 3_000;
/** The order in which every service lists its dead letters; so one cursor means the same place to all of them. */
const SORT = '-firstAt';

interface Listed {
  readonly at: string;
  readonly id: string;
  readonly item: Record<string, unknown>;
}

type Answer =
  | { readonly kind: 'page'; readonly items: readonly Listed[]; readonly more: boolean }
  | { readonly kind: 'away'; readonly service: ServiceName };

/** The lists of all services as one, newest first. */
@Injectable()
export class ListDeadLetters {
  constructor(private readonly upstreams: Upstreams) {}

  /** A service that is away is named and does not fail the whole. @throws InvalidInput */
  async run(query: DeadLettersQuery): Promise<DeadLettersPage> {
    if (query.cursor !== undefined) decodeCursor(SORT, query.cursor);
    const limit = query.limit ?? DEFAULT_PAGE;
    const path = `/v1/dead-letters?${searchOf(query, limit)}`;
    const services = query.service ?? SERVICES;
    const answers = await Promise.all(services.map((service) => this.ask(service, path)));
    const all = answers.flatMap((answer) => (answer.kind === 'page' ? answer.items : [])).sort(newestFirst);
    const shown = all.slice(0, limit);
    const last = shown.at(-1);
    const more = all.length > limit || answers.some((answer) => answer.kind === 'page' && answer.more);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: more && last !== undefined ? encodeCursor(SORT, { value: last.at, id: last.id }) : null,
      unavailable: answers.flatMap((answer) => (answer.kind === 'away' ? [answer.service] : [])),
    };
  }

  private async ask(service: ServiceName, path: string): Promise<Answer> {
    try {
      const { status, body } = await this.upstreams.getJson(service, path, TIMEOUT_MS);
      if (status === 400) throw new InvalidInput(errorsOf(body));
      if (status !== 200 || !isRecord(body) || !Array.isArray(body['items'])) return { kind: 'away', service };
      return { kind: 'page', items: body['items'].flatMap(listed(service)), more: body['nextCursor'] !== null };
    } catch (error) {
      if (error instanceof InvalidInput) throw error;
      return { kind: 'away', service };
    }
  }
}

function searchOf(
  { cursor, consumer, topic, reasonKind, fingerprint, status }: DeadLettersQuery,
  limit: number,
): string {
  const search = new URLSearchParams({ limit: String(limit) });
  const given = { cursor, consumer, topic, reasonKind, fingerprint, status };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) search.set(name, value);
  return search.toString();
}

function listed(service: ServiceName): (item: unknown) => Listed[] {
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

function errorsOf(problem: unknown): FieldError[] {
  const errors: unknown[] = isRecord(problem) && Array.isArray(problem['errors']) ? problem['errors'] : [];
  const known = errors.flatMap((error) =>
    isRecord(error) && typeof error['pointer'] === 'string' && typeof error['reason'] === 'string'
      ? [{ pointer: error['pointer'], reason: error['reason'] }]
      : [],
  );
  return known.length > 0 ? known : [{ pointer: '', reason: 'the query is not valid' }];
}
