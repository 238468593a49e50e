import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Payloads live for milliseconds: compressing the large ones cost more than all else that is done with them. */
export class KeepPayloadsAsTheyAre1700000000010 implements MigrationInterface {
  readonly name = 'KeepPayloadsAsTheyAre1700000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table outbox alter column payload set storage external');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table outbox alter column payload set storage extended');
  }
}
