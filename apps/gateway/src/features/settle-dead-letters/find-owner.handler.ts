import { Injectable } from '@nestjs/common';
import { NotFound, Unavailable } from '@itops/kit';

import { AskServices, type Question } from './ask-services';
import { type Keeper, KEEPERS } from './keepers';

/**
 * Which service a dead letter or a task is in. Its id does not tell, as no id of this API tells where a thing is; it is
 * asked for seldom, and each service finds it by its key.
 */
@Injectable()
export class FindOwner {
  constructor(private readonly services: AskServices) {}

  /**
   * @param question for the thing, the same to each service
   * @throws NotFound; Unavailable while a service is away that may have it
   */
  async run(what: string, id: string, question: Question): Promise<Keeper> {
    const { answers, unavailable } = await this.services.ask(KEEPERS, question, (status) =>
      status === 200 || status === 404 ? { hasIt: status === 200 } : undefined,
    );
    const owner = answers.find(({ content }) => content.hasIt);
    if (owner !== undefined) return owner.service;
    if (unavailable.length === 0) throw new NotFound(what, id);
    throw new Unavailable(
      `None of the services that answer has the ${what} '${id}'; ${unavailable.join(', ')} can not be asked right now. ` +
        'Repeat the request in a few seconds.',
    );
  }
}
