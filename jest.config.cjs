const { readFileSync } = require('node:fs');
const path = require('node:path');

const swc = JSON.parse(readFileSync(path.join(__dirname, '.swcrc'), 'utf8'));
// The build leaves specs out; Jest compiles them with the same rules, so only that part differs.
delete swc.exclude;
swc.swcrc = false;
swc.jsc.baseUrl = __dirname;
// Specs may stop a process at any point on an event's way.
swc.jsc.paths['@itops/faults'] = ['./libs/faults/src/armed.ts'];

// Packages that ship ES modules only; Jest compiles them to CommonJS like our own code.
const esmOnly = [
  '@nestjs',
  '@platformatic',
  'uuid',
  '@bsull',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'typeorm',
  'content-disposition',
  'jose',
];

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // Each project looks through these for its files: without it through all packages, too.
  roots: ['apps', 'infra', 'libs', 'tools'].map((folder) => path.join(__dirname, folder)),
  transform: { '^.+\\.m?[jt]s$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    // Specs may stop a process at any point on an event's way.
    '^@itops/faults(/armed)?$': '<rootDir>/libs/faults/src/armed.ts',
    '^@itops/platform/run$': '<rootDir>/libs/platform/src/run.ts',
    '^@itops/apps/(.*)$': '<rootDir>/apps/$1',
    '^@itops/infra$': '<rootDir>/infra/index.mts',
    '^@itops/client$': '<rootDir>/libs/client/src/index.mts',
    '^@itops/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  setupFiles: ['reflect-metadata'],
};

const project = (name, dir) => ({
  ...shared,
  displayName: name,
  testMatch: [`<rootDir>/${dir}/**/*.spec.ts`, `<rootDir>/${dir}/**/*.spec.mts`],
});

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  projects: [
    project('kit', 'libs/kit'),
    project('client', 'libs/client'),
    project('faults', 'libs/faults'),
    project('contracts', 'libs/contracts'),
    project('impact', 'libs/impact'),
    project('messaging', 'libs/messaging'),
    project('platform', 'libs/platform'),
    project('testing', 'libs/testing'),
    project('cmdb-svc', 'apps/cmdb-svc'),
    project('incident-svc', 'apps/incident-svc'),
    project('change-svc', 'apps/change-svc'),
    project('capacity-svc', 'apps/capacity-svc'),
    project('gateway', 'apps/gateway'),
    project('tools', 'tools'),
    project('e2e', 'libs/e2e'),
  ],
  globalSetup: '<rootDir>/libs/testing/src/servers/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/testing/src/servers/jest-global-teardown.ts',
  reporters: ['default', '<rootDir>/libs/testing/src/servers/jest-topic-sweeper.mts'],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/jest.sequencer.cjs',
  // Most of the long ones wait for servers: two more fill what two cores have left.
  maxWorkers: 4,
  randomize: true,
};
