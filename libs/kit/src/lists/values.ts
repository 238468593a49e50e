/** A value as it was written: a quoted `null` is a text, a plain one stands for no value. */
export interface Written {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * Takes `a,"b, c"` apart: commas divide; between quotation marks a comma means itself, and `\"` and `\\` stand for a
 * quotation mark and a backslash. Undefined when a quotation mark is not closed, or something follows it.
 */
export function readValues(text: string): Written[] | undefined {
  const values: Written[] = [];
  const value = /"((?:[^"\\]|\\["\\])*)"(?=,|$)|([^",][^,]*|)(?=,|$)/suy;
  for (let at = 0; at <= text.length; at = value.lastIndex + 1) {
    value.lastIndex = at;
    const match = value.exec(text);
    if (match === null) return undefined;
    const [, quoted, plain = ''] = match;
    values.push(
      quoted === undefined
        ? { text: plain, quoted: false }
        : { text: quoted.replaceAll(/\\(["\\])/g, '$1'), quoted: true },
    );
  }
  return values;
}

/** As {@link readValues} reads it back. */
export function writeValue(value: string | null): string {
  if (value === null) return 'null';
  const isPlain = value !== '' && value !== 'null' && !/^"|,/.test(value);
  return isPlain ? value : `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
