import { auditSealed, type ErasureData } from '@itops/contracts';

import { type Tx } from '../transactions/tx';

const ROWS_AT_ONCE = 20_000;

interface Slice {
  /** A position; null when there was no row any more. */
  readonly until: string | null;
  /** The positions of those whose content went. */
  readonly erased: readonly string[];
}

/**
 * Erases before, after and reason, and the salt of their digests, of every row of the service's audit log that names the
 * person there, and tells the gateway which rows these are. What the chain covers stays: who, what, when, and the digests,
 * which tell nothing without the salt. Answers how many rows it were.
 */
export async function eraseContent(tx: Tx, service: string, { subject }: ErasureData): Promise<number> {
  const [asText, asJson] = [wholeWord(subject), wholeWord(JSON.stringify(subject).slice(1, -1))];
  const erased: string[] = [];
  for (let after: string | null = '0'; after !== null;) {
    const [slice]: Slice[] = await tx.query(
      `with slice as (
              select position, before, after, reason from audit_log where position > $1 order by position limit $2),
            gone as (
              update audit_log l set before = null, after = null, reason = null, salt = null
              from slice s
              where l.position = s.position and (s.before::text ~* $3 or s.after::text ~* $3 or s.reason ~* $4)
              returning l.position)
       select (select max(position) from slice) as until, array(select position from gone) as erased`,
      [after, ROWS_AT_ONCE, asJson, asText],
    );
    for (const id of slice?.erased ?? []) erased.push(id);
    after = slice?.until ?? null;
  }
  if (erased.length > 0) await tell(tx, service, erased);
  return erased.length;
}

/**
 * Takes the chain from its sealer first: if that has read these rows already, it reads them again. Which of them are part
 * of the chain is sure only then.
 */
async function tell(tx: Tx, service: string, positions: readonly string[]): Promise<void> {
  const [head] = await tx.query<{ chain: string; batch: number }>(
    `update audit_head set owner = null, expires_at = '-infinity' returning chain, batch`,
  );
  if (head === undefined) throw new Error('The audit trail has no head');
  const sealed = await tx.query<{ chain: string; seqs: string[] }>(
    // Reads all seals: all of the log was just read, too.
    `select chain, array_agg(seq order by seq) as seqs from audit_chain
     where position in (select unnest($1::bigint[])) group by chain`,
    [positions],
  );
  if (sealed.length === 0) return;
  await tx.query('update audit_head set batch = batch + $1', [sealed.length]);
  await tx.publish(
    sealed.map(({ chain, seqs }, index) => {
      const data = { chain, service, rows: [], checkpoint: null, erased: seqs.map(Number) };
      return auditSealed.of(head.chain, head.batch + 1 + index, data);
    }),
  );
}

/** As PostgreSQL's regular expressions have it. */
function wholeWord(text: string): string {
  return `(^|[^[:alnum:]_])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}($|[^[:alnum:]_])`;
}
