import { TextField, TextListField } from '@itops/platform';

export class OrderErasureDto {
  @TextField({
    description:
      'The person: a subject of this platform (user:<id>), whose name and e-mail are then looked up, or the words by which they are named.',
    min: 4,
    max: 255,
    example: 'ann.smith@example.org',
  })
  subject!: string;

  @TextField({ description: 'Why; without naming the person.', max: 1_024, optional: true })
  reason?: string;
}

export class OrderedErasure {
  @TextListField({
    description:
      'One for each name of the person; each service writes a row with its id into the trail when it is done.',
    max: 36,
    maxItems: 3,
  })
  erasures!: string[];
}
