import { notYet, waitFor } from './wait.mts';

describe('waiting for something', () => {
  it('ends with what was found', async () => {
    let looks = 0;
    const found = await waitFor('it', () => Promise.resolve(++looks === 3 ? 'it' : undefined), {
      timeoutMs: 1000,
      everyMs: 1,
    });
    expect(found).toBe('it');
  });

  it('says what it waited for, and what it saw instead', async () => {
    const waiting = waitFor('an incident', () => Promise.resolve(notYet('0 of 3 alerts')), {
      timeoutMs: 5,
      everyMs: 1,
    });
    await expect(waiting).rejects.toThrow(/in vain for an incident; last seen: 0 of 3 alerts/);
  });
});
