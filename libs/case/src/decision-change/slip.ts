/** What may be put right as a slip of the pen, and what never is: APL 75(2). */
import { apl, policy } from '@anjuan/law';
import { type EntryProvision, filled } from '@anjuan/procedure';
import { penaltiesOf } from '../execution/owed.js';
import type { Penalty } from '../penalty/penalty.js';
import type { CaseFile } from '../steps.js';
import type { RectifyDecision } from './decision-change.js';

export const slipShown: EntryProvision<unknown, RectifyDecision> = {
  id: 'decision-change/slip-shown',
  cites: policy('补正限于文字误写、误算；Only a slip of the pen is rectified, never what was decided'),
  also: [apl(75, 2)],
  says: '补正应当写明原文和更正后的文字',
  en: 'Both what was written and what it should say are stated, and they differ',
  cure: { zh: '填写原文和更正', en: 'State both' },
  holds: ({ written, corrected }) => filled(written) && filled(corrected) && written !== corrected,
};

const kinds =
  /警告|通报批评|罚款|没收|暂扣|降低资质|吊销|限制开展|停产|停业|关闭|限制从业|不予(?:行政)?处罚|免予|免除/;
const digit = '[\\d零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]';
const money = new RegExp(`[¥$]|${digit}[\\d.]*\\s*(?:余|多)?(?:元|圆)`);
/** Not the day of a date, nor its year. */
const term = new RegExp(`(?<!月|${digit})(?:${digit}{1,3}年|${digit}+(?:个月|日|天))`);

const plain = (text: string): string => text.normalize('NFKC').replace(/(?<=\d)[,\s](?=\d)/g, '');

/** In fen, in yuan, in ten thousand yuan; or the length in days. */
const figures = ({ fen, days }: Penalty): readonly number[] => [
  ...(fen === undefined ? [] : [fen, fen / 100, fen / 1_000_000]),
  ...(days === undefined ? [] : [days]),
];

const speaksOf = (text: string, penalties: readonly Penalty[]): boolean => {
  const numbers = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return (
    kinds.test(text) ||
    money.test(text) ||
    term.test(text) ||
    penalties.flatMap(figures).some((figure) => numbers.includes(figure)) ||
    penalties.some(
      ({ what = '' }) => what !== '' && (text.includes(plain(what)) || plain(what).includes(text)),
    )
  );
};

/** Else a leader changes by a word what legal review has passed and the leaders have decided together. */
export const slipNotOfThePenalty: EntryProvision<Pick<CaseFile, 'decision' | 'summary'>, RectifyDecision> = {
  id: 'decision-change/slip-not-of-the-penalty',
  cites: policy('处罚的种类、数额、期限和标的不得补正；What the penalty is, is never rectified'),
  also: [apl(75, 2)],
  says: '补正不得涉及处罚的种类、数额、期限和标的',
  en: 'Neither text names a kind of penalty, an amount, a term or what the penalty is of',
  cure: {
    zh: '只写误写的文字；处罚内容有误的，依法变更、撤销决定',
    en: 'State only the words that were miswritten; where the penalty is wrong, change or annul the decision',
  },
  holds: ({ written, corrected }, file) =>
    ![written, corrected].some((text) => filled(text) && speaksOf(plain(text), penaltiesOf(file))),
};
