import { type ProjectionDatabase, type ReadModel } from './read-model';
import { Refused } from './refusals';
import { type Session } from './session';

/** Where a model's tables are: in the service's own schema, or in one beside it. */
export interface Place {
  readonly schema: string;
}

export const building = (model: ReadModel): Place => ({ schema: `read_model_${underscored(model)}_building` });
export const before = (model: ReadModel): Place => ({ schema: `read_model_${underscored(model)}_before` });

const underscored = ({ name }: ReadModel): string => name.replaceAll('-', '_');

/** A table or sequence, as SQL. Names were checked where the model was declared. */
export const at = ({ schema }: Place, name: string): string => `"${schema}"."${name}"`;

export const allAt = (place: Place, names: readonly string[]): string =>
  names.map((name) => at(place, name)).join(', ');

export const tablesOf = ({ tables }: ReadModel): string[] => Object.keys(tables);

/** The schema that the service's own statements find first. */
export async function livingPlace(database: ProjectionDatabase): Promise<Place> {
  const [row] = await database.query<{ schema: string }>('select current_schema() as schema');
  if (row === undefined) throw new Refused('The database has no schema of its own');
  return row;
}

export async function exists(database: ProjectionDatabase, { schema }: Place): Promise<boolean> {
  return (await database.query('select 1 from pg_namespace where nspname = $1', [schema])).length > 0;
}

export async function drop(database: ProjectionDatabase, { schema }: Place): Promise<void> {
  await database.query(`drop schema if exists "${schema}" cascade`);
}

/** @throws Refused when the tables have something that a copy would not have, or that would be left behind by it. */
export async function requireMovable(database: ProjectionDatabase, living: Place, model: ReadModel): Promise<void> {
  const tables = tablesOf(model);
  const found = await database.query<{ what: string }>(
    `with wanted as (
       select w.name, c.oid, c.relkind, c.relrowsecurity
       from unnest($2::text[]) w (name)
       left join pg_class c on c.relname = w.name and c.relnamespace = $1::regnamespace
     )
     select format('there is no table %s', name) as what from wanted where oid is null or relkind not in ('r', 'p')
     union all
     select format('%s is divided into partitions', name) from wanted
       where relkind = 'p' or exists (select 1 from pg_inherits i where i.inhrelid = oid or i.inhparent = oid)
     union all
     select format('%s has no primary key', name) from wanted
       where not exists (select 1 from pg_constraint k where k.conrelid = wanted.oid and k.contype = 'p')
     union all
     select format('%s has row security', name) from wanted where relrowsecurity
     union all
     select format('%s refers to %s, and one of them is not part of the model', k.conrelid::regclass, k.confrelid::regclass)
       from pg_constraint k
       where k.contype = 'f'
         and (k.conrelid in (select oid from wanted)) <> (k.confrelid in (select oid from wanted))
     union all
     select format('%s has the trigger %s', w.name, t.tgname) from wanted w join pg_trigger t on t.tgrelid = w.oid
       where not t.tgisinternal
     union all
     select distinct format('the view %s reads %s', r.ev_class::regclass, w.name)
       from wanted w
       join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = w.oid and d.classid = 'pg_rewrite'::regclass
       join pg_rewrite r on r.oid = d.objid and r.ev_class <> w.oid
     union all
     select distinct format('%s owns the sequence %s', w.name, d.objid::regclass)
       from wanted w
       join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = w.oid and d.deptype in ('a', 'i')
         and d.classid = 'pg_class'::regclass
       join pg_class c on c.oid = d.objid and c.relkind = 'S'
     union all
     select format('there is no sequence %s', s.name) from unnest($3::text[]) s (name)
       where not exists (select 1 from pg_class c
                         where c.relname = s.name and c.relnamespace = $1::regnamespace and c.relkind = 'S')`,
    [living.schema, tables, model.sequences],
  );
  if (found.length > 0) {
    throw new Refused(`${model.name} can't be made again beside itself: ${found.map(({ what }) => what).join('; ')}`);
  }
}

/** Empty tables of the same shape, with the same names of indexes and constraints and the same grants. */
export async function copyEmpty(session: Session, living: Place, model: ReadModel, copy: Place): Promise<void> {
  await session.transaction(async () => {
    await session.query(`create schema "${copy.schema}"`);
    for (const ledger of ['applied', 'held_message']) {
      await session.query(`create table ${at(copy, ledger)} (like ${at(living, ledger)} including all)`);
    }
    // Only which versions were discarded; the rest of a letter is of no use here.
    await session.query(
      `create table ${at(copy, 'dead_letter')} (consumer text, aggregate_type text, aggregate_id text,
         aggregate_version int, status text, primary key (consumer, aggregate_type, aggregate_id, aggregate_version))`,
    );
    for (const table of tablesOf(model)) {
      await session.query(
        `create table ${at(copy, table)} (like ${at(living, table)} including all excluding indexes)`,
      );
    }
    const statements = await furnishings(session, living, model);
    // From here on a name without a schema is that of a copy.
    await session.set('search_path', `"${copy.schema}"`, 'transaction');
    for (const statement of statements) await session.query(statement);
  });
}

/** What `like` leaves out or names anew, as statements for the copy, in order. */
async function furnishings(database: ProjectionDatabase, living: Place, model: ReadModel): Promise<string[]> {
  const rows = await database.query<{ statement: string }>(
    `with relation as (
       select c.oid, c.relname, c.relkind, c.relacl, c.reloptions, pg_get_userbyid(c.relowner) as owner
       from pg_class c where c.relnamespace = $1::regnamespace and c.relname = any($2::text[])
     ), step as (
       select 1 as place, relname, format('create sequence %I as %s increment %s minvalue %s maxvalue %s start %s cache %s%s',
           relname, format_type(s.seqtypid, null), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
           case when s.seqcycle then ' cycle' end) as statement
         from relation join pg_sequence s on s.seqrelid = oid
       union all
       select 2, relname, format('alter table %I set (%s)', relname, array_to_string(reloptions, ', '))
         from relation where relkind = 'r' and reloptions is not null
       union all
       select case when k.contype = 'f' then 5 else 3 end, relname,
              format('alter table %I add constraint %I %s', relname, k.conname, pg_get_constraintdef(k.oid))
         from relation r join pg_constraint k on k.conrelid = r.oid and k.contype in ('p', 'u', 'x', 'f')
       union all
       select 4, r.relname, format('create %sindex %I on %I using %s', case when i.indisunique then 'unique ' end, n.relname,
                                 r.relname, substring(pg_get_indexdef(i.indexrelid) from ' USING (.*)$'))
         from relation r join pg_index i on i.indrelid = r.oid join pg_class n on n.oid = i.indexrelid
         where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = r.oid)
       union all
       select 6, relname, format('grant %s on %s %I to %s%s', a.privilege_type,
                                 case relkind when 'S' then 'sequence' else 'table' end, relname,
                                 case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end,
                                 case when a.is_grantable then ' with grant option' end)
         from relation, aclexplode(relacl) a
       union all
       select 7, relname, format('alter %s %I owner to %I', case relkind when 'S' then 'sequence' else 'table' end,
                                 relname, owner)
         from relation where owner <> current_user
     )
     select statement from step order by place, array_position($2::text[], relname::text)`,
    [living.schema, [...tablesOf(model), ...model.sequences]],
  );
  return rows.map(({ statement }) => statement);
}

/** @throws Refused when the tables have another shape by now, as after a migration. */
export async function requireSameShape(
  database: ProjectionDatabase,
  living: Place,
  model: ReadModel,
  other: Place,
): Promise<void> {
  const different = await database.query<{ place: string }>(
    `with attribute as (
       select c.relnamespace = $1::regnamespace as living, c.relname, a.attname, a.atttypid, a.atttypmod, a.attnotnull
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace in ($1::regnamespace, $2::regnamespace) and c.relname = any($3::text[])
     )
     select distinct relname || '.' || attname as place from attribute
     group by relname, attname, atttypid, atttypmod, attnotnull
     having count(*) <> 2 order by 1`,
    [living.schema, other.schema, tablesOf(model)],
  );
  if (different.length > 0) {
    throw new Refused(
      `The tables of ${model.name} have changed their shape since: ${different.map(({ place }) => place).join(', ')}`,
    );
  }
}

/**
 * Puts the tables at `incoming` in the place of the living ones, which are kept for one undo. To be called in a
 * transaction that has locked the living tables against everybody; until it commits nobody sees any of it.
 */
export async function swap(
  database: ProjectionDatabase,
  living: Place,
  model: ReadModel,
  incoming: Place,
): Promise<void> {
  const aside: Place = { schema: `${incoming.schema}_aside` };
  const kept = before(model);
  const move = async (from: Place, to: Place): Promise<void> => {
    const moves = [
      ...tablesOf(model).map((table) => `alter table ${at(from, table)} set schema "${to.schema}"`),
      ...model.sequences.map((sequence) => `alter sequence ${at(from, sequence)} set schema "${to.schema}"`),
    ];
    for (const statement of moves) await database.query(statement);
  };
  await database.query(`create schema "${aside.schema}"`);
  await move(living, aside);
  await move(incoming, living);
  await move(aside, incoming);
  await database.query(`drop schema "${aside.schema}"`);
  if (incoming.schema === kept.schema) return;
  await drop(database, kept);
  // With the versions up to which the old tables are right: from there an undo goes on.
  await database.query(`alter schema "${incoming.schema}" rename to "${kept.schema}"`);
}
