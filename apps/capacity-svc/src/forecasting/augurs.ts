import { readFileSync } from 'node:fs';
import path from 'node:path';

import { AutoETS, initSync as initEts } from '@bsull/augurs/ets';
import { initSync as initMstl, MSTL } from '@bsull/augurs/mstl';

import { type ForecastModel } from '../domain/forecasting/forecast-model';

/**
 * The models of augurs (Rust, as WebAssembly). Its own start-up fetches the module by URL, which Node refuses for files,
 * so the bytes are handed over from disk, at first use.
 */
let loaded = false;

function load(): void {
  if (loaded) return;
  const folder = path.dirname(require.resolve('@bsull/augurs/mstl'));
  initEts({ module: readFileSync(path.join(folder, 'ets_bg.wasm')) });
  initMstl({ module: readFileSync(path.join(folder, 'mstl_bg.wasm')) });
  loaded = true;
}

interface Fitted {
  fit(values: number[]): void;
  predict(steps: number): { point: number[] };
  free(): void;
}

function fitAndPredict(create: () => Fitted, history: readonly number[], steps: number): number[] | null {
  load();
  try {
    const model = create();
    model.fit([...history]);
    const { point } = model.predict(steps);
    model.free();
    return point;
  } catch {
    // No fit for this history, such as a constant one; other models are there. What failed can't always be freed:
    // after a panic the object counts as borrowed for ever.
    return null;
  }
}

/** Multiple seasonal-trend decomposition by loess, its trend continued by exponential smoothing. */
export function mstl(seasons: readonly number[]): ForecastModel {
  return {
    name: 'mstl',
    minPoints: 2 * Math.min(...seasons) + 1,
    predict: (history, steps) => {
      const fitting = seasons.filter((season) => history.length > 2 * season);
      return fitAndPredict(() => MSTL.ets(fitting), history, steps);
    },
  };
}

/** Exponential smoothing; error and trend are chosen by the information criterion. */
export const ets: ForecastModel = {
  name: 'ets',
  minPoints: 12,
  predict: (history, steps) => fitAndPredict(() => new AutoETS(1, 'ZZN'), history, steps),
};
