import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readIncidentLog, timeOf } from './incident-log.mts';

const COLUMNS = [
  ...['number', 'incident_state', 'reassignment_count', 'reopen_count', 'sys_mod_count', 'caller_id', 'opened_at'],
  ...['sys_updated_at', 'category', 'subcategory', 'impact', 'urgency', 'priority', 'assignment_group', 'assigned_to'],
  ...['closed_code', 'resolved_at', 'closed_at'],
];
const TEXT = [
  COLUMNS.join(','),
  'INC2,New,0,0,0,?,2/3/2016 04:40,2/3/2016 04:41,C 1,?,2,2,3,56,?,5,?,5/3/2016 12:00',
  'INC1,New,0,0,0,C 2,29/2/2016 01:16,29/2/2016 01:23,C 1,S 2,2,2,3,?,?,5,?,?',
  'INC1,Closed,1,0,2,C 2,29/2/2016 01:16,5/3/2016 12:00,C 1,S 2,2 - Medium,2 - Medium,3 - Moderate,G 1,R 1,5,?,5/3/2016 12:00',
].join('\n');

describe('the incident log', () => {
  let folder = '';
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'log-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it.each(['plain', 'gzipped'])('is read %s, incidents by opening, rows as they stand', async (form) => {
    const path = form === 'plain' ? file('log.csv', TEXT) : file('log.csv.gz', gzipSync(TEXT));
    const log = await readIncidentLog(path, 10);
    expect(log.map(({ number }) => number)).toEqual(['INC1', 'INC2']);
    expect(log[0]?.rows.map(({ state }) => state)).toEqual(['New', 'Closed']);
    expect(log[0]?.rows[0]).toMatchObject({ group: null, resolvedAt: null, closedAt: null, impact: 2 });
    expect(log[0]?.rows[1]).toMatchObject({ group: 'G 1', priority: 3, closedAt: Date.UTC(2016, 2, 5, 12) });
  });

  it('can be cut after the first incidents', async () => {
    expect(await readIncidentLog(file('log.csv', TEXT), 1)).toHaveLength(1);
  });

  it('names the record that can not be read, and the file that is not there', async () => {
    const broken = file('broken.csv', TEXT.replace('29/2/2016 01:23', 'yesterday'));
    await expect(readIncidentLog(broken, 1)).rejects.toThrow(/record 3.*sys_updated_at/s);
    await expect(readIncidentLog(join(folder, 'none.csv'), 1)).rejects.toThrow(/none.csv/);
  });

  it('has the day before the month', () => {
    expect(timeOf('5/3/2016 12:07')).toBe(Date.UTC(2016, 2, 5, 12, 7));
    expect(timeOf('?')).toBeNull();
  });
});
