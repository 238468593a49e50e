import {
  CHANGE_CLOSE_CODES,
  CHANGE_SOURCES,
  CHANGE_STATES,
  CHANGE_TYPES,
  type ChangeCloseCode,
  type ChangeSource,
  type ChangeState,
  type ChangeType,
  type CiReference,
  DEPLOYMENT_STATUSES,
  type DeploymentStatus,
} from '@itops/contracts';
import {
  BooleanField,
  CiReferenceField,
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  TextField,
  TextListField,
  NextCursorField,
} from '@itops/platform';

import { Change } from '../domain/change';
import { type ChangeDetails } from '../domain/change.details';
import {
  AssigneeField,
  BackoutPlanField,
  DescriptionField,
  GroupField,
  ImpactField,
  ImplementationPlanField,
  JustificationField,
  PlannedEndField,
  PlannedStartField,
  TestPlanField,
  TitleField,
} from './change.fields';

const nullable = { nullable: true } as const;

/** What a pipeline has reported. */
export class DeploymentResource {
  @TextField({ description: 'The tool that reported it.', max: 255 })
  source!: string;

  @EnumField({ description: 'How far it is, by the latest report.', values: DEPLOYMENT_STATUSES })
  status!: DeploymentStatus;

  @CiReferenceField({ ...nullable, description: 'The CI as the tool names it; `cis` is empty while it is not known.' })
  ci!: CiReference | null;

  @TextField({ ...nullable, description: 'What was deployed.', min: 0, max: 255 })
  revision!: string | null;

  @TextField({ ...nullable, description: 'Where to read more.', min: 0, max: 2048 })
  url!: string | null;

  @TextField({ ...nullable, description: 'Where it was deployed to.', min: 0, max: 255 })
  environment!: string | null;
}

/** A change as the API shows it. */
export class ChangeResource {
  @IdField({ description: 'Its id.' })
  id!: string;

  @IntegerField({ description: 'Goes up by one with every fact; the ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @TextField({ description: 'The number that people say.', max: 32, example: 'CHG0000001' })
  number!: string;

  @TitleField()
  title!: string;

  @DescriptionField()
  description!: string;

  @JustificationField(nullable)
  justification!: string | null;

  @EnumField({ description: 'Which life cycle it follows.', values: CHANGE_TYPES })
  type!: ChangeType;

  @EnumField({ description: 'Where it is in its life cycle.', values: CHANGE_STATES })
  state!: ChangeState;

  @TextListField({ description: 'The actions that are possible now.', max: 64, maxItems: 20 })
  allowedActions!: string[];

  @TextListField({ description: 'Ids of the CIs that it changes.', max: 36, maxItems: 100 })
  cis!: string[];

  @PlannedStartField(nullable)
  plannedStart!: string | null;

  @PlannedEndField(nullable)
  plannedEnd!: string | null;

  @DateTimeField({ ...nullable, description: 'When implementation began.' })
  actualStart!: string | null;

  @DateTimeField({ ...nullable, description: 'When implementation ended.' })
  actualEnd!: string | null;

  @ImplementationPlanField(nullable)
  implementationPlan!: string | null;

  @BackoutPlanField(nullable)
  backoutPlan!: string | null;

  @TestPlanField(nullable)
  testPlan!: string | null;

  @ImpactField(nullable)
  impact!: number | null;

  @GroupField(nullable)
  assignmentGroup!: string | null;

  @AssigneeField(nullable)
  assignee!: string | null;

  @TextField({ description: 'Who wants it.', max: 255 })
  requestedBy!: string;

  @EnumField({ ...nullable, description: 'How it went.', values: CHANGE_CLOSE_CODES })
  closeCode!: ChangeCloseCode | null;

  @TextField({ ...nullable, description: 'How it went, in words.', min: 0, max: 16_384 })
  closeNotes!: string | null;

  @TextField({ ...nullable, description: 'The post-implementation review.', min: 0, max: 16_384 })
  review!: string | null;

  @EnumField({ description: 'Where it came from.', values: CHANGE_SOURCES })
  source!: ChangeSource;

  @TextField({ ...nullable, description: "The other system's own id for it.", min: 0, max: 255 })
  externalRef!: string | null;

  @BooleanField({ description: 'Whether the implementation failed or was backed out.' })
  failed!: boolean;

  @NestedField({ ...nullable, description: 'What a pipeline reported.', type: () => DeploymentResource })
  deployment!: DeploymentResource | null;

  @DateTimeField({ description: 'When it was entered.' })
  createdAt!: string;

  @TextField({ description: 'Who entered it.', max: 255 })
  createdBy!: string;

  @DateTimeField({ description: 'When it last changed.' })
  updatedAt!: string;
}

export class ChangePage {
  @NestedListField({ description: 'The changes.', type: () => ChangeResource, maxItems: 200 })
  items!: ChangeResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toChangeResource(details: ChangeDetails): ChangeResource {
  const at = (time: Date | null) => time?.toISOString() ?? null;
  const { unresolvedCi: _waiting, authors: _authors, cis, deployment, ...plain } = details;
  return {
    ...plain,
    allowedActions: Change.restore(details).allowedActions,
    cis: [...cis],
    plannedStart: at(details.plannedStart),
    plannedEnd: at(details.plannedEnd),
    actualStart: at(details.actualStart),
    actualEnd: at(details.actualEnd),
    deployment:
      deployment === null
        ? null
        : {
            source: deployment.source,
            status: deployment.outcome?.status ?? 'started',
            ci: deployment.ci?.value ?? null,
            revision: deployment.revision?.value ?? null,
            url: deployment.url?.value ?? null,
            environment: deployment.environment?.value ?? null,
          },
    createdAt: details.createdAt.toISOString(),
    updatedAt: details.updatedAt.toISOString(),
  };
}
