import {
  jsonSchemaOf,
  list,
  type Members,
  named,
  type Operation,
  operationsOf,
  parametersOf,
  record,
} from './openapi-members';

const SUCCESS = /^20[0124]$/;
/** How deep in an answer resources are looked for: `/items/0/resource`. */
const DEEPEST = 3;

/** What has an address of its own, such as `/v1/incidents/{id}`. */
interface Resource {
  readonly path: string;
  /** What stands last in the path, and the member of the representation that stands there. */
  readonly parameter: string;
  readonly member: string;
  /** Operations on it and on what is below it. */
  readonly operations: readonly Operation[];
  /** Names of the schemas by which it is answered. */
  readonly schemas: ReadonlySet<string>;
}

/** Where in an answer there is a value of a schema with a name. */
interface Place {
  readonly pointer: string;
  readonly schema: string;
}

interface Known {
  readonly operations: readonly Operation[];
  readonly resources: readonly Resource[];
}

interface Link {
  /** Under which the document has it once. */
  readonly name: string;
  readonly operationId: string;
  readonly parameters?: Members;
  readonly requestBody?: Members;
}

/** Members that hold the id of another resource, and the path of that. */
const REFERENCES: Readonly<Record<string, string>> = {
  ciId: '/v1/cis/{id}',
  parentId: '/v1/cis/{id}',
  childId: '/v1/cis/{id}',
  incidentId: '/v1/incidents/{id}',
  changeId: '/v1/changes/{id}',
  causedByChangeId: '/v1/changes/{id}',
  resourceId: '/v1/resources/{id}',
  thresholdId: '/v1/thresholds/{id}',
};
/** Beside it `resourceId` is the id of anything. */
const OF_ANY_KIND = 'resourceType';

const ID = '$response.body#/id';
const NAME = '$response.body#/name';
/** What follows from no name: ids in answers that have no schema, and resources that a request is about. */
const BY_OPERATION: Readonly<Record<string, readonly Link[]>> = {
  redriveDeadLetters: [{ name: 'readDeadLetterTask', operationId: 'readDeadLetterTask', parameters: { id: ID } }],
  discardDeadLetters: [{ name: 'readDeadLetterTask', operationId: 'readDeadLetterTask', parameters: { id: ID } }],
  readCiClass: [{ name: 'createCiOfClass', operationId: 'createCi', requestBody: { class: NAME } }],
  createCi: [
    { name: 'openIncidentOfCi', operationId: 'openIncident', requestBody: { ci: ID } },
    { name: 'openChangeOfCi', operationId: 'openChange', requestBody: { cis: [ID] } },
    { name: 'createRelationshipOfParent', operationId: 'createRelationship', requestBody: { parentId: ID } },
  ],
};

/**
 * Adds to each answer what can be done next with what it shows: with the resource that has this id, its parts and actions,
 * with what it refers to, with a list's next page.
 */
export function describeLinks(document: Members): void {
  const operations = operationsOf(document);
  const resources = resourcesOf(document, operations);
  const links = new Map<string, Omit<Link, 'name'>>();
  for (const operation of operations) {
    for (const [status, answer] of Object.entries(record(operation.members['responses']))) {
      if (!SUCCESS.test(status)) continue;
      const own = linksOf(document, operation, record(answer), { operations, resources }).filter(({ operationId }) =>
        operations.some(({ id }) => id === operationId),
      );
      if (own.length === 0) continue;
      for (const { name, ...link } of own) links.set(name, link);
      record(answer)['links'] = Object.fromEntries(
        own.map(({ name }) => [name, { $ref: `#/components/links/${name}` }]),
      );
    }
  }
  const sorted = [...links].sort(([one], [other]) => (one < other ? -1 : 1));
  document['components'] = { ...record(document['components']), links: Object.fromEntries(sorted) };
}

function linksOf(
  document: Members,
  from: Operation,
  answer: Members,
  { operations, resources }: Known,
): readonly Link[] {
  const shown = placesIn(document, jsonSchemaOf(answer)).flatMap(({ pointer, schema }) => {
    const resource = resources.find(({ schemas }) => schemas.has(schema));
    return resource === undefined ? [] : [{ pointer, resource }];
  });
  const others = shown.flatMap(({ pointer, resource }) => toShown(from, resource, pointer));
  if (isAction(from)) return others;
  return [
    ...others,
    ...toNewOnes(from, operations),
    ...(shown.some(({ pointer }) => pointer === '') ? [] : toItself(from, resources)),
    ...toReferences(document, answer, resources),
    ...toNextPage(from),
    ...(BY_OPERATION[from.id] ?? []),
  ];
}

/** What can be done after an action is said where its resource is read, not once more with each action. */
function isAction({ method, path }: Operation): boolean {
  return method === 'post' && path.includes('{');
}

/** To what can be done with the resource at the pointer. What is one of many is read first. */
function toShown(from: Operation, resource: Resource, pointer: string): readonly Link[] {
  const above = parametersOf(resource.path).slice(0, -1);
  const isItsOwn = isAction(from) && resource.operations.includes(from);
  if (isItsOwn || !above.every((name) => parametersOf(from.path).includes(name))) return [];
  const follows = (target: Operation) => target !== from && (target.method === 'get' || pointer === '');
  return resource.operations.filter(follows).map((target) => ({
    name: target.id + suffixOf(pointer),
    operationId: target.id,
    parameters: {
      ...ofThePath(above),
      [resource.parameter]: `$response.body#${pointer}/${resource.member}`,
      ...(pointer === '' && takes(target, 'If-Match') ? { 'If-Match': '$response.header.ETag' } : {}),
    },
  }));
}

/** To a resource that the answer does not show: what can be done with it once it is read, and how it is when it is gone. */
function toItself(from: Operation, resources: readonly Resource[]): readonly Link[] {
  const resource = resources.find(({ operations }) => operations.includes(from));
  const isRead = from.path === resource?.path && from.method === 'get';
  if (resource === undefined || !(isRead || from.method === 'delete')) return [];
  return resource.operations
    .filter((target) => target !== from && (isRead || target.method === 'get'))
    .map((target) => ({
      name: `${target.id}Again`,
      operationId: target.id,
      parameters: ofThePath(parametersOf(resource.path)),
    }));
}

function toReferences(document: Members, answer: Members, resources: readonly Resource[]): readonly Link[] {
  const [, whole] = named(document, jsonSchemaOf(answer));
  const [, first] = named(document, record(named(document, record(record(whole['properties'])['items']))[1]['items']));
  return Object.entries({ '': whole, '/items/0': first }).flatMap(([pointer, { properties }]) => {
    const members = new Set(Object.keys(record(properties)));
    if (members.has(OF_ANY_KIND)) members.delete('resourceId');
    return Object.entries(REFERENCES).flatMap(([member, path]): Link[] => {
      const target = resources
        .find((resource) => resource.path === path)
        ?.operations.find((operation) => operation.path === path && operation.method === 'get');
      if (target === undefined || !members.has(member)) return [];
      const name = `${target.id}By${pascal(member)}${suffixOf(pointer)}`;
      return [{ name, operationId: target.id, parameters: { id: `$response.body#${pointer}/${member}` } }];
    });
  });
}

/** From a list to what adds to it. */
function toNewOnes(from: Operation, operations: readonly Operation[]): readonly Link[] {
  if (from.method !== 'get') return [];
  const target = operations.find(({ method, path }) => method === 'post' && path === from.path && !path.includes('{'));
  return target === undefined ? [] : [{ name: `${target.id}Anew`, operationId: target.id }];
}

function toNextPage(from: Operation): readonly Link[] {
  if (from.method !== 'get' || !takes(from, 'cursor')) return [];
  const parameters = { ...ofThePath(parametersOf(from.path)), cursor: '$response.body#/nextCursor' };
  return [{ name: `${from.id}NextPage`, operationId: from.id, parameters }];
}

function resourcesOf(document: Members, operations: readonly Operation[]): readonly Resource[] {
  const taken = new Set<Operation>();
  return operations
    .filter(({ method, path }) => method === 'get' && path.endsWith('}'))
    .map(({ path }) => path)
    .sort((one, other) => other.length - one.length) // a delivery's before those of the webhook that it is below
    .map((path) => {
      const own = operations.filter(
        (operation) => !taken.has(operation) && (operation.path === path || operation.path.startsWith(`${path}/`)),
      );
      own.forEach((operation) => taken.add(operation));
      const parameter = parametersOf(path).at(-1) ?? '';
      return {
        ...{ path, parameter, member: parameter === 'name' ? 'name' : 'id', operations: own },
        schemas: new Set(operations.flatMap((operation) => schemasOf(document, operation, path))),
      };
    });
}

/** Names of the schemas by which the operation answers the resource with the path: one of a list, a new one, itself. */
function schemasOf(document: Members, { method, path, members }: Operation, of: string): readonly string[] {
  const isCollection = path === of.slice(0, of.lastIndexOf('/'));
  if (!isCollection && path !== of) return [];
  const at = isCollection && method === 'get' ? '/items/0' : '';
  const answer = record(record(members['responses'])[isCollection && method === 'post' ? '201' : '200']);
  return placesIn(document, jsonSchemaOf(answer)).flatMap(({ pointer, schema }) => (pointer === at ? [schema] : []));
}

function placesIn(document: Members, given: Members, pointer = ''): readonly Place[] {
  const [name, schema] = named(document, given);
  const here = name === undefined ? [] : [{ pointer, schema: name }];
  if (pointer.split('/').length > DEEPEST) return here;
  const members = Object.entries(record(schema['properties']));
  return [
    ...here,
    ...members.flatMap(([member, value]) => placesIn(document, record(value), `${pointer}/${member}`)),
    ...('items' in schema ? placesIn(document, record(schema['items']), `${pointer}/0`) : []),
  ];
}

function takes({ members }: Operation, name: string): boolean {
  return list(members['parameters']).some((parameter) => record(parameter)['name'] === name);
}

function ofThePath(names: readonly string[]): Members {
  return Object.fromEntries(names.map((name) => [name, `$request.path.${name}`]));
}

/** `/items/0/resource` is `OfItemsResource`. */
function suffixOf(pointer: string): string {
  const words = pointer.split('/').filter((word) => word !== '' && word !== '0');
  return words.length === 0 ? '' : `Of${words.map(pascal).join('')}`;
}

function pascal(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
