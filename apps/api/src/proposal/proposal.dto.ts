import type { ApproveProposal, ReturnProposal } from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { TextOrBlank } from '../http/dto/text.js';

/** 批准处理建议；The leader approves the proposal. */
export class ApproveProposalDto implements ApproveProposal {
  /** 备注；A note. */
  @Optional() @TextOrBlank(1000) declare readonly note?: string;
}

/** 退回处理建议；The leader returns the proposal. */
export class ReturnProposalDto implements ReturnProposal {
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
