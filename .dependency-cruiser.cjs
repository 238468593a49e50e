/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-plain',
      comment: 'The domain knows only kit, contracts and impact: no framework, no persistence, no feature.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^apps/[^/]+/src/domain/', '^libs/(kit|contracts|impact)/'] },
    },
    {
      name: 'a-feature-stands-alone',
      severity: 'error',
      from: { path: '^apps/([^/]+)/src/features/([^/]+)/' },
      to: { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' },
    },
    {
      name: 'persistence-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/persistence/' },
      to: { path: '^apps/[^/]+/src/features/' },
    },
    {
      name: 'only-transports-know-kafka',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/messaging/src/transports/', '^libs/testing/', '^libs/e2e/', '\\.spec\\.ts$', '/test/'],
      },
      to: { path: 'node_modules/(kafkajs|@platformatic/kafka)' },
    },
    {
      name: 'kit-and-contracts-know-no-framework',
      severity: 'error',
      from: { path: '^libs/(kit|contracts|impact)/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|fastify|kafkajs)/' },
    },
    {
      name: 'testing-only-from-specs',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '/test/', '^libs/(testing|e2e)/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'no-app-imports-an-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
