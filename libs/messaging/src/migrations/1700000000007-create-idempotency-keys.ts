import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What requests with an Idempotency-Key were answered with. */
export class CreateIdempotencyKeys1700000000007 implements MigrationInterface {
  readonly name = 'CreateIdempotencyKeys1700000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table idempotency_key (
        id bytea primary key,
        content bytea not null,
        status smallint,
        headers jsonb,
        body text,
        expires_at timestamptz not null
      );
      comment on column idempotency_key.id is 'Digest of caller, method, path and key';
      comment on column idempotency_key.content is 'Digest of the body';
      comment on column idempotency_key.status is 'Null where the answer follows from the request alone';
      create index idempotency_key_expires on idempotency_key (expires_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotency_key');
  }
}
