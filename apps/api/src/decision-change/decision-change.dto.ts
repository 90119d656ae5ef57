import {
  changeGrounds,
  changeKinds,
  type ChangeDecision,
  type RecordRefund,
  type RectifyDecision,
  type WithdrawPublication,
} from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import { IsOutcome, type OutcomeDto } from '../http/dto/outcome.dto.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 补正；A slip of the pen is put right. */
export class RectifyDecisionDto implements RectifyDecision {
  /** 原文；What was written. */
  @TextOrBlank(1000) declare readonly written: string;
  /** 更正后的文字；What it should say. */
  @TextOrBlank(1000) declare readonly corrected: string;
  /** 补正通知书；The notice of rectification. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 变更、撤销决定；The decision is changed or annulled. */
export class ChangeDecisionDto implements ChangeDecision {
  /** 变更、撤销、撤销并重新作出、确认违法；Changed, annulled, annulled to be made anew, declared illegal. */
  @Word(changeKinds) declare readonly kind: ChangeDecision['kind'];
  /** 复议、诉讼结果，主动改正；After a remedy, or the agency's own correction. */
  @Word(changeGrounds) declare readonly ground: ChangeDecision['ground'];
  /** 复议、诉讼受理的记录序号；Entry number of the remedy that is carried out. */
  @Optional() @IsEntryNumber() declare readonly remedy?: number;
  /** 变更后的处理；What now stands. */
  @Optional() @IsOutcome() declare readonly outcome?: OutcomeDto;
  /** 理由；Why. */
  @TextOrBlank(2000) declare readonly reason: string;
  /** 文书；The document. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 撤回公示并公开说明理由；What the public reads instead (APL 48). */
export class WithdrawPublicationDto implements WithdrawPublication {
  /** 公开说明的理由；The public explanation. */
  @TextOrBlank(2000) declare readonly explanation: string;
}

/** 退款；Money given back. */
export class RecordRefundDto extends OutsideDto implements RecordRefund {
  /** 金额（分）；The amount, in fen. */
  @IsFen() declare readonly fen: number;
  /** 退款凭证；The receipt. */
  @IsPaper() declare readonly receipt: PaperDto;
}
