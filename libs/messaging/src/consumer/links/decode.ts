import { readEnvelope } from '../../envelope/decode';
import { type Delivery } from '../delivery';
import { type Incoming, type Link } from '../link';

/** Reads each record once. What is no CloudEvent of this system goes on as that, to be set aside in its place. */
export const decode: Link<Incoming, readonly Delivery[]> = ({ records, held }, next) =>
  next(records.map((record) => ({ record, decoded: readEnvelope(record), held })));
