import {
  BooleanField,
  DateTimeField,
  EnumField,
  IdField,
  NestedListField,
  NextCursorField,
  TextField,
} from '@itops/platform';

import { SEARCHED_TYPES } from '../../domain/search-document';
import { TIERS } from '../../persistence/search.queries';

/** Something that was found. */
export class FoundDto {
  @EnumField({ description: 'What it is.', values: SEARCHED_TYPES })
  type!: string;

  @IdField({ description: 'Its id.' })
  id!: string;

  @TextField({ description: 'The number that people say.', max: 32, nullable: true, example: 'INC0000042' })
  number!: string | null;

  @TextField({ description: 'Its title; of a configuration item its name.', max: 1024, min: 0 })
  title!: string;

  @TextField({ description: 'Where it is in its life cycle; of a configuration item its stage.', max: 64 })
  state!: string;

  @BooleanField({ description: 'Whether it is not over.' })
  open!: boolean;

  @DateTimeField({ description: 'When it began.' })
  at!: string;

  @EnumField({
    description: 'By what it was found: it is called so, or the words are in title or text.',
    values: TIERS,
  })
  foundBy!: string;

  @TextField({ description: 'The part of its text in which the words are; plain text, no markup.', max: 512, min: 0 })
  snippet!: string;

  @TextField({
    description: 'Where it is read.',
    max: 255,
    example: '/v1/incidents/018f4e1a-6c2b-7d3e-8f90-123456789abc',
  })
  href!: string;
}

export class FoundPage {
  @NestedListField({ description: 'This page, best first.', type: () => FoundDto, maxItems: 200 })
  items!: FoundDto[];

  @NextCursorField()
  nextCursor!: string | null;
}
