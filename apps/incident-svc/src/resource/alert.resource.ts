import { ALERT_STATES, type AlertState, type CiReference, SEVERITIES, type Severity } from '@itops/contracts';
import {
  CiReferenceField,
  DateTimeField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  TextField,
  TextListField,
  TextMapField,
  NextCursorField,
} from '@itops/platform';

import { type AlertSnapshot } from '../domain/alert';
import { alertLifecycle } from '../domain/alert.lifecycle';

const nullable = { nullable: true } as const;
const SUPPRESSORS = ['change', 'window', 'silence'] as const;

export class LinkResource {
  @TextField({ description: 'Where to read more.', max: 2048 })
  href!: string;

  @TextField({ description: 'What is there.', max: 255, optional: true })
  text?: string;
}

export class SuppressorResource {
  @EnumField({ description: 'What suppresses it.', values: SUPPRESSORS })
  kind!: (typeof SUPPRESSORS)[number];

  @TextField({ description: 'Its id.', max: 64 })
  id!: string;
}

/** An alert as the API shows it. */
export class AlertResource {
  @IdField({ description: 'The id.' })
  id!: string;

  @IntegerField({ description: 'Rises by one with each fact; the ETag.', min: 1, max: 2_147_483_647 })
  version!: number;

  @TextField({ description: 'By what repetitions are recognised, together with the source.', max: 255 })
  dedupKey!: string;

  @TextField({ description: 'The tool that reports it.', max: 255 })
  source!: string;

  @TextField({ description: 'What is wrong.', max: 1024 })
  summary!: string;

  @EnumField({ description: 'The worst since it fired.', values: SEVERITIES })
  severity!: Severity;

  @EnumField({ description: 'Where it is in its life cycle.', values: ALERT_STATES })
  state!: AlertState;

  @TextListField({ description: 'What may be done with it now.', max: 32, maxItems: 8 })
  allowedActions!: string[];

  @TextMapField({ description: 'What identifies the condition.', maxProperties: 64, max: 1024 })
  labels!: Readonly<Record<string, string>>;

  @TextMapField({ description: 'What helps people.', maxProperties: 64, max: 8192 })
  annotations!: Readonly<Record<string, string>>;

  @NestedListField({ description: 'Where to read more.', type: () => LinkResource, maxItems: 16 })
  links!: LinkResource[];

  @CiReferenceField({ ...nullable, description: 'The item as the tool names it.' })
  ci!: CiReference | null;

  @IdField({ ...nullable, description: 'The item; null while it is not known.' })
  ciId!: string | null;

  @TextField({ ...nullable, description: 'Its name.', max: 255 })
  ciName!: string | null;

  @IdField({ ...nullable, description: 'The incident that it belongs to.' })
  incidentId!: string | null;

  @IntegerField({ description: 'How often it was reported as firing.', min: 1, max: 2_147_483_647 })
  occurrences!: number;

  @DateTimeField({ description: 'When it first fired.' })
  firstSeenAt!: string;

  @DateTimeField({ description: 'When the present, or last, firing began.' })
  startedAt!: string;

  @DateTimeField({ description: 'When it was last reported.' })
  lastSeenAt!: string;

  @DateTimeField({ ...nullable, description: 'When it ended; null while it is there.' })
  resolvedAt!: string | null;

  @NestedField({ ...nullable, description: 'Why it raises nobody.', type: () => SuppressorResource })
  suppressedBy!: SuppressorResource | null;

  @DateTimeField({ description: 'When it was stored.' })
  createdAt!: string;

  @DateTimeField({ description: 'When it last changed.' })
  updatedAt!: string;

  @TextField({ description: 'The tool that first reported it.', max: 255 })
  createdBy!: string;
}

export class AlertPage {
  @NestedListField({ description: 'This page.', type: () => AlertResource, maxItems: 200 })
  items!: AlertResource[];

  @NextCursorField()
  nextCursor!: string | null;
}

export function toAlertResource(alert: AlertSnapshot, ciName: string | null): AlertResource {
  return {
    id: alert.id,
    version: alert.version,
    dedupKey: alert.dedupKey,
    source: alert.source,
    summary: alert.summary,
    severity: alert.severity,
    state: alert.state,
    allowedActions: alertLifecycle.allowedActions(alert.state),
    labels: alert.labels,
    annotations: alert.annotations,
    links: [...alert.links],
    ci: alert.ciReference,
    ciId: alert.ciId,
    ciName,
    incidentId: alert.incidentId,
    occurrences: alert.occurrences,
    firstSeenAt: alert.firstSeenAt.toISOString(),
    startedAt: alert.startedAt.toISOString(),
    lastSeenAt: alert.lastSeenAt.toISOString(),
    resolvedAt: alert.resolvedAt?.toISOString() ?? null,
    suppressedBy: alert.suppressedBy,
    createdAt: alert.createdAt.toISOString(),
    updatedAt: alert.updatedAt.toISOString(),
    createdBy: alert.source,
  };
}
