import { CI_STAGES, OPERATIONAL_STATUSES, RELATIONSHIP_TYPE_NAMES } from '@itops/contracts';
import {
  type Condition,
  idFilter,
  integerFilter,
  type ListDefinition,
  phraseFilter,
  textFilter,
  timeFilter,
  wordFilter,
} from '@itops/kit';

import { CI_COLUMNS } from './ci.row';
import { RELATIONSHIP_COLUMNS } from './relationship.row';

/** For a filter whose condition is made where more is known. */
const ELSEWHERE = { where: (): Condition => ({ sql: 'true', values: [] }) };

export const CIS: ListDefinition = {
  name: 'cis',
  select: CI_COLUMNS,
  from: 'ci',
  id: 'ci.id',
  filters: {
    class: textFilter({ ...ELSEWHERE, description: 'Of one of these classes or of their subclasses.', max: 64 }),
    name: textFilter({ description: 'With exactly this name.', column: 'ci.name', max: 255 }),
    q: phraseFilter({
      description: 'Whose name begins so; case does not matter.',
      max: 255,
      where: ([prefix = '']) => ({ sql: "lower(ci.name) like ? || '%'", values: [literal(prefix.toLowerCase())] }),
    }),
    stage: wordFilter({ description: 'In one of these stages.', column: 'ci.stage', values: CI_STAGES }),
    operationalStatus: wordFilter({
      description: 'With one of these operational statuses.',
      column: 'ci.operational_status',
      values: OPERATIONAL_STATUSES,
    }),
    ownerGroup: textFilter({ description: 'Of this group.', column: 'ci.owner_group', max: 255, nullable: true }),
    criticality: integerFilter({
      ...{ description: 'With one of these criticalities.', column: 'ci.criticality' },
      ...{ min: 1, max: 4, sqlType: 'smallint' },
    }),
    source: textFilter({ ...ELSEWHERE, description: 'Known by one of these sources.', max: 255 }),
    externalId: textFilter({
      ...ELSEWHERE,
      description: "With one of these ids of a source's own; with source, of that source's.",
      max: 255,
    }),
    createdAt: timeFilter({ description: 'Recorded at this time.', column: 'ci.created_at' }),
    updatedAt: timeFilter({ description: 'Last changed at this time.', column: 'ci.updated_at' }),
  },
  sorts: {
    createdAt: { column: 'ci.created_at', type: 'timestamptz' },
    updatedAt: { column: 'ci.updated_at', type: 'timestamptz' },
    name: { column: 'ci.name', type: 'text' },
    criticality: { column: 'ci.criticality', type: 'smallint' },
  },
  defaultSort: 'createdAt',
};

/** Without the meaning that LIKE gives to some characters. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** Which items a source knows by these names of its own; what is left out does not matter. */
export function knownBy(sources: readonly string[] | undefined, externalIds: readonly string[] | undefined): Condition {
  const given = [
    { column: 'source', values: sources },
    { column: 'external_id', values: externalIds },
  ].filter(({ values }) => values !== undefined);
  const where = given.map(({ column }) => `e.${column} = any(?::text[])`).join(' and ');
  return {
    sql: `ci.id = any(array(select e.ci_id from ci_external_id e where ${where}))`,
    values: given.map(({ values }) => values),
  };
}

export const RELATIONSHIPS: ListDefinition = {
  name: 'relationships',
  select: RELATIONSHIP_COLUMNS,
  from: 'relationship r',
  id: 'r.id',
  filters: {
    ciId: idFilter({
      description: 'With one of these items at either end.',
      where: (cis) => ({
        sql: `r.id = any(array(
                select p.id from relationship p where p.parent_id = any(?::uuid[])
                union all
                select c.id from relationship c where c.child_id = any(?::uuid[])))`,
        values: [cis, cis],
      }),
    }),
    parentId: idFilter({ description: 'With this item as the parent.', column: 'r.parent_id' }),
    childId: idFilter({ description: 'With this item as the child.', column: 'r.child_id' }),
    type: wordFilter({ description: 'Of one of these types.', column: 'r.type', values: RELATIONSHIP_TYPE_NAMES }),
    createdAt: timeFilter({ description: 'Recorded at this time.', column: 'r.created_at' }),
  },
  sorts: { createdAt: { column: 'r.created_at', type: 'timestamptz' } },
  defaultSort: 'createdAt',
};

/** What has become of one item. */
export const CI_HISTORY: ListDefinition = {
  name: 'ci history',
  select: 'a.id, a.at, a.actor, a.action, a.reason, a.before, a.after',
  from: 'audit_log a',
  id: 'a.id',
  filters: { at: timeFilter({ description: 'Done at this time.', column: 'a.at' }) },
  sorts: { at: { column: 'a.at', type: 'timestamptz' } },
  defaultSort: '-at',
};
