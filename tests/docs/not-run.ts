/** Commands of the pages that the test does not run, each with the reason. One that is here and on no page fails it. */
const network = 'needs the network: a package registry';
const itself = 'is what runs this test, or runs it among others';
const long = 'takes minutes to an hour; its own page has its figures';
const docker = 'needs Docker';
const placeholder = 'names no file of its own';

export const notRun: Readonly<Record<string, string>> = {
  'npm ci && npm run demo\nnpm ci && npm test': network,
  'npm ci': network,
  'npm install <name>': network,
  'npm test': itself,
  'npm test -- libs/case/src/education': itself,
  'npm run check': 'is run by .ci/run before the tests',
  'npm run boundaries': 'part of npm run check',
  'npm run lint': 'part of npm run check',
  'npm run typecheck': 'part of npm run check',
  'npm run openapi': 'writes into the repository; npm run check compares what it writes',
  'npm run notice': 'writes into the repository; npm run check compares what it writes',
  'npm run sbom -- FILE': 'tests/tools/supply.spec.ts makes the bill of materials',
  'npm run check:supply': 'part of npm run check; tests/tools/supply.spec.ts',
  'npm run provisions': 'writes into the repository; npm run check compares what it writes',
  'npx prettier --write <file>': placeholder,
  'npm run demo': 'is run by .ci/run; the cases are played by tests/api/case-files.e2e-spec.ts',
  'npm run demo -- FILE…': 'run with two files, as README has it',
  'npm run bench -- edges': long,
  'npm run bench -- law': long,
  'npm run bench -- store': long,
  'npm run bench -- store --grow 5000000': long,
  'npm run bench -- store wall': long,
  'npm run bench -- eventstoredb --address esdb://…': 'needs an EventStoreDB',
  'npm run bench -- rebuild': long,
  'npm run bench -- rebuild 120000': long,
  'npm run mutation': long,
  'npm run test:proxy': 'needs nginx and Caddy; is run by .ci/run',
  'npm run test:pooler': 'needs PgBouncer; is run by .ci/run',
  'npm run test:browser': 'needs Chromium; is run by .ci/run',
  'npm run test:scanner': 'needs ClamAV; is run by .ci/run',
  'npm run test:s3': 'needs Ceph; is run by .ci/run',
  'npm run anjuan -- files move': 'needs a bucket; tests/s3/program.e2e-spec.ts moves a folder',
  'npm run build': 'npm test runs it before this test',
  'systemctl enable --now anjuan': 'needs systemd',
  'npm run test:oracle': long,
  'npm run test:eventstoredb': 'needs an EventStoreDB, or is run on the stand-in by eventstoredb.spec.ts',
  'SELECT count(*) FROM eventstoredb.outbox': 'needs an EventStoreDB; eventstoredb-halves.spec.ts asks it',
  'npm run eventstoredb:stand-in':
    'tests/event-store and tests/api/eventstoredb.e2e-spec.ts start the stand-in',
  'npm run eventstoredb:stand-in -- --port 2113': 'the same, on a fixed port',
  "EVENT_STORE=eventstoredb EVENTSTOREDB_URL='esdb://127.0.0.1:2113?tls=false' npm run demo -- --exit":
    'needs that stand-in; tests/api/eventstoredb.e2e-spec.ts plays the cases on it',
  'EVENT_STORE=eventstoredb EVENTSTOREDB_URL=esdb://… npm start': 'needs an EventStoreDB',
  'EVENTSTOREDB_URL=… npm run test:eventstoredb': 'needs an EventStoreDB',
  'PUBLIC_URL=https://anjuan.example docker compose -f docker/compose.yaml up --build --detach': docker,
  'EVENTSTOREDB_PASSWORD=… PUBLIC_URL=https://anjuan.example docker compose -f docker/compose.eventstoredb.yaml up --build --detach':
    docker,
  '.ci/run': 'runs this test among all others',
};
