import { Injectable } from '@nestjs/common';
import { type Cause, type ListRequest } from '@itops/kit';
import { DeadLetterTasks, FindDeadLetters, SettleDeadLetters } from '@itops/messaging';

import { type DeadLetterGroupsQuery, type DiscardLetters, type RedriveLetters } from './dead-letters.dto';

type Filter<Query> = Omit<Query, 'service'>;

/** The gateway's own dead letters, as a service answers for its own by HTTP. */
@Injectable()
export class OwnDeadLetters {
  constructor(
    private readonly letters: FindDeadLetters,
    private readonly settlement: SettleDeadLetters,
    private readonly tasks: DeadLetterTasks,
  ) {}

  find(request: ListRequest, cause: Cause) {
    return this.letters.find(request, cause);
  }

  groups(query: Filter<DeadLetterGroupsQuery>, cause: Cause) {
    return this.letters.groups(query, cause);
  }

  one(id: string, cause: Cause) {
    return this.letters.one(id, cause);
  }

  task(id: string) {
    return this.tasks.find(id);
  }

  async redrive(id: string, cause: Cause) {
    return { ...(await this.settlement.redrive(id, cause)), letter: await this.letters.one(id, cause) };
  }

  async discard(id: string, reason: string, cause: Cause) {
    return { ...(await this.settlement.discard(id, reason, cause)), letter: await this.letters.one(id, cause) };
  }

  redriveMany(filter: Filter<RedriveLetters>, cause: Cause) {
    return this.settlement.many({ action: 'redrive', filter }, cause);
  }

  discardMany({ reason, ...filter }: Filter<DiscardLetters>, cause: Cause) {
    return this.settlement.many({ action: 'discard', filter, reason }, cause);
  }
}
