import { type Cause, type ExpectedVersion } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { ChangeDesk } from '../../casework/change-desk';
import { type ChangeDetails } from '../../domain/change.details';
import { type ChangeCommand, perform } from '../../domain/change-command';
import { type ChangeAction } from '../../domain/change.lifecycle';

/** What the change authority says, who need not belong to the group that does the work. */
const OF_AUTHORITY: readonly ChangeAction[] = ['approve', 'reject'];

@Injectable()
export class MoveChangeHandler {
  constructor(private readonly desk: ChangeDesk) {}

  /** @throws NotFound, NotPermitted, StaleVersion, IllegalTransition, InvalidInput, OwnWork */
  move(key: string, expected: ExpectedVersion, command: ChangeCommand, cause: Cause): Promise<ChangeDetails> {
    const as = OF_AUTHORITY.includes(command.action) ? 'authority' : 'group';
    return this.desk.carryOut({ key, expected, as, cause }, (change, deed) => perform(change, command, deed));
  }
}
