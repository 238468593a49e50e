/**
 * Words divided by commas, for a text that has an end: as many as there is room for, each of them whole, and how many more
 * there are.
 * @param room characters; the first word is there in any case
 */
export function listed(words: readonly string[], room: number): string {
  for (let count = words.length; count > 1; count--) {
    const left = words.length - count;
    const text = `${words.slice(0, count).join(', ')}${left === 0 ? '' : ` …and ${left} more`}`;
    if (text.length <= room) return text;
  }
  const [first = ''] = words;
  return words.length > 1 ? `${first} …and ${words.length - 1} more` : first;
}
