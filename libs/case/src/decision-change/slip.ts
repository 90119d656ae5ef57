/** What may be put right as a slip of the pen, and what never is: APL 75(2). */
import { apl, policy } from '@anjuan/law';
import { type EntryProvision, filled } from '@anjuan/procedure';
import { penaltiesOf } from '../execution/owed.js';
import type { Penalty, PenaltyKind } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import type { RectifyDecision } from './decision-change.js';
import { amountsIn, articlesIn, figuresIn, plain, termsIn } from './figures.js';

const stated = ({ written, corrected }: RectifyDecision): boolean =>
  filled(written) && filled(corrected) && written !== corrected;

export const slipShown: EntryProvision<unknown, RectifyDecision> = {
  id: 'decision-change/slip-shown',
  cites: policy(
    '补正限于文字误写和不涉及金额、处罚的误算；Only a slip of the pen, or of a sum that is no money and no penalty, is rectified',
  ),
  also: [apl(75, 2)],
  says: '补正应当写明原文和更正后的文字',
  en: 'Both what was written and what it should say are stated, and they differ',
  cure: { zh: '填写原文和更正', en: 'State both' },
  fields: ['/corrected', '/written'],
  holds: stated,
};

type Slip = Readonly<{ written: string; corrected: string }>;
const plainly = ({ written, corrected }: RectifyDecision): Slip => ({
  written: plain(written),
  corrected: plain(corrected),
});

/** One text says it, and the other does not, or not as often. */
const differ = (
  { written, corrected }: Slip,
  said: (text: string) => readonly (string | number)[],
): boolean => JSON.stringify([...said(written)].sort()) !== JSON.stringify([...said(corrected)].sort());

const kinds =
  /警告|通报批评|罚款|没收|暂扣|降低资质|吊销|限制开展|停产|停业|关闭|限制从业|不予(?:行政)?处罚|免予|免除/g;

/** In fen, in yuan, in ten thousand yuan; or the length in days. */
const figures = ({ fen, days }: Penalty): readonly number[] => [
  ...(fen === undefined ? [] : [fen, fen / 100, fen / 1_000_000]),
  ...(days === undefined ? [] : [days]),
];

const withoutTerm: readonly PenaltyKind[] = [
  'warning',
  'public-criticism',
  'fine',
  'confiscation-of-gains',
  'confiscation-of-goods',
];
/** The party's time to pay, to sue and to apply is no term of a penalty. */
const ofRemedyOrPayment = /起诉|诉讼|复议|缴纳|缴至|申请/;

const changesTerm = (slip: Slip, penalties: readonly Penalty[]): boolean =>
  penalties.some(({ kind }) => !withoutTerm.includes(kind)) &&
  !(ofRemedyOrPayment.test(slip.written) && ofRemedyOrPayment.test(slip.corrected)) &&
  differ(slip, termsIn);

const changesObject = ({ written, corrected }: Slip, { what = '' }: Penalty): boolean => {
  const object = plain(what);
  return (
    object !== '' &&
    (written.includes(object) !== corrected.includes(object) ||
      object.includes(written) ||
      object.includes(corrected))
  );
};

/** Otherwise one leader could change what passed legal review and was decided collectively. */
export const slipNotOfThePenalty: EntryProvision<Pick<CaseFile, 'decision' | 'summary'>, RectifyDecision> = {
  id: 'decision-change/slip-not-of-the-penalty',
  cites: policy('处罚的种类、数额、期限和标的不得补正；What the penalty is, is never rectified'),
  also: [apl(75, 2)],
  says: '补正不得改变处罚的种类、数额、期限和标的，也不得改变金额',
  en: 'Rectifying changes no kind of penalty, no amount of money, no term and not what the penalty is of',
  cure: {
    zh: '只写误写的文字；处罚内容有误的，依法变更、撤销决定',
    en: 'State only the words that were miswritten; where the penalty is wrong, change or annul the decision',
  },
  fields: ['/corrected', '/written'],
  holds: (entry, file) => {
    if (!stated(entry)) return true;
    const slip = plainly(entry);
    const penalties = penaltiesOf(file);
    const known = penalties.flatMap(figures);
    return !(
      differ(slip, (text) => text.match(kinds) ?? []) ||
      differ(slip, amountsIn) ||
      differ(slip, (text) => figuresIn(text).filter((figure) => known.includes(figure))) ||
      changesTerm(slip, penalties) ||
      penalties.some((penalty) => changesObject(slip, penalty))
    );
  },
};

/** Both texts without their common beginning and end. */
const replaced = ({ written, corrected }: Slip): readonly [string, string] => {
  let from = 0;
  const shorter = Math.min(written.length, corrected.length);
  while (from < shorter && written[from] === corrected[from]) from += 1;
  let end = 0;
  while (end < shorter - from && written.at(-1 - end) === corrected.at(-1 - end)) end += 1;
  return [written.slice(from, written.length - end), corrected.slice(from, corrected.length - end)];
};

/** One sign miswritten, or a figure; a word that denies is none. */
const ofOneSign = (slip: Slip): boolean => {
  const parts = replaced(slip);
  return (
    parts.every((part) => part.length === 1 || /^\d+$/.test(part)) &&
    !parts.some((part) => /[不未无没非有]/.test(part))
  );
};

const substance = /违法所得|货值/g;

/** The decision states the findings: a different one is no slip. */
const takesFrom = (slip: Slip, text = ''): boolean => {
  const whole = plain(text);
  return (
    slip.written.length > 1 &&
    whole.includes(slip.written) &&
    !whole.includes(slip.corrected) &&
    !ofOneSign(slip)
  );
};
const takesName = ({ written, corrected }: Slip, text = ''): boolean => {
  const name = plain(text);
  return (
    name !== '' &&
    ((written.includes(name) && !corrected.includes(name)) ||
      (written.length > 1 && name.includes(written) && !name.includes(corrected)))
  );
};

type Found = Pick<CaseFile, 'investigation' | 'filing' | 'summary'>;

/** Else the decision would name a breach, an article or a party that was not heard or reviewed. */
export const slipNotOfFactsAndBasis: EntryProvision<Found, RectifyDecision> = {
  id: 'decision-change/slip-not-of-facts-and-basis',
  cites: policy(
    '认定的事实、适用的条款和当事人不得补正；Facts, articles and the party are never rectified into others',
  ),
  also: [apl(75, 2)],
  says: '补正不得改变适用的条、款、项，不得改变认定的事实，不得将当事人改为他人',
  en: 'Rectifying puts no other article, other facts or another party in place of those on the file',
  cure: {
    zh: '只写误写的文字；事实、依据或者当事人有误的，撤销后重新作出',
    en: 'State only the words that were miswritten; where facts, basis or party are wrong, annul the decision to be made anew',
  },
  fields: ['/corrected', '/written'],
  holds: (entry, { investigation, filing, summary }) => {
    if (!stated(entry)) return true;
    const slip = plainly(entry);
    const texts = [investigation, ...(investigation?.breaches ?? [])].flatMap((of) => [
      of?.facts,
      ...(of?.basis ?? []).flatMap(({ law, article, says }) => [law, article, says]),
    ]);
    return !(
      differ(slip, articlesIn) ||
      differ(slip, (text) => text.match(substance) ?? []) ||
      texts.some((text) => takesFrom(slip, text)) ||
      takesName(slip, (filing ?? summary)?.party.name)
    );
  },
};
