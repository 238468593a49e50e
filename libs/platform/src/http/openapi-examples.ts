import { isRecord } from '@itops/kit';

type Members = Readonly<Record<string, unknown>>;

const ID = '0198c3a2-7d4e-7b1a-9f52-3c6de81b4a07';
const TIME = '2026-01-31T09:30:00.000Z';

/** What a field is shown as that has no example of its own, by its name. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  action: 'incident.resolve',
  actor: 'dana',
  affectedCi: ID,
  allowedAction: 'close',
  attributes: { environment: 'production' },
  assignee: 'dana',
  assignmentGroup: 'web-operations',
  caller: 'alex',
  changeNumber: 'CHG0000042',
  ci: { source: 'netbox', externalId: 'device-17' },
  ciName: 'shop-web-1',
  class: 'virtual_machine',
  createdBy: 'dana',
  credential: 'api-key',
  dedupKey: 'checkout-slow',
  description: 'Orders take longer than 10 s since 09:12.',
  detail: 'Send what the rule asks for.',
  environment: 'production',
  externalId: 'i-0a1b2c3d',
  externalRef: 'run-42',
  group: 'web-operations',
  hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  kind: 'work',
  labels: { service: 'checkout' },
  metric: 'cpu.utilization',
  name: 'shop-web-1',
  owner: 'dana',
  ownerGroup: 'web-operations',
  permission: 'incident:read',
  pointer: '/title',
  reason: 'Is required.',
  resourceType: 'incident',
  revision: '4f2c9e1',
  service: 'incident-svc',
  snippet: 'Checkout is slow',
  source: 'prometheus',
  summary: 'Checkout is slow',
  text: 'Restarted the second worker.',
  title: 'Checkout is slow',
  unit: '%',
  url: 'https://ci.example.org/runs/42',
  href: 'https://wiki.example.org/checkout',
};

const BY_FORMAT: Readonly<Record<string, unknown>> = {
  uuid: ID,
  'date-time': TIME,
  date: '2026-01-31',
  uri: 'https://example.org/hook',
  email: 'dana@example.org',
};

/**
 * Shows with each request and each answer how it looks. An example is composed of those of the fields, so that it says
 * what the schema says; the examples of a schema with a name are under that name.
 */
export function describeExamples(document: Described): void {
  const { paths, webhooks, components } = document;
  const composer = new Composer(record(record(components)['schemas']));
  const items = [paths, webhooks].flatMap((part) => Object.values(record(part)));
  for (const operation of items.flatMap((item) => Object.values(record(item)).filter(isRecord))) {
    const answers = Object.entries(record(operation['responses'])).filter(([status]) => status.startsWith('2'));
    for (const place of [operation['requestBody'], ...answers.map(([, answer]) => answer)]) {
      for (const media of Object.values(record(record(place)['content'])).filter(isRecord)) composer.addTo(media);
    }
  }
  document.components = {
    ...components,
    examples: { ...record(record(components)['examples']), ...Object.fromEntries(composer.named) },
  };
}

/** As much of a document as has examples. */
interface Described {
  readonly paths?: unknown;
  readonly webhooks?: unknown;
  components?: object;
}

class Composer {
  readonly named = new Map<string, { value: unknown }>();

  constructor(private readonly schemas: Members) {}

  addTo(media: Record<string, unknown>): void {
    if ('example' in media || 'examples' in media || !isRecord(media['schema'])) return;
    const schema = this.firstOf(media['schema']);
    const name = nameIn(schema);
    if (name === undefined) media['example'] = this.valueOf(schema);
    else {
      this.named.set(name, { value: this.valueOf(schema) });
      media['examples'] = { [name]: { $ref: `#/components/examples/${name}` } };
    }
  }

  private firstOf(schema: Members): Members {
    const first = [schema['anyOf'], schema['oneOf']].flatMap(list).find(isRecord);
    return first !== undefined && schema['properties'] === undefined ? this.firstOf(first) : schema;
  }

  private valueOf(given: Members, name = '', within: readonly string[] = []): unknown {
    if ('example' in given) return given['example'];
    if (Array.isArray(given['examples']) && given['examples'].length > 0) return given['examples'][0];
    if ('const' in given) return given['const'];
    if ('default' in given) return given['default'];
    const ref = nameIn(given);
    if (ref !== undefined) {
      // What holds itself, such as a tree, ends here.
      return within.includes(ref) ? undefined : this.valueOf(record(this.schemas[ref]), name, [...within, ref]);
    }
    const schema = this.firstOf(given);
    if (schema !== given) return this.valueOf(schema, name, within);
    if (Array.isArray(schema['allOf'])) {
      const parts = schema['allOf'].filter(isRecord).map((part) => this.valueOf(part, name, within));
      return parts.every(isRecord) ? Object.assign({}, ...parts) : parts[0];
    }
    if (mayBeNull(schema) && !(name in BY_NAME)) return null;
    if (Array.isArray(schema['enum'])) return schema['enum'][0];
    return this.plainValue(schema, name, within);
  }

  private plainValue(schema: Members, name: string, within: readonly string[]): unknown {
    const types = Array.isArray(schema['type']) ? schema['type'] : [schema['type']];
    switch (types.find((type) => type !== 'null')) {
      case 'string':
        return textOf(schema, name);
      case 'integer':
      case 'number':
        return numberOf(schema);
      case 'boolean':
        return false;
      case 'array':
        return this.listOf(schema, name, within);
      case 'object':
        return this.objectOf(schema, name, within);
      default:
        return 'properties' in schema ? this.objectOf(schema, name, within) : (BY_NAME[name] ?? null);
    }
  }

  private listOf(schema: Members, name: string, within: readonly string[]): unknown[] {
    const { items, prefixItems } = schema;
    if (schema['maxItems'] === 0) return [];
    const places = (Array.isArray(prefixItems) ? prefixItems : [items]).filter(isRecord);
    const one = name.endsWith('s') ? name.slice(0, -1) : name;
    return places.map((item) => this.valueOf(item, one, within)).filter((value) => value !== undefined);
  }

  private objectOf(schema: Members, name: string, within: readonly string[]): Members {
    if (schema['properties'] === undefined) return record(BY_NAME[name]);
    const required = Array.isArray(schema['required']) ? schema['required'] : [];
    const members = Object.entries(record(schema['properties'])).flatMap(([own, member]): [string, unknown][] => {
      if (!isRecord(member)) return [];
      const value = this.valueOf(member, own, within);
      return value === undefined || (value === null && !required.includes(own)) ? [] : [[own, value]];
    });
    return Object.fromEntries(members);
  }
}

function mayBeNull({ type }: Members): boolean {
  return Array.isArray(type) && type.includes('null');
}

function textOf(schema: Members, name: string): unknown {
  const { format, pattern, maxLength, minLength } = schema;
  if (typeof format === 'string' && format in BY_FORMAT) return BY_FORMAT[format];
  const own = BY_NAME[name];
  const text =
    typeof own === 'string' ? own : /(?:Id|^id)$/.test(name) ? ID : /(?:At|^at|^from|^to)$/.test(name) ? TIME : name;
  const long = typeof minLength === 'number' ? text.padEnd(minLength, '-') : text;
  const cut = typeof maxLength === 'number' ? long.slice(0, maxLength) : long;
  return typeof pattern === 'string' && !new RegExp(pattern, 'u').test(cut) ? null : cut;
}

function numberOf({ minimum, maximum, exclusiveMinimum }: Members): number {
  if (typeof minimum === 'number') return minimum;
  if (typeof exclusiveMinimum === 'number') return exclusiveMinimum + 1;
  return typeof maximum === 'number' && maximum < 1 ? maximum : 1;
}

function nameIn({ $ref }: Members): string | undefined {
  return typeof $ref === 'string' && $ref.startsWith('#/components/schemas/') ? $ref.split('/').at(-1) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Members {
  return isRecord(value) ? value : {};
}
