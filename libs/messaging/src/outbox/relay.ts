import { Injectable } from '@nestjs/common';

export interface RelayOptions {
  /** How often to look for rows that no kick announced. Default 250. */
  readonly pollMs?: number;
  /** For how long a part is this relay's own without renewal. Default 10,000. */
  readonly leaseMs?: number;
  /** The most rows of one part in one batch. Default 500. */
  readonly batchRows?: number;
}

@Injectable()
export class Relay {
  kick(_parts: ReadonlySet<number>): void {}
}
