import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { placeIn } from '../../libs/embedded-postgres/src/place.js';
import { temporaryFolder } from '../support/postgres.js';
import { Desk } from './desk.js';
import { limitEach, openSite, postmasterOf, type Site } from './support.js';
import { removeFolder } from '../support/folder.js';

describe('The program, when the disk under the log of its database fails', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(await temporaryFolder());
  });
  afterAll(async () => {
    await site.api.close();
    await removeFolder(site.folder);
  });

  const panics = () => readFileSync(placeIn(site.folder).log, 'utf8').split('PANIC:').length - 1;
  /** A process that may write no byte cannot write its last words either: then the answers tell. */
  const untilPanic = async (known: number, desk: Desk) => {
    while (panics() === known && !desk.statuses.has(503)) await sleep(10);
  };
  /** Every running process that may write the log. */
  const writers = async (): Promise<number[]> => {
    const { rows } = await site.api.parts.pool.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE backend_type IN ('client backend', 'walwriter')",
    );
    return rows.map(({ pid }) => pid);
  };

  it.each(ways())(
    'loses nothing acknowledged and doubles nothing: %s',
    async (_, fail) => {
      const desk = new Desk(site);
      const before = await desk.settle();
      let done = false;
      const loading = desk.load(() => done);
      while (desk.acknowledged.size < 20) await sleep(5);
      const known = panics();
      const end = await fail(postmasterOf(site), writers);
      await untilPanic(known, desk);
      await end();
      const enough = desk.acknowledged.size + 20;
      while (desk.acknowledged.size < enough) await sleep(5);
      done = true;
      await loading;
      expect((await desk.settle()) - before).toBe(desk.sent.length);
      expect(desk.wrong).toEqual([]);
    },
    180_000,
  );
});

/** Makes writing or syncing the log fail for these processes; the result ends it. */
type Fail = (postmaster: number, writers: Writers) => Promise<() => Promise<unknown>>;
type Writers = () => Promise<readonly number[]>;

function ways(): [string, Fail][] {
  const traced = mayTrace();
  process.stderr.write(
    traced
      ? 'I/O errors: EIO by strace, and writes beyond RLIMIT_FSIZE.\n'
      : 'I/O errors: writes beyond RLIMIT_FSIZE only, because strace is missing or may not attach here.\n',
  );
  return [
    ...(traced
      ? ([
          ['EIO when the log is synced', injecting('fdatasync,fsync:error=EIO:when=3+')],
          ['EIO when the log is written', injecting('pwrite64:error=EIO:when=3+')],
        ] satisfies [string, Fail][])
      : []),
    ['no byte of the log may be written', limiting],
  ];
}

/** strace is no part of the installation, and may be there without the right to attach. */
function mayTrace(): boolean {
  const traced = spawn('sleep', ['600'], { stdio: 'ignore' });
  const attach = `strace -qq -o /dev/null -e trace=none -p ${String(traced.pid)} & strace=$!`;
  const attached = `grep -q '^TracerPid:[[:space:]]*[1-9]' /proc/${String(traced.pid)}/status`;
  // Until it is attached, or has been refused.
  const until = `until ${attached}; do kill -0 $strace 2>/dev/null || exit 1; done; kill $strace`;
  const { status } = spawnSync('sh', ['-c', `${attach}; ${until}`], { stdio: 'ignore' });
  traced.kill('SIGKILL');
  return status === 0;
}

function injecting(fault: string): Fail {
  return async (postmaster, writers) => {
    const pids = [postmaster, ...(await writers())].flatMap((pid) => ['-p', String(pid)]);
    const options = ['-f', '-qq', '-o', '/dev/null', '-e', `inject=${fault}`, ...pids];
    const strace: ChildProcess = spawn('strace', options, { stdio: 'ignore' });
    await once(strace, 'spawn');
    return async () => {
      const ended = once(strace, 'exit');
      strace.kill('SIGTERM');
      await ended;
    };
  };
}

/** Those too that connect while it goes on: else what is written goes through them, and nothing fails. */
function limiting(_: number, writers: Writers): ReturnType<Fail> {
  const limited = new Set<number>();
  const over = new AbortController();
  const going = (async () => {
    while (!over.signal.aborted) {
      for (const pid of await writers().catch(() => [])) limited.add(pid);
      limitEach([...limited], 1);
      await sleep(50);
    }
  })();
  return Promise.resolve(async () => {
    over.abort();
    await going;
    // One that could not extend a table has refused that alone and goes on: it would refuse for ever.
    limitEach([...limited]);
  });
}
