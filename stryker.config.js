/**
 * Mutation testing of the law (`npm run mutation`): libs/law and libs/case, with their own specs. mocha runs them,
 * since it keeps the modules loaded from one mutant to the next: milliseconds a mutant, not seconds.
 */
export default {
  plugins: ['@stryker-mutator/mocha-runner'],
  testRunner: 'mocha',
  testRunnerNodeArgs: [
    '--import',
    './tests/mutation/typescript-as-it-is.ts',
    '--disable-warning=ExperimentalWarning',
  ],
  mochaOptions: { config: '.mocharc.mutation.json' },
  mutate: [
    'libs/{law,procedure,case}/src/**/*.ts',
    'libs/record/src/cures.ts',
    '!**/*.spec.ts',
    '!**/*testing.ts',
  ],
  coverageAnalysis: 'perTest',
  // A table of dates or a citation is compared with its source, not proved by a test that repeats it.
  ignoreStatic: true,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: 85 },
};
