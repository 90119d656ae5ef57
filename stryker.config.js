/** Mutation testing of the law (`npm run mutation`): libs/law and libs/case, with the specs that read them. */
export default {
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.js',
    config: { roots: ['<rootDir>/libs/law', '<rootDir>/libs/case'] },
  },
  mutate: ['libs/{law,case}/src/**/*.ts', '!**/*.spec.ts', '!**/*testing.ts'],
  coverageAnalysis: 'perTest',
  // A table of dates or a citation is compared with its source, not proved by a test that repeats it.
  ignoreStatic: true,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 85, break: 85 },
};
