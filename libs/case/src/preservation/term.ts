/** The seven working days of a preservation, after which it is over by itself: APL 56; SAMR-P 35. */
import type { Provision } from '@anjuan/procedure';
import { apl, count, samrP, timeLimit, type Calendar, type LocalDate } from '@anjuan/law';
import { confiscatedHere, heldFreely, type Decided } from '../goods/confiscated.js';
import { goodsOf, type Goods } from '../goods/ledger.js';
import type { CaseFile } from '../steps.js';
import type { Preservation } from './preservation.js';

/** Last of the seven working days; after it the preservation is over by itself. */
export const lapsesAfter = ({ takenOn }: Pick<Preservation, 'takenOn'>, calendar: Calendar): LocalDate => {
  const { length, unit, roll } = timeLimit('preservation-term', takenOn);
  return count({ from: takenOn, length, unit, roll }, calendar).due;
};

/** Neither dealt with, nor lifted, nor lapsed on the day. */
export const isPreserved = (one: Preservation, day: LocalDate, calendar: Calendar): boolean =>
  one.ended === undefined && day <= lapsesAfter(one, calendar);

export type Preserved = Decided & Pick<CaseFile, 'preservations' | 'goods' | 'formerDecisions'>;

const confiscatedOnce = ({ formerDecisions }: Preserved, goods: Goods): boolean =>
  formerDecisions.some(({ decision }) => decision !== undefined && confiscatedHere({ decision }, goods) > 0);

type OnDay = Readonly<{ today: LocalDate; calendar: Calendar }>;

/**
 * Here for no reason any more, and the party's again: what was kept for a decision that was to confiscate it, and does
 * not; what was kept with it, and never confiscated; and what is here after the measure has lapsed (SAMR-P 35(2)). Of a
 * list that was recorded as one text nobody knows.
 */
export const toGiveBack = (file: Preserved, one: Preservation, { today, calendar }: OnDay): boolean => {
  const over = one.ended !== undefined || !isPreserved(one, today, calendar);
  return goodsOf(file, one.entry).some(
    (goods) =>
      heldFreely(file, goods) > 0 && (confiscatedOnce(file, goods) || (over && goods.asText !== true)),
  );
};

/** Checked for the closure. */
export const nothingPreserved: Provision<Preserved> = {
  id: 'preservation/nothing-preserved-any-more',
  cites: samrP(35),
  also: [apl(56)],
  says: '对于先行登记保存的证据，应当在七个工作日内采取以下措施……逾期未采取相关措施的，先行登记保存措施自动解除',
  en: 'Everything preserved has been dealt with or lifted; what has lapsed, or what a decision was to confiscate and does not any more, has been given back',
  cure: {
    zh: '先处理或者解除先行登记保存；已经自动解除的，原定没收而不再没收的，返还当事人',
    en: 'Deal with it or lift it first; what has lapsed, and what is not confiscated any more, is given back',
  },
  curedBy: ['preservation/lift', 'preservation/deal-with'],
  holds: (file, day) =>
    file.preservations.every(
      (one) => !isPreserved(one, day.today, day.calendar) && !toGiveBack(file, one, day),
    ),
};
