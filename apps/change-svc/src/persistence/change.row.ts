import {
  type ChangeCloseCode,
  type ChangeSource,
  type ChangeState,
  type ChangeType,
  type CiReference,
} from '@itops/contracts';

import { type ChangeDetails } from '../domain/change.details';
import { type DeploymentRecord } from '../domain/deployment-record';

/** A row of the table `change`, without what the database computes. */
export interface ChangeRow {
  id: string;
  version: number;
  number: string;
  title: string;
  description: string;
  justification: string | null;
  type: ChangeType;
  state: ChangeState;
  cis: string[];
  planned_start: Date | null;
  planned_end: Date | null;
  actual_start: Date | null;
  actual_end: Date | null;
  implementation_plan: string | null;
  backout_plan: string | null;
  test_plan: string | null;
  impact: number | null;
  assignment_group: string | null;
  assignee: string | null;
  requested_by: string;
  authors: string[];
  close_code: ChangeCloseCode | null;
  close_notes: string | null;
  review: string | null;
  source: ChangeSource;
  external_ref: string | null;
  failed: boolean;
  deployment: DeploymentRecord | null;
  unresolved_ci: CiReference | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
}

export function toRow(details: ChangeDetails): ChangeRow {
  return {
    id: details.id,
    version: details.version,
    number: details.number,
    title: details.title,
    description: details.description,
    justification: details.justification,
    type: details.type,
    state: details.state,
    cis: [...details.cis],
    planned_start: details.plannedStart,
    planned_end: details.plannedEnd,
    actual_start: details.actualStart,
    actual_end: details.actualEnd,
    implementation_plan: details.implementationPlan,
    backout_plan: details.backoutPlan,
    test_plan: details.testPlan,
    impact: details.impact,
    assignment_group: details.assignmentGroup,
    assignee: details.assignee,
    requested_by: details.requestedBy,
    authors: [...details.authors],
    close_code: details.closeCode,
    close_notes: details.closeNotes,
    review: details.review,
    source: details.source,
    external_ref: details.externalRef,
    failed: details.failed,
    deployment: details.deployment,
    unresolved_ci: details.unresolvedCi,
    created_at: details.createdAt,
    created_by: details.createdBy,
    updated_at: details.updatedAt,
  };
}

export function toDetails(row: ChangeRow): ChangeDetails {
  return {
    id: row.id,
    version: row.version,
    number: row.number,
    title: row.title,
    description: row.description,
    justification: row.justification,
    type: row.type,
    state: row.state,
    cis: row.cis,
    plannedStart: row.planned_start,
    plannedEnd: row.planned_end,
    actualStart: row.actual_start,
    actualEnd: row.actual_end,
    implementationPlan: row.implementation_plan,
    backoutPlan: row.backout_plan,
    testPlan: row.test_plan,
    impact: row.impact,
    assignmentGroup: row.assignment_group,
    assignee: row.assignee,
    requestedBy: row.requested_by,
    authors: row.authors,
    closeCode: row.close_code,
    closeNotes: row.close_notes,
    review: row.review,
    source: row.source,
    externalRef: row.external_ref,
    failed: row.failed,
    deployment: row.deployment,
    unresolvedCi: row.unresolved_ci,
    createdAt: row.created_at,
    createdBy: row.created_by,
    updatedAt: row.updated_at,
  };
}

const columnNames: Readonly<Record<keyof ChangeRow, true>> = {
  id: true,
  version: true,
  number: true,
  title: true,
  description: true,
  justification: true,
  type: true,
  state: true,
  cis: true,
  planned_start: true,
  planned_end: true,
  actual_start: true,
  actual_end: true,
  implementation_plan: true,
  backout_plan: true,
  test_plan: true,
  impact: true,
  assignment_group: true,
  assignee: true,
  requested_by: true,
  authors: true,
  close_code: true,
  close_notes: true,
  review: true,
  source: true,
  external_ref: true,
  failed: true,
  deployment: true,
  unresolved_ci: true,
  created_at: true,
  created_by: true,
  updated_at: true,
};

/** Every column that is read and written; the compiler keeps it the same as the row. */
export const CHANGE_COLUMNS: readonly string[] = Object.keys(columnNames);
