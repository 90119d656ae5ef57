/** What is entered in this step. */
import { blankText, entry, entryNumber } from '@anjuan/entry';

export const returnApprovalSchema = entry(
  'ReturnApproval',
  '退回审批申请；A request for approval is returned.',
  {
    approval: entryNumber(['ApprovalRequested'], '审批申请的记录编号；Entry number of the request.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const withdrawApprovalRequestSchema = entry(
  'WithdrawApprovalRequest',
  '撤回审批申请；Whoever asked takes the request back.',
  {
    approval: entryNumber(['ApprovalRequested'], '审批申请的记录编号；Entry number of the request.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const giveApprovalSchema = entry('GiveApproval', '批准；A leader approves what was asked.', {
  approval: entryNumber(['ApprovalRequested'], '审批申请的记录编号；Entry number of the request.'),
});
