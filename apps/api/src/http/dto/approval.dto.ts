import { IsEntryNumber } from './is-entry-number.js';

/** 批准；A leader approves what was asked. */
export class GiveApprovalDto {
  /** 审批申请的记录编号；Entry number of the request. */
  @IsEntryNumber() declare readonly approval: number;
}
