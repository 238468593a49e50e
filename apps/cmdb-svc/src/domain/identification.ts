import { derivedId } from '@itops/kit';

import { type CiState } from './ci';
import { type ClassCatalogue } from './class-catalogue';

type Identifiable = Pick<CiState, 'class' | 'name' | 'attributes'>;

/**
 * One key for each identification rule of its class that the item can answer, strongest rule first. Two items that share
 * a key agree by that rule. Texts are compared without case and outer spaces.
 */
export function identityKeys(catalogue: ClassCatalogue, item: Identifiable): string[] {
  return rulesOf(catalogue, item).flatMap((attributes) => {
    const values = attributes.map((name) => valueOf(item, name));
    return values.every((value) => value !== null) ? [derivedId(...attributes, ...values)] : [];
  });
}

/**
 * The one known item that a newly reported item is, or none. The strongest rule that names exactly one candidate decides;
 * a candidate that differs in what a stronger rule looks at is another item, even when its name is the same.
 * @param candidatesOf known items by identity key.
 */
export function identify<Known extends { readonly state: CiState }>(
  catalogue: ClassCatalogue,
  item: Identifiable,
  candidatesOf: (key: string) => readonly Known[],
): Known | undefined {
  const stronger = new Set<string>();
  for (const attributes of rulesOf(catalogue, item)) {
    const values = attributes.map((name) => valueOf(item, name));
    const found = values.every((value) => value !== null)
      ? candidatesOf(derivedId(...attributes, ...values)).filter(
          ({ state }) =>
            state.stage !== 'retired' &&
            (catalogue.isA(state.class, item.class) || catalogue.isA(item.class, state.class)) &&
            [...stronger].every((name) => agree(valueOf(item, name), valueOf(state, name))),
        )
      : [];
    if (found.length === 1) return found[0];
    for (const name of attributes) stronger.add(name);
  }
  return undefined;
}

function rulesOf(catalogue: ClassCatalogue, item: Identifiable): readonly (readonly string[])[] {
  return catalogue.get(item.class)?.identification ?? [];
}

/** What one of the two does not know does not tell them apart. */
function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function valueOf(item: Identifiable, name: string): string | null {
  const value = name === 'name' ? item.name : item.attributes[name];
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim().toLowerCase();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return null;
}
