/** The seven working days of a preservation, after which it is over by itself: APL 56; SAMR-P 35. */
import type { Provision } from '@anjuan/procedure';
import { apl, count, samrP, timeLimit, type Calendar, type LocalDate } from '@anjuan/law';
import { heldFreely } from '../goods/confiscated.js';
import { goodsOf } from '../goods/ledger.js';
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

export type Returning = Pick<
  CaseFile,
  'preservations' | 'goods' | 'decision' | 'summary' | 'service' | 'termination'
>;

/** What is over, by itself or because a decision was to confiscate it, leaves goods here that are the party's. */
export const isReturned = (file: Returning, { entry }: Preservation): boolean =>
  goodsOf(file, entry).every((goods) => heldFreely(file, goods) === 0);

/** Checked for the closure. */
export const nothingPreserved: Provision<Returning> = {
  id: 'preservation/nothing-preserved-any-more',
  cites: samrP(35),
  also: [apl(56)],
  says: '对于先行登记保存的证据，应当在七个工作日内采取以下措施……逾期未采取相关措施的，先行登记保存措施自动解除',
  en: 'Everything preserved has been dealt with, lifted, or has lapsed; and nothing of it is here that was neither given back nor confiscated',
  cure: {
    zh: '先处理或者解除先行登记保存；已经自动解除的，返还当事人并登记',
    en: 'Deal with it or lift it first; what has lapsed is given back, and that is entered',
  },
  curedBy: ['preservation/lift', 'preservation/deal-with'],
  holds: (file, { today, calendar }) =>
    file.preservations.every((one) => !isPreserved(one, today, calendar) && isReturned(file, one)),
};
