import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';

/** One row of the log: the incident after one update. `null` where the log has `?`. */
export interface LogRow {
  readonly number: string;
  readonly state: string;
  readonly reassignmentCount: number;
  readonly reopenCount: number;
  readonly caller: string | null;
  readonly openedAt: number;
  readonly updatedAt: number;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly impact: number;
  readonly urgency: number;
  readonly priority: number;
  readonly group: string | null;
  readonly assignee: string | null;
  readonly closedCode: string | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
}

/** One incident of the log, its rows in the order in which they were written. */
export interface LoggedIncident {
  readonly number: string;
  readonly openedAt: number;
  readonly rows: readonly [LogRow, ...LogRow[]];
}

const known = (text: string): string | null => (text === '?' || text === '' ? null : text);
const Known = z.string().transform(known);
/** "2" in one edition of the log, "2 - Medium" in another. */
const Level = z
  .string()
  .regex(/^\d/)
  .transform((text) => Number.parseInt(text, 10));
const Count = z.string().regex(/^\d+$/).transform(Number);
const Time = z.string().transform((text, context) => {
  const at = timeOf(text);
  if (at === null && known(text) !== null) context.addIssue(`"${text}" is no D/M/YYYY hh:mm`);
  return at;
});
const KnownTime = Time.refine((at) => at !== null, 'is unknown').transform((at) => at ?? 0);

const Row = z
  .object({
    number: z.string().min(1),
    incident_state: z.string(),
    reassignment_count: Count,
    reopen_count: Count,
    caller_id: Known,
    opened_at: KnownTime,
    sys_updated_at: KnownTime,
    category: Known,
    subcategory: Known,
    impact: Level,
    urgency: Level,
    priority: Level,
    assignment_group: Known,
    assigned_to: Known,
    closed_code: Known,
    resolved_at: Time,
    closed_at: Time,
  })
  .transform((row): LogRow => ({
    number: row.number,
    state: row.incident_state,
    reassignmentCount: row.reassignment_count,
    reopenCount: row.reopen_count,
    caller: row.caller_id,
    openedAt: row.opened_at,
    updatedAt: row.sys_updated_at,
    category: row.category,
    subcategory: row.subcategory,
    impact: row.impact,
    urgency: row.urgency,
    priority: row.priority,
    group: row.assignment_group,
    assignee: row.assigned_to,
    closedCode: row.closed_code,
    resolvedAt: row.resolved_at,
    closedAt: row.closed_at,
  }));

/** Day before month, minutes, no zone: taken as UTC. */
export function timeOf(text: string): number | null {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2})$/.exec(text);
  if (!found) return null;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = found.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The first `limit` incidents in the order of their opening. */
export async function readIncidentLog(path: string, limit: number): Promise<LoggedIncident[]> {
  const file = createReadStream(path);
  const text = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  const rows = new Map<string, LogRow[]>();
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true });
  // A pipe doesn't pass errors on.
  for (const source of [file, text]) source.on('error', (error: Error) => parser.destroy(error));
  let line = 1;
  for await (const record of text.pipe(parser)) {
    line += 1;
    const read = Row.safeParse(record);
    if (!read.success) throw new Error(`${path}, record ${line}: ${z.prettifyError(read.error)}`);
    const own = rows.get(read.data.number);
    if (own) own.push(read.data);
    else rows.set(read.data.number, [read.data]);
  }
  return inOrderOfOpening([...rows.values()]).slice(0, limit);
}

/** By time of opening, then number. The rows of each stay as the log has them: some of its times and counters step back. */
export function inOrderOfOpening(incidents: readonly (readonly LogRow[])[]): LoggedIncident[] {
  return incidents
    .flatMap(([first, ...more]): LoggedIncident[] => {
      return first ? [{ number: first.number, openedAt: first.openedAt, rows: [first, ...more] }] : [];
    })
    .sort((a, b) => a.openedAt - b.openedAt || a.number.localeCompare(b.number));
}
