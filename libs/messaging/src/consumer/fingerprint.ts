import { databaseCode } from '../transactions/database-errors';

/** Groups failures with the same cause: the exception's name (and SQLSTATE) and the first frame of the application's own code. */
export function fingerprintOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an Error';
  const code = databaseCode(error);
  const name = code === undefined ? error.name : `${error.name} ${code}`;
  const frame = (error.stack ?? '').split('\n').find(isApplicationFrame);
  return (frame === undefined ? name : `${name} ${readable(frame)}`).slice(0, 255);
}

function isApplicationFrame(line: string): boolean {
  return (
    /^\s+at /.test(line) && !/node_modules|\(?node:|\(<anonymous>\)|libs\/messaging\/(?!.*\.spec\.)|native/.test(line)
  );
}

/** `at OnAlerts.handle (/srv/apps/incident-svc/src/x.ts:12:7)` → `OnAlerts.handle apps/incident-svc/src/x.ts:12`. */
function readable(frame: string): string {
  return frame
    .trim()
    .replace(/^at (async )?/, '')
    .replaceAll(/[()]/g, '')
    .replace(/(file:\/\/)?\/\S*?\/((?:apps|libs)\/)/, '$2')
    .replace(/:\d+$/, '');
}

/** The frame that a fingerprint names. */
export function frameIn(fingerprint: string): string | null {
  return /^\S+(?: [0-9A-Z]{5})? (.+)$/.exec(fingerprint)?.[1] ?? null;
}
