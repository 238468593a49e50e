import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Ids are made to be unique and nobody looks a row up by its id: its index cost every write and every deletion. */
export class DropOutboxIdIndex1700000000003 implements MigrationInterface {
  readonly name = 'DropOutboxIdIndex1700000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table outbox drop constraint outbox_id_key');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table outbox add constraint outbox_id_key unique (id)');
  }
}
