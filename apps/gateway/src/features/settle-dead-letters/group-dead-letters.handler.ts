import { Injectable } from '@nestjs/common';
import { type Cause, isRecord } from '@itops/kit';

import { AskServices } from './ask-services';
import { type DeadLetterGroupsPage, type DeadLetterGroupsQuery } from './dead-letters.dto';
import { KEEPERS } from './keepers';
import { OwnDeadLetters } from './own-dead-letters';
import { searchOf } from './search';

/** What all services have put aside, counted by cause, largest first. */
@Injectable()
export class GroupDeadLetters {
  constructor(
    private readonly services: AskServices,
    private readonly ownLetters: OwnDeadLetters,
  ) {}

  /** @throws InvalidInput */
  async run({ service = [...KEEPERS], ...query }: DeadLetterGroupsQuery, cause: Cause): Promise<DeadLetterGroupsPage> {
    const path = `/v1/dead-letters/groups?${searchOf(query)}`;
    const question = { path, own: () => this.ownLetters.groups(query, cause), cause };
    const { answers, unavailable } = await this.services.ask(service, question, (status, body) =>
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
