import { derivedId, type IdempotentRequests, keyedRequest, newId } from '@itops/kit';

/** The key under which a report may come again, of this caller at this door. */
export interface ReportKey {
  readonly caller: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
}

/**
 * The ids of the events that a report becomes, by their places. The same report under the same key gets the same ids, by
 * which the owning service recognises the events: so it has one effect and one answer, also while every database is away.
 * The gateway's own database only tells that a key comes with another report.
 * @param report what was made of the body, no deeper than can be stored
 * @throws IdempotencyKeyReused
 */
export async function eventIds(
  requests: IdempotentRequests,
  type: string,
  reportKey: ReportKey | undefined,
  report: unknown,
): Promise<(index: number) => string> {
  if (reportKey === undefined) return () => newId();
  const { caller, route, key } = reportKey;
  const request = keyedRequest(caller, route, key, report);
  await requests.claim(request);
  const name = Buffer.concat([request.id, request.content]).toString('base64');
  return (index) => derivedId(type, name, String(index));
}
