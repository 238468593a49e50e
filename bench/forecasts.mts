/**
 * Accuracy of the forecasts on real series: `npm run bench -- forecasts DIR`, where DIR has the M4 competition's
 * Hourly-train-dev.csv.gz and the like. Needs the compiled code (`npm start` or `npm test` makes it).
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { z } from 'zod';

import { report } from './measure/report.mts';
import { root } from './measure/settings.mts';

const Measured = z.array(
  z.object({
    name: z.string(),
    series: z.number(),
    mase: z.number(),
    naiveMase: z.number(),
    smape: z.number(),
    naiveSmape: z.number(),
    covered: z.number(),
    msPerSeries: z.number(),
  }),
);

const [folder] = process.argv.slice(3);
if (folder === undefined) throw new Error('Name the folder with the series: npm run bench -- forecasts DIR');
const program = path.join(root, 'dist', 'apps', 'capacity-svc', 'bench', 'measure-accuracy.js');
const measured = Measured.parse(
  JSON.parse(execFileSync(process.execPath, [program, path.resolve(folder)], { encoding: 'utf8' })),
);

for (const { name, series, mase, naiveMase, smape, naiveSmape, covered, msPerSeries } of measured) {
  report(`forecasts-${name.toLowerCase()}`, { series }, [
    { what: 'MASE', value: mase, unit: '', ...(name === 'Hourly' ? { goal: '≤ 0.893' } : {}) },
    { what: 'MASE, seasonal naive', value: naiveMase, unit: '' },
    { what: 'sMAPE', value: smape, unit: '%' },
    { what: 'sMAPE, seasonal naive', value: naiveSmape, unit: '%' },
    { what: 'within the 95 % interval', value: covered * 100, unit: '%', goal: '93 to 97' },
    { what: 'compute', value: msPerSeries, unit: 'ms a series' },
  ]);
}
