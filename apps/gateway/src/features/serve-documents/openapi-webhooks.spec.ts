import { isRecord } from '@itops/kit';
import { Ajv2020 } from 'ajv/dist/2020';
import { fullFormats } from 'ajv-formats/dist/formats.js';

import { cloudEventText } from '../../events/cloud-event';
import { EVENT_TYPES } from '../../events/event-view';
import { newSecret, signatureHeaders } from '../../webhooks/signature';
import { list, type Members, record } from './openapi-members';
import { describeWebhooks } from './openapi-webhooks';

const ID = '0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07';
const at = (value: unknown, ...names: readonly string[]) =>
  names.reduce<unknown>((part, name) => record(part)[name], value);

const document: Members = { paths: {}, components: {} };
describeWebhooks(document);
const webhooks = Object.entries(record(document['webhooks']));
const ajv = new Ajv2020({ strict: false, formats: fullFormats });
ajv.addSchema({ $id: 'document', ...document });

const schemaOf = (item: unknown) =>
  String(at(item, 'post', 'requestBody', 'content', 'application/cloudevents+json', 'schema', '$ref'));
const typesOf = (item: unknown): readonly unknown[] => {
  const schema = at(document, 'components', 'schemas', schemaOf(item).split('/').at(-1) ?? '');
  return list(at(schema, 'allOf')).flatMap((part) => list(at(part, 'properties', 'type', 'enum')));
};
const exampleOf = (item: unknown) => {
  const name = schemaOf(item).split('/').at(-1) ?? '';
  return at(document, 'components', 'examples', name, 'value');
};

describe('the webhooks of the document', () => {
  it('have each type of event that a subscription can ask for, once', () => {
    const described = webhooks.flatMap(([, item]) => typesOf(item));
    expect([...described].sort()).toEqual([...EVENT_TYPES, 'itops.webhook.ping.v1'].sort());
  });

  it.each(webhooks)('describe what is sent: %s', (_name, item) => {
    const example = exampleOf(item);
    expect(isRecord(example)).toBe(true);
    const validate = ajv.compile({ $ref: `document${schemaOf(item)}` });
    for (const type of typesOf(item)) {
      const sent: unknown = JSON.parse(
        cloudEventText({
          ...{ id: ID, source: 'incident-svc', type: String(type), subject: ID, time: new Date(0), version: 3 },
          ...{ correlationId: ID, causationId: null, actor: 'dana', data: at(example, 'data') },
        }),
      );
      expect([type, validate(sent), validate.errors]).toEqual([type, true, null]);
      expect(validate({ ...record(sent), data: { id: 1 } })).toBe(false);
      expect(validate({ ...record(sent), type: 'itops.other.v1' })).toBe(false);
    }
  });

  it('describe the headers that a signed request has', () => {
    const headers = signatureHeaders({ id: ID, at: new Date(), body: '{}' }, [newSecret(), newSecret()]);
    const described = Object.values(record(at(document, 'components', 'parameters'))).map(record);
    expect(described.map(({ name }) => name).sort()).toEqual(Object.keys(headers).sort());
    for (const { name, schema, example } of described) {
      const validate = ajv.compile(record(schema));
      expect([name, validate(headers[String(name)]), validate(example)]).toEqual([name, true, true]);
    }
  });
});
