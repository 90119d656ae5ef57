/** What is entered in this step. */
import { blankLine, day, entry, entryNumber, optional, paper, word } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { outcomeField } from '../penalty/forms.js';
import { remedyKinds, remedyOutcomes } from './words.js';

const againstField = optional(
  entryNumber(
    ['DecisionMade', 'DecidedOnTheSpot'],
    '针对的决定的记录序号，不填即现行决定；Entry number of the decision it is against; the one that stands, where it is left out.',
    { title: '针对的决定；Decision it is against' },
  ),
);

export const recordAcceptanceSchema = entry('RecordAcceptance', '复议、诉讼受理；A remedy was accepted.', {
  ...outsideFields,
  kind: word(remedyKinds, '行政复议、行政诉讼；Reconsideration or litigation.', {
    title: '救济种类；Kind of remedy',
  }),
  organ: blankLine(200, '受理机关；The organ or court.'),
  number: blankLine(100, '案号；Its file number.', { means: 'document-number', personal: false }),
  against: againstField,
  notice: paper('受理通知书；The notice of acceptance.'),
});

export const recordRemedyOutcomeSchema = entry(
  'RecordRemedyOutcome',
  '复议、诉讼结果；The final outcome of a remedy.',
  {
    ...outsideFields,
    remedy: entryNumber(['RemedyAccepted'], '受理的记录序号；Entry number of the acceptance.'),
    outcome: word(
      remedyOutcomes,
      '维持、撤回、变更、撤销、撤销并责令重新作出、确认违法、确认无效、调解；How it ended.',
      { title: '结果；Outcome' },
    ),
    against: againstField,
    replaces: optional(
      entryNumber(
        ['RemedyConcluded'],
        '误录或者被依法改变的原结果的记录序号；Entry number of the outcome that was entered wrongly, or is set aside, and that this one replaces.',
        { title: '所替代的结果；Outcome it replaces' },
      ),
    ),
    ordered: optional(outcomeField('变更、调解后的处理；What the decision says from now on.')),
    redoUntil: optional(
      day(
        '责令重新作出的期限届满日；The last day on which it is to be made anew, where the paper fixes one.',
        {
          title: '重新作出的期限；Made anew until',
        },
      ),
    ),
    paper: paper('复议决定书、判决书、调解书；The paper that says so.'),
  },
);
