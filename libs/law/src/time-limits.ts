import { acl, samrP, trans } from './citation.js';
import { versionOn } from './dated.js';
import { type LocalDate } from './dates.js';
import { limitsAfterDecision } from './limits-after-decision.js';
import { limitsBeforeDecision } from './limits-before-decision.js';
import { limitsOutsideTheCase } from './limits-outside-the-case.js';
import { limitsOfCredit } from './limits-of-credit.js';
import { limitsOfHearing } from './limits-of-hearing.js';
import { limitsOfRemedies } from './limits-of-remedies.js';
import { type HourLimit, type HourLimitId, type TimeLimit, type TimeLimitId } from './time-limit.js';

/** Every version of every clock. */
export const timeLimits: readonly TimeLimit[] = [
  ...limitsBeforeDecision,
  ...limitsOfHearing,
  ...limitsAfterDecision,
  ...limitsOfRemedies,
  ...limitsOutsideTheCase,
  ...limitsOfCredit,
];

export const hourLimits: readonly HourLimit[] = [
  {
    id: 'urgent-measure-approval',
    zh: '紧急情况下补办批准手续：采取措施之时',
    en: 'report an urgent measure and have it approved: measure taken',
    length: 24,
    unit: 'h',
    effect: 'alarm',
    consequence: { zh: '措施违法', en: 'the measure is unlawful' },
    cites: [acl(19), samrP(33), samrP(36)],
    validFrom: '2021-07-15',
  },
  {
    id: 'crime-transfer',
    zh: '向公安机关移送：批准移送之时',
    en: 'send the case to the police: transfer approved',
    length: 24,
    unit: 'h',
    effect: 'alarm',
    consequence: { zh: '处分', en: 'discipline' },
    cites: [trans(5, 2), trans(16, 1)],
    validFrom: '2020-08-07',
  },
];

/** The version of the clock in force on the day its step is taken. Throws NoVersionInForce. */
export const timeLimit = (id: TimeLimitId, on: LocalDate): TimeLimit =>
  versionOn(
    timeLimits.filter((limit) => limit.id === id),
    on,
    `期限；time limit ${id}`,
  );

export const hourLimit = (id: HourLimitId, on: LocalDate): HourLimit =>
  versionOn(
    hourLimits.filter((limit) => limit.id === id),
    on,
    `期限；time limit ${id}`,
  );

/** What is the same in every version of the clock. */
export const clockOf = (
  id: TimeLimitId | HourLimitId,
): Readonly<Pick<TimeLimit | HourLimit, 'consequence' | 'waitsOn'>> => {
  const row = [...timeLimits, ...hourLimits].find((limit) => limit.id === id);
  if (row === undefined) throw new Error(`No such clock: ${id}`);
  const { consequence, waitsOn } = row;
  return { consequence, ...(waitsOn && { waitsOn }) };
};
