import { SharedConnection } from './shared-connection';

function counted() {
  const closed: number[] = [];
  let opened = 0;
  const shared = new SharedConnection(
    () => Promise.resolve(++opened),
    (connection) => Promise.resolve(void closed.push(connection)),
  );
  return { shared, closed };
}

const fail = () => Promise.reject(new Error('refused'));

describe('a shared connection', () => {
  it('is the same for all, also one after the other', async () => {
    const { shared } = counted();
    const got = await Promise.all([
      shared.use((one) => Promise.resolve(one)),
      shared.use((one) => Promise.resolve(one)),
    ]);
    expect([...got, await shared.use((one) => Promise.resolve(one))]).toEqual([1, 1, 1]);
  });

  it("is closed only when its last user is through, whoever's work failed", async () => {
    const { shared, closed } = counted();
    const slow = Promise.withResolvers<string>();
    const working = shared.use(() => slow.promise);
    await expect(shared.use(fail)).rejects.toThrow('refused');
    expect(closed).toEqual([]);
    expect(await shared.use((one) => Promise.resolve(one))).toBe(2);
    slow.resolve('done');
    expect(await working).toBe('done');
    expect(closed).toEqual([1]);
  });

  it('is opened anew after it could not be opened', async () => {
    let attempts = 0;
    const shared = new SharedConnection(
      () => (++attempts === 1 ? Promise.reject(new Error('away')) : Promise.resolve(attempts)),
      () => Promise.resolve(),
    );
    await expect(shared.use((one) => Promise.resolve(one))).rejects.toThrow('away');
    expect(await shared.use((one) => Promise.resolve(one))).toBe(2);
  });
});
