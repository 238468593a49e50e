import { type BrokerAccess } from './broker-access';
import { type Compression } from './offered';

/** What each adapter is made of. */
export interface TransportOptions {
  readonly access: BrokerAccess;
  /** How this process is named to the broker. */
  readonly clientId: string;
  /** How the groups begin that an adapter needs for reading without a group's offsets, if it does. */
  readonly tailGroup: string;
  /** For what is sent. */
  readonly compression: Compression;
}
