import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isRecord } from '@itops/kit';

import { dataSchemaUri, versionOf } from './evolution/event-version';
import { domainEvents, inboundEvents, knownEventType, upcast } from './registry';
import { validationErrors } from './validation';

const folder = path.join(__dirname, '..', 'released');

function parsed(file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

// Of events; beside their folders lies the document of the API.
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.json') && file.includes(path.sep),
);
const schemas = files.filter((file) => file.endsWith('.schema.json'));
const examplesOf = (file: string) => file.replace(/\.schema\.json$/, '.examples.json');

describe('the released versions', () => {
  it('are of every event that is registered, in its present revision', () => {
    for (const { type, revision } of [...domainEvents, ...inboundEvents]) {
      const { fact, major } = versionOf(type) ?? {};
      expect(schemas).toContain(path.join(String(fact), `${major}.${revision}.schema.json`));
    }
  });

  it('each have examples, and nothing else is there', () => {
    expect([...schemas, ...schemas.map(examplesOf)].sort()).toEqual([...files].sort());
  });

  it.each(schemas)('%s: its examples are read by this build', (file) => {
    const release = parsed(file);
    const examples = parsed(examplesOf(file));
    if (!isRecord(release) || !Array.isArray(examples)) throw new Error(`${file} is no release`);
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) {
      if (!isRecord(example)) throw new Error(`${file} has an example that is no event`);
      const { type, data, dataschema } = example;
      expect(type).toBe(release['type']);
      expect(dataschema).toBe(dataSchemaUri(String(type), Number(release['revision'])));
      const current = upcast({ type: String(type), data });
      const contract = knownEventType(current.type);
      expect(contract).toMatchObject({ topic: release['topic'] });
      expect([...domainEvents, ...inboundEvents].map((event) => event.type)).toContain(current.type);
      if (contract !== undefined) expect(validationErrors(contract.schema, current.data)).toEqual([]);
    }
  });
});
