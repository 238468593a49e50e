import { JsonObjectField, NestedListField, TextField } from '@itops/platform';
import { ApiProperty } from '@nestjs/swagger';

/** A class of configuration items as the API shows it. */
export class CiClassResource {
  @TextField({ description: 'Name of the class.', max: 64, example: 'virtual_machine' })
  name!: string;

  @TextField({ description: 'Class that it is a kind of; null for the root.', max: 64, nullable: true })
  parent!: string | null;

  @TextField({ description: 'What people call it.', max: 255 })
  label!: string;

  @JsonObjectField({ description: 'JSON Schema of the attributes, with those inherited.', maxProperties: 64 })
  attributesSchema!: Record<string, unknown>;

  @ApiProperty({
    description: 'Attributes by which two sources recognise the same item, strongest rule first.',
    type: 'array',
    items: { type: 'array', items: { type: 'string' } },
  })
  identification!: string[][];
}

export class CiClassList {
  @NestedListField({
    description: 'All classes, a parent before its children.',
    type: () => CiClassResource,
    maxItems: 500,
  })
  items!: CiClassResource[];

  @TextField({ description: 'Always null: the list has one page.', max: 1024, nullable: true })
  nextCursor!: string | null;
}
