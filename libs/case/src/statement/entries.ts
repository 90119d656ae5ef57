/** What is entered in this step. */
import { blankText, entry, paper, text, word } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { byHandlersFields } from '../by-handlers.js';
import { recheckResults } from './words.js';

export const recordStatementSchema = entry('RecordStatement', '记录陈述、申辩；What the party said.', {
  ...outsideFields,
  what: text(5000, '陈述、申辩的内容；What was said.'),
  paper: paper('文书；The paper.'),
});

export const waiveStatementSchema = entry(
  'WaiveStatement',
  '放弃陈述、申辩和听证；The party gives up being heard, in writing.',
  {
    ...outsideFields,
    paper: paper('书面声明；The written waiver.'),
  },
);

export const recheckStatementSchema = entry(
  'RecheckStatement',
  '复核陈述、申辩；What the party brought forward is re-checked.',
  {
    ...byHandlersFields,
    result: word(recheckResults, '采纳、部分采纳、不采纳；Adopted, partly, not.', {
      title: '复核结果；Result',
    }),
    reason: blankText(5000, '理由；The reason.', { title: '理由；Reason' }),
  },
);
