import { type CiData, ciCreated, ciUpdated, type DomainEvent } from '@itops/contracts';

/** A configuration item's version as cmdb-svc tells of it. */
export function ci(id: string, version: number, name = 'web-01'): DomainEvent {
  const at = '2026-05-04T10:00:00.000Z';
  const data: CiData = {
    id,
    version,
    class: 'server',
    name,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: at,
    updatedAt: at,
  };
  return (version === 1 ? ciCreated : ciUpdated).of(id, version, data);
}
