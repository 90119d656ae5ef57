/** What is entered in this step. */
import {
  blankLine,
  blankText,
  day,
  entry,
  fen,
  line,
  list,
  one,
  optional,
  paper,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideByOfficersFields, outsideFields } from '@anjuan/procedure';
import { basisSchema, partySchema } from '../initiation/parts.js';
import { penaltiesField } from '../penalty/forms.js';
import { remoteAreas } from './words.js';
import { prefilled } from '../case-view.js';

export const decideOnTheSpotSchema = entry(
  'DecideOnTheSpot',
  '当场作出处罚决定；A penalty on the spot: opens a case.',
  {
    ...outsideByOfficersFields,
    number: optional(
      line(100, '文号，不填即由程序编号；Number of the document; allotted when it is left out.', {
        means: 'document-number',
        personal: false,
      }),
    ),
    cause: line(500, '案由；What the case is about.'),
    party: one(partySchema, '当事人；The party.'),
    basis: list(basisSchema, 30, '依据；The law applied.'),
    facts: text(5000, '违法事实；The facts.'),
    place: text(500, '地点；The place.', { means: 'place' }),
    penalties: penaltiesField('处罚；The penalties.'),
    credentialShown: yesOrNo('已出示执法证件；Credentials were shown.'),
    rightsTold: yesOrNo('已告知事实、理由、依据和权利；Facts, reasons, basis and rights were told.', {
      title: '已告知权利；Rights told',
    }),
    statement: blankText(5000, '陈述、申辩或者无异议；What the party said, or that nothing was said.', {
      title: '陈述、申辩；Statement',
    }),
    remedyTold: blankText(1000, '已告知的救济途径；The remedies told.'),
  },
);

export const collectFineSchema = entry('CollectFine', '当场收缴罚款；The fine is collected on the spot.', {
  ...outsideFields,
  fen: prefilled(fen('金额（分）；The amount, in fen.'), '/owed/left/fine'),
  receipt: blankLine(100, '罚款票据号；Number of the receipt.'),
  hardToEnforceLater: optional(blankText(1000, '事后难以执行的情况；Why it would be hard to enforce later.')),
  remoteArea: optional(
    word(remoteAreas, '边远、水上、交通不便地区；Where going to a bank is hard (APL 69).', {
      title: '特殊地区；Remote area',
    }),
  ),
  request: optional(
    paper('当事人提出当场缴纳的材料；What the party asked.', { title: '当事人的请求；Request of the party' }),
  ),
});

export const handInMoneySchema = entry(
  'HandInMoney',
  '罚款交至行政机关；The officer hands the money to the agency.',
  {
    ...outsideFields,
    landedOn: optional(day('水上收缴的抵岸日期；The day of the landing, of what was collected on water.')),
    receipt: paper('机关出具的收款凭证；What the agency gave for it, signed by who took the money.'),
  },
);

export const bankMoneySchema = entry('BankMoney', '罚款缴付银行；The agency pays the money in at the bank.', {
  ...outsideFields,
  receipt: paper('银行的缴款凭证；The receipt of the bank.'),
});

export const handInFileSchema = entry('HandInFile', '简易程序案卷交存；The file is handed in.', {
  note: optional(blankText(1000, '备注；A note.')),
});
