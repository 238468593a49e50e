import { type ChangeCloseCode, type ChangeData, type DomainEvent } from '@itops/contracts';

import { type Change } from './change';
import { type ChangeEdit } from './change.details';
import { type Deed } from './deed';

/** An action on a change with what it takes. */
export type ChangeCommand =
  | { readonly action: 'request-approval' | 'approve' | 'start' | 'complete' }
  | { readonly action: 'reject' | 'fail' | 'cancel'; readonly reason: string }
  | { readonly action: 'back-out'; readonly reason: string | undefined }
  | { readonly action: 'schedule'; readonly times: Partial<Pick<ChangeEdit, 'plannedStart' | 'plannedEnd'>> }
  | { readonly action: 'review'; readonly review: string | undefined }
  | { readonly action: 'close'; readonly closeCode: ChangeCloseCode; readonly closeNotes: string | null };

/** @throws IllegalTransition, InvalidInput, OwnWork, as the action's method does. */
export function perform(change: Change, command: ChangeCommand, deed: Deed): DomainEvent<ChangeData>[] {
  switch (command.action) {
    case 'request-approval':
      return change.requestApproval(deed);
    case 'approve':
      return change.approve(deed);
    case 'reject':
      return change.reject(command.reason, deed);
    case 'schedule':
      return change.schedule(command.times, deed);
    case 'start':
      return change.start(deed);
    case 'complete':
      return change.complete(deed);
    case 'fail':
      return change.fail(command.reason, deed);
    case 'back-out':
      return change.backOut(command.reason, deed);
    case 'review':
      return change.writeReview(command.review, deed);
    case 'close':
      return change.close(command.closeCode, command.closeNotes, deed);
    case 'cancel':
      return change.cancel(command.reason, deed);
  }
}
