/** What is entered in this step. */
import { blankLine, blankText, entry, entryNumber, optional, paper, word, yesOrNo } from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { serviceFields } from '../service/entries.js';
import { paperKinds, withPaper } from './words.js';

export const issuePaperSchema = entry('IssuePaper', '制发文书；A paper to the party is issued.', {
  kind: word(paperKinds, '文书种类；Which paper.', { title: '文书种类；Kind' }),
  of: entryNumber(withPaper, '文书所载明的记录；Entry number of what it says.', {
    title: '所载记录；Of which entry',
  }),
  paper: paper('文书；The paper.'),
  number: optional(blankLine(100, '文号；Its number.', { means: 'document-number', personal: false })),
  sealed: yesOrNo('已加盖本机关印章；It bears the seal of the agency.'),
  replaces: optional(
    entryNumber(
      ['PaperIssued'],
      '所代替的、尚未送达的文书；The paper in whose place it is issued, which was not served.',
      { title: '代替；In place of' },
    ),
  ),
  reason: optional(blankText(1000, '重新制发的理由；Why another one is issued.', { title: '理由；Reason' })),
});

export const servePaperSchema = entry('ServePaper', '送达文书；A paper that was issued is served.', {
  ...outsideByHandlersFields,
  issued: entryNumber(['PaperIssued'], '制发的记录编号；Entry number of its issuing.'),
  ...serviceFields,
});
