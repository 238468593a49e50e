import { compare, type Direction, type Finding } from './compatibility.mts';
import { isSchema, type JsonSchema, sameSchema } from './json-schema.mts';

/**
 * What is promised of all versions that share a type. Full: any reader reads any event, older or newer, as the topics are
 * kept for ever and services are upgraded one by one. Backward: a newer reader reads what older senders write; of a door,
 * whose readers refuse unknown members and are therefore upgraded before the senders.
 */
export type Compatibility = 'full' | 'backward';

/** One event as the code declares it. */
export interface Contract {
  readonly type: string;
  readonly revision: number;
  readonly topic: string;
  /** Null for what tools send in. */
  readonly aggregate: string | null;
  readonly promise: Compatibility;
  readonly schema: JsonSchema;
}

/** The same, as it was released. Never changed afterwards. */
export type Release = Contract;

export interface Problem {
  readonly type: string;
  /** `1.0`, or nothing when it is about no released version. */
  readonly against?: string;
  readonly pointer: string;
  readonly rule: string;
  readonly detail: string;
  readonly nextStep: string;
}

export interface Verdict {
  readonly problems: readonly Problem[];
  /** Contracts that are new or have changed compatibly, and are not released yet. */
  readonly unreleased: readonly Contract[];
}

const HOW_TO = 'docs/how-to/change-event.md';

/** `1.0` of `itops.ci.created.v1` with revision 0. */
export function versionOf({ type, revision }: Pick<Contract, 'type' | 'revision'>): string {
  return `${type.slice(type.lastIndexOf('.v') + 2)}.${revision}`;
}

export function factOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.v'));
}

function nextMajor(type: string, contracts: readonly Contract[]): string {
  const majors = contracts
    .filter((one) => factOf(one.type) === factOf(type))
    .map((one) => Number(versionOf(one).split('.')[0]));
  return `${factOf(type)}.v${Math.max(0, ...majors, Number(versionOf({ type, revision: 0 }).split('.')[0])) + 1}`;
}

/** Compares everything that is declared with everything that was ever released. */
export function judge(contracts: readonly Contract[], releases: readonly Release[]): Verdict {
  const verdicts = contracts.map((contract) =>
    judgeOne(
      contract,
      releases.filter(({ type }) => type === contract.type),
      nextMajor(contract.type, contracts),
    ),
  );
  const declared = new Set(contracts.map(({ type }) => type));
  const gone = [...new Set(releases.map(({ type }) => type))].filter((type) => !declared.has(type));
  return {
    problems: [...gone.map(goneProblem), ...verdicts.flatMap(({ problems }) => problems)],
    unreleased: verdicts.flatMap(({ unreleased }) => unreleased),
  };
}

function goneProblem(type: string): Problem {
  return {
    type,
    pointer: '',
    rule: 'event-removed',
    detail: 'was released, and neither the registry nor an upcaster has it: its topic is kept for ever',
    nextStep: `keep its contract, or lead it to a later version with an upcaster: ${HOW_TO}`,
  };
}

function judgeOne(contract: Contract, releases: readonly Release[], newType: string): Verdict {
  const broken = releases.flatMap((release) => breaches(contract, release, newType));
  if (broken.length > 0) return { problems: broken, unreleased: [] };
  const newest = releases.reduce<Release | undefined>(
    (found, release) => (found === undefined || release.revision > found.revision ? release : found),
    undefined,
  );
  const missing = releases.length - 1 - (newest?.revision ?? -1);
  if (missing !== 0) {
    return wrong(
      contract,
      'release-lost',
      'some of its released versions are missing',
      'restore them from the history',
    );
  }
  const isUnchanged = newest !== undefined && sameSchema(newest.schema, contract.schema);
  const due = isUnchanged ? newest.revision : (newest?.revision ?? -1) + 1;
  if (contract.revision !== due) {
    const detail = isUnchanged
      ? `is as it was released, but its revision is ${contract.revision}`
      : `has changed compatibly since ${newest === undefined ? 'ever' : versionOf(newest)}, but its revision is ${contract.revision}`;
    return wrong(contract, 'revision', detail, `write revision: ${due} in its contract: ${HOW_TO}`);
  }
  return { problems: [], unreleased: isUnchanged ? [] : [contract] };
}

function wrong({ type }: Contract, rule: string, detail: string, nextStep: string): Verdict {
  return { problems: [{ type, pointer: '', rule, detail, nextStep }], unreleased: [] };
}

/** What breaks a promise to one released version. */
function breaches(contract: Contract, release: Release, newType: string): Problem[] {
  const { type } = contract;
  const against = versionOf(release);
  const fixed = (['topic', 'aggregate', 'promise'] as const)
    .filter((what) => contract[what] !== release[what])
    .map((what) => ({
      ...{ type, against, pointer: '', rule: what },
      detail: `${what} was ${String(release[what])}, is now ${String(contract[what])}; its sequence and its readers are at the old one`,
      nextStep: `restore it, or name a new event beside it: ${HOW_TO}`,
    }));
  const directions: readonly Direction[] = contract.promise === 'full' ? ['backward', 'forward'] : ['backward'];
  const findings = directions.flatMap((direction) =>
    direction === 'backward'
      ? compare(release.schema, contract.schema, '', direction)
      : compare(contract.schema, release.schema, '', direction),
  );
  return [
    ...fixed,
    ...distinct(findings).map((finding) => ({ type, against, ...finding, nextStep: stepFor(finding, newType) })),
  ];
}

/** The same finding comes from both directions where a member was removed. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

const REPAIRS: Readonly<Partial<Record<Finding['rule'], string>>> = {
  required: 'make it optional',
  'member-removed': 'keep it, beside what takes its place',
  words: 'keep the words as they are, or say the new one in a new optional member',
};

function stepFor({ rule }: Finding, newType: string): string {
  return `${REPAIRS[rule] ?? 'leave it, and say the new thing in a new optional member'}, or add ${newType} with an upcaster: ${HOW_TO}`;
}

/** A release or a declaration, read from JSON. */
export function asContract(value: unknown, whence: string): Contract {
  if (isSchema(value)) {
    const { type, revision, topic, aggregate, promise, schema } = value;
    if (
      typeof type === 'string' &&
      typeof revision === 'number' &&
      typeof topic === 'string' &&
      (typeof aggregate === 'string' || aggregate === null) &&
      (promise === 'full' || promise === 'backward') &&
      isSchema(schema)
    ) {
      return { type, revision, topic, aggregate, promise, schema };
    }
  }
  throw new Error(`${whence} is no contract of an event`);
}
