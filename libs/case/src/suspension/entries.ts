/** What is entered in this step. */
import { blankText, entry, entryNumber, optional, paper, word } from '@anjuan/entry';
import { suspensionGrounds, terminationGrounds } from './words.js';

export const requestSuspensionSchema = entry(
  'RequestSuspension',
  '申请中止调查；A suspension is put before a leader.',
  {
    ground: word(suspensionGrounds, '中止情形；The ground (SAMR-P 46(1)).'),
    reason: blankText(1000, '事实和理由；The facts and the reason.'),
  },
);

export const resumeSchema = entry('Resume', '恢复调查；The cause is gone.', {
  reason: blankText(1000, '原因如何消除；How the cause came to an end.'),
});

export const requestTerminationSchema = entry(
  'RequestTermination',
  '申请终止调查；The end of the investigation is put before a leader.',
  {
    ground: word(terminationGrounds, '终止情形；The ground (SAMR-P 47).'),
    reason: blankText(1000, '事实和理由；The facts and the reason.'),
    paper: optional(paper('证明终止原因的文书；The paper that shows the cause.')),
    evidence: optional(
      entryNumber(
        ['EvidenceAdded', 'TestResultRecorded', 'SceneRecorded', 'InquiryRecorded'],
        '证明死亡、终止的证据的记录编号；Entry number of the evidence of the death or the end.',
      ),
    ),
  },
);
