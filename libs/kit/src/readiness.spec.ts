import { Readiness } from './readiness';

const there = () => ({ ready: true, detail: 'there' });
const away = () => ({ ready: false, detail: 'away' });

describe('Readiness', () => {
  it('needs every dependency, and tells what each said', async () => {
    const readiness = new Readiness();
    readiness.register('broker', there);
    expect(await readiness.check()).toEqual({ ready: true, checks: { broker: there() } });
    readiness.register('database', () => {
      throw new Error('refused');
    });
    expect(await readiness.check()).toEqual({
      ready: false,
      checks: { broker: there(), database: { ready: false, detail: 'refused' } },
    });
  });

  it('does without what is optional, away or silent, and still tells of it', async () => {
    const readiness = new Readiness(['database', 'silent']);
    readiness.register('broker', there);
    readiness.register('database', away);
    readiness.register('silent', () => new Promise(() => undefined));
    expect(await readiness.check()).toEqual({
      ready: true,
      checks: { broker: there(), database: away(), silent: { ready: false, detail: 'no answer within 1000 ms' } },
    });
    readiness.register('broker', away);
    expect((await readiness.check()).ready).toBe(false);
  });
});
