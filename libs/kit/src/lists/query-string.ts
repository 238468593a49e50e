import { type Operator, OPERATORS } from './condition';

/** One part of a query string, decoded. */
export interface QueryParameter {
  readonly name: string;
  /** Undefined when the part is a name alone. */
  readonly operator: Operator | undefined;
  readonly text: string;
  /** Why it can't be read. */
  readonly problem?: string;
}

/** The part of a request's target after the question mark. */
export function queryOf(target: string): string {
  const at = target.indexOf('?');
  return at === -1 ? '' : target.slice(at + 1);
}

/**
 * Takes a query string apart. A name is letters and digits, so that what follows it is the operator, whether it came
 * plain (`priority<=2`), encoded (`priority%3C%3D2`), or as the key or value of a form (`priority%3C=2`, `priority%3C2=`).
 */
export function parametersOf(query: string): QueryParameter[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map(readPart);
}

const PART = new RegExp(`^([A-Za-z][A-Za-z0-9]{0,63})(?:(${OPERATORS.join('|')})(.*))?$`, 's');
/** What stays behind where a form's writer has put the equals sign after a key that was all. */
const EMPTY_VALUE = /^(.*[<>].+)=$/s;

function readPart(part: string): QueryParameter {
  const written = decode(part);
  if (written === undefined)
    return {
      name: '',
      operator: undefined,
      text: '',
      problem: 'has a percent sign that is not followed by a character',
    };
  const text = part.endsWith('=') && !part.slice(0, -1).includes('=') ? written.replace(EMPTY_VALUE, '$1') : written;
  const match = PART.exec(text);
  if (match === null) return { name: text.slice(0, 64), operator: undefined, text: '' };
  const [, name = '', operator, value = ''] = match;
  return { name, operator: OPERATORS.find((known) => known === operator), text: value };
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
