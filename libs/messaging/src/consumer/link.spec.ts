import { type Link, NOTHING, together, way } from './link';

describe('a chain', () => {
  const noted =
    (name: string, notes: string[]): Link<number[]> =>
    async (batch, next) => {
      notes.push(`${name} in`);
      const outcome = await next(batch.map((one) => one + 1));
      notes.push(`${name} out`);
      return { ...outcome, duplicates: outcome.duplicates + 1 };
    };

  it('goes through its links in the order in which they stand there, and back', async () => {
    const notes: string[] = [];
    const chain = way<number[]>()
      .through(noted('first', notes))
      .through(noted('second', notes))
      .through<string>((batch, next) => next(batch.join(' ')))
      .into((text) => {
        notes.push(text);
        return Promise.resolve(NOTHING);
      });
    expect(await chain([1, 2])).toMatchObject({ duplicates: 2 });
    expect(notes).toEqual(['first in', 'second in', '3 4', 'second out', 'first out']);
  });

  it('may be gone through several times from one link on', async () => {
    const seen: number[][] = [];
    const chain = way<number[]>()
      .through<number[]>(async (batch, next) => together(await next(batch.slice(0, 1)), await next(batch.slice(1))))
      .into((batch) => {
        seen.push(batch);
        return Promise.resolve({ ...NOTHING, held: batch.length, someHeld: batch.length > 1 });
      });
    expect(await chain([1, 2, 3])).toEqual({ ...NOTHING, held: 3, someHeld: true });
    expect(seen).toEqual([[1], [2, 3]]);
  });
});
