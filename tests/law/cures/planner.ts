/** Does the acts that a cure names, by whoever may, and what stands in their way before them, until the provision holds. */
import {
  acts,
  closureGrounds,
  courtAnswers,
  emptyFile,
  owed,
  owedBothWays,
  type ActName,
  type CaseEvent,
  type CaseFile,
} from '@anjuan/case';
import { addHours, startOfDay } from '@anjuan/law';
import { numbered } from '../../../libs/case/src/testing.js';
import { diceOf } from '../adversary/dice.js';
import { entries } from '../adversary/entries.js';
import { endings, type Scenario } from '../adversary/scenario.js';
import { after, requests } from './doing.js';
import { later, paper, somebodyElse, words } from './following.js';
import { stated, curedBy } from './stated.js';
import { answerTo, type Entry, type Trial } from './trial.js';

const scenario = (trial: Trial, ending: Scenario['ending']): Scenario => ({
  ending,
  vice: 'anything',
  lists: trial.context.lists,
  party: 'entity',
  start: 0,
  obedience: 100,
  asksForHearing: false,
  speaks: false,
  waives: false,
  marked: false,
  several: false,
  seizes: false,
  tests: false,
  signsPapers: true,
  issues: true,
  moves: [],
});

const isActName = (name: string): name is ActName => Object.hasOwn(acts, name);
const seeds = [1, 2, 3, 4, 5, 6];

/** Papers differ from move to move, and make no difference. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (key, member: unknown) => (key === 'sha256' ? '' : member));

type Outcomes = (file: CaseFile, typed: Entry, context: Trial['context']) => readonly Entry[];

/** What the random players never enter, or by chance alone. */
const outcomes: Readonly<Partial<Record<ActName, Outcomes>>> = {
  'hearing/end': (_, typed) => [{ ...typed, ground: 'withdrawn', paper }],
  'remedy/record-outcome': (_, typed) =>
    ['changed', 'annulled', 'annulled-to-redo'].map((outcome) => ({ ...typed, outcome })),
  'court-enforcement/record-court-answer': (_, typed) => courtAnswers.map((answer) => ({ ...typed, answer })),
  'decision-change/change': ({ remedies }) => [
    ...['annulled', 'annulled-to-redo'].map((kind) => ({
      kind,
      ground: 'own-correction',
      reason: words,
      paper,
    })),
    ...remedies.flatMap(({ entry: remedy, concluded }) =>
      concluded === undefined
        ? []
        : [
            {
              kind: concluded.outcome,
              ground: 'remedy-outcome',
              remedy,
              ...(concluded.ordered && { outcome: concluded.ordered }),
              reason: words,
              paper,
            },
          ],
    ),
  ],
  'summary-procedure/collect-fine': (file, typed) =>
    file.summary === undefined
      ? []
      : [
          {
            ...typed,
            fen: owed(file).left.fine,
            hardToEnforceLater: words,
            occurredAt: addHours(startOfDay(file.summary.decidedOn), 11),
            lateReason: words,
          },
        ],
  'decision-change/record-refund': (file, typed, context) => [
    { ...typed, fen: owedBothWays(file, context).refund },
  ],
  'crime-transfer/decide': () => [{ approved: true, reason: words }],
  'closure/request': () =>
    closureGrounds.map((ground) => ({ ground, circumstance: 'merged', note: words, paper })),
  'execution-suspension/request-termination': () => [{ ground: 'object-lost', reason: words, paper }],
  'decision-period/extend-further': ({ filing }, typed) => [
    { ...typed, handlersReport: filing?.handlers ?? [] },
  ],
  'investigation/conclude': (_, { grading: _graded, ...typed }) => [
    { ...typed, proposal: { kind: 'no-penalty', ground: 'minor', reason: words } },
  ],
  'party/record-deregistration': ({ lead }, typed) => [{ ...typed, on: lead?.receivedOn }],
  'party/record-restoration': ({ party }, typed) => [{ ...typed, on: party.ended?.on }],
  'jurisdiction/request-transfer': ({ jurisdiction }, typed) => [
    { ...typed, agency: jurisdiction.disputes.at(-1)?.settled?.competent ?? words },
  ],
};

/** What the random players would type in for the act when they mean well. */
export const wellMeant = (trial: Trial, act: ActName, by: string): readonly Entry[] => {
  const history: readonly CaseEvent[] = numbered(trial.history);
  const { now, today } = trial.context;
  const typed = endings.flatMap((ending) =>
    seeds.map((seed) =>
      entries[act]({
        scenario: scenario(trial, ending),
        file: trial.file,
        history,
        now,
        today,
        dice: diceOf(seed),
        hostility: 0,
        by,
      }),
    ),
  );
  const distinct = new Map(
    [...(outcomes[act]?.(trial.file, typed[0] ?? {}, trial.context) ?? []), ...typed].map((entry) => [
      asText(entry),
      entry as Entry,
    ]),
  );
  return [...distinct.values()];
};

const lastWords = ({ history }: Trial): string =>
  asText(history.slice(-1).map(({ type, data, recordedBy }) => [type, data, recordedBy]));

type Tried = Readonly<{
  made: readonly Trial[];
  nearest?: Readonly<{ attempt: Trial; missing: readonly string[] }>;
}>;

const attemptsAt = function* (trial: Trial, act: ActName): Generator<Trial> {
  for (const by of somebodyElse({ ...trial, act }))
    for (const entry of wellMeant(by, act, by.context.actor.person)) yield { ...by, entry };
};
const mostOutcomes = 6;

/** The act done now by anybody who may, with anything that is well meant: each outcome once, or what stood in the way. */
const tryNow = (trial: Trial, act: ActName): Tried => {
  const made = new Map<string, Trial>();
  let nearest: Readonly<{ attempt: Trial; missing: readonly string[] }> | undefined;
  for (const attempt of attemptsAt(trial, act)) {
    const answer = answerTo(attempt);
    const missing = answer.refused;
    if (missing.length > 0) {
      if (missing.length < (nearest?.missing.length ?? Infinity)) nearest = { attempt, missing };
      continue;
    }
    const next = after(trial, answer, attempt);
    made.set(lastWords(next), next);
    if (made.size >= mostOutcomes) break;
  }
  return { made: [...made.values()], ...(nearest && { nearest }) };
};

const pauses = [1, 3, 8, 11, 20, 40, 100];

/** The attempt on the history, and the day, that another trial has come to. */
const movedTo = (attempt: Trial, { history, file, context }: Trial): Trial => {
  const { now, today, dossierDigest, reviewedDigest } = context;
  const moved = { now, today, dossierDigest, ...(reviewedDigest !== undefined && { reviewedDigest }) };
  return { ...attempt, history, file, context: { ...attempt.context, ...moved } };
};

/** The trial after everything that stands in the way of another attempt is cured; undefined where it cannot be. */
const cleared = (trial: Trial, { attempt, missing }: NonNullable<Tried['nearest']>, depth: number) =>
  missing.reduce<Trial | undefined>((so, id) => {
    if (so === undefined) return undefined;
    const again = movedTo(attempt, so);
    return answerTo(again).refused.includes(id) ? planned(again, id, depth) : so;
  }, trial);

/** Now, or after what stands in its way is cured as well, or after some days. */
const doings = (trial: Trial, act: ActName, depth: number): readonly Trial[] => {
  const now = tryNow(trial, act);
  if (now.made.length > 0) return now.made;
  const way = now.nearest && depth > 0 ? cleared(trial, now.nearest, depth - 1) : undefined;
  const tried = way ? tryNow(movedTo(trial, way), act).made : [];
  if (tried.length > 0) return tried;
  return pauses.map((days) => tryNow(later(trial, days), act).made).find(({ length }) => length > 0) ?? [];
};

/** Whether the provision holds for the act as it was entered, or as it would be entered now, or some days later. */
const isMet = (trial: Trial, id: string): Trial | undefined =>
  [trial, later(trial, 10), later(trial, 25)]
    .flatMap((on) => [
      on,
      ...wellMeant(on, on.act, on.context.actor.person).map((entry) => ({ ...on, entry })),
    ])
    .find((attempt) => !answerTo(attempt).refused.includes(id));

/** Which acts the cure names: of an approval, the request of its matter. */
const namedBy = (id: string, { act, entry, file }: Trial): readonly ActName[] => {
  if (id !== 'approval/open') return (curedBy[id] ?? []).filter(isActName);
  const matter = file.approvals.find((one) => one.entry === entry['approval'])?.matter;
  const [step] = act.split('/');
  const own = Object.values(requests).filter((name) => name.startsWith(`${step ?? ''}/`));
  return matter === undefined ? own : [...own, requests[matter]];
};

const anew = (trial: Trial): Trial => ({ ...trial, history: [], file: emptyFile });

/** Each of the acts done on each of the trials. */
const steps = function* (
  frontier: readonly Trial[],
  names: readonly ActName[],
  depth: number,
): Generator<Trial> {
  for (const state of frontier)
    for (const name of names) yield* doings(acts[name].opens ? anew(state) : state, name, depth);
};

/** The trial after the acts of the cure, at most four; undefined where they do not lead there. */
export const planned = (trial: Trial, id: string, depth = 2): Trial | undefined => {
  const names = namedBy(id, trial);
  let frontier: readonly Trial[] = [trial];
  for (let step = 0; step < 4; step += 1) {
    const next: Trial[] = [];
    for (const made of steps(frontier, names, depth)) {
      const met = stated.get(id)?.instead ? made : isMet(made, id);
      if (met) return met;
      next.push(made);
    }
    frontier = next.slice(0, 8);
  }
  return undefined;
};
