import { ciCreated, type CiData, metricsReported } from '@itops/contracts';
import { newId } from '@itops/kit';
import { type TestService } from '@itops/testing';

/** A configuration item as cmdb-svc announces it. */
export function ci(name: string, more: Partial<CiData> = {}): CiData {
  return {
    id: newId(),
    version: 1,
    class: 'server',
    name,
    attributes: {},
    externalIds: [],
    stage: 'operate',
    operationalStatus: 'operational',
    ownerGroup: null,
    criticality: 2,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...more,
  };
}

export async function announce(service: TestService, ...cis: CiData[]): Promise<void> {
  await service.bus.emitEvents(cis.map((one) => ciCreated.of(one.id, one.version, one)));
}

export interface Series {
  ci: string | { source: string; externalId: string };
  metric: string;
  unit?: string;
  labels?: Record<string, string>;
  points: (readonly [number, number])[];
}

/** Sends one message of metrics, as the gateway does. */
export function report(service: TestService, series: Series[], id: string = newId()): Promise<string> {
  return service.bus.emit(metricsReported, { key: series[0]?.metric ?? '', data: { series }, id });
}

/** The items of a list in a response. */
export function itemsOf(body: Record<string, unknown>): Record<string, unknown>[] {
  const { items } = body;
  return Array.isArray(items) ? items.filter((item): item is Record<string, unknown> => typeof item === 'object') : [];
}
