/** A year of people who keep the law, bend it or ignore it: no move of theirs reaches an unlawful decision. */
import { emptyFile, evolve, replay, type CaseEvent } from '@anjuan/case';
import fc from 'fast-check';
import { fatalIn } from './adversary/inspected.js';
import { brokenIn } from './adversary/invariants.js';
import { objectionsTo } from './adversary/oracle.js';
import { isMajor, penaltiesIn } from './adversary/penalties.js';
import { nameOf } from './adversary/people.js';
import { play, type Played } from './adversary/play.js';
import { allOf, dayIt, dayTyped } from './adversary/record.js';
import { scenarios, type Scenario } from './adversary/scenario.js';

const seed = Number(process.env['ADVERSARY_SEED'] ?? 20_260_715);
const runs = Number(process.env['ADVERSARY_RUNS'] ?? 800);

const judge = ({ lists }: Scenario, played: Played): readonly string[] => {
  const { history } = played;
  return [
    ...brokenIn(history, lists),
    ...fatalIn(played, lists),
    ...allOf(history, 'DecisionMade').flatMap((decision) =>
      objectionsTo(decision, history, lists).map(
        (objection) => `${decision.revision} DecisionMade: ${objection}`,
      ),
    ),
  ];
};

/** A line a legal officer can follow: entry, day typed in, day it happened, who, what. */
const line = (event: CaseEvent): string =>
  [
    event.revision,
    dayTyped(event),
    dayIt(event),
    `${nameOf(event.recordedBy)} (${event.recordedBy})`,
    event.type,
    JSON.stringify({ ...event.data, digest: undefined, dossier: undefined }),
  ].join(' ');

/** The file is what its events make it, one after the other or all at once. */
const keepsItsFile = ({ history, file }: Played): void => {
  const again = replay(history);
  expect(again).toStrictEqual(file);
  expect(JSON.stringify(replay(history))).toBe(JSON.stringify(again));
  const reachesBack = history.some(({ type }) => type === 'EntryCorrected' || type === 'EntryWithdrawn');
  if (!reachesBack) expect(history.reduce(evolve, emptyFile)).toStrictEqual(again);
};

/** Types of entries and kinds of decisions that a run came to, each once. */
const cameTo = ({ lists }: Scenario, { history }: Played): ReadonlySet<string> => {
  const decisions = allOf(history, 'DecisionMade').map(({ data: { outcome }, revision }) => {
    if (outcome.kind !== 'penalty') return outcome.kind;
    const major = isMajor(history.slice(0, revision), penaltiesIn(outcome), lists);
    return major ? 'major penalty' : 'minor penalty';
  });
  const several = allOf(history, 'DecisionMade').some(({ data: { outcome } }) =>
    penaltiesIn(outcome).some(({ breach }) => breach !== undefined),
  );
  return new Set([
    ...decisions,
    ...(several ? ['several breaches'] : []),
    ...history.map(({ type }) => type),
  ]);
};

/** In how many runs something was seen. */
type Tally = Map<string, number>;
const count = (tally: Tally, seen: ReadonlySet<string>): void => {
  seen.forEach((what) => tally.set(what, (tally.get(what) ?? 0) + 1));
};

const playAll = (reached: Tally, refused: Tally): void => {
  const property = fc.property(scenarios, (scenario) => {
    const played = play(scenario);
    keepsItsFile(played);
    const objections = judge(scenario, played);
    if (objections.length > 0) throw new Error([...objections, ...played.history.map(line)].join('\n'));
    count(reached, cameTo(scenario, played));
    count(refused, new Set(played.refusedUnder));
  });
  // Making a culprit smaller has an end too: what was found by then is shown.
  fc.assert(property, {
    seed,
    numRuns: runs,
    interruptAfterTimeLimit: 600_000,
    markInterruptAsFailure: true,
  });
};

/** Seen in at least so many of the default number of runs; proportionally in others. */
const least = (runsOfEight: number): number => Math.floor((runsOfEight * runs) / 800);
const enough = (tally: Tally, atLeast: number, what: readonly string[]) =>
  what.filter((one) => (tally.get(one) ?? 0) < least(atLeast));

describe(`a year of trying everything (ADVERSARY_SEED=${seed} ADVERSARY_RUNS=${runs})`, () => {
  const reached: Tally = new Map();
  const refused: Tally = new Map();

  it('leads to no decision that the record does not justify', () => {
    playAll(reached, refused);
  }, 900_000);

  it('and did lead to decisions of every kind, by every way', () => {
    const kinds = ['major penalty', 'minor penalty', 'no-penalty', 'DecidedOnTheSpot'];
    expect(enough(reached, 60, kinds)).toStrictEqual([]);
    const ways = [
      'LegalReviewOpinionGiven',
      'CaseReviewOpinionGiven',
      'HearingHeld',
      'DiscussionConcluded',
      'StatementRechecked',
      'StatementWaived',
      'EntryConfirmed',
      'EntryCorrected',
      'CaseArchived',
    ];
    expect(enough(reached, 30, ways)).toStrictEqual([]);
    expect(enough(reached, 20, ['several breaches', 'PartyIdentified'])).toStrictEqual([]);
  });

  it('and the gates of the decision were tried', () => {
    const gates = [
      'legal-review/no-decision-without-review',
      'case-review/no-decision-without-review',
      'decision/notice-served',
      'decision/party-s-period-over',
      'decision/discussed-together',
      'decision/not-heavier-than-notified',
      'officers/two-act-together',
      'officers/credentials-valid-on-the-day',
      'review/leader-stands-apart',
      'capacity/held-on-the-day',
    ];
    expect(enough(refused, 30, gates)).toStrictEqual([]);
    const rarer = [
      'review/handler-may-not-review',
      'notice/not-before-its-approval',
      'decision/hearing-held-if-asked-for',
      'decision/statements-re-checked',
      'hearing/notified-seven-working-days-before',
      'investigation/each-penalty-of-a-breach',
      'notice/every-breach-told',
      'decision/each-penalty-of-a-breach',
    ];
    expect(enough(refused, 5, rarer)).toStrictEqual([]);
    // Somebody who holds both capacities, and has asked: rare.
    expect(enough(refused, 2, ['approval/approver-is-not-the-requester'])).toStrictEqual([]);
  });
});
