import type { ReturnApproval, WithdrawApprovalRequest } from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { TextOrBlank } from '../http/dto/text.js';

/** 退回审批申请；A request for approval is returned. */
export class ReturnApprovalDto implements ReturnApproval {
  /** 审批申请的记录编号；Entry number of the request. */
  @IsEntryNumber() declare readonly approval: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 撤回审批申请；Whoever asked takes the request back. */
export class WithdrawApprovalRequestDto implements WithdrawApprovalRequest {
  /** 审批申请的记录编号；Entry number of the request. */
  @IsEntryNumber() declare readonly approval: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
