/** What a penalty and an outcome consist of: the form follows from the word in `kind`. */
import {
  blankText,
  days,
  entry,
  fen,
  line,
  list,
  optional,
  someOf,
  text,
  variant,
  variants,
  word,
  words,
  yesOrNo,
  type Field,
  type Said,
} from '@anjuan/entry';
import { exemptionField } from '../exemption/entries.js';
import { goodsField } from '../goods/entries.js';
import { droppedGrounds, noPenaltyGrounds, penaltyKinds } from './words.js';
import type { Outcome, Penalty } from './penalty.js';

/** Of several breaches: which one is meant. */
export const breachNamed = (help: Said) => line(100, help, { title: '违法行为；Breach' });
/** Absent where the report finds one. */
const ofBreach = {
  breach: optional(breachNamed('处罚的是数个违法行为中的哪一个；Which of several breaches it is for.')),
};

const reprimandSchema = entry('Reprimand', '警告、通报批评；Warning, public criticism.', {
  kind: word(someOf(penaltyKinds, 'warning', 'public-criticism'), '种类；The kind.', { title: '种类；Kind' }),
  ...ofBreach,
});

const amountSchema = entry('Amount', '罚款、没收违法所得；Fine, confiscation of gains.', {
  kind: word(someOf(penaltyKinds, 'fine', 'confiscation-of-gains'), '种类；The kind.', {
    title: '种类；Kind',
  }),
  fen: fen('金额（分）；The amount, in fen.'),
  ...ofBreach,
});

const goodsSchema = entry('Goods', '没收非法财物；Confiscation of goods.', {
  kind: word(someOf(penaltyKinds, 'confiscation-of-goods'), '种类；The kind.', { title: '种类；Kind' }),
  what: text(1000, '财物；The goods.'),
  items: goodsField,
  fromParty: optional(
    yesOrNo('财物仍在当事人处，由当事人交出；The party still has them, and is to hand them over.', {
      title: '由当事人交出；From the party',
    }),
  ),
  fen: optional(fen('已知的价值（分）；Their value where it is known, in fen.')),
  exemption: exemptionField,
  ...ofBreach,
});

const lossSchema = entry('Loss', '降低资质等级、吊销许可证件、责令关闭；Lowering, revocation, closure.', {
  kind: word(
    someOf(penaltyKinds, 'qualification-lowering', 'permit-revocation', 'closure'),
    '种类；The kind.',
    { title: '种类；Kind' },
  ),
  what: optional(
    text(1000, '资质、许可证件、场所；The rank, the permit, the business.', { title: '标的；Object' }),
  ),
  ...ofBreach,
});

const termSchema = entry(
  'Term',
  '暂扣许可证件、限制开展生产经营活动、责令停产停业、限制从业；Penalties that may have a length.',
  {
    kind: word(
      someOf(
        penaltyKinds,
        'permit-withholding',
        'business-restriction',
        'suspension',
        'employment-restriction',
      ),
      '种类；The kind.',
      { title: '种类；Kind' },
    ),
    what: optional(
      text(1000, '许可证件、活动、职业；The permit, the business, the trade.', { title: '标的；Object' }),
    ),
    days: optional(days('期限（日）；Its length in days.')),
    ...ofBreach,
  },
);

/** The penalties, each by its kind. */
export const penaltiesField = (help: Said): Field<readonly Penalty[]> =>
  variants(
    {
      warning: reprimandSchema,
      'public-criticism': reprimandSchema,
      fine: amountSchema,
      'confiscation-of-gains': amountSchema,
      'confiscation-of-goods': goodsSchema,
      'permit-withholding': termSchema,
      'business-restriction': termSchema,
      suspension: termSchema,
      'employment-restriction': termSchema,
      'qualification-lowering': lossSchema,
      'permit-revocation': lossSchema,
      closure: lossSchema,
    },
    20,
    help,
  );

const droppedSchema = entry(
  'DroppedBreach',
  '不予处罚的违法行为；One of several breaches that is not punished, beside others that are.',
  {
    breach: breachNamed('哪一个违法行为；Which breach.'),
    ground: word(droppedGrounds, '不予处罚的情形；Why it is not punished.', { title: '情形；Ground' }),
    with: optional(
      breachNamed(
        '与哪一个行为系同一违法行为，按照罚款数额高的规定处罚该行为；With which it is one act, fined there under the rule with the higher fine.',
      ),
    ),
    exemption: exemptionField,
    reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

const penaltyOutcomeSchema = entry('PenaltyOutcome', '给予行政处罚；A penalty.', {
  kind: word(words({ penalty: '给予行政处罚；A penalty' }), '种类；The kind.', { title: '种类；Kind' }),
  penalties: penaltiesField('处罚；The penalties.'),
  dropped: optional(
    list(droppedSchema, 20, '报告列明而不予处罚的违法行为；Breaches of the report that are not punished.', {
      title: '不予处罚的行为；Breaches not punished',
    }),
  ),
});

const noPenaltyOutcomeSchema = entry('NoPenaltyOutcome', '不予行政处罚；No penalty.', {
  kind: word(words({ 'no-penalty': '不予行政处罚；No penalty' }), '种类；The kind.', { title: '种类；Kind' }),
  ground: word(
    noPenaltyGrounds,
    '违法行为轻微、初次违法、没有主观过错、不满十四周岁、不能辨认或者控制、超过追责期限、特别法规定；Minor, first breach, no fault, under fourteen, without control, found too late, a special law.',
    {
      title: '不予处罚的情形；Ground',
    },
  ),
  exemption: exemptionField,
  reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
});

const factsNotEstablishedSchema = entry(
  'FactsNotEstablished',
  '违法事实不能成立；The facts are not established.',
  {
    kind: word(
      words({ 'facts-not-established': '违法事实不能成立；The facts are not established' }),
      '种类；The kind.',
      { title: '种类；Kind' },
    ),
    reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

const transferOutcomeSchema = entry('TransferOutcome', '移送；The case goes to another agency.', {
  kind: word(words({ transfer: '移送；The case goes to another agency' }), '种类；The kind.', {
    title: '种类；Kind',
  }),
  to: line(200, '受移送的机关；The agency it goes to.'),
  reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
});

/** What is proposed, notified or decided. */
export const outcomeField = (help: Said): Field<Outcome> =>
  variant(
    {
      penalty: penaltyOutcomeSchema,
      'no-penalty': noPenaltyOutcomeSchema,
      'facts-not-established': factsNotEstablishedSchema,
      transfer: transferOutcomeSchema,
    },
    help,
  );
