import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What there is to be found, as the events of all services tell it. */
export class CreateSearch1790000560001 implements MigrationInterface {
  readonly name = 'CreateSearch1790000560001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table search_document (
        id uuid primary key,
        type text not null,
        number text,
        title text not null,
        body text not null,
        state text not null,
        open boolean not null,
        security boolean not null,
        at timestamptz not null,
        -- The words of number and title, and what it is called, as lexemes of the gateway's own making.
        title_words tsvector not null,
        words tsvector not null
      );
      create index search_document_by_title on search_document using gin (title_words);
      create index search_document_by_words on search_document using gin (words);
      create index search_document_in_order on search_document (open, at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table search_document');
  }
}
