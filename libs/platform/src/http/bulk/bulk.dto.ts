import { applyDecorators, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';

import { IntegerField } from '../fields/fields';

/** Most items of one bulk request: they are carried out in one transaction. */
export const MOST_BULK_ITEMS = 500;

/**
 * The items of a bulk request. Each is judged by itself when it is carried out, so that a bad one does not hold up the
 * others: here only that it is a list of as many as are taken.
 */
export function BulkItemsField(options: { description: string; type: Type }): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      description: options.description,
      type: () => options.type,
      isArray: true,
      minItems: 1,
      maxItems: MOST_BULK_ITEMS,
    }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_BULK_ITEMS),
  );
}

/** What became of one item; a subclass adds the resource. */
export abstract class BulkItemAnswer {
  @IntegerField({ description: 'Place of the item in the request, from 0.', min: 0, max: MOST_BULK_ITEMS - 1 })
  index!: number;

  @IntegerField({ description: 'What the status would be of the item sent alone.', min: 200, max: 499 })
  status!: number;

  @ApiProperty({
    description: 'Why it was refused; such an item changed nothing.',
    required: false,
    allOf: [{ $ref: '#/components/schemas/Problem' }],
  })
  error?: object;
}

/** A subclass adds the items. */
export abstract class BulkAnswer {
  @IntegerField({ description: 'Items that were carried out.', min: 0, max: MOST_BULK_ITEMS })
  succeeded!: number;

  @IntegerField({ description: 'Items that were refused.', min: 0, max: MOST_BULK_ITEMS })
  failed!: number;
}
