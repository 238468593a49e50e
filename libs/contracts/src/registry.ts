import { type FieldError } from '@itops/kit';

import * as alert from './alert/alert.v1';
import * as audit from './audit/audit-sealed.v1';
import * as erasure from './audit/erasure-ordered.v1';
import * as capacity from './capacity/breach.v1';
import * as change from './change/change.v1';
import * as ci from './ci/ci.v1';
import { type EventContract } from './event';
import { type EventCatalogue, eventCatalogue, type KnownType, type TypedData } from './evolution/catalogue';
import { closedForm } from './evolution/closed';
import { upcasters } from './evolution/upcasters';
import * as inbound from './inbound/reported.v1';
import * as incident from './incident/incident.v1';
import * as relationship from './relationship/relationship.v1';
import { validationErrors } from './validation';

/** Every event that a service publishes; a new one is a line here. */
export const domainEvents: readonly EventContract[] = [
  ci.ciCreated,
  ci.ciUpdated,
  ci.ciStatusChanged,
  ci.ciRetired,
  relationship.relationshipAdded,
  relationship.relationshipRemoved,
  alert.alertFired,
  alert.alertRepeated,
  alert.alertAcknowledged,
  alert.alertResolved,
  alert.alertSuppressed,
  incident.incidentOpened,
  incident.incidentAssigned,
  incident.incidentStarted,
  incident.incidentHeld,
  incident.incidentResumed,
  incident.incidentPrioritised,
  incident.incidentNoted,
  incident.incidentSuspectsFound,
  incident.incidentEscalated,
  incident.incidentResolved,
  incident.incidentReopened,
  incident.incidentClosed,
  incident.incidentCanceled,
  change.changeCreated,
  change.changeUpdated,
  change.changeApprovalRequested,
  change.changeApproved,
  change.changeRejected,
  change.changeScheduled,
  change.changeStarted,
  change.changeCompleted,
  change.changeFailed,
  change.changeBackedOut,
  change.changeReviewed,
  change.changeClosed,
  change.changeCanceled,
  capacity.breachOpened,
  capacity.breachPredicted,
  capacity.breachCleared,
  capacity.forecastUpdated,
  audit.auditSealed,
  erasure.erasureOrdered,
];

export const inboundEvents: readonly inbound.InboundContract[] = [
  inbound.alertReported,
  inbound.deploymentReported,
  inbound.discoveryReported,
  inbound.metricsReported,
];

/** What this build knows of events. */
export const catalogue: EventCatalogue = eventCatalogue({ domainEvents, inboundEvents, upcasters });

export function knownEventType(type: string): KnownType | undefined {
  return catalogue.known(type);
}

/**
 * The event in the newest version that this build knows, for the chain of a consumer: after decoding, before its data is
 * checked by the contract of the type that comes back. See `EventCatalogue.upcast`.
 */
export function upcast<Event extends TypedData>(event: Event): Event {
  return catalogue.upcast(event);
}

/**
 * What keeps an event from being published: its data breaks its contract, or has members that the contract doesn't name.
 * Readers are more generous: they pass such members by. An empty list for a type that is not known.
 */
export function publishErrors({ type, data }: TypedData): FieldError[] {
  const contract = catalogue.known(type);
  return contract === undefined ? [] : validationErrors(closedForm(contract.schema), data);
}
