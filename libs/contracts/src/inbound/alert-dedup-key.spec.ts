import { alertDedupKey } from './alert-dedup-key';

describe('alertDedupKey', () => {
  it("takes the sender's own key", () => {
    expect(alertDedupKey({ source: 'zabbix', dedupKey: 'disk-7', labels: { host: 'a' } })).toBe('disk-7');
  });

  it("does not depend on the labels' order", () => {
    const one = alertDedupKey({ source: 's', labels: { a: '1', b: '2' } });
    expect(alertDedupKey({ source: 's', labels: { b: '2', a: '1' } })).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the summary where there are labels', () => {
    const labels = { a: '1' };
    expect(alertDedupKey({ source: 's', labels, summary: 'one' })).toBe(
      alertDedupKey({ source: 's', labels, summary: 'two' }),
    );
  });

  it('tells sources, labels and their borders apart', () => {
    const keys = [
      alertDedupKey({ source: 's' }),
      alertDedupKey({ source: 't' }),
      alertDedupKey({ source: 's', labels: { a: '1' } }),
      alertDedupKey({ source: 's', labels: { a: '2' } }),
      alertDedupKey({ source: 's', labels: { a: '1', b: '' } }),
      alertDedupKey({ source: 's', labels: { a: '1b' } }),
      alertDedupKey({ source: 's', summary: 'one' }),
      alertDedupKey({ source: 's', summary: 'two' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
