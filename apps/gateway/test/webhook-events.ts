import { ciUpdated, type DomainEvent, incidentNoted, type IncidentData } from '@itops/contracts';

/** Facts about one CI, of these versions. */
export function ciFacts(id: string, ...versions: readonly number[]): DomainEvent[] {
  return versions.map((version) =>
    ciUpdated.of(id, version, {
      ...{ id, version, class: 'server', name: 'web-1', attributes: {}, externalIds: [], stage: 'operate' },
      ...{ operationalStatus: 'operational', ownerGroup: null, criticality: 3 },
      ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
    }),
  );
}

/** A note on an incident. */
export function incidentFact(
  id: string,
  version: number,
  more: Partial<IncidentData> & { security?: boolean } = {},
): DomainEvent {
  const data = {
    ...{ id, version, number: 'INC0000001', title: 'Disk full', description: '', state: 'new' as const },
    ...{ holdReason: null, impact: 2, urgency: 2, priority: 3, ciId: null, affectedCis: [], assignmentGroup: null },
    ...{ assignee: null, caller: null, source: 'manual' as const, openedAt: '2026-01-01T00:00:00.000Z' },
    ...{ acknowledgedAt: null, resolvedAt: null, closedAt: null, reopenCount: 0, reassignmentCount: 0 },
    ...{ closeCode: null, closeNotes: null, causedByChangeId: null, alertCount: 0 },
    note: { kind: 'work' as const, text: 'Looked at it.', author: 'test' },
    ...more,
  };
  return incidentNoted.of(id, version, data);
}
