import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Who may import whom; each row is a project tag and the tags that it may depend on. */
const boundaries = {
  'type:app': ['type:kit', 'type:contracts', 'type:impact', 'type:messaging', 'type:platform', 'type:faults'],
  'type:platform': ['type:kit', 'type:contracts'],
  'type:messaging': ['type:kit', 'type:contracts', 'type:faults'],
  'type:impact': ['type:kit', 'type:contracts'],
  'type:contracts': ['type:kit'],
  'type:kit': [],
  'type:faults': [],
  'type:infra': [],
  'type:client': [],
  'type:testing': [
    'type:infra',
    'type:faults',
    'type:kit',
    'type:contracts',
    'type:impact',
    'type:messaging',
    'type:platform',
  ],
  'type:e2e': [
    'type:infra',
    'type:faults',
    'type:kit',
    'type:contracts',
    'type:impact',
    'type:messaging',
    'type:platform',
    'type:testing',
    'type:client',
    'type:app',
  ],
};

const boundaryRule = (extraForSpecs, allow = []) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    allow,
    depConstraints: Object.entries(boundaries).map(([sourceTag, allowed]) => ({
      sourceTag,
      onlyDependOnLibsWithTags: [...allowed, ...extraForSpecs],
    })),
  },
];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'dist-chaos', 'coverage', '.itops', '.nx', '**/generated/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mts'],
    extends: [...tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    // Jest's matchers (`expect.any`, `expect.objectContaining`) are typed `any`.
    files: ['**/*.spec.ts', '**/*.spec.mts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  { files: ['**/*.cjs', '**/*.mjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    // Nest resolves constructor parameters by the class that is imported, so an import that looks like a type is a value.
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaryRule([]) },
  },
  {
    files: ['**/*.spec.ts', '{apps,libs}/*/test/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaryRule(['type:testing']) },
  },
  {
    // The whole system in one process, with a clock that the test moves: the one place that puts applications together.
    files: ['libs/e2e/**/*.ts'],
    plugins: { '@nx': nx },
    rules: { '@nx/enforce-module-boundaries': boundaryRule(['type:testing'], ['@itops/apps/**']) },
  },
  prettier,
);
