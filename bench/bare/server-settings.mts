/** What `startBare` tells a bare server. */
export function settingOf(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set`);
  return value;
}

/** Tells the starter where the server listens; it ends with the starter. */
export function listening(address: unknown): void {
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('No port');
  console.log(String(address.port));
  process.stdin.resume().on('end', () => process.exit());
}
