import {
  type ArgumentMetadata,
  Injectable,
  type PipeTransform,
  ValidationPipe,
  type ValidationError,
} from '@nestjs/common';
import { type FieldError, InvalidInput, isRecord } from '@itops/kit';

function pointerOf(path: readonly string[]): string {
  return path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function flatten(errors: readonly ValidationError[], path: readonly string[] = []): FieldError[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer: pointerOf(here),
      reason:
        rule === 'whitelistValidation' ? 'is not a known field; remove it' : message.replace(`${error.property} `, ''),
    }));
    return [...own, ...flatten(error.children ?? [], here)];
  });
}

/** Checks every DTO by its decorators and refuses unknown fields. @throws InvalidInput */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    exceptionFactory: (errors) => new InvalidInput(flatten(errors)),
  });
}

/** Where a text with U+0000 stands: PostgreSQL can't store it and no caller means it. */
function findNul(value: unknown, path: readonly string[]): FieldError | undefined {
  if (typeof value === 'string') {
    return value.includes('\u0000')
      ? { pointer: pointerOf(path), reason: 'must not contain the character U+0000' }
      : undefined;
  }
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index): [string, unknown] => [String(index), item])
    : isRecord(value)
      ? Object.entries(value)
      : [];
  for (const [key, item] of entries) {
    const found = key.includes('\u0000')
      ? { pointer: pointerOf(path), reason: 'has a name with the character U+0000' }
      : findNul(item, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

@Injectable()
export class NoNulPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom') return value;
    const found = findNul(value, metadata.type === 'param' && metadata.data !== undefined ? [metadata.data] : []);
    if (found !== undefined) throw new InvalidInput([found]);
    return value;
  }
}
