import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { type FieldError, InvalidInput, findUnstorable, isRecord, jsonPointer } from '@itops/kit';

import { fieldErrorsOf, UNKNOWN_FIELD } from './fields/field-errors';

const RULES = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false } as const;

/** Checks every DTO by its decorators and refuses unknown fields. @throws InvalidInput */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    ...RULES,
    exceptionFactory: (errors) => new InvalidInput(fieldErrorsOf(errors)),
  });
}

/** Reads a value as a body of this class would be read: for what is checked apart from its request. @throws InvalidInput */
export function readAs<Input extends object>(type: new () => Input, value: unknown): Input {
  if (!isRecord(value)) throw new InvalidInput([{ pointer: '', reason: 'must be an object' }]);
  const unknown = unknownMember(value);
  if (unknown !== undefined) throw new InvalidInput([unknown]);
  const input = plainToInstance(type, value);
  const errors = validateSync(input, RULES);
  if (errors.length > 0) throw new InvalidInput(fieldErrorsOf(errors));
  return input;
}

/** More than any object of ours has; looking at each of a hundred thousand would keep everybody else waiting. */
const MOST_MEMBERS = 500;

/**
 * What validation would not see: it takes a name that every object has for a known one, and it looks at each unknown name
 * for a long time.
 */
function unknownMember(body: Readonly<Record<string, unknown>>): FieldError | undefined {
  const found = searchUnknown(body);
  return found && { pointer: jsonPointer(found.path), reason: found.reason };
}

interface Found {
  readonly path: readonly string[];
  readonly reason: string;
}

/** At any depth, in free objects too: what is called so gets lost when a body becomes an instance of its class. */
function searchUnknown(value: unknown): Found | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const members = Object.entries(value);
  if (!Array.isArray(value)) {
    if (members.length > MOST_MEMBERS) return { path: [], reason: `must have at most ${MOST_MEMBERS} members` };
    const name = members.find(([one]) => one === 'prototype' || one in Object.prototype)?.[0];
    if (name !== undefined) return { path: [name], reason: UNKNOWN_FIELD };
  }
  for (const [name, member] of members) {
    const found = searchUnknown(member);
    if (found !== undefined) return { path: [name, ...found.path], reason: found.reason };
  }
  return undefined;
}

/** Whether a body is declared as one object, by a class of its own. */
function isObjectType(type: ArgumentMetadata['metatype']): boolean {
  return type !== undefined && ![Array, Object, String, Number, Boolean].some((plain) => plain === type);
}

/**
 * Refuses what could not be stored, before anything else goes through it, and a list where one object is taken:
 * validation would look into each item. @throws InvalidInput
 */
@Injectable()
export class StorablePipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    if (metadata.type === 'custom') return value;
    if (metadata.type === 'body' && isObjectType(metadata.metatype) && value !== undefined && !isRecord(value)) {
      throw new InvalidInput([
        { pointer: '', reason: Array.isArray(value) ? 'must be an object, not a list' : 'must be an object' },
      ]);
    }
    const found = findUnstorable(
      value,
      metadata.type === 'param' && metadata.data !== undefined ? [metadata.data] : [],
    );
    if (found !== undefined) throw new InvalidInput([found]);
    if (metadata.type === 'body' && isObjectType(metadata.metatype) && isRecord(value)) {
      const unknown = unknownMember(value);
      if (unknown !== undefined) throw new InvalidInput([unknown]);
    }
    return value;
  }
}
