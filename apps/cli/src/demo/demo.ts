/** `anjuan demo`: a server of its own, the cases played by day, the story told, what it took measured. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addHours, startOfDay, type Instant } from '@anjuan/law';
import type { Options } from '../command-line.js';
import { both, progress, staying, summary, trouble } from '../messages.js';
import { readInput, type Input } from '../play/case-folder.js';
import { createClient, type Account } from '../play/client.js';
import { play, type Outcome } from '../play/play.js';
import { enterRegistry, type Members } from '../play/registry.js';
import { rollOf } from '../play/roll.js';
import { schedule, type Step } from '../play/schedule.js';
import { projectRoot } from '../project-root.js';
import { asJson } from './as-json.js';
import { idleMemory } from './idle-memory.js';
import { startServer, type Server } from './server.js';
import { told, toldFirst, toldOfFault } from './story.js';

/** No case file, or none with an act in it. */
export class NothingToPlay extends Error {
  override readonly name = 'NothingToPlay';
}

type Say = (line: string) => void;
type Voices = Readonly<{ story: Say; progress: Say }>;

const out: Say = (line) => {
  process.stdout.write(`${line}\n`);
};
const aside: Say = (line) => {
  process.stderr.write(`${line}\n`);
};

/** The folder of one demo, and how its server is started on it. */
type Ground = Readonly<{
  folder: string;
  administrator: Account;
  start: (clock: Instant) => Promise<Server>;
}>;

const newGround = (): Ground => {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-demo-'));
  // Started by root the database runs as another user, who must be able to pass.
  chmodSync(folder, 0o711);
  const administrator = { login: 'administrator', password: randomBytes(18).toString('base64url') };
  const log = join(folder, 'server.log');
  const start = (clock: Instant) => startServer({ dataDir: join(folder, 'data'), log, administrator, clock });
  return { folder, administrator, start };
};

const everyTenth = 10;

const playAll = async (
  {
    client,
    server,
    members,
  }: Readonly<{ client: ReturnType<typeof createClient>; server: Server; members: Members }>,
  steps: readonly Step[],
  say: Voices,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for await (const outcome of play(steps, { client, members, moveClock: server.moveClock })) {
    outcomes.push(outcome);
    say.story(told(outcome));
    if (outcomes.length % everyTenth === 0) say.progress(progress.playing(outcomes.length, steps.length));
  }
  return outcomes;
};

type Measured = Readonly<{ seconds: number; startedInMs: number; memory: number | undefined }>;

const megabyte = 1024 * 1024;
const summaryOf = (outcomes: readonly Outcome[], { seconds, startedInMs, memory }: Measured): string => {
  const acts = outcomes.filter(({ step }) => !step.line.attempt);
  const attempts = outcomes.filter(({ step }) => step.line.attempt);
  const faulty = outcomes.filter(({ fault }) => fault);
  return [
    '',
    summary.title,
    summary.accepted(acts.filter(({ accepted }) => accepted).length, acts.length),
    summary.refused(attempts.filter(({ accepted }) => !accepted).length, attempts.length),
    summary.seconds(seconds.toFixed(1)),
    summary.started((startedInMs / 1000).toFixed(2)),
    memory === undefined ? summary.memoryUnknown : summary.memory((memory / megabyte).toFixed(0)),
    ...(faulty.length > 0 ? [summary.wrong, ...faulty.map(toldOfFault)] : []),
  ].join('\n');
};

const signIns = (members: Members): string =>
  members.all
    .map(
      ({ agency, member: { name, roles, account } }) =>
        `  ${account.login} / ${account.password}    ${name}（${roles.join(', ')}；${agency}）`,
    )
    .join('\n');

/** A demo that has been played, its server started anew. */
type Played = Readonly<{ server: Server; members: Members; outcomes: readonly Outcome[] }>;

/** Resolves when the user asks to stop. */
const askedToStop = (): Promise<undefined> =>
  new Promise((resolve) => {
    const asked = () => {
      resolve(undefined);
    };
    process.once('SIGINT', asked).once('SIGTERM', asked);
  });

const tellHowToSignIn = ({ server, members }: Played, { administrator }: Ground): void => {
  aside(staying.address(server.url));
  aside(`${staying.signIns}\n  ${administrator.login} / ${administrator.password}\n${signIns(members)}`);
  aside(staying.stop);
};

/** What is to be undone however the demo ends. */
const cleaning = (ground: Ground) => {
  const servers: Server[] = [];
  const clean = async (): Promise<void> => {
    for (const server of servers) await server.stop();
    rmSync(ground.folder, { recursive: true, force: true });
  };
  return { watch: (server: Server) => servers.push(server), clean };
};

const perform = async (
  input: Input,
  { json }: Options,
  ground: Ground,
  watch: (server: Server) => void,
): Promise<Played> => {
  const say = { story: json ? aside : out, progress: aside };
  const steps = schedule(input.cases);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new NothingToPlay(both(trouble.nothingToPlay));
  const roll = rollOf(input.cases, input.agencies);

  say.story(toldFirst(input.cases));
  say.progress(progress.starting);
  const server = await ground.start(addHours(startOfDay(first.line.on), 8));
  watch(server);
  const client = createClient(server.url);
  say.progress(progress.registering);
  const members = await enterRegistry(client, ground.administrator, roll, first.line.on);
  const outcomes = await playAll({ client, server, members }, steps, say);
  if (json) out(JSON.stringify(asJson(input.cases, outcomes), null, 2));

  const memory = await idleMemory(server);
  say.progress(progress.restarting);
  await server.stop();
  const again = await ground.start(addHours(last.at, 1));
  watch(again);
  const measured = { seconds: performance.now() / 1000, startedInMs: again.startedInMs, memory };
  say.story(summaryOf(outcomes, measured));
  return { server: again, members, outcomes };
};

export const interrupted = 130;

/**
 * Plays and tells; the exit status: 0 when everything went as the files say, 1 when not, 130 when
 * interrupted. Throws CaseFileUnreadable, NothingToPlay, ServerUnusable, ActRefused (of the registry).
 */
export const demo = async (options: Options): Promise<number> => {
  const input = readInput(options.files, join(projectRoot(), 'tests', 'cases'));
  const stop = askedToStop();
  const ground = newGround();
  const { watch, clean } = cleaning(ground);
  try {
    const played = await Promise.race([perform(input, options, ground, watch), stop]);
    if (played === undefined) return interrupted;
    if (!options.exit) {
      tellHowToSignIn(played, ground);
      await stop;
    }
    return played.outcomes.some(({ fault }) => fault) ? 1 : 0;
  } finally {
    await clean();
    aside(progress.stopped);
  }
};
