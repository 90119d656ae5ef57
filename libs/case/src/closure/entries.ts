/** What is entered in this step. */
import { blankText, entry, optional, paper, word } from '@anjuan/entry';
import { closureGrounds, otherCircumstances } from './words.js';

export const requestClosureSchema = entry('RequestClosure', '申请结案；Closure is put before a leader.', {
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
});
