/** What is entered in this step. */
import { blankText, entry, optional } from '@anjuan/entry';

export const approveProposalSchema = entry(
  'ApproveProposal',
  '批准处理建议；The leader approves the proposal.',
  {
    note: optional(blankText(1000, '备注；A note.')),
  },
);

export const returnProposalSchema = entry(
  'ReturnProposal',
  '退回处理建议；The leader returns the proposal.',
  {
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);
