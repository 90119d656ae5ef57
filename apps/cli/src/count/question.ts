/** The words after `count`: `DATE PERIOD [--before] [--roll none|publicHoliday|anyNonWorkingDay] [--known DAY] [--json]`. */
import { both } from '@anjuan/program';
import { isLocalDate, type DayUnit, type LocalDate, type Period, type Roll } from '@anjuan/law';
import { unknown, wrongUsage } from '../command-line.js';
import { counting } from '../messages.js';

export type Question = Readonly<{
  period: Required<Omit<Period, 'excluded'>>;
  /** Only tables published by that day. */
  known?: LocalDate;
  json: boolean;
}>;

const units: readonly DayUnit[] = ['wd', 'd', 'mo', 'y'];
const rolls: readonly Roll[] = ['none', 'publicHoliday', 'anyNonWorkingDay'];

// Five digits of working days are centuries: enough, and counted at once.
const lengthAndUnit = /^(\d{1,5})([a-z]+)$/;

const readLength = (word: string): Pick<Period, 'length' | 'unit'> => {
  const [, length, named] = lengthAndUnit.exec(word) ?? [];
  const unit = units.find((known) => known === named);
  if (unit === undefined) throw wrongUsage('count', both(counting.noPeriod(word)));
  return { length: Number(length), unit };
};

const readRoll = (word: string): Roll => {
  const roll = rolls.find((known) => known === word);
  if (roll === undefined) throw wrongUsage('count', both(counting.noRoll(word)));
  return roll;
};

const readDay = (word: string): LocalDate => {
  if (!isLocalDate(word)) throw wrongUsage('count', both(counting.noDate(word)));
  return word;
};

type Said = { json: boolean; before: boolean; roll: Roll; known?: LocalDate };

const readFlag = (word: string, said: Said, next: () => string): void => {
  if (word === '--json') said.json = true;
  else if (word === '--before') said.before = true;
  else if (word === '--roll') said.roll = readRoll(next());
  else if (word === '--known') said.known = readDay(next());
  else throw unknown('count', word, '--json', '--before', '--roll', '--known');
};

/** Throws UsageWrong. */
export const readQuestion = (words: readonly string[]): Question => {
  const plain: string[] = [];
  const said: Said = {
    json: false,
    before: false,
    roll: 'none',
  };
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word.startsWith('-')) readFlag(word, said, () => left.shift() ?? '');
    else plain.push(word);
  }
  const [from, period, surplus] = plain;
  if (surplus !== undefined) throw unknown('count', surplus);
  if (from === undefined || period === undefined) throw wrongUsage('count', both(counting.twoWords));
  const direction = said.before ? 'before' : 'after';
  return {
    period: { from: readDay(from), ...readLength(period), roll: said.roll, direction },
    json: said.json,
    ...(said.known !== undefined && { known: said.known }),
  };
};
