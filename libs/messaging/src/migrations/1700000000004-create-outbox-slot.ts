import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Since which row a connector's replication slot keeps the log: older ones may be in no log that it reads. */
export class CreateOutboxSlot1700000000004 implements MigrationInterface {
  readonly name = 'CreateOutboxSlot1700000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table outbox_slot (name text primary key, after_seq bigint not null)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table outbox_slot');
  }
}
