import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { describeConventions } from './openapi-conventions';
import { describeExamples } from './openapi-examples';
import { describeRefusals } from './openapi-refusals';
import { describeResources, ID_BY_RULE } from './openapi-resources';
import { describeSparseAnswers } from './lists/sparse-schemas';

export interface OpenApiDefinition {
  readonly title: string;
  readonly description: string;
}

/** The OpenAPI 3.1 document of the routes that are there, made from the code. */
export function buildOpenApi(app: INestApplication, definition: OpenApiDefinition): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(definition.title)
    .setDescription(definition.description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'This platform.')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'A token of the OpenID Connect provider that the platform trusts, or an API key.',
    })
    .addApiKey({ type: 'apiKey', name: 'X-API-Key', in: 'header', description: 'A key of a machine.' }, 'apiKey')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, builder, {
    operationIdFactory: () => ID_BY_RULE,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: PROBLEM } };
  if (Object.keys(document.info.contact ?? {}).length === 0) delete document.info.contact;
  describeResources(document);
  describeSparseAnswers(document);
  describeConventions(document);
  describeRefusals(document);
  describeExamples(document);
  return document;
}

const text = (description: string) => ({ type: 'string', description });

/** A problem document (RFC 9457), as every refusal has it. */
const PROBLEM: NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string] = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: text('Kind of problem, a path that does not change.'),
    title: text('The kind in words.'),
    status: { type: 'integer', description: 'HTTP status.' },
    detail: text('What is wrong with this request, and what to do.'),
    instance: text('The path of the request.'),
    traceId: text('To be given to those who run the platform.'),
    errors: {
      type: 'array',
      description: 'Each thing that is wrong with the input.',
      items: {
        type: 'object',
        required: ['pointer', 'reason'],
        properties: { pointer: text('Where: a JSON pointer.'), reason: text('Why.') },
      },
    },
  },
};
