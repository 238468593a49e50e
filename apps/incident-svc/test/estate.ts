import {
  alertReported,
  changeCreated,
  type ChangeData,
  changeStarted,
  ciCreated,
  type CiData,
  domainTopics,
  relationshipAdded,
} from '@itops/contracts';
import { isRecord, newId } from '@itops/kit';
import { type ApiResponse, eventually, newPrefix, startTestService, type TestService } from '@itops/testing';

import { incidentService } from '../src/incident.service';

/** incident-svc with a small estate, and the words in which its specs speak to it. */
export class IncidentTest {
  private readonly ids = new Map<string, string>();

  private constructor(readonly service: TestService) {}

  static async start(env: Record<string, string> = {}, prefix = newPrefix()): Promise<IncidentTest> {
    return new IncidentTest(await startTestService(incidentService, { env, prefix }));
  }

  /** Forgets everything, so that specs can share one service; what is in flight must have arrived. */
  async reset(): Promise<void> {
    this.ids.clear();
    await this.service.database.query(
      'truncate ci, ci_external_id, relationship, change, breach, incident, alert cascade; alter sequence incident_serial restart',
    );
  }

  close(): Promise<void> {
    return this.service.close();
  }

  idOf(name: string): string {
    const id = this.ids.get(name) ?? newId();
    this.ids.set(name, id);
    return id;
  }

  /** `web>app` reads: web depends on app. Waits until the service knows all of it. */
  async addEstate(dependencies: readonly string[], criticality = 3): Promise<void> {
    const names = [...new Set(dependencies.flatMap((text) => text.split('>')))];
    const fresh = names.filter((name) => !this.ids.has(name));
    await this.addCis(fresh, criticality);
    const arcs = dependencies.filter((text) => text.includes('>'));
    await this.service.bus.emitEvents(
      arcs.map((text) => {
        const [parent = '', child = ''] = text.split('>');
        const id = newId();
        const data = {
          id,
          version: 1,
          type: 'Depends on' as const,
          parentId: this.idOf(parent),
          childId: this.idOf(child),
          attributes: {},
        };
        return relationshipAdded.of(id, 1, data);
      }),
    );
    await eventually(async () => {
      const [count] = await this.service.database.query<{ cis: number; arcs: number }[]>(
        `select (select count(*)::int from ci where name = any($1)) as cis,
                (select count(*)::int from relationship where parent_id = any($2::uuid[])) as arcs`,
        [names, [...this.ids.values()]],
      );
      expect(count?.cis).toBe(names.length);
      expect(count?.arcs).toBeGreaterThanOrEqual(arcs.length);
    });
  }

  async addCis(names: readonly string[], criticality = 3, more: Partial<CiData> = {}): Promise<void> {
    const at = '2026-01-01T00:00:00.000Z';
    await this.service.bus.emitEvents(
      names.map((name) =>
        ciCreated.of(this.idOf(name), 1, {
          id: this.idOf(name),
          version: 1,
          class: 'service',
          name,
          attributes: {},
          externalIds: [{ source: 'cmdb', externalId: `ext-${name}` }],
          stage: 'operate',
          operationalStatus: 'operational',
          ownerGroup: null,
          criticality,
          createdAt: at,
          updatedAt: at,
          ...more,
        }),
      ),
    );
  }

  async alert(fields: Record<string, unknown>, id?: string): Promise<void> {
    const data = { source: 'prom', severity: 'critical', ...fields };
    const key = JSON.stringify([fields['dedupKey'] ?? fields['summary']]);
    await this.service.bus.emit(alertReported, { key, data, ...(id === undefined ? {} : { id }) });
  }

  /** A change that began at `startedAt`, as change-svc tells of it. */
  async change(name: string, ciName: string, startedAt: Date, more: Partial<ChangeData> = {}): Promise<void> {
    const id = this.idOf(`change ${name}`);
    const data = (version: number, change: Partial<ChangeData>): ChangeData => ({
      id,
      version,
      number: `CHG-${name}`,
      title: name,
      type: 'normal',
      state: 'new',
      cis: [this.idOf(ciName)],
      plannedStart: null,
      plannedEnd: null,
      actualStart: null,
      actualEnd: null,
      assignmentGroup: null,
      assignee: null,
      requestedBy: 'ci',
      closeCode: null,
      closeNotes: null,
      source: 'deployment',
      externalRef: name,
      failed: false,
      createdAt: startedAt.toISOString(),
      ...change,
    });
    await this.service.bus.emitEvents([
      changeCreated.of(id, 1, data(1, {})),
      changeStarted.of(id, 2, data(2, { state: 'implement', actualStart: startedAt.toISOString(), ...more })),
    ]);
  }

  async list(path: string): Promise<Record<string, unknown>[]> {
    const { status, body } = await this.service.api.get(path);
    expect([status, body]).toEqual([200, body]);
    return rows(body['items']);
  }

  /** Waits until exactly one incident is in the list, and gives it. */
  async oneIncident(query = ''): Promise<Record<string, unknown>> {
    return eventually(async () => {
      const incidents = await this.list(`/v1/incidents?limit=200${query}`);
      expect(incidents).toHaveLength(1);
      return incidents[0] ?? {};
    });
  }

  async alertsAre(count: number, query = ''): Promise<Record<string, unknown>[]> {
    return eventually(async () => {
      const alerts = await this.list(`/v1/alerts?limit=200${query}`);
      expect(alerts).toHaveLength(count);
      return alerts;
    });
  }

  act(incident: Record<string, unknown>, action: string, body: unknown = {}): Promise<ApiResponse> {
    return this.service.api.post(`/v1/incidents/${text(incident, 'id')}/actions/${action}`, body, etag(incident));
  }

  /** Types and versions of the incident's events, in order. */
  events(id: unknown): { type: string; version: unknown }[] {
    return this.service.bus
      .all(domainTopics.incident.name)
      .filter(({ subject }) => subject === id)
      .map(({ type, event }) => ({ type: type.split('.')[2] ?? '', version: event['aggregateversion'] }));
  }
}

export function etag(resource: Record<string, unknown>): Record<string, string> {
  return { 'if-match': `"${String(resource['version'])}"` };
}

export function text(resource: Record<string, unknown>, field: string): string {
  return String(resource[field]);
}

export function rows(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(value)}`);
  return value.filter((item: unknown) => isRecord(item));
}
