/** `anjuan demo`: starts its own server, plays the cases by day, prints the story and measures the cost. */
import { both, projectRoot } from '@anjuan/program';
import { join } from 'node:path';
import { addHours, startOfDay, type Instant } from '@anjuan/law';
import type { Options } from '../command-line.js';
import { progress, staying, trouble } from '../messages.js';
import { readInput, type Input } from '../play/case-folder.js';
import { createClient, type Client } from '../play/client.js';
import { play, type Outcome } from '../play/play.js';
import { enterRegistry, type Members } from '../play/registry.js';
import { rollOf } from '../play/roll.js';
import { schedule, type Step } from '../play/schedule.js';
import { asJson } from './as-json.js';
import { newGround, type Ground } from './ground.js';
import { idleMemory } from './idle-memory.js';
import type { Server } from './server.js';
import { storyOf, introduction } from './story.js';
import { summaryOf } from './summary.js';

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

const everyTenth = 10;

type Players = Readonly<{ client: Client; server: Server; members: Members; stop: AbortSignal }>;

const playAll = async (
  { client, server, members, stop }: Players,
  steps: readonly Step[],
  say: Voices,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for await (const outcome of play(steps, { client, members, moveClock: server.moveClock })) {
    outcomes.push(outcome);
    say.story(storyOf(outcome));
    stop.throwIfAborted();
    if (outcomes.length % everyTenth === 0) say.progress(progress.playing(outcomes.length, steps.length));
  }
  return outcomes;
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

/** Aborted when the user asks to stop. */
const abortedBySignal = (): AbortSignal => {
  const interrupted = new AbortController();
  const stop = () => {
    interrupted.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return interrupted.signal;
};

const toBeStopped = (stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) resolve();
    stop.addEventListener('abort', () => {
      resolve();
    });
  });

const tellHowToSignIn = ({ server, members }: Played, { administrators }: Ground): void => {
  aside(staying.address(server.url));
  const first = administrators.map(({ login, password }) => `  ${login} / ${password}\n`).join('');
  aside(`${staying.signIns}\n${first}${signIns(members)}`);
  aside(staying.stop);
};

/** What a demo is played on; `stop` takes effect between two steps, so that nothing is in flight. */
type Course = Readonly<{
  input: Input;
  options: Options;
  ground: Ground;
  stop: AbortSignal;
}>;

const startAt = ({ ground, stop }: Course, clock: Instant): Promise<Server> => {
  stop.throwIfAborted();
  return ground.start(clock);
};

const perform = async (course: Course): Promise<Played> => {
  const { input, options, ground, stop } = course;
  const say = { story: options.json ? aside : out, progress: aside };
  const steps = schedule(input.cases);
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new NothingToPlay(both(trouble.nothingToPlay));
  const roll = rollOf(input.cases, input.agencies);

  say.story(introduction(input.cases));
  say.progress(progress.starting);
  const server = await startAt(course, addHours(startOfDay(first.line.on), 8));
  const client = createClient(server.url);
  say.progress(progress.secondFactor);
  say.progress(progress.registering);
  const members = await enterRegistry(client, ground.administrators, roll, first.line.on);
  const outcomes = await playAll({ client, server, members, stop }, steps, say);
  if (options.json) out(JSON.stringify(asJson(input.cases, outcomes), null, 2));

  const memory = await idleMemory(server);
  say.progress(progress.restarting);
  await server.stop();
  const again = await startAt(course, addHours(last.at, 1));
  const measured = { seconds: performance.now() / 1000, startedInMs: again.startedInMs, memory };
  say.story(summaryOf(outcomes, measured));
  return { server: again, members, outcomes };
};

const interrupted = 130;

const performed = async (course: Course): Promise<number> => {
  try {
    const played = await perform(course);
    if (!course.options.exit) {
      tellHowToSignIn(played, course.ground);
      await toBeStopped(course.stop);
    }
    return played.outcomes.some(({ fault }) => fault) ? 1 : 0;
  } catch (error) {
    if (course.stop.aborted) return interrupted;
    throw error;
  }
};

/**
 * Plays and tells; the exit status: 0 when everything went as the files say, 1 when not, 130 when
 * interrupted. Throws CaseFileUnreadable, NothingToPlay, ServerUnusable, ActRefused (of the registry).
 */
export const demo = async (options: Options): Promise<number> => {
  const input = readInput(options.files, join(projectRoot(), 'tests', 'cases'));
  const stop = abortedBySignal();
  const ground = newGround();
  try {
    return await performed({ input, options, ground, stop });
  } finally {
    await ground.clear();
    aside(progress.stopped);
  }
};
