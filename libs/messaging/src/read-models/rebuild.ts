import { type DataSource } from 'typeorm';

import { type EventTransport } from '../port';
import { compareTables, type TableComparison } from './comparison';
import { type Fed, LogFeed } from './log-feed';
import {
  before,
  building,
  copyEmpty,
  drop,
  exists,
  livingPlace,
  type Place,
  requireMovable,
  requireSameShape,
  swap,
} from './model-tables';
import { type ReadModel } from './read-model';
import { Refused } from './refusals';
import { Session } from './session';
import { atStandstill, reachLiving, type StandstillOptions } from './standstill';

const REPORT_MS = 500;
const PATIENCE_MS = 60_000;

export interface Progress extends Readonly<Fed> {
  /** Records in the topics when it began. */
  readonly total: number;
  readonly seconds: number;
}

/** What came of a rebuild, a comparison or an undo. */
export interface Rebuilt extends Progress {
  readonly tables: readonly TableComparison[];
  readonly swapped: boolean;
  /** Aggregates that stand still at a parked event: there the copy stops as the living model does. */
  readonly parkedAggregates: number;
}

export interface RebuildOptions {
  readonly database: DataSource;
  readonly transport: EventTransport;
  readonly model: ReadModel;
  readonly onProgress?: (progress: Progress) => void;
  /** Whether to swap, seeing how the living model differs. It is asked without any lock. */
  readonly decide: (tables: readonly TableComparison[]) => Promise<boolean> | boolean;
  /** For how long it is tried to lock the tables for a moment; a minute when left out. */
  readonly patienceMs?: number;
}

/** The living model and a copy of it that is being brought up to date. */
interface Work extends RebuildOptions {
  readonly admin: Session;
  readonly living: Place;
  readonly copy: Place;
  readonly fromNothing: boolean;
}

/**
 * Makes the model again from the log in tables beside the living ones, compares, and where `decide` says so swaps, while
 * the service goes on. Nothing is published, and nothing but the model's tables is written.
 * @throws Refused why it can't be done; the living model is then as it was.
 */
export async function rebuildReadModel(options: RebuildOptions): Promise<Rebuilt> {
  const { database, model } = options;
  return alone(options, async (admin, living) => {
    const copy = building(model);
    await requireMovable(admin, living, model);
    // What a rebuild that was killed has left.
    await drop(admin, copy);
    await copyEmpty(admin, living, model, copy);
    try {
      return await bringUp({ ...options, database, admin, living, copy, fromNothing: true });
    } finally {
      await drop(admin, copy).catch(() => undefined);
    }
  });
}

/**
 * Brings the tables back that the last swap has kept, after taking over what has happened since. Those that are
 * replaced are kept in turn.
 * @throws Refused when none are kept, or they don't fit any more.
 */
export async function undoRebuild(options: RebuildOptions): Promise<Rebuilt> {
  const { model } = options;
  return alone(options, async (admin, living) => {
    const copy = before(model);
    if (!(await exists(admin, copy))) throw new Refused(`There is no rebuild of ${model.name} to undo`);
    await requireSameShape(admin, living, model, copy);
    return bringUp({ ...options, admin, living, copy, fromNothing: false });
  });
}

/** Drops the tables that the last swap has kept. */
export async function forgetBefore(options: Pick<RebuildOptions, 'database' | 'model'>): Promise<void> {
  await alone(options, (admin) => drop(admin, before(options.model)));
}

export interface Kept {
  /** Whether the last rebuild can be undone. */
  readonly before: boolean;
  /** Whether a rebuild is at work, or was killed. */
  readonly building: boolean;
}

export async function whatIsKept({ database, model }: Pick<RebuildOptions, 'database' | 'model'>): Promise<Kept> {
  const session = await Session.open(database);
  try {
    return {
      before: await exists(session, before(model)),
      building: await exists(session, building(model)),
    };
  } finally {
    await session.close();
  }
}

async function bringUp(work: Work): Promise<Rebuilt> {
  const { database, transport, model, admin, living, copy, fromNothing } = work;
  const started = performance.now();
  const total = await recordsIn(transport, model);
  const writer = await Session.open(database, { search_path: `"${copy.schema}"`, synchronous_commit: 'off' });
  const feed = new LogFeed({ transport, model, living, session: writer, fromNothing });
  const progress = (): Progress => ({ ...feed.fed, total, seconds: (performance.now() - started) / 1_000 });
  const reporting = setInterval(() => work.onProgress?.(progress()), REPORT_MS);
  try {
    await feed.ready();
    await reachLiving(feed);
    clearInterval(reporting);
    const read = progress();
    work.onProgress?.(read);
    const standstill = { session: admin, model, living, feed, patienceMs: work.patienceMs ?? PATIENCE_MS };
    const tables = await compare(work, standstill);
    const parkedAggregates = await countParked(admin, living, model);
    const swapped = await work.decide(tables);
    if (swapped) {
      await reachLiving(feed);
      await replace(work, standstill);
    }
    return { ...read, tables, swapped, parkedAggregates };
  } finally {
    clearInterval(reporting);
    await feed.close();
    await writer.close();
  }
}

/** The comparison itself takes no lock: it sees both as they were in the moment of the standstill. */
async function compare(work: Work, standstill: StandstillOptions): Promise<TableComparison[]> {
  const { database, model, living, copy } = work;
  const reader = await Session.open(database);
  try {
    await atStandstill(standstill, async () => {
      await reader.query('rollback');
      await reader.query('begin isolation level repeatable read read only');
      await reader.query('select 1 from pg_class limit 1');
    });
    return await compareTables(reader, model, living, copy);
  } finally {
    await reader.close();
  }
}

async function replace({ admin, model, living, copy }: Work, standstill: StandstillOptions): Promise<void> {
  await atStandstill(standstill, async (lock) => {
    await requireSameShape(admin, living, model, copy);
    await lock('access exclusive');
    await swap(admin, living, model, copy);
  });
}

/** Any number; with the model's name it stands for one rebuild at a time. */
const LOCK_SPACE = 7_403_120;

/** Runs the work while nobody else rebuilds this model. The lock ends with its connection, however that ends. */
async function alone<T>(
  { database, model }: Pick<RebuildOptions, 'database' | 'model'>,
  work: (admin: Session, living: Place) => Promise<T>,
): Promise<T> {
  const guard = await Session.open(database);
  const admin = await Session.open(database);
  try {
    return await guard.transaction(async () => {
      const [row] = await guard.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1, hashtext($2)) as free', [
        LOCK_SPACE,
        model.name,
      ]);
      if (row?.free !== true) throw new Refused(`Somebody else is just rebuilding ${model.name}`);
      return work(admin, await livingPlace(admin));
    });
  } finally {
    await admin.close();
    await guard.close();
  }
}

/** A group that never was has everything before it. */
async function recordsIn(transport: EventTransport, model: ReadModel): Promise<number> {
  const lag = await transport.lag(`${model.consumer}.rebuild`, model.topics);
  return [...lag.values()].reduce((sum, partitions) => sum + sumOf(partitions), 0);
}

function sumOf(partitions: number | ReadonlyMap<number, number>): number {
  return typeof partitions === 'number' ? partitions : [...partitions.values()].reduce((sum, one) => sum + one, 0);
}

async function countParked(admin: Session, living: Place, model: ReadModel): Promise<number> {
  const [row] = await admin.query<{ count: number }>(
    `select count(distinct (aggregate_type, aggregate_id))::int as count from "${living.schema}".dead_letter
     where consumer = $1 and status = 'parked' and aggregate_id is not null`,
    [model.consumer],
  );
  return row?.count ?? 0;
}
