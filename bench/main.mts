/** `npm run bench -- <name>`: measures the platform that `npm start` runs. Names: alerts, incidents, impact, forecasts, soak. */
const NAMES = ['alerts', 'incidents', 'impact', 'forecasts', 'soak'] as const;

const name = NAMES.find((known) => known === process.argv[2]);
if (name === undefined) {
  console.error(`Which one? npm run bench -- ${NAMES.join(' | ')}`);
  process.exit(2);
}
await import(`./${name}.mts`);
