import { ANYBODY } from '@itops/kit';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of what the administrator's key has made until now nobody knows who held it. */
export class KnowAnybody1790000300004 implements MigrationInterface {
  readonly name = 'KnowAnybody1790000300004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `update change set authors = array_append(authors, '${ANYBODY}')
       where ('admin' = any(authors) or created_by = 'admin') and not '${ANYBODY}' = any(authors)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`update change set authors = array_remove(authors, '${ANYBODY}')`);
  }
}
