import { type AggregateRef } from '../envelope/received-event';
import { type Tx } from '../transactions/tx';
import { type Move, sequenceKey, type SequenceState } from './placing';

type Database = Pick<Tx, 'query'>;
export type SequenceRef = Pick<AggregateRef, 'type' | 'id'>;

/** Another member is just settling the same messages: look again, they will turn out as known. */
export class SequenceConflict extends Error {}

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
     left join applied p on p.consumer = $1 and p.aggregate_type = a.type and p.aggregate_id = a.id
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
  if (moves.length === 0) return;
  const [row] = await tx.query<{ moved: number }>(
    `with want as (
       select * from unnest($2::text[], $3::text[], $4::int[], $5::int[]) w (type, id, before, after)
     ), known as (
       update applied a set version = want.after from want
       where a.consumer = $1 and a.aggregate_type = want.type and a.aggregate_id = want.id and a.version = want.before
       returning 1
     ), first as (
       insert into applied (consumer, aggregate_type, aggregate_id, version)
       select $1, type, id, after from want where before = 0 order by type, id
       on conflict do nothing returning 1
     )
     select ((select count(*) from known) + (select count(*) from first))::int as moved`,
    [consumer, ...columns(moves), moves.map(({ from }) => from), moves.map(({ to }) => to)],
  );
  if (row?.moved !== moves.length) throw new SequenceConflict('A sequence was moved by another member');
}

function distinct(sequences: readonly SequenceRef[]): SequenceRef[] {
  return [...new Map(sequences.map((sequence) => [sequenceKey(sequence), sequence])).values()];
}

function columns(sequences: readonly SequenceRef[]): [string[], string[]] {
  return [sequences.map(({ type }) => type), sequences.map(({ id }) => id)];
}
