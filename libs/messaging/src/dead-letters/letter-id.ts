import { isUuid, NotFound } from '@itops/kit';
import { Injectable, type PipeTransform } from '@nestjs/common';

/** What is no id names nothing. @throws NotFound */
@Injectable()
export class LetterId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUuid(value)) throw new NotFound('dead letter', value);
    return value;
  }
}
