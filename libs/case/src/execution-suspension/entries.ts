/** What is entered in this step. */
import { blankText, entry, optional, paper, word } from '@anjuan/entry';
import { executionSuspensionGrounds, executionTerminationGrounds } from './words.js';

export const requestExecutionSuspensionSchema = entry(
  'RequestExecutionSuspension',
  '申请中止执行；The suspension of an execution is put before a leader.',
  {
    ground: word(executionSuspensionGrounds, '中止情形；The ground (ACL 39(1)).'),
    reason: blankText(1000, '事实和理由；The facts and the reason.'),
  },
);

export const resumeExecutionSchema = entry('ResumeExecution', '恢复执行；The cause is gone.', {
  reason: blankText(1000, '中止的情形如何消失；How the cause came to an end.'),
  whyStill: optional(
    blankText(
      1000,
      '满三年的：明显社会危害或者履行能力；After three years: the harm, or the ability to perform (ACL 39(2)).',
    ),
  ),
});

export const requestExecutionTerminationSchema = entry(
  'RequestExecutionTermination',
  '申请终结执行；The end of an execution is put before a leader.',
  {
    ground: word(executionTerminationGrounds, '终结情形；The ground (ACL 40, 39(2)).'),
    reason: blankText(1000, '事实和理由；The facts and the reason.'),
    paper: optional(paper('终结情形的证明文书；The paper that shows the ground.')),
  },
);
