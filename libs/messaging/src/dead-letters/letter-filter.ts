/** Which dead letters are meant; what is left out does not matter. */
export interface LetterFilter {
  readonly consumer?: string;
  readonly topic?: string;
  readonly fingerprint?: string;
  readonly reasonKind?: string;
  readonly aggregate?: string;
  readonly status?: string;
}

export const FILTER_COLUMNS: Readonly<Record<keyof LetterFilter, string>> = {
  consumer: 'consumer',
  topic: 'topic',
  fingerprint: 'fingerprint',
  reasonKind: 'reason_kind',
  aggregate: 'aggregate_id',
  status: 'status',
};

/**
 * Conditions on `dead_letter d`.
 * @param bind takes a value and answers its placeholder
 */
export function conditionsOf(filter: LetterFilter, bind: (value: unknown) => string): string[] {
  const given = new Map<string, unknown>(Object.entries(filter));
  return Object.entries(FILTER_COLUMNS).flatMap(([name, column]) => {
    const value = given.get(name);
    return value === undefined ? [] : [`d.${column} = ${bind(value)}`];
  });
}
