import { Injectable } from '@nestjs/common';
import { isRecord } from '@itops/kit';

import { SERVICES } from '../../upstreams/routes';
import { AskServices } from './ask-services';
import { type DeadLetterGroupsPage, type DeadLetterGroupsQuery } from './dead-letters.dto';
import { searchOf } from './search';

/** What all services have put aside, counted by cause, largest first. */
@Injectable()
export class GroupDeadLetters {
  constructor(private readonly services: AskServices) {}

  /** @throws InvalidInput */
  async run({ service = [...SERVICES], ...query }: DeadLetterGroupsQuery): Promise<DeadLetterGroupsPage> {
    const path = `/v1/dead-letters/groups?${searchOf(query)}`;
    const { answers, unavailable } = await this.services.ask(service, path, (status, body) =>
      status === 200 && isRecord(body) && Array.isArray(body['items'])
        ? { items: body['items'].filter(isRecord), truncated: body['truncated'] === true }
        : undefined,
    );
    return {
      items: answers
        .flatMap(({ service: of, content }) => content.items.map((item) => ({ service: of, ...item })))
        .sort((one, other) => countOf(other) - countOf(one)),
      truncated: answers.some(({ content }) => content.truncated),
      unavailable,
    };
  }
}

function countOf(group: Record<string, unknown>): number {
  return typeof group['count'] === 'number' ? group['count'] : 0;
}
