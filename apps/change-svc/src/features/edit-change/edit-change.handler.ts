import { type Cause, type ExpectedVersion } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { ChangeDesk } from '../../casework/change-desk';
import { type ChangeDetails, type ChangeEdit } from '../../domain/change.details';

@Injectable()
export class EditChangeHandler {
  constructor(private readonly desk: ChangeDesk) {}

  /** @throws NotFound, NotPermitted, StaleVersion, IllegalTransition, ApprovedAsItIs, InvalidInput */
  edit(key: string, expected: ExpectedVersion, edit: Partial<ChangeEdit>, cause: Cause): Promise<ChangeDetails> {
    return this.desk.carryOut({ key, expected, as: 'group', cause }, (change, deed) => change.edit(edit, deed));
  }
}
