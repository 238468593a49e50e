import { type IncomingRecord } from '../record';
import { type TraceContext } from '../telemetry/tracing';
import { headerText } from './headers';

/** Attributes stand before the data; what a tool writes behind it is not looked for. */
const ATTRIBUTES_WITHIN = 4_096;

/**
 * The trace that a record belongs to, found without parsing it: a span has to begin before the record is read. Empty when
 * there is none where it usually stands.
 */
export function traceOf({ headers, value }: Pick<IncomingRecord, 'headers' | 'value'>): TraceContext {
  const attribute = (name: string) => headerText(headers, `ce_${name}`) ?? member(value, name);
  const traceparent = attribute('traceparent') ?? headerText(headers, 'traceparent');
  return traceparent === null ? {} : { traceparent, tracestate: attribute('tracestate') };
}

/** A text member of the JSON document, as it stands there: neither of the two has characters that JSON would escape. */
function member(value: Buffer | null, name: string): string | null {
  const attributes = value?.subarray(0, ATTRIBUTES_WITHIN);
  const before = `"${name}":"`;
  const at = attributes?.indexOf(before) ?? -1;
  if (attributes === undefined || at < 0) return null;
  const end = attributes.indexOf('"', at + before.length);
  return end < 0 ? null : attributes.toString('latin1', at + before.length, end);
}
