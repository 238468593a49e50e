import { schemaFrom, validationErrors } from '@itops/contracts';
import { type FieldError, InvalidInput } from '@itops/kit';

import { BUILT_IN_CLASSES } from './built-in-classes';
import { type AttributeSchema, type CiClass, type CiClassDeclaration } from './ci-class';

const MOST_ATTRIBUTE_BYTES = 64 * 1024;
const LONGEST_ATTRIBUTE_NAME = 64;
const MOST_ATTRIBUTES = 128;

/** The hierarchy of classes with all that each inherits. */
export class ClassCatalogue {
  private readonly classes = new Map<string, CiClass>();
  private readonly ancestors = new Map<string, readonly string[]>();
  private readonly schemas = new Map<string, ReturnType<typeof schemaFrom>>();

  /** @param declarations a parent before its children. */
  constructor(declarations: readonly CiClassDeclaration[] = BUILT_IN_CLASSES) {
    const attributes = new Map<string, Readonly<Record<string, AttributeSchema>>>();
    for (const declaration of declarations) {
      const { name, parent, label } = declaration;
      const inherited = parent === null ? undefined : this.classes.get(parent);
      if (parent !== null && inherited === undefined)
        throw new Error(`Class ${name} comes before its parent ${parent}`);
      const all = { ...(parent === null ? {} : attributes.get(parent)), ...declaration.attributes };
      const attributesSchema = { type: 'object', properties: all, additionalProperties: true };
      attributes.set(name, all);
      this.ancestors.set(name, [name, ...(parent === null ? [] : (this.ancestors.get(parent) ?? []))]);
      this.schemas.set(name, schemaFrom(attributesSchema));
      this.classes.set(name, {
        ...{ name, parent, label, attributesSchema },
        identification: declaration.identification ?? inherited?.identification ?? [],
      });
    }
  }

  all(): CiClass[] {
    return [...this.classes.values()];
  }

  get(name: string): CiClass | undefined {
    return this.classes.get(name);
  }

  /** @throws InvalidInput pointing at `/class` when there is no such class. */
  require(name: string): CiClass {
    const found = this.classes.get(name);
    if (found === undefined) throw new InvalidInput([unknownClass(name)]);
    return found;
  }

  /** Whether `name` is `ancestor` or one of its subclasses. */
  isA(name: string, ancestor: string): boolean {
    return this.ancestors.get(name)?.includes(ancestor) ?? false;
  }

  /** The class and its ancestors, nearest first. */
  pathOf(name: string): readonly string[] {
    return this.ancestors.get(name) ?? [name];
  }

  /** The class and all its subclasses. @throws InvalidInput */
  withSubclasses(name: string): string[] {
    this.require(name);
    return [...this.classes.keys()].filter((other) => this.isA(other, name));
  }

  /** What is wrong with the attributes of an item of this class; pointers begin with `/attributes`. */
  attributeErrors(className: string, attributes: Readonly<Record<string, unknown>>): FieldError[] {
    const schema = this.schemas.get(className);
    if (schema === undefined) return [unknownClass(className)];
    return [...sizeErrors(attributes), ...validationErrors(schema, attributes).map(atAttributes)];
  }
}

/** What holds for the attributes of items and relationships of any kind: an event of them has to stay small. */
export function sizeErrors(attributes: Readonly<Record<string, unknown>>): FieldError[] {
  const names = Object.keys(attributes);
  const errors: FieldError[] = names
    .filter((name) => name.length === 0 || name.length > LONGEST_ATTRIBUTE_NAME)
    .slice(0, 1)
    .map(() => ({
      pointer: '/attributes',
      reason: `must have names of 1 to ${LONGEST_ATTRIBUTE_NAME} characters`,
    }));
  if (names.length > MOST_ATTRIBUTES) {
    errors.push({ pointer: '/attributes', reason: `must have at most ${MOST_ATTRIBUTES} members` });
  }
  if (Buffer.byteLength(JSON.stringify(attributes)) > MOST_ATTRIBUTE_BYTES) {
    errors.push({ pointer: '/attributes', reason: `must have at most ${MOST_ATTRIBUTE_BYTES} bytes as JSON` });
  }
  return errors;
}

function atAttributes({ pointer, reason }: FieldError): FieldError {
  return { pointer: `/attributes${pointer}`, reason };
}

function unknownClass(name: string): FieldError {
  return { pointer: '/class', reason: `'${name}' is not a class; /v1/ci-classes lists them` };
}
