/** Who may import whom. `npm run boundaries` */
const pure = '\\.spec\\.ts$|testing\\.ts$';
module.exports = {
  forbidden: [
    {
      name: 'the-calendar-imports-nothing',
      severity: 'error',
      comment: 'libs/law is dates, counting and dated data: no framework, no Node, no npm package',
      from: { path: '^libs/law/src', pathNot: pure },
      to: { pathNot: '^libs/law/src' },
    },
    {
      name: 'the-law-imports-the-calendar-at-most',
      severity: 'error',
      comment: 'libs/case is the law: no framework, no Node, no npm package',
      from: { path: '^libs/case/src', pathNot: pure },
      to: { pathNot: '^libs/(case/src|law/src/index\\.ts)' },
    },
    { name: 'libs-never-import-apps', severity: 'error', from: { path: '^libs' }, to: { path: '^apps' } },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-only-through-their-index',
      severity: 'error',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'only-apps-and-modules-import-nest',
      severity: 'error',
      from: { path: '^libs', pathNot: '\\.module\\.ts$|\\.spec\\.ts$' },
      to: { path: 'node_modules/@nestjs' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs)', pathNot: '\\.(spec|e2e-spec)\\.ts$|testing\\.ts$' },
      to: { path: 'testing\\.ts$|^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
