import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const noClock = 'The law has no clock: take the time from the context.';

export default tseslint.config(
  { ignores: ['dist', 'coverage', '.stryker-tmp', 'data', '*.config.js', '.dependency-cruiser.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'max-params': ['error', 4],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      complexity: ['error', 12],
    },
  },
  {
    // The law and every procedure: all libraries but those listed, as in .dependency-cruiser.cjs.
    files: ['libs/*/src/**/*.ts'],
    ignores: [
      '**/*.spec.ts',
      '**/*testing.ts',
      'libs/{access-log,attempt-log,backup,database,documents,embedded-postgres,event-store,identity}/**',
      'libs/{program,record,registry,rights,rule-data,tables,views}/**',
    ],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'setTimeout', 'fetch', 'Buffer'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: noClock,
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'The law uses no random numbers.',
        },
        { selector: 'Decorator', message: 'No decorators in the law.' },
        {
          selector: "ClassDeclaration:not([superClass.name='Error'])",
          message: 'The law is functions and data.',
        },
      ],
    },
  },
  // Nest hands a class its parts through the constructor, and a route its request through parameters.
  { files: ['apps/api/src/**/*.ts'], rules: { 'max-params': ['error', 6] } },
  {
    files: ['tests/**/*.ts', '**/*.spec.ts', '**/*testing.ts'],
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
);
