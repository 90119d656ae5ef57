/** What lies before the player of a move, and the pieces an entry is made of: right ones, or now and then wrong. */
import type { CaseEvent, CaseFile, EntryNumber, Outcome, Paper, Penalty } from '@anjuan/case';
import { addHours, type Instant, type LocalDate } from '@anjuan/law';
import type { Dice } from './dice.js';
import { everybody, hasValidCredential, heldOn } from './people.js';
import { letOffAnyhow, takenAlone } from './exemption-forms.js';
import { confiscation } from './goods-forms.js';
import type { Scenario, Vice } from './scenario.js';

export type Table = Readonly<{
  scenario: Scenario;
  file: CaseFile;
  history: readonly CaseEvent[];
  now: Instant;
  today: LocalDate;
  dice: Dice;
  /** Of a hundred pieces of an entry, how many are wrong. */
  hostility: number;
  /** Who enters it. */
  by: string;
}>;

/** Wrong by chance, or because this is what they are tempted to do. */
const tempted = ({ scenario, dice }: Table, vice: Vice): boolean => scenario.vice === vice && dice.chance(35);

export const astray = ({ dice, hostility }: Table): boolean => dice.chance(hostility);

/** Papers differ from move to move, as real ones do. */
export const paperOf = ({ dice }: Table, name: string): Paper => ({
  sha256: dice.below(0x7fffffff).toString(16).padStart(64, '0'),
  name,
});

export const text = (table: Table, right: string): string =>
  astray(table) && table.dice.chance(30) ? table.dice.pick(['', '　', ' \t']) : right;
export const yes = (table: Table): boolean => !(astray(table) && table.dice.chance(40));

/** The number that is meant, or any other, of an entry or of none. */
export const entryNumber = (table: Table, meant: EntryNumber | undefined): EntryNumber =>
  meant === undefined || astray(table) ? table.dice.below(table.history.length + 3) - 1 : meant;

const enforcing = (day: LocalDate) => (person: string) =>
  heldOn(person, day).includes('officer') && hasValidCredential(person, day);

/** Two officers, one of them whoever enters it; or one, one twice, nobody, anybody. */
export const officers = (table: Table): readonly string[] => {
  const { dice, file, by, today } = table;
  if (astray(table)) {
    const wrong = [[by], [by, by], [], [by, 'shen'], [by, dice.pick(everybody)], ['lin', 'gao'], ['gao', by]];
    return dice.pick(wrong);
  }
  const team = file.filing?.handlers ?? file.summary?.officers ?? everybody;
  const able = team.filter((person) => person !== by && enforcing(today)(person));
  const others = able.length > 0 ? able : ['lin', 'gao'].filter((person) => person !== by);
  return [by, dice.pick(others)];
};

export const byOfficers = (table: Table) => ({
  officers: officers(table),
  ...(table.scenario.signsPapers !== astray(table) && { signedPaper: paperOf(table, '签字页') }),
});

const hoursOff = [-1, -30, -49, -24 * 4, -24 * 9, -24 * 14, -24 * 40, -24 * 120, -24 * 400, 1, 24 * 30];

/** Now; or some other day, with or without the reason a late entry has to give. */
export const outside = (table: Table): { occurredAt?: Instant; lateReason?: string } => {
  if (!astray(table) && !tempted(table, 'backdating')) return {};
  const occurredAt = addHours(table.now, table.dice.pick(hoursOff));
  return table.dice.chance(75) ? { occurredAt, lateReason: '补录' } : { occurredAt };
};

/** On that earlier day, at ten in the morning; now, if it is today. */
export const onDay = (table: Table, day: LocalDate): { occurredAt?: Instant; lateReason?: string } =>
  day >= table.today || astray(table)
    ? outside(table)
    : { occurredAt: addHours(`${day}T00:00:00.000Z`, 2), lateReason: '当日纸质记录，事后补录' };

const amounts = {
  major: { 'natural-person': 12_000_00, 'individual-business': 12_000_00, entity: 184_000_00 },
  minor: { 'natural-person': 900_00, 'individual-business': 900_00, entity: 900_00 },
};

const majorPenalties = (table: Table): readonly Penalty[] => {
  const fen = amounts.major[table.scenario.party];
  const heavy: readonly (readonly Penalty[])[] = [
    [{ kind: 'fine', fen }, { kind: 'confiscation-of-gains', fen: 15_260_00 }, confiscation(table)],
    [
      { kind: 'fine', fen: 1_000_00 },
      { kind: 'permit-revocation', what: '食品生产许可证' },
    ],
    [{ kind: 'suspension', days: 30 }],
    [{ kind: 'confiscation-of-gains', fen }],
    // Of a value that nobody knows, or of next to nothing, whatever the report says of it.
    [confiscation(table, table.scenario.marked ? 1 : undefined)],
  ];
  return heavy[table.scenario.start % heavy.length] ?? [];
};

const minorPenalties = (table: Table): readonly Penalty[] => [
  { kind: 'fine', fen: amounts.minor[table.scenario.party] },
  { kind: 'warning' },
];

const heavier = (penalties: readonly Penalty[]): readonly Penalty[] =>
  penalties.map((penalty) => ({
    ...penalty,
    ...(penalty.fen !== undefined && { fen: penalty.fen + 1 }),
    ...(penalty.days !== undefined && { days: penalty.days + 1 }),
  }));

/** What the case is to end in. */
export const meant = (table: Table): Outcome => {
  switch (table.scenario.ending) {
    case 'major':
      return { kind: 'penalty', penalties: majorPenalties(table) };
    case 'minor':
      // In one case of six the party had checked what it took in, and did not know.
      return table.scenario.start % 6 === 2
        ? takenAlone(table)
        : { kind: 'penalty', penalties: minorPenalties(table) };
    case 'on-the-spot':
      return { kind: 'penalty', penalties: minorPenalties(table) };
    case 'no-penalty':
      return { kind: 'no-penalty', ground: 'first-breach', reason: '初次违法、危害后果轻微、及时改正' };
  }
};

/** Some of its breaches dropped, or all of its penalties for one of them. */
const otherwise = (table: Table, penalties: readonly Penalty[]): Outcome => {
  const listed = [...new Set(penalties.flatMap(({ breach }) => breach ?? []))];
  if (listed.length === 0) return { kind: 'penalty', penalties };
  const one = table.dice.pick(listed);
  if (table.dice.chance(50))
    return { kind: 'penalty', penalties: penalties.map((penalty) => ({ ...penalty, breach: one })) };
  return {
    kind: 'penalty',
    penalties: penalties.filter(({ breach }) => breach !== one),
    dropped: [{ breach: one, ground: 'facts-not-established', reason: '证据不足' }],
  };
};

const anyOutcome = (table: Table, right: Outcome): Outcome => {
  const penalties = right.kind === 'penalty' ? right.penalties : minorPenalties(table);
  const notified = table.file.notices.map((notice): Outcome => ({
    kind: 'penalty',
    penalties: notice.penalties,
  }));
  return table.dice.pick<Outcome>([
    ...notified,
    ...notified,
    { kind: 'penalty', penalties: heavier(penalties) },
    { kind: 'penalty', penalties: heavier(penalties) },
    otherwise(table, penalties),
    { kind: 'penalty', penalties: [...penalties, { kind: 'closure' }] },
    { kind: 'penalty', penalties: majorPenalties(table) },
    { kind: 'penalty', penalties: minorPenalties(table) },
    { kind: 'penalty', penalties: penalties.slice(1) },
    { kind: 'no-penalty', ground: 'minor', reason: '轻微' },
    letOffAnyhow(table),
    { kind: 'facts-not-established', reason: '证据不足' },
    { kind: 'transfer', to: '公安机关', reason: '涉嫌犯罪' },
  ]);
};

export const outcome = (table: Table, right: Outcome): Outcome =>
  astray(table) || tempted(table, 'rewriting') ? anyOutcome(table, right) : right;

export const penalties = (table: Table, right: readonly Penalty[]): readonly Penalty[] => {
  const chosen = outcome(table, { kind: 'penalty', penalties: right });
  return chosen.kind === 'penalty' ? chosen.penalties : right;
};
