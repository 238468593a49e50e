import { type AggregateRef } from '../envelope/received-event';
import { type Tx } from '../transactions/tx';
import { type Move, sequenceKey, type SequenceState } from './placing';

type Database = Pick<Tx, 'query'>;
export type SequenceRef = Pick<AggregateRef, 'type' | 'id'>;

/** Another member is just settling the same messages: look again, they will turn out as known. */
export class SequenceConflict extends Error {}

/*
 * Sequences are looked up one by one, by `lateral … limit 1`, and changed where they were found: a plain join lets the
 * planner read all that the consumer has ever applied, for each batch.
 */

export async function loadSequences(
  database: Database,
  consumer: string,
  sequences: readonly SequenceRef[],
): Promise<{ states: Map<string, SequenceState>; someHeld: boolean }> {
  const wanted = distinct(sequences);
  if (wanted.length === 0) return { states: new Map(), someHeld: false };
  const rows = await database.query<{ type: string; id: string; held: boolean } & SequenceState>(
    `select a.type, a.id, coalesce(p.version, 0) as applied, d."parkedFrom", d.discarded,
            exists (select 1 from held_message h
                    where h.consumer = $1 and h.aggregate_type = a.type and h.aggregate_id = a.id) as held
     from unnest($2::text[], $3::text[]) a (type, id)
     left join lateral (
       select version from applied
       where consumer = $1 and aggregate_type = a.type and aggregate_id = a.id limit 1) p on true
     cross join lateral (
       select min(l.aggregate_version) filter (where l.status = 'parked') as "parkedFrom",
              coalesce(array_agg(l.aggregate_version) filter (where l.status = 'discarded'), '{}') as discarded
       from dead_letter l
       where l.consumer = $1 and l.aggregate_type = a.type and l.aggregate_id = a.id and l.status <> 'redriven'
         and l.aggregate_version > coalesce(p.version, 0)) d`,
    [consumer, ...columns(wanted)],
  );
  return {
    states: new Map(
      rows.map(({ type, id, applied, parkedFrom, discarded }) => [
        sequenceKey({ type, id }),
        { applied, parkedFrom, discarded },
      ]),
    ),
    someHeld: rows.some(({ held }) => held),
  };
}

/**
 * Keeps every other member out of these sequences until the transaction ends. What was loaded before may be outdated.
 */
export async function lockSequences(tx: Database, consumer: string, sequences: readonly SequenceRef[]): Promise<void> {
  const wanted = distinct(sequences);
  if (wanted.length === 0) return;
  await tx.query(
    `insert into applied (consumer, aggregate_type, aggregate_id, version)
     select $1, w.type, w.id, 0 from unnest($2::text[], $3::text[]) w (type, id) order by w.type, w.id
     on conflict do nothing`,
    [consumer, ...columns(wanted)],
  );
  await tx.query(
    `select 1 from applied a join unnest($2::text[], $3::text[]) w (type, id)
       on a.aggregate_type = w.type and a.aggregate_id = w.id
     where a.consumer = $1 order by a.aggregate_type, a.aggregate_id for update of a`,
    [consumer, ...columns(wanted)],
  );
}

/**
 * Moves each sequence from where it was seen. Done before the handler: from here on the rows' locks keep every other
 * member out of these aggregates. @throws SequenceConflict when one has moved meanwhile.
 */
export async function advance(tx: Database, consumer: string, moves: readonly Move[]): Promise<void> {
  // Not waited for one after the other, so that they travel together.
  const moved = await Promise.all([
    begin(
      tx,
      consumer,
      moves.filter(({ from }) => from === 0),
    ),
    goOn(
      tx,
      consumer,
      moves.filter(({ from }) => from > 0),
    ),
  ]);
  if (moved[0] + moved[1] !== moves.length) throw new SequenceConflict('A sequence was moved by another member');
}

/** Sequences of which nothing was applied yet; a row with 0 is one that was locked. */
async function begin(tx: Database, consumer: string, moves: readonly Move[]): Promise<number> {
  if (moves.length === 0) return 0;
  const rows = await tx.query(
    `insert into applied (consumer, aggregate_type, aggregate_id, version)
     select $1, w.type, w.id, w.after from unnest($2::text[], $3::text[], $4::int[]) w (type, id, after)
     order by w.type, w.id
     on conflict (consumer, aggregate_type, aggregate_id) do update set version = excluded.version
     where applied.version = 0
     returning 1`,
    [consumer, ...columns(moves), moves.map(({ to }) => to)],
    'kept',
  );
  return rows.length;
}

async function goOn(tx: Database, consumer: string, moves: readonly Move[]): Promise<number> {
  if (moves.length === 0) return 0;
  const rows = await tx.query(
    `with seen as materialized (
       select p.place, w.before, w.after
       from unnest($2::text[], $3::text[], $4::int[], $5::int[]) w (type, id, before, after)
       cross join lateral (
         select ctid as place from applied
         where consumer = $1 and aggregate_type = w.type and aggregate_id = w.id limit 1) p
     )
     update applied a set version = s.after from seen s
     where a.ctid = any(array(select place from seen)) and a.ctid = s.place and a.version = s.before
     returning 1`,
    [consumer, ...columns(moves), moves.map(({ from }) => from), moves.map(({ to }) => to)],
  );
  return rows.length;
}

function distinct(sequences: readonly SequenceRef[]): SequenceRef[] {
  return [...new Map(sequences.map((sequence) => [sequenceKey(sequence), sequence])).values()];
}

function columns(sequences: readonly SequenceRef[]): [string[], string[]] {
  return [sequences.map(({ type }) => type), sequences.map(({ id }) => id)];
}
