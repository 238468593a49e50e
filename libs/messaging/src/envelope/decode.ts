import { type IncomingRecord } from '../record';
import { type Decoded } from './received-event';

export declare function decode(record: Pick<IncomingRecord, 'topic' | 'headers' | 'value'>): Decoded;
