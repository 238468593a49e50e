import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The chain grows by one row for all that is sealed at once, and there is no queue: rows of the audit log have positions,
 * and the chain's head says which of them are sealed. The audit log's key is the position, where it was the id.
 */
export class SealManyInOne1700000000009 implements MigrationInterface {
  readonly name = 'SealManyInOne1700000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      lock table audit_log, audit_pending, audit_chain, audit_head in access exclusive mode;
      alter table audit_log add column position bigint;
      -- Sealed rows in the order of the chain, then those that wait in the order of the queue: no gaps to begin with.
      alter table audit_log disable trigger audit_log_is_only_erased;
      update audit_log l set position = numbered.place
      from (select log.id, row_number() over (order by c.seq, p.position, log.at, log.id) as place
            from audit_log log left join audit_chain c on c.record_id = log.id
            left join (select record_id, min(position) as position from audit_pending group by record_id) p
              on p.record_id = log.id) numbered
      where numbered.id = l.id;
      alter table audit_log enable trigger audit_log_is_only_erased;

      -- Each position is given out at once and once: what is skipped must be skipped by a transaction that is known.
      create sequence audit_log_position cache 1 owned by audit_log.position;
      select setval('audit_log_position', coalesce((select max(position) from audit_log), 0) + 1, false);
      -- The transaction has an id before it has a position: who skips a position knows who may still fill it.
      alter table audit_log alter column position
        set default case when pg_current_xact_id() is not null then nextval('audit_log_position') end;
      alter table audit_log drop constraint audit_log_pkey;
      alter table audit_log add primary key (position);

      alter table audit_head
        add column sealed_to bigint not null default 0,
        -- Positions up to there that are not sealed: [{low, high, below}], below being a transaction id.
        add column gaps jsonb not null default '[]';
      update audit_head set sealed_to =
        (select count(*) from audit_log l where exists (select 1 from audit_chain c where c.record_id = l.id));

      -- The rows of the log that were sealed together, in the order of the chain.
      create table audit_seal (
        chain uuid not null,
        first_seq bigint not null,
        positions bigint[] not null,
        before_digests bytea[] not null,
        after_digests bytea[] not null,
        reason_digests bytea[] not null,
        hashes bytea[] not null,
        previous_hash bytea not null,
        primary key (chain, first_seq)
      );
      -- Digests can't be compressed.
      alter table audit_seal
        alter column before_digests set storage external, alter column after_digests set storage external,
        alter column reason_digests set storage external, alter column hashes set storage external;
      insert into audit_seal
        select c.chain, min(c.seq), array_agg(l.position order by c.seq), array_agg(c.before_digest order by c.seq),
               array_agg(c.after_digest order by c.seq), array_agg(c.reason_digest order by c.seq),
               array_agg(c.hash order by c.seq), (array_agg(c.previous_hash order by c.seq))[1]
        from (select *, (seq - 1) / 500 as batch from audit_chain) c left join audit_log l on l.id = c.record_id
        group by c.chain, c.batch;
      drop table audit_chain;
      drop table audit_pending;
      create trigger audit_seal_only_grows before update or delete or truncate on audit_seal
        for each statement execute function refuse_audit_change();

      create view audit_chain as
        select s.chain, s.first_seq + r.place - 1 as seq, r.position, r.before_digest, r.after_digest, r.reason_digest,
               case when r.place = 1 then s.previous_hash else s.hashes[r.place - 1] end as previous_hash, r.hash
        from audit_seal s
        cross join lateral unnest(s.positions, s.before_digests, s.after_digests, s.reason_digests, s.hashes)
          with ordinality as r (position, before_digest, after_digest, reason_digest, hash, place);
      create view audit_unsealed as
        select l.position, l.id, l.at
        from audit_head h
        cross join lateral (
          select low, high from jsonb_to_recordset(h.gaps) as gap (low bigint, high bigint)
          union all select h.sealed_to + 1, 9223372036854775807) r
        cross join lateral (select * from audit_log where position between r.low and r.high) l;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      lock table audit_log, audit_seal, audit_head in access exclusive mode;
      create table audit_pending (
        position bigint generated always as identity primary key,
        record_id uuid not null
      ) with (
        autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_vacuum_insert_threshold = -1
      );
      insert into audit_pending (record_id) select id from audit_unsealed order by position;
      create table audit_chain_rows (
        chain uuid not null,
        seq bigint not null,
        record_id uuid not null unique,
        before_digest bytea,
        after_digest bytea,
        reason_digest bytea,
        previous_hash bytea not null,
        hash bytea not null,
        primary key (chain, seq)
      );
      insert into audit_chain_rows
        select c.chain, c.seq, coalesce(l.id, gen_random_uuid()), c.before_digest, c.after_digest, c.reason_digest,
               c.previous_hash, c.hash
        from audit_chain c left join audit_log l using (position);
      drop view audit_unsealed;
      drop view audit_chain;
      drop table audit_seal;
      alter table audit_chain_rows rename to audit_chain;
      create trigger audit_chain_only_grows before update or delete or truncate on audit_chain
        for each statement execute function refuse_audit_change();
      alter table audit_head drop column gaps, drop column sealed_to;
      alter table audit_log drop constraint audit_log_pkey;
      alter table audit_log drop column position;
      alter table audit_log add primary key (id);
    `);
  }
}
