/** The words after `count`: `DATE PERIOD [--before] [--roll none|publicHoliday|anyNonWorkingDay] [--json]`. */
import { isLocalDate, type DayUnit, type Period, type Roll } from '@anjuan/law';
import { unknown, wrongUsage } from '../command-line.js';
import { both, counting } from '../messages.js';

export type Question = Readonly<{ period: Required<Omit<Period, 'excluded'>>; json: boolean }>;

const units: readonly DayUnit[] = ['wd', 'd', 'mo', 'y'];
const rolls: readonly Roll[] = ['none', 'publicHoliday', 'anyNonWorkingDay'];

// Five digits of working days are centuries: enough, and counted at once.
const lengthAndUnit = /^(\d{1,5})([a-z]+)$/;

const readLength = (word: string): Pick<Period, 'length' | 'unit'> => {
  const [, length, named] = lengthAndUnit.exec(word) ?? [];
  const unit = units.find((known) => known === named);
  if (unit === undefined) throw wrongUsage(both(counting.noPeriod(word)));
  return { length: Number(length), unit };
};

const readRoll = (word: string): Roll => {
  const roll = rolls.find((known) => known === word);
  if (roll === undefined) throw wrongUsage(both(counting.noRoll(word)));
  return roll;
};

/** Throws UsageWrong. */
export const readQuestion = (words: readonly string[]): Question => {
  const plain: string[] = [];
  const said: { json: boolean; before: boolean; roll: Roll } = { json: false, before: false, roll: 'none' };
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--json') said.json = true;
    else if (word === '--before') said.before = true;
    else if (word === '--roll') said.roll = readRoll(left.shift() ?? '');
    else if (word.startsWith('-')) throw unknown(word);
    else plain.push(word);
  }
  const [from, period, surplus] = plain;
  if (surplus !== undefined) throw unknown(surplus);
  if (from === undefined || period === undefined) throw wrongUsage(both(counting.twoWords));
  if (!isLocalDate(from)) throw wrongUsage(both(counting.noDate(from)));
  const direction = said.before ? 'before' : 'after';
  return { period: { from, ...readLength(period), roll: said.roll, direction }, json: said.json };
};
