import { takeForTeardown } from './jest-servers';

export default async function tearDown(): Promise<void> {
  await takeForTeardown()?.stop();
}
