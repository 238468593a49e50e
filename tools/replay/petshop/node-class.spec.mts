import { classOf } from './node-class.mts';

describe('the class of a node', () => {
  it.each([
    ['PetSite', 'application_service'],
    ['PetSearch_client', 'application'],
    ['PetSearch_AWS::ECS::Fargate', 'container'],
    ['payforadoption_AWS::ECS::Container', 'container'],
    ['petInfo_AWS::DynamoDB::Table', 'database_instance'],
    ['DynamoDB_AWS::DynamoDB', 'cloud_service'],
    ['adoptions@services-database.us-west-2.rds.amazonaws.com_Database::SQL', 'database_instance'],
    ['PGSQL Query_remote', 'database_instance'],
    ['https://sqs.us-west-2.amazonaws.com/Services-sqspetadoption_AWS::SQS::Queue', 'message_queue'],
    ['lambdastatusupdater_AWS::Lambda::Function', 'function'],
    ['lambda_step_readDDB_AWS::Lambda', 'function'],
    ['PetAdoptionStatusUpdater/prod_AWS::ApiGateway::Stage', 'application'],
    ['AWS::StepFunctions::StateMachine', 'application'],
    ['StepFunctions_AWS::StepFunctions', 'cloud_service'],
    ['servi-petsi.us-west-2.elb.amazonaws.com_remote', 'load_balancer'],
    ['www.amazon.com_remote', 'external_service'],
  ])('%s is %s', (node, ciClass) => expect(classOf(node)).toBe(ciClass));
});
