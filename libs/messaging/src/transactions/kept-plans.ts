/** So many texts at most, since each connection keeps each of them for as long as it lives. */
const MOST_KEPT = 200;
const names = new Map<string, string>();

/** A statement with its values. With a name, the connection parses and plans it once and keeps the plan. */
export interface NamedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The statement under a name that is always the same for its text; without one when too many texts have one already. */
export function keepingPlan(text: string, values: unknown[]): NamedStatement {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_KEPT) {
    name = `itops_${names.size + 1}`;
    names.set(text, name);
  }
  return name === undefined ? { text, values } : { name, text, values };
}
