import { type HoldReason } from '@itops/contracts';
import { type Cause, type ExpectedVersion } from '@itops/kit';
import { Injectable } from '@nestjs/common';

import { IncidentDesk } from '../../casework/incident-desk';
import { type Incident } from '../../domain/incident';
import { type Outcome } from '../../domain/incident.moves';
import { type MajorAction } from '../../domain/major.lifecycle';
import { type By } from '../../domain/timeline';

/** An action with what it needs. */
export type IncidentCommand =
  | { readonly action: 'start' | 'resume' | 'close' | MajorAction }
  | { readonly action: 'hold'; readonly reason: HoldReason }
  | { readonly action: 'resolve'; readonly closeCode: string; readonly closeNotes: string }
  | { readonly action: 'reopen' | 'cancel'; readonly reason: string }
  | { readonly action: 'assign'; readonly group?: string | null; readonly assignee?: string | null };

@Injectable()
export class MoveIncidentHandler {
  constructor(private readonly desk: IncidentDesk) {}

  /**
   * @param at when it happened, if not now.
   * @throws NotFound, StaleVersion, IllegalTransition, InvalidInput
   */
  handle(
    key: string,
    expected: ExpectedVersion,
    command: IncidentCommand,
    at: string | undefined,
    cause: Cause,
  ): Promise<Incident> {
    const reason = 'reason' in command ? { reason: command.reason } : {};
    return this.desk.carryOut({ key, expected, action: command.action, ...reason, at, cause }, (incident, by) =>
      carryOut(incident, command, by),
    );
  }
}

function carryOut(incident: Incident, command: IncidentCommand, by: By): Outcome {
  switch (command.action) {
    case 'start':
      return incident.start(by);
    case 'hold':
      return incident.hold(command.reason, by);
    case 'resume':
      return incident.resume(by);
    case 'resolve':
      return incident.resolve(command.closeCode, command.closeNotes, by);
    case 'close':
      return incident.close(by);
    case 'reopen':
      return incident.reopen(command.reason, by);
    case 'cancel':
      return incident.cancel(command.reason, by);
    case 'assign':
      return incident.assign(command, by);
    case 'propose-major':
    case 'accept-major':
    case 'reject-major':
      return incident.moveMajor(command.action, by);
  }
}
