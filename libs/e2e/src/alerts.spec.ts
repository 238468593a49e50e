import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { isRecord } from '@itops/kit';

const ROOT = path.resolve(__dirname, '../../..');
const read = (...parts: string[]) => readFileSync(path.join(ROOT, ...parts), 'utf8');

/** Told by a node's own exporter, not by us. */
const FOREIGN = /^node_/;

const documented = new Set([...read('docs', 'metrics.md').matchAll(/^\| `([a-z0-9_]+)`/gm)].map(([, name]) => name));

/** Names of metrics in an expression: what is followed by a selector, a range or an end, and is no function or label. */
function metricsIn(expression: string): string[] {
  const withoutLabels = expression.replaceAll(/\{[^}]*\}/g, '').replaceAll(/\b(by|without)\s*\([^)]*\)/g, '');
  return [...withoutLabels.matchAll(/\b[a-z][a-z0-9]*_[a-z0-9_]+\b(?!\s*\()/g)].map(([name]) => name);
}

function isKnown(metric: string): boolean {
  return FOREIGN.test(metric) || documented.has(metric) || documented.has(metric.replace(/_(bucket|sum|count)$/, ''));
}

function list(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function parse(...parts: string[]): Record<string, unknown> {
  const value: unknown = JSON.parse(read(...parts));
  return isRecord(value) ? value : {};
}

describe('the alert rules', () => {
  const rules = list(parse('infra', 'prometheus', 'alert-rules.json')['groups']).flatMap((group) =>
    list(group['rules']),
  );

  it.each(rules.map((rule) => [String(rule['alert']), rule] as const))('%s is whole', (_name, rule) => {
    expect(rule).toMatchObject({
      expr: expect.any(String),
      for: expect.stringMatching(/^\d+m$/),
      labels: { severity: expect.stringMatching(/^(warning|critical)$/) },
      annotations: { summary: expect.any(String), runbook: expect.any(String) },
    });
    const metrics = metricsIn(String(rule['expr']));
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((metric) => !isKnown(metric))).toEqual([]);
    const book = isRecord(rule['annotations']) ? String(rule['annotations']['runbook']) : '';
    expect(existsSync(path.join(ROOT, book))).toBe(true);
    expect(read(book)).toContain(String(rule['alert']));
  });

  it('lead to every runbook but the one for a restore, which is begun by people', () => {
    const books = readdirSync(path.join(ROOT, 'docs', 'runbooks')).filter((name) => name !== 'README.md');
    const led = new Set(
      rules.map(({ annotations }) => path.basename(isRecord(annotations) ? String(annotations['runbook']) : '')),
    );
    expect([...led, 'restore.md'].sort()).toEqual(books.sort());
  });
});

describe('the dashboard', () => {
  it('asks only for metrics that exist', () => {
    const panels = list(parse('infra', 'grafana', 'event-backbone.json')['panels']);
    const metrics = panels.flatMap((panel) => list(panel['targets']).flatMap(({ expr }) => metricsIn(String(expr))));
    expect(metrics.length).toBeGreaterThanOrEqual(panels.length);
    expect(metrics.filter((metric) => !isKnown(metric))).toEqual([]);
  });
});
