/** What can be wrong with an export, each with what it means. */
export const KINDS = {
  changed: 'was changed after it was sealed',
  removed: 'is missing',
  inserted: 'was not there when the chain was sealed',
  reordered: 'stands in another place than it was sealed in',
  'cut-off': 'and what follows it was cut off at the end',
  rewritten: 'or a row behind it was changed, and all hashes after it were computed anew',
  'forged-signature': 'is attested by a signature that does not belong to it',
  'unknown-key': 'is attested by a key that was not given as one of this installation',
  unattested: 'and what follows it is attested by no signature of a given key',
  unreadable: 'can not be read',
  incomplete: 'broke off, or its end was changed',
} as const;
export type Kind = keyof typeof KINDS;

export interface Finding {
  readonly kind: Kind;
  /** Of the export; null where nothing stands that should. */
  readonly line: number | null;
  readonly service: string | null;
  /** The row's place in its chain. */
  readonly seq: number | null;
  readonly id: string | null;
  readonly detail: string;
}

/** `incident-svc, row 17 (line 18, 0192…) was changed after it was sealed: …` */
export function inWords({ kind, line, service, seq, id, detail }: Finding): string {
  const where = [...(line === null ? [] : [`line ${line}`]), ...(id === null ? [] : [id])].join(', ');
  const place = where === '' ? '' : ` (${where})`;
  if (service === null) return `The export${place} ${KINDS[kind]}: ${detail}`;
  return `${service}, row ${seq ?? '?'}${place} ${KINDS[kind]}: ${detail}`;
}
