/** `npm run bench -- <name>`: measures the platform that `npm start` runs; the last five the event backbone by itself. */
const NAMES = [
  'alerts',
  'incidents',
  'alerts-beside',
  'incidents-beside',
  'impact',
  'search',
  'forecasts',
  'processor-time',
  'audit-share',
  'soak',
  'relay',
  'consumers',
  'outbox-cost',
  'audit-cost',
  'commit-to-kafka',
  'gateway',
  'listeners',
] as const;

const name = NAMES.find((known) => known === process.argv[2]);
if (name === undefined) {
  console.error(`Which one? npm run bench -- ${NAMES.join(' | ')}`);
  process.exit(2);
}
await import(`./${name}.mts`);
