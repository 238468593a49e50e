import type { Evidence, FoldedState, Row, Violation } from '../evidence/evidence.mts';

const CHECKER = 'read-models';

type Data = Readonly<Record<string, unknown>>;
/** What the fold of the log says that a copy must hold: its rows, each beginning with `id`. */
type Fold = (states: readonly FoldedState[]) => Row[];

interface ReadModel {
  readonly aggregateType: string;
  readonly fold: Fold;
}

const each =
  (row: (data: Data, state: FoldedState) => Row): Fold =>
  (states) =>
    states.map((state) => row(state.data, state));

/** Each copy that a service keeps of another one's aggregates, as a function of the log. */
export const READ_MODELS: Readonly<Record<string, ReadModel>> = {
  'incident-svc ci': {
    aggregateType: 'ci',
    fold: each((ci) => ({
      id: text(ci, 'id'),
      name: text(ci, 'name'),
      class: text(ci, 'class'),
      criticality: number(ci, 'criticality'),
      status: text(ci, 'operationalStatus'),
      retired: isRetired(ci),
    })),
  },
  'incident-svc relationship': {
    aggregateType: 'relationship',
    fold: each((relationship, { type }) => ({
      id: text(relationship, 'id'),
      type: text(relationship, 'type'),
      parent: text(relationship, 'parentId'),
      child: text(relationship, 'childId'),
      removed: type.endsWith('.removed.v1'),
    })),
  },
  'incident-svc change': {
    aggregateType: 'change',
    fold: each((change, { backedOut }) => ({
      id: text(change, 'id'),
      title: text(change, 'title'),
      type: text(change, 'type'),
      state: text(change, 'state'),
      failed: change['failed'] === true,
      backedOut,
    })),
  },
  'incident-svc breach': {
    aggregateType: 'breach',
    fold: each((breach) => ({
      id: text(breach, 'id'),
      resource: text(breach, 'resourceId'),
      threshold: text(breach, 'thresholdId'),
      kind: text(breach, 'kind'),
      state: text(breach, 'state'),
    })),
  },
  'change-svc ci': {
    aggregateType: 'ci',
    fold: each((ci, { version }) => ({ id: text(ci, 'id'), name: text(ci, 'name'), version, retired: isRetired(ci) })),
  },
  'capacity-svc ci': {
    aggregateType: 'ci',
    fold: each((ci, { version }) => ({
      id: text(ci, 'id'),
      name: text(ci, 'name'),
      class: text(ci, 'class'),
      version,
      retired: isRetired(ci),
    })),
  },
  'cmdb-svc conditions of incidents': {
    aggregateType: 'incident',
    fold: (states) =>
      states.flatMap(({ data }) =>
        ['new', 'in_progress', 'on_hold'].includes(text(data, 'state')) && typeof data['ciId'] === 'string'
          ? [{ id: `${text(data, 'id')} on ${data['ciId']}`, priority: number(data, 'priority') }]
          : [],
      ),
  },
  'cmdb-svc conditions of changes': {
    aggregateType: 'change',
    fold: (states) =>
      states.flatMap(({ data }) =>
        text(data, 'state') === 'implement' && Array.isArray(data['cis'])
          ? data['cis'].map((ciId: unknown) => ({ id: `${text(data, 'id')} on ${String(ciId)}`, priority: null }))
          : [],
      ),
  },
};

/** Each read model holds exactly what the fold of the log says. */
export function checkReadModels({ folded, tables }: Evidence): Violation[] {
  return Object.entries(READ_MODELS).flatMap(([name, { aggregateType, fold }]) => {
    if (!tables.services.some((service) => name.startsWith(`${service} `))) return [];
    const states = [...folded].flatMap(([key, state]) => (key.startsWith(`${aggregateType}/`) ? [state] : []));
    return compareRows(name, fold(states), tables.readModels[name] ?? []);
  });
}

function compareRows(name: string, wanted: readonly Row[], found: readonly Row[]): Violation[] {
  const stored = new Map(found.map((row) => [row['id'], row]));
  const violations: Violation[] = [];
  for (const row of wanted) {
    const other = stored.get(row['id']);
    stored.delete(row['id']);
    if (other !== undefined && same(row, other)) continue;
    const detail = `the log says ${JSON.stringify(row)}, the copy ${other === undefined ? 'nothing' : JSON.stringify(other)}`;
    violations.push({ checker: CHECKER, kind: 'diverged', subject: `${name} ${String(row['id'])}`, detail });
  }
  for (const [id, row] of stored) {
    const detail = `the log says nothing, the copy ${JSON.stringify(row)}`;
    violations.push({ checker: CHECKER, kind: 'diverged', subject: `${name} ${String(id)}`, detail });
  }
  return violations;
}

function same(one: Row, other: Row): boolean {
  return Object.keys(one).every((name) => one[name] === other[name]);
}

function text(data: Data, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

function number(data: Data, name: string): number | null {
  const value = data[name];
  return typeof value === 'number' ? value : null;
}

function isRetired(ci: Data): boolean {
  return ci['stage'] === 'retired' || ci['operationalStatus'] === 'retired';
}
