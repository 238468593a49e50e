/** Longer words are cut; PostgreSQL takes no lexeme above 2 KiB. */
const LONGEST_WORD = 100;
const LONGEST_KEY = 200;
/** More of one word's places PostgreSQL does not keep. */
const MOST_PLACES = 255;
const LAST_PLACE = 16_000;
const MOST_WORDS_ASKED = 16;

/**
 * The words of a text as the search knows them: letters and digits, without case and accents. Whatever else divides them,
 * so `payments-db` and `db-01.prod` are found by each of their parts.
 */
export function wordsOf(text: string): string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));
}

function plain(text: string): string {
  return text.toWellFormed().toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}

/** What a document is called, as one lexeme, which no word can be: found before all that only has the words. */
export function keyOf(name: string): string {
  const words = plain(name)
    .replaceAll(/[\u0000-\u001f'\\]+/g, ' ')
    .trim()
    .slice(0, LONGEST_KEY);
  return `=${words}`;
}

/** `INC0000012` is also called `INC12` and `12`. */
export function namesOfNumber(number: string): string[] {
  const match = /^([A-Za-z]+)0*(\d+)$/.exec(number);
  return match === null ? [number] : [number, `${match[1]}${match[2]}`, match[2] ?? ''];
}

/** Words at their places, and keys, as PostgreSQL writes a tsvector. */
export function toVector(words: readonly string[], keys: readonly string[] = []): string {
  const places = new Map<string, number[]>();
  for (const [index, word] of words.slice(0, LAST_PLACE).entries()) {
    const known = places.get(word) ?? [];
    if (known.length < MOST_PLACES) known.push(index + 1);
    places.set(word, known);
  }
  return [
    ...[...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`),
    ...[...new Set(keys)].filter((key) => key !== '=').map(quoted),
  ].join(' ');
}

/** Nothing in a word or a key can end a quotation. */
function quoted(lexeme: string): string {
  return `'${lexeme}'`;
}

/** What somebody looks for. */
export interface SoughtText {
  /** As PostgreSQL writes a tsquery; undefined when nothing is sought that could be found. */
  readonly query: string | undefined;
  /** For what is called exactly so, as a tsquery. */
  readonly key: string;
  /** The words sought, to show them where they are. */
  readonly words: readonly string[];
}

const PART = /(-?)(?:"([^"]*)"?|(\S+))/g;

/**
 * Reads what was typed into a search box: words that must all be there, the last perhaps begun only; `"in this order"`;
 * `-without`. Whatever is typed is text, never part of the query's own language.
 */
export function readSought(text: string): SoughtText {
  const parts = [...text.matchAll(PART)].map(([, minus, phrase, word]) => ({
    without: minus === '-',
    words: wordsOf(phrase ?? word ?? ''),
    isPhrase: phrase !== undefined,
  }));
  const sought = parts.filter(({ words }) => words.length > 0).slice(0, MOST_WORDS_ASKED);
  const last = sought.at(-1);
  const begun = last !== undefined && !last.isPhrase && !last.without && !/\s$/.test(text) ? last : undefined;
  const key = keyOf(text.trim());
  const wanted = sought.filter(({ without }) => !without);
  return {
    key: quoted(key),
    words: wanted.flatMap(({ words }) => words),
    query:
      wanted.length === 0
        ? undefined
        : sought
            .map((part) => (part.without ? `!(${inOrder(part.words)})` : `(${inOrder(part.words, part === begun)})`))
            .join(' & '),
  };
}

function inOrder(words: readonly string[], lastIsBegun = false): string {
  const kept = words.slice(0, MOST_WORDS_ASKED);
  return kept
    .map((word, index) => `${quoted(word)}${lastIsBegun && index === kept.length - 1 ? ':*' : ''}`)
    .join(' <-> ');
}

const SNIPPET = 160;

/** The part of a text in which one of the words is, or its beginning. */
export function snippetOf(text: string, words: readonly string[]): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  const at = firstPlace(flat, words);
  const from = Math.max(0, at - SNIPPET / 4);
  const begin = from === 0 ? 0 : flat.lastIndexOf(' ', from) + 1;
  const part = flat.slice(begin, begin + SNIPPET).toWellFormed();
  return `${begin > 0 ? '… ' : ''}${part}${begin + SNIPPET < flat.length ? ' …' : ''}`;
}

function firstPlace(text: string, words: readonly string[]): number {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const [word = ''] = wordsOf(match[0]);
    if (words.some((sought) => word.startsWith(sought))) return match.index;
  }
  return 0;
}
