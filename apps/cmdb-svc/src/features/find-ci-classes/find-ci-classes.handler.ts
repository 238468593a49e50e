import { Injectable } from '@nestjs/common';
import { NotFound } from '@itops/kit';

import { type CiClass } from '../../domain/ci-class';
import { ClassCatalogue } from '../../domain/class-catalogue';
import { type CiClassList, type CiClassResource } from './find-ci-classes.dto';

@Injectable()
export class FindCiClasses {
  constructor(private readonly catalogue: ClassCatalogue) {}

  all(): CiClassList {
    return { items: this.catalogue.all().map(toResource), nextCursor: null };
  }

  /** @throws NotFound */
  one(name: string): CiClassResource {
    const found = this.catalogue.get(name);
    if (found === undefined) throw new NotFound('CI class', name);
    return toResource(found);
  }
}

function toResource({ attributesSchema, identification, ...rest }: CiClass): CiClassResource {
  return {
    ...rest,
    attributesSchema: { ...attributesSchema },
    identification: identification.map((rule) => [...rule]),
  };
}
