/** What an event's type says: `itops.ci.created.v2` is major version 2 of the fact `itops.ci.created`. */
export interface EventVersion {
  readonly fact: string;
  readonly major: number;
}

/** Undefined for what is not named by the rule `<fact>.v<major>`. */
export function versionOf(type: string): EventVersion | undefined {
  const [, fact, major] = /^(.+)\.v([1-9]\d{0,8})$/.exec(type) ?? [];
  return fact === undefined ? undefined : { fact, major: Number(major) };
}

/**
 * The CloudEvents attribute `dataschema`: which released schema the data was written by, `<major>.<revision>`. A URN, since
 * the schemas are files of the repository (libs/contracts/released) and no address that a reader has to reach.
 */
export function dataSchemaUri(type: string, revision: number): string {
  const { fact, major } = versionOf(type) ?? { fact: type, major: 1 };
  return `urn:itops:schema:${fact}:${major}.${revision}`;
}
