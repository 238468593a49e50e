import { BROKER_FAULTS } from './broker.faults.mts';
import { CLOCK_FAULTS } from './clock.faults.mts';
import { DATABASE_FAULTS } from './database.faults.mts';
import type { Fault } from './fault.mts';
import { NETWORK_FAULTS } from './network.faults.mts';
import { POINT_FAULTS, PROCESS_FAULTS } from './process.faults.mts';

/** All that the platform has to stand, each once. */
export const FAULTS: readonly Fault[] = [
  ...PROCESS_FAULTS,
  ...BROKER_FAULTS,
  ...DATABASE_FAULTS,
  ...NETWORK_FAULTS,
  ...CLOCK_FAULTS,
];

/** For less than three minutes: what tells most comes first, since a busy machine does not get to the end. */
export const SHORT_FAULTS: readonly string[] = [
  'postgres-commit-cut',
  'broker-restart',
  'kill-at-after-consumer-commit',
  'postgres-kill',
  'network-reset',
  'kill-at-after-broker-ack',
  'pause-at-after-relay-read',
  'network-delay',
  'kill-at-after-commit',
];

const KNOWN = new Map([...FAULTS, ...POINT_FAULTS].map((fault) => [fault.name, fault]));

/** @throws Error for a name that no fault has */
export function faultNamed(name: string): Fault {
  const fault = KNOWN.get(name);
  if (fault === undefined) throw new Error(`No fault is called '${name}'; there are ${[...KNOWN.keys()].join(', ')}`);
  return fault;
}
