import { type TSchema } from '@sinclair/typebox';

import { type EventContract } from '../event';
import { type InboundContract } from '../inbound/reported.v1';
import { dataSchemaUri, versionOf } from './event-version';
import { type Upcaster } from './upcaster';

export interface KnownType {
  readonly type: string;
  readonly topic: string;
  readonly schema: TSchema;
  /** Domain events carry a gapless aggregate version; what tools send in does not. */
  readonly versioned: boolean;
  /** Of the schema above: what is published now says it as its `dataschema`. */
  readonly dataSchema: string;
}

/** As much of an event as decides which schema its data has. */
export interface TypedData {
  readonly type: string;
  readonly data: unknown;
}

/** What a reader knows of events: their contracts, and how older versions become current. */
export interface EventCatalogue {
  /** The contract of a type, also of one that nobody publishes any more but that its topic still holds. */
  known(type: string): KnownType | undefined;
  /**
   * The newest version of the fact that this reader knows. What is current comes back as it is, and so does what isn't
   * valid by its own schema or not known: the check that follows refuses it and says why. Pure.
   * @throws what an upcaster throws on data that is valid by the older schema, which is a fault of the upcaster
   */
  upcast<Event extends TypedData>(event: Event): Event;
  /** The newest type of the same fact that is known, when `type` is later than that; else undefined. */
  olderThan(type: string): string | undefined;
}

export interface CatalogueContents {
  readonly domainEvents: readonly EventContract[];
  readonly inboundEvents: readonly InboundContract[];
  readonly upcasters: readonly Upcaster[];
}

/** @throws Error when the upcasters are no way to a current version. */
export function eventCatalogue({ domainEvents, inboundEvents, upcasters }: CatalogueContents): EventCatalogue {
  const next = nextVersions(upcasters, new Set(domainEvents.map(({ type }) => type)));
  const retired = upcasters.map(({ from }) => from);
  const known = new Map<string, KnownType>();
  for (const contract of [...retired, ...domainEvents]) known.set(contract.type, knownType(contract, true));
  for (const contract of inboundEvents) known.set(contract.type, knownType(contract, false));
  const newest = newestOfEach([...known.keys()]);

  return {
    known: (type) => known.get(type),
    upcast: (event) => {
      let current = event;
      for (let step = next.get(current.type); step !== undefined; step = next.get(current.type)) {
        const converted = step.convert(current.data);
        if (converted === undefined) return current;
        current = { ...current, type: step.to.type, data: converted.data };
      }
      return current;
    },
    olderThan: (type) => {
      const version = versionOf(type);
      if (version === undefined) return undefined;
      const latest = newest.get(version.fact);
      return latest !== undefined && latest.major < version.major ? latest.type : undefined;
    },
  };
}

function knownType({ type, topic, schema, revision }: EventContract | InboundContract, versioned: boolean): KnownType {
  return { type, topic: topic.name, schema, versioned, dataSchema: dataSchemaUri(type, revision) };
}

/** By the type that it starts from. Each step goes up, so no chain has a loop. */
function nextVersions(upcasters: readonly Upcaster[], current: ReadonlySet<string>): ReadonlyMap<string, Upcaster> {
  const next = new Map<string, Upcaster>();
  for (const upcaster of upcasters) {
    const { from, to } = upcaster;
    const [older, newer] = [versionOf(from.type), versionOf(to.type)];
    const way = `The upcaster from ${from.type} to ${to.type}`;
    if (older === undefined || older.fact !== newer?.fact || older.major >= newer.major) {
      throw new Error(`${way} must lead to a later version of the same fact.`);
    }
    // On another topic or as another aggregate it would leave the sequence that it has its version in.
    if (from.topic.name !== to.topic.name || from.aggregate !== to.aggregate) {
      throw new Error(`${way} must keep its topic and aggregate.`);
    }
    if (next.has(from.type)) throw new Error(`${from.type} has two upcasters; one way is enough.`);
    next.set(from.type, upcaster);
  }
  for (const { from, to } of upcasters) {
    if (!next.has(to.type) && !current.has(to.type)) {
      throw new Error(`The upcaster from ${from.type} ends at ${to.type}, which is no registered event.`);
    }
  }
  return next;
}

function newestOfEach(types: readonly string[]): ReadonlyMap<string, { type: string; major: number }> {
  const newest = new Map<string, { type: string; major: number }>();
  for (const type of types) {
    const version = versionOf(type);
    if (version === undefined || (newest.get(version.fact)?.major ?? 0) > version.major) continue;
    newest.set(version.fact, { type, major: version.major });
  }
  return newest;
}
