import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/run-folder.ts',
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '<rootDir>/tests/support/javascript.ts' },
  moduleNameMapper: {
    '^@anjuan/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
  // What needs a proxy, a pooler, a browser, a scanner or a Ceph has a command of its own: npm run test:proxy, test:pooler,
  // test:browser, test:scanner, test:s3.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/tests/proxy/',
    '<rootDir>/tests/pooler/',
    '<rootDir>/tests/browser/',
    '<rootDir>/tests/scanner/',
    '<rootDir>/tests/s3/',
  ],
  // A bound for what hangs, not for what is slow: speed is measured by npm run bench.
  testTimeout: 180_000,
  // More than two processors: spec files wait for programs and servers a fifth of the time.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  // Modules of finished files are not all given back.
  workerIdleMemoryLimit: '1GB',
};
