/** The CI class for a node, by the end of its name, which is the tracing tool's word for its kind; the first that fits. */
const BY_SUFFIX: readonly (readonly [pattern: RegExp, ciClass: string])[] = [
  [/(DynamoDB::Table|Database::SQL|SQL Query_remote)$/i, 'database_instance'],
  [/SQS::Queue$/i, 'message_queue'],
  [/ECS::(Fargate|Container)$/i, 'container'],
  [/AWS::Lambda(::Function)?$/i, 'function'],
  [/(ApiGateway::Stage|StepFunctions::StateMachine)$/i, 'application'],
  [/elb\.amazonaws\.com_remote$/i, 'load_balancer'],
  [/_AWS::\w+$/i, 'cloud_service'],
  [/_remote$/i, 'external_service'],
  [/_client$/i, 'application'],
];

/** Plain names are the traced applications themselves. */
export function classOf(node: string): string {
  return BY_SUFFIX.find(([pattern]) => pattern.test(node))?.[1] ?? 'application_service';
}
