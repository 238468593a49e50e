const Sequencer = require('@jest/test-sequencer').default;

/** Files that take longest, so that none of them is begun last while the other workers have nothing left to do. */
const LONG = [
  'libs/e2e/src/survives-kill.spec.ts',
  'libs/e2e/src/keyed-request-survives-kill.spec.ts',
  'libs/messaging/test/transports/broker-loss.spec.ts',
  'tools/chaos/rig/safeguards.spec.mts',
  'apps/incident-svc/test/rebuild-estate.flow.spec.ts',
  'libs/e2e/src/read-models.spec.ts',
  'libs/messaging/test/transports/',
  'libs/messaging/test/guarded-broker.spec.ts',
  'libs/e2e/src/',
  'libs/messaging/test/',
  'apps/gateway/test/',
  'apps/',
];

function rank(file) {
  const at = LONG.findIndex((part) => file.includes(part));
  return at < 0 ? LONG.length : at;
}

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one.path) - rank(other.path));
  }
};
