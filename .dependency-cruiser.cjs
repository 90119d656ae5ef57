/** Who may import whom. `npm run boundaries` */
/** Libraries that are no procedure: a new procedure's is held to the rules of the law without being named. */
const notLaw = [
  'access-log',
  'attempt-log',
  'backup',
  'database',
  'documents',
  'embedded-postgres',
  'event-store',
  'identity',
  'program',
  'record',
  'registry',
  'rights',
  'rule-data',
  'tables',
  'views',
].join('|');
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
      comment:
        'libs/case and the libraries of other procedures are the law: no framework, no Node, no npm package. What is not listed here is none',
      from: { path: `^libs/(?!(?:${notLaw}|law|entry|procedure)/)([^/]+)/src`, pathNot: pure },
      to: { pathNot: '^libs/($1/src|(law|entry|procedure)/src/index\\.ts)' },
    },
    {
      name: 'a-procedure-knows-no-case',
      severity: 'error',
      comment: 'libs/procedure is what every procedure shares',
      from: { path: '^libs/procedure/src', pathNot: pure },
      to: { pathNot: '^libs/(procedure/src|(law|entry)/src/index\\.ts)' },
    },
    {
      name: 'a-schema-imports-nothing',
      severity: 'error',
      comment: 'libs/entry is what an entry consists of: no framework, no procedure, no npm package',
      from: { path: '^libs/entry/src', pathNot: pure },
      to: { pathNot: '^libs/entry/src' },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs' },
      to: { path: '^(apps|tools)/' },
    },
    {
      name: 'apps-and-tools-are-apart',
      severity: 'error',
      comment: 'tools/ describes the repository; no program needs it, and it needs no program',
      from: { path: '^(apps|tools)/' },
      to: { path: '^(apps|tools)/', pathNot: '^$1/' },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-only-through-their-index',
      severity: 'error',
      from: { path: '^(apps|libs|tools)/([^/]+)/' },
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
