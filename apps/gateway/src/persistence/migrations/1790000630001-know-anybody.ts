import { ANYBODY } from '@itops/kit';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of keys that the administrator's key has made until now nobody knows who held it. */
export class KnowAnybody1790000630001 implements MigrationInterface {
  readonly name = 'KnowAnybody1790000630001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      update api_key set version = version + 1, principals = array_append(principals, '${ANYBODY}')
        where 'admin' = any(principals) and not '${ANYBODY}' = any(principals);
      update api_key_revision set revision = revision + 1;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      update api_key set version = version + 1, principals = array_remove(principals, '${ANYBODY}')
        where '${ANYBODY}' = any(principals);
      update api_key_revision set revision = revision + 1;
    `);
  }
}
