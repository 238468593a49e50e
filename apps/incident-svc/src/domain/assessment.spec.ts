import { assessBreach, assessFault, worse, worseSeverity } from './assessment';

describe('assessFault', () => {
  it.each([
    { alerting: [1], reached: [], worstSeverity: 'critical', impact: 1, urgency: 1 },
    { alerting: [3, 2], reached: [], worstSeverity: 'error', impact: 2, urgency: 2 },
    { alerting: [4], reached: [3], worstSeverity: 'error', impact: 3, urgency: 2 },
    { alerting: [4], reached: [3, 1], worstSeverity: 'critical', impact: 2, urgency: 1 },
    { alerting: [null], reached: [], worstSeverity: 'warning', impact: 3, urgency: 3 },
    { alerting: [3, 3, 3, 3, 3], reached: [], worstSeverity: 'info', impact: 2, urgency: 3 },
    { alerting: [1, 1, 1, 1, 1], reached: [], worstSeverity: 'critical', impact: 1, urgency: 1 },
  ] as const)('is $impact/$urgency for $alerting with $worstSeverity', ({ impact, urgency, ...fault }) => {
    expect(assessFault(fault)).toEqual({ impact, urgency });
  });
});

describe('assessBreach', () => {
  const detectedAt = new Date('2026-01-01T00:00:00Z');
  it('is the more urgent the nearer the time', () => {
    const breach = { criticality: 2, severity: 'warning', detectedAt } as const;
    expect(assessBreach({ ...breach, expectedAt: new Date('2026-01-01T20:00:00Z') })).toEqual({
      impact: 2,
      urgency: 2,
    });
    expect(assessBreach({ ...breach, expectedAt: new Date('2026-01-05T00:00:00Z') })).toEqual({
      impact: 2,
      urgency: 3,
    });
  });

  it('is as urgent as its severity when it is there', () => {
    expect(assessBreach({ criticality: 1, severity: 'critical', detectedAt, expectedAt: null })).toEqual({
      impact: 1,
      urgency: 1,
    });
  });
});

it('keeps the worse of each part', () => {
  expect(worse({ impact: 1, urgency: 3 }, { impact: 2, urgency: 2 })).toEqual({ impact: 1, urgency: 2 });
  expect(worseSeverity('warning', 'error')).toBe('error');
});
