import type { Checker } from '../evidence/evidence.mts';
import { checkAlerts } from './alerts.mts';
import { checkCommands } from './commands.mts';
import { checkConsumption } from './consumption.mts';
import { checkReadModels } from './read-models.mts';
import { checkSequences } from './sequences.mts';
import { checkSettled } from './settled.mts';
import { checkTrails } from './trails.mts';

/** All that has to hold once nothing is on its way any more. */
export const CHECKERS: readonly Checker[] = [
  checkCommands,
  checkAlerts,
  checkSequences,
  checkConsumption,
  checkReadModels,
  checkSettled,
  checkTrails,
];
