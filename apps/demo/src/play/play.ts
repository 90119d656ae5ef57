/** Plays a schedule: every act and attempt as the people of the file, one after the other. */
import type { Bilingual } from '@anjuan/case';
import type { Instant } from '@anjuan/law';
import { ActRefused } from './answers.js';
import { ActUnplayable, type Scene } from './acts/scene.js';
import { newCaseSession, triedBy, type Call, type CaseSession, type Tried } from './case-session.js';
import type { CaseFile } from './case-file.js';
import type { Client } from './client.js';
import { factsOf, withParty } from './of-party.js';
import { createPapers, type Papers } from './papers.js';
import type { Member, Members } from './registry.js';
import { callTime, type Step } from './schedule.js';
import { faultOf, type Fault, type Reason } from './verdict.js';
import { withdrawAgain } from './withdraw-again.js';

/** How a step went. */
export type Outcome = Readonly<{
  step: Step;
  accepted: boolean;
  calls: readonly Call[];
  /** The command that was refused. */
  refused?: Tried;
  /** What the player filled in, each once. */
  filled: readonly Bilingual[];
  reasons: readonly Reason[];
  /** Refused for another reason than the law, or not playable at all. */
  trouble?: Bilingual;
  fault?: Fault;
}>;

export type Stage = Readonly<{
  client: Client;
  members: Members;
  moveClock: (to: Instant) => Promise<void>;
}>;

type Playing = Readonly<{ stage: Stage; papers: Papers; step: Step; session: CaseSession }>;
type Notes = { calls: Call[]; refused?: Tried; filled: Map<string, Bilingual>; sent: number };

const memberOf = ({ stage, step: { file } }: Playing, key: string): Member => {
  const member = stage.members.of(file.agency.uscc, key);
  if (member) return member;
  throw new ActUnplayable(
    `没有人员“${key}”承办`,
    `nobody "${key}" is there to do it: name handlers in the file`,
  );
};

const once = (notes: Notes, what: Bilingual): void => {
  notes.filled.set(what.zh, what);
};

const textOfPaper = ({ step: { file, line } }: Playing, name: string): string =>
  `${name}\n${file.facts.cause}\n${line.on}\n（演示用文书；a paper generated for the demonstration）\n`;

const sceneOf = (playing: Playing, notes: Notes): Scene => {
  const { step, session, stage, papers } = playing;
  const { file, line } = step;
  const of = { facts: file.facts, said: line.said, ofParty: line.ofParty };
  const ask = async (by: string, act: string, entry: unknown) => {
    await stage.moveClock(callTime(step, notes.sent));
    notes.sent += 1;
    const who = memberOf(playing, by);
    notes.refused = triedBy(file.procedure, who, act);
    const call = await session.command(who, act, withParty(entry, act, of, scene));
    delete notes.refused;
    notes.calls.push(call);
    return call.recorded;
  };
  const scene: Scene = {
    facts: factsOf(file.facts, line.said, line.ofParty),
    said: line.said,
    idOf: (key) => memberOf(playing, key).person,
    ask,
    askAsWritten: ask,
    paper: async (name) => {
      once(notes, { zh: `文书“${name}”（生成）`, en: `paper "${name}" (generated)` });
      const clerk = line.said.handlers[0] ?? file.people[0]?.key ?? '';
      return papers.upload(memberOf(playing, clerk), file.agency.uscc, name, textOfPaper(playing, name));
    },
    filled: (value, what) => {
      once(notes, what);
      return value;
    },
    entryOf: (type, nth) => {
      const entries = session.entriesOf(type);
      return entries[nth ?? entries.length - 1] ?? entries.at(-1) ?? session.lastEntry();
    },
    countOf: (type) => session.entriesOf(type).length,
    dueOf: async (by, limit) => {
      await stage.moveClock(callTime(step, notes.sent));
      return session.dueOf(memberOf(playing, by), limit);
    },
  };
  return scene;
};

type Refused = Readonly<{ reasons: readonly Reason[]; trouble?: Bilingual }>;

/** What refused it; anything but a refusal goes on up. */
const refusalIn = (error: unknown): Refused => {
  if (error instanceof ActUnplayable) return { reasons: [], trouble: { zh: error.zh, en: error.en } };
  if (!(error instanceof ActRefused)) throw error;
  if (error.reasons.length > 0) return { reasons: error.reasons };
  const said = `${error.status} ${error.title} ${error.detail}`.trim();
  return { reasons: [], trouble: { zh: `服务应答：${said}`, en: `the server answered: ${said}` } };
};

/** A fresh case begins with a lead, unless the attempt opens a case itself. */
const openForAttempt = async (playing: Playing, scene: Scene, notes: Notes): Promise<void> => {
  const { line, file } = playing.step;
  if (line.opens || playing.session.isOpen()) return;
  await scene.ask(line.said.handlers[0] ?? '', 'initiation/receive-lead', {
    source: '另案线索',
    summary: `涉嫌${file.facts.cause}`,
  });
  notes.calls.length = 0;
  once(notes, { zh: '新案的案源', en: 'the lead of the fresh case' });
};

const tryOut = async (playing: Playing, scene: Scene, notes: Notes): Promise<Refused | undefined> => {
  try {
    if (playing.step.line.attempt?.newCase) await openForAttempt(playing, scene, notes);
    await playing.step.line.play(scene);
    return undefined;
  } catch (error) {
    return refusalIn(error);
  }
};

const playStep = async (playing: Playing): Promise<Outcome> => {
  const { step, session } = playing;
  const notes: Notes = { calls: [], filled: new Map(), sent: 0 };
  const scene = sceneOf(playing, notes);
  const refused = await tryOut(playing, scene, notes);
  const calls = [...notes.calls];
  const tried = notes.refused;
  if (refused && step.line.attempt && calls.length > 0)
    for (const what of await withdrawAgain(scene, session, calls)) once(notes, what);
  const reasons = refused?.reasons ?? [];
  const fault = faultOf(step.line, !refused, reasons);
  return {
    step,
    accepted: !refused,
    calls,
    filled: [...notes.filled.values()],
    reasons,
    ...(tried && { refused: tried }),
    ...(refused?.trouble && { trouble: refused.trouble }),
    ...(fault && { fault }),
  };
};

/** Plays step after step; yields each outcome as it comes. Throws ServerUnusable. */
export async function* play(steps: readonly Step[], stage: Stage): AsyncGenerator<Outcome> {
  const papers = createPapers(stage.client);
  const sessions = new Map<CaseFile, CaseSession>();
  for (const step of steps) {
    const known = step.line.attempt?.newCase ? undefined : sessions.get(step.file);
    const session = known ?? newCaseSession(stage.client, step.file.procedure);
    if (!step.line.attempt) sessions.set(step.file, session);
    yield await playStep({ stage, papers, step, session });
  }
}
