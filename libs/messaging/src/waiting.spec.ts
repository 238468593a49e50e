import { BackOff, CommonBackOff } from './waiting';

describe('a common back-off', () => {
  let elapsed = 0;
  const common = () => new CommonBackOff(new BackOff(200, 10_000), () => elapsed);

  beforeEach(() => {
    elapsed = 1_000;
  });

  it('lets all that fail together wait until the same moment', () => {
    const backOff = common();
    const first = backOff.next();
    elapsed += 50;
    expect(backOff.next()).toBe(first - 50);
    expect(first).toBeLessThanOrEqual(200);
  });

  it('waits longer only after what failed behind that moment', () => {
    const backOff = common();
    for (let partition = 0; partition < 12; partition++) backOff.next();
    elapsed += 200;
    const second = backOff.next();
    expect(second).toBeGreaterThan(200);
    expect(second).toBeLessThanOrEqual(400);
  });

  it('begins anew after a success', () => {
    const backOff = common();
    for (let time = 0; time < 8; time++) elapsed += backOff.next();
    backOff.reset();
    expect(backOff.next()).toBeLessThanOrEqual(200);
  });
});
