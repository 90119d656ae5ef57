/** Plays a scenario: every move is put to the law, and what the law records is added to the file. */
import {
  acts,
  capacities,
  decide,
  dossier,
  partiesIn,
  seenFor,
  seenBy,
  reviewedDossier,
  emptyFile,
  Refusal,
  replay,
  resume,
  type ActName,
  type Capacity,
  type CaseEvent,
  type CaseFile,
  type Context,
  type EntryOf,
  type NewCaseEvent,
} from '@anjuan/case';
import {
  addDays,
  addHours,
  chinaCalendar,
  dayOf,
  startOfDay,
  type Instant,
  type LocalDate,
} from '@anjuan/law';
import { diceOf, type Dice } from './dice.js';
import { entries, type Entries } from './entries.js';
import { nextTurn, type Turn } from './lawful.js';
import { everybody, heldOn, registryOn } from './people.js';
import type { Scenario, Vice } from './scenario.js';
import type { Table } from './table.js';

/** Everything that was recorded, the file it left, and how often each provision refused. */
export type Played = Readonly<{
  history: readonly CaseEvent[];
  file: CaseFile;
  refusedUnder: readonly string[];
}>;

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

/** Any text that differs when the dossier differs. */
const digestOf = (file: CaseFile): string => JSON.stringify(dossier(file));
const reviewedOf = (file: CaseFile): string => JSON.stringify(reviewedDossier(file));

type Seat = Omit<Table, 'by' | 'hostility'> & Readonly<{ digest: string; reviewed: string; whole: CaseFile }>;

/** As the edge does it: people as the registry knew them on the day of the act. */
const contextOf = (
  { now, today, scenario, history, file, whole, ...seen }: Seat,
  { by, as }: Turn,
  entry: unknown,
): Context => {
  const named = seenBy(whole, entry);
  const same = named === file || named.ofParty === file.ofParty;
  const digest = same ? seen.digest : digestOf(named);
  const reviewed = same ? seen.reviewed : reviewedOf(named);
  const dated =
    typeof entry === 'object' && entry !== null && 'occurredAt' in entry ? entry.occurredAt : undefined;
  const people = registryOn(typeof dated === 'string' ? dayOf(dated) : today);
  const credential = people[by]?.credential;
  return {
    now,
    today,
    actor: { person: by, capacity: as, ...(credential && { credential }) },
    people,
    lists: scenario.lists,
    calendar: chinaCalendar,
    dossierDigest: digest,
    reviewedDigest: reviewed,
    allotted: {
      caseNumber: `朝市监案〔2026〕${history.length}号`,
      documentNumber: `朝市监罚〔2026〕${history.length}号`,
    },
  };
};

const actNames = Object.keys(acts).filter((name): name is ActName => name in acts);

/** Any act, by anybody, mostly in a capacity the act belongs to and sometimes in one nobody gave them. */
const anyTurn = ({ dice, today }: Seat): Turn => {
  const act = dice.pick(actNames);
  const as: Capacity = dice.chance(80) ? dice.pick(acts[act].by) : dice.pick(capacities);
  const holders = everybody.filter((person) => heldOn(person, today).includes(as));
  return { act, as, by: holders.length > 0 && dice.chance(85) ? dice.pick(holders) : dice.pick(everybody) };
};

/** The ways around: acts of people who belong to the case, at the wrong time and with the wrong data. */
const ways: Readonly<Record<Exclude<Vice, 'standing-in'>, readonly ActName[]>> = {
  anything: actNames,
  backdating: [
    'notice/serve',
    'statement/waive',
    'hearing/serve-notice',
    'hearing/request',
    'hearing/hold',
    'decision/make',
  ],
  amending: [
    'entry/correct',
    'entry/correct',
    'entry/correct',
    'entry/withdraw',
    'evidence/add',
    'decision/make',
  ],
  rewriting: [
    'evidence/add',
    'investigation/conclude',
    'investigation/conclude',
    'case-review/send',
    'case-review/give-opinion',
    'notice/serve',
    'collective-discussion/conclude',
    'decision/make',
    'decision/make',
  ],
  hurrying: [
    'decision/make',
    'decision/make',
    'notice/serve',
    'proposal/approve',
    'hearing/hold',
    'hearing/end',
    'service/serve-decision',
  ],
};

/** By somebody close to the case, if anybody close to it holds the capacity. */
const turnOf = ({ dice, file, today }: Seat, act: ActName): Turn => {
  const as = dice.pick(acts[act].by);
  const holders = everybody.filter((person) => heldOn(person, today).includes(as));
  const inCase = [
    ...(file.filing?.handlers ?? []),
    file.hearing.host?.person,
    file.discussions.at(-1)?.chair,
  ];
  const close = holders.filter((person) => inCase.includes(person));
  return { act, as, by: dice.pick(close.length > 0 && dice.chance(70) ? close : holders) };
};

/** The right act by the wrong person, in their own capacity or in one they claim. */
const standIn = ({ dice, today, file }: Seat, turn: Turn): Turn => {
  const inTwoRoles = ['yan', 'bai', 'kong', 'wangWeiReviewer', 'tao', 'ding'];
  const by = dice.pick(dice.chance(50) ? [...(file.filing?.handlers ?? []), ...inTwoRoles] : everybody);
  return { ...turn, by, as: dice.chance(50) ? turn.as : (heldOn(by, today)[0] ?? turn.as) };
};

/** An act again, one that was not due, the right one by the wrong person, or anything at all. */
const deviation = (seat: Seat, next: Turn | undefined, last: Turn | undefined): Turn => {
  const { dice, scenario } = seat;
  const turn = dice.chance(25) ? last : next;
  if (turn === undefined || dice.chance(25)) return anyTurn(seat);
  if (scenario.vice === 'standing-in') return standIn(seat, turn);
  return dice.chance(75) ? turnOf(seat, dice.pick(ways[scenario.vice])) : standIn(seat, turn);
};

type Chosen = Readonly<{ turn: Turn; hostility: number }>;

const choose = (seat: Seat, last: Turn | undefined): Chosen => {
  const next = nextTurn(seat);
  if (next !== undefined && seat.dice.chance(seat.scenario.obedience)) return { turn: next, hostility: 0 };
  return { turn: deviation(seat, next, last), hostility: seat.dice.pick([0, 0, 10, 25, 50]) };
};

type Answer = readonly NewCaseEvent[] | readonly string[];

const answerTo = <Name extends ActName>(
  act: Name,
  entry: EntryOf<Name>,
  file: CaseFile,
  context: Context,
): Answer => {
  try {
    return decide(act, entry, file, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.provisions.map(({ id }) => id);
  }
};

/** What is recorded, or the provisions that refused it; asked twice, the law records the same. */
const ask = <Name extends ActName>(
  act: Name,
  typed: Entries[Name],
  table: Table & Seat,
  turn: Turn,
): Answer => {
  const entry = frozen(typed(table));
  const context = frozen(contextOf(table, turn, entry));
  const answer = frozen(answerTo(act, entry, table.whole, context));
  if (answer.some((each) => typeof each !== 'string')) {
    expect(answerTo(act, entry, table.whole, context)).toStrictEqual(answer);
  }
  return answer;
};

const isEvent = (answer: NewCaseEvent | string): answer is NewCaseEvent => typeof answer !== 'string';

const record = (
  event: NewCaseEvent,
  revision: number,
  recordedAt: Instant,
  recordedBy: string,
): CaseEvent => ({
  ...event,
  revision,
  recordedAt,
  recordedBy,
});

const grown = (file: CaseFile, history: readonly CaseEvent[], added: readonly CaseEvent[]): CaseFile =>
  frozen(resume(file, added) ?? replay(history));

type Clock = Readonly<{ day: LocalDate; hour: number }>;

/** Never back: any hour of a new day, the same or a later one of the same. */
const moved = ({ day, hour }: Clock, days: number, dice: Dice): Clock =>
  days > 0
    ? { day: addDays(day, days), hour: dice.below(24) }
    : { day, hour: dice.chance(30) ? Math.min(23, hour + dice.below(4)) : hour };

export const play = (scenario: Scenario): Played => {
  const history: CaseEvent[] = [];
  const refusedUnder: string[] = [];
  let file: CaseFile = frozen(emptyFile);
  let clock: Clock = { day: addDays('2026-01-01', scenario.start), hour: 9 };
  let digest = digestOf(file);
  let reviewed = reviewedOf(file);
  let last: Turn | undefined;
  for (const { days, seed } of scenario.moves) {
    const dice = diceOf(seed);
    clock = moved(clock, days, dice);
    if (clock.day > '2026-12-31') break;
    const now = addHours(startOfDay(clock.day), clock.hour);
    const seen = file.joinedParties === undefined ? file : seenFor(file, dice.pick(partiesIn(file)));
    if (seen !== file) [digest, reviewed] = [digestOf(seen), reviewedOf(seen)];
    const seat: Seat = {
      scenario,
      file: seen,
      whole: file,
      history,
      now,
      today: clock.day,
      dice,
      digest,
      reviewed,
    };
    const { turn, hostility } = choose(seat, last);
    const answer = ask(turn.act, entries[turn.act], { ...seat, by: turn.by, hostility }, turn);
    refusedUnder.push(...answer.filter((id) => typeof id === 'string'));
    const added = answer
      .filter(isEvent)
      .map((event, index) => frozen(record(event, history.length + index, now, turn.by)));
    history.push(...added);
    if (added.length === 0) continue;
    file = grown(file, history, added);
    digest = digestOf(file);
    reviewed = reviewedOf(file);
    last = turn;
  }
  return { history, file, refusedUnder };
};
