/** The CI class for a node, by the end of its name, which is the tracing tool's name for its kind. */
const BY_SUFFIX: readonly (readonly [pattern: RegExp, ciClass: string])[] = [
  [/(DynamoDB::Table|AWS::DynamoDB|Database::SQL)$/i, 'database'],
  [/PGSQL Query_remote$/i, 'database'],
  [/(SQS::Queue|SimpleNotificationService)$/i, 'message_queue'],
  [/AWS::S3$/i, 'storage_volume'],
  [/ECS::(Fargate|Container)$/i, 'container'],
  [/AWS::Lambda(::Function)?$/i, 'application'],
  [/elb\.amazonaws\.com_remote$/i, 'load_balancer'],
];

export function classOf(node: string): string {
  return BY_SUFFIX.find(([pattern]) => pattern.test(node))?.[1] ?? 'application_service';
}
