import { type Static, type TSchema, Type } from '@sinclair/typebox';

import { inboundTopics, type TopicDeclaration } from '../topics';
import { At, OneOf } from '../vocabulary/fields';
import { RELATIONSHIP_TYPE_NAMES } from '../vocabulary/relationships';
import { CI_STAGES, DEPLOYMENT_STATUSES, SEVERITIES } from '../vocabulary/words';

/** What tools send in, over REST or as the data of a CloudEvent on an inbound topic. Unknown members are refused. */
export interface InboundContract<Schema extends TSchema = TSchema> {
  readonly type: string;
  /** Counts the compatible changes of the schema within this version of the type. */
  readonly revision: number;
  readonly topic: TopicDeclaration;
  readonly summary: string;
  readonly schema: Schema;
  matches<E extends { readonly type: string; readonly data: unknown }>(
    event: E,
  ): event is E & { readonly data: Static<Schema> };
}

function defineInbound<Schema extends TSchema>(
  contract: Omit<InboundContract<Schema>, 'matches' | 'revision'> & { readonly revision?: number },
): InboundContract<Schema> {
  return {
    revision: 0,
    ...contract,
    matches: <E extends { readonly type: string; readonly data: unknown }>(
      event: E,
    ): event is E & { readonly data: Static<Schema> } => event.type === contract.type,
  };
}

const closed = { additionalProperties: false };
/** PostgreSQL can't store U+0000, and no sender means it. */
const Clean = (max: number, min = 1) => Type.String({ minLength: min, maxLength: max, pattern: '^[^\\u0000]*$' });
/** A record also has to be closed: a name with U+0000 does not match its pattern and would pass unchecked. */
const Words = (max: number) => Type.Record(Clean(255), Clean(max, 0), { maxProperties: 64, ...closed });

/** How a request names a configuration item: its id, its name when that is unique, or a source's own id for it. */
export const CiReference = Type.Union([
  Clean(255),
  Type.Object({ source: Clean(255), externalId: Clean(255) }, closed),
]);
export type CiReference = Static<typeof CiReference>;

export const AlertIn = Type.Object(
  {
    source: Clean(255),
    summary: Clean(1024),
    severity: OneOf(SEVERITIES),
    status: Type.Optional(OneOf(['firing', 'resolved'])),
    dedupKey: Type.Optional(Clean(255)),
    ci: Type.Optional(CiReference),
    labels: Type.Optional(Words(1024)),
    annotations: Type.Optional(Words(8192)),
    startsAt: Type.Optional(At),
    endsAt: Type.Optional(At),
    links: Type.Optional(
      Type.Array(Type.Object({ href: Clean(2048), text: Type.Optional(Clean(255)) }, closed), { maxItems: 16 }),
    ),
  },
  closed,
);
export type AlertIn = Static<typeof AlertIn>;

export const DeploymentIn = Type.Object(
  {
    source: Clean(255),
    externalRef: Clean(255),
    ci: CiReference,
    status: OneOf(DEPLOYMENT_STATUSES),
    at: At,
    title: Type.Optional(Clean(255)),
    revision: Type.Optional(Clean(255)),
    url: Type.Optional(Clean(2048)),
    actor: Type.Optional(Clean(255)),
    environment: Type.Optional(Clean(255)),
  },
  closed,
);
export type DeploymentIn = Static<typeof DeploymentIn>;

export const DiscoveryItemIn = Type.Object(
  {
    class: Clean(64),
    externalId: Clean(255),
    name: Clean(255),
    attributes: Type.Optional(Type.Record(Clean(64), Type.Unknown(), { maxProperties: 128, ...closed })),
    stage: Type.Optional(OneOf(CI_STAGES)),
  },
  closed,
);
export type DiscoveryItemIn = Static<typeof DiscoveryItemIn>;

const [firstType = 'Depends on', ...otherTypes] = RELATIONSHIP_TYPE_NAMES;
const End = Type.Object({ externalId: Clean(255) }, closed);
export const DiscoveryRelationshipIn = Type.Object(
  {
    type: OneOf([firstType, ...otherTypes]),
    parent: End,
    child: End,
    attributes: Type.Optional(Type.Record(Clean(64), Type.Unknown(), { maxProperties: 64, ...closed })),
  },
  closed,
);
export type DiscoveryRelationshipIn = Static<typeof DiscoveryRelationshipIn>;

export const DiscoveryIn = Type.Object(
  {
    source: Clean(255),
    items: Type.Array(DiscoveryItemIn, { maxItems: 2000 }),
    relationships: Type.Optional(Type.Array(DiscoveryRelationshipIn, { maxItems: 10_000 })),
    full: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type DiscoveryIn = Static<typeof DiscoveryIn>;

export const MetricSeriesIn = Type.Object(
  {
    ci: CiReference,
    metric: Clean(255),
    unit: Type.Optional(Clean(64, 0)),
    labels: Type.Optional(Words(1024)),
    /** Pairs of epoch milliseconds and value. */
    points: Type.Array(Type.Tuple([Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 }), Type.Number()]), {
      minItems: 1,
      maxItems: 10_000,
    }),
  },
  closed,
);
export type MetricSeriesIn = Static<typeof MetricSeriesIn>;

export const MetricsIn = Type.Object({ series: Type.Array(MetricSeriesIn, { minItems: 1, maxItems: 2000 }) }, closed);
export type MetricsIn = Static<typeof MetricsIn>;

export const alertReported = defineInbound({
  type: 'itops.alert.reported.v1',
  topic: inboundTopics.alerts,
  summary: 'A tool reports that a condition began, continues or ended.',
  schema: AlertIn,
});
export const deploymentReported = defineInbound({
  type: 'itops.deployment.reported.v1',
  topic: inboundTopics.deployments,
  summary: 'A pipeline reports that a deployment began or ended.',
  schema: DeploymentIn,
});
export const discoveryReported = defineInbound({
  type: 'itops.discovery.reported.v1',
  topic: inboundTopics.discovery,
  summary: 'A source reports what it found in the estate.',
  schema: DiscoveryIn,
});
export const metricsReported = defineInbound({
  type: 'itops.metrics.reported.v1',
  topic: inboundTopics.metrics,
  summary: 'A collector reports points of metric series.',
  schema: MetricsIn,
});
