import { type Static, Type } from '@sinclair/typebox';

import { defineEvent } from '../event';
import { domainTopics } from '../topics';
import { At, Id, Nullable, OneOf, Text } from '../vocabulary/fields';
import { CHANGE_CLOSE_CODES, CHANGE_SOURCES, CHANGE_STATES, CHANGE_TYPES } from '../vocabulary/words';

/** A change after the fact. */
export const ChangeData = Type.Object({
  id: Id,
  version: Type.Integer(),
  number: Text,
  title: Text,
  type: OneOf(CHANGE_TYPES),
  state: OneOf(CHANGE_STATES),
  cis: Type.Array(Id),
  plannedStart: Nullable(At),
  plannedEnd: Nullable(At),
  actualStart: Nullable(At),
  actualEnd: Nullable(At),
  assignmentGroup: Nullable(Text),
  assignee: Nullable(Text),
  requestedBy: Text,
  closeCode: Nullable(OneOf(CHANGE_CLOSE_CODES)),
  closeNotes: Nullable(Text),
  source: OneOf(CHANGE_SOURCES),
  externalRef: Nullable(Text),
  /** Whether the implementation failed or was backed out. */
  failed: Type.Boolean(),
  createdAt: At,
});
export type ChangeData = Static<typeof ChangeData>;

const on = (fact: string, summary: string) =>
  defineEvent({
    type: `itops.change.${fact}.v1`,
    topic: domainTopics.change,
    aggregate: 'change',
    summary,
    schema: ChangeData,
  });

export const changeCreated = on('created', 'A change was requested.');
export const changeUpdated = on('updated', 'What was requested has been edited.');
export const changeApprovalRequested = on('approval-requested', 'The change authority is asked.');
export const changeApproved = on('approved', 'The change may go ahead.');
export const changeRejected = on('rejected', 'The change may not go ahead as it is.');
export const changeScheduled = on('scheduled', 'It has its time.');
export const changeStarted = on('started', 'Implementation began.');
export const changeCompleted = on('completed', 'Implementation ended well.');
export const changeFailed = on('failed', 'Implementation ended badly.');
export const changeBackedOut = on('backed-out', 'The implementation was undone.');
export const changeReviewed = on('reviewed', 'The review after implementation was written.');
export const changeClosed = on('closed', 'Nothing more is to be done.');
export const changeCanceled = on('canceled', 'It will not be done.');
