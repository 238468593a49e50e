import {
  type ChangeCloseCode,
  type ChangeSource,
  type ChangeState,
  type ChangeType,
  type CiReference,
} from '@itops/contracts';

import { type DeploymentRecord } from './deployment-record';

/** What is known about a change. */
export interface ChangeDetails {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly justification: string | null;
  readonly type: ChangeType;
  readonly state: ChangeState;
  readonly cis: readonly string[];
  readonly plannedStart: Date | null;
  readonly plannedEnd: Date | null;
  readonly actualStart: Date | null;
  readonly actualEnd: Date | null;
  readonly implementationPlan: string | null;
  readonly backoutPlan: string | null;
  readonly testPlan: string | null;
  /** 1 high, 2 medium, 3 low; null while nobody has said. */
  readonly impact: number | null;
  readonly assignmentGroup: string | null;
  readonly assignee: string | null;
  readonly requestedBy: string;
  /** The principals of all who have made it what it is: entered it, written its plan, asked for its approval. */
  readonly authors: readonly string[];
  readonly closeCode: ChangeCloseCode | null;
  readonly closeNotes: string | null;
  readonly review: string | null;
  readonly source: ChangeSource;
  readonly externalRef: string | null;
  /** Whether the implementation failed or was backed out. */
  readonly failed: boolean;
  /** What a pipeline reported, for a change that follows a deployment. */
  readonly deployment: DeploymentRecord | null;
  /** The reference to a CI that is not known yet. */
  readonly unresolvedCi: CiReference | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
}

/** What a request for change may say at its beginning. */
export type ChangeRequest = Pick<ChangeDetails, 'id' | 'number' | 'title' | 'type' | 'source' | 'requestedBy'> &
  Partial<ChangeEdit> &
  Partial<Pick<ChangeDetails, 'cis' | 'externalRef' | 'deployment' | 'unresolvedCi'>>;

/** What may be edited until the change is closed or canceled. */
export type ChangeEdit = Pick<
  ChangeDetails,
  | 'title'
  | 'description'
  | 'justification'
  | 'plannedStart'
  | 'plannedEnd'
  | 'implementationPlan'
  | 'backoutPlan'
  | 'testPlan'
  | 'impact'
  | 'assignmentGroup'
  | 'assignee'
>;

/** One step of a change, for its history: what differs before and after. */
export interface TrailEntry {
  readonly action: string;
  readonly before: Partial<ChangeDetails>;
  readonly after: Partial<ChangeDetails>;
  readonly reason?: string;
}

/** What a step sets beside state and version. */
export type Amendment = Omit<Partial<ChangeDetails>, 'id' | 'version' | 'state'>;
