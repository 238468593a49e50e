/** The JSON Schema of one attribute. */
export type AttributeSchema = Readonly<Record<string, unknown>>;

/** What a class of configuration items declares itself; the rest comes from its parents. */
export interface CiClassDeclaration {
  readonly name: string;
  /** Null for the root only. */
  readonly parent: string | null;
  readonly label: string;
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  /**
   * Rules by which two sources recognise the same item, strongest first: each names attributes (or `name`) that must
   * all be there and all be equal. A class without rules of its own takes those of its parent.
   */
  readonly identification?: readonly (readonly string[])[];
}

/** A class with all that it inherits. */
export interface CiClass {
  readonly name: string;
  readonly parent: string | null;
  readonly label: string;
  readonly attributesSchema: Readonly<Record<string, unknown>>;
  readonly identification: readonly (readonly string[])[];
}
