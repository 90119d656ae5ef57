/** What is entered in this step. */
import { blankText, entry, entryNumber, list, optional, paper, text, word } from '@anjuan/entry';
import { closureGrounds, otherCircumstances, reopeningGrounds } from './words.js';

const groundFields = {
  ground: word(closureGrounds, '结案情形；The ground (SAMR-P 77(1)).'),
  circumstance: optional(
    word(
      otherCircumstances,
      '未作决定、以其他事由结案的情形；What the other ground is, where nothing was decided.',
      {
        title: '其他情形；Circumstance',
      },
    ),
  ),
  note: optional(blankText(1000, '备注；A note.')),
  paper: optional(paper('结案事由的证明文书；The paper that shows the ground.')),
  transferPaper: optional(
    paper(
      '移送函：决定因移送而不予处罚某一违法行为的，移送该违法行为的文书；The letter by which a breach was transferred that the decision does not punish for that reason.',
      { title: '移送函；The letter of transfer' },
    ),
  ),
};

const ofAnotherSchema = entry(
  'ClosureForParty',
  '对共同当事人的结案情形；On which ground the case is closed for another party.',
  {
    ofParty: entryNumber(['PartyJoined'], '当事人的追加记录；The entry of its joining.', {
      title: '当事人；Party',
    }),
    ...groundFields,
  },
);

export const requestClosureSchema = entry('RequestClosure', '申请结案；Closure is put before a leader.', {
  ...groundFields,
  others: optional(
    list(
      ofAnotherSchema,
      200,
      '各共同当事人的结案情形；On which ground it is closed for each party that was joined.',
      { title: '共同当事人；The other parties' },
    ),
  ),
});

export const reopenCaseSchema = entry('ReopenCase', '恢复办理已结案件；A closed case goes on.', {
  ground: word(reopeningGrounds, '恢复办理的情形；The ground.', { title: '恢复办理的情形；Ground' }),
  reason: text(1000, '理由；The reason.', { title: '理由；Reason' }),
  paper: paper(
    '银行回单、财产线索等证明文书；The paper that shows it: the notice of the bank, the trace of property.',
    { title: '证明文书；The paper' },
  ),
});
