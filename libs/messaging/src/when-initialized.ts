import { setTimeout as sleep } from 'node:timers/promises';

import { type DataSource } from 'typeorm';

const LOOK_AGAIN_MS = 200;

/** The platform connects the database in the background; work on it begins when that has happened. */
export async function whenInitialized(dataSource: DataSource, isStopping: () => boolean): Promise<void> {
  while (!dataSource.isInitialized && !isStopping()) await sleep(LOOK_AGAIN_MS);
}
