import { remedyKinds, remedyOutcomes, type RecordAcceptance, type RecordRemedyOutcome } from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 复议、诉讼受理；A remedy was accepted. */
export class RecordAcceptanceDto extends OutsideDto implements RecordAcceptance {
  /** 行政复议、行政诉讼；Reconsideration or litigation. */
  @Word(remedyKinds) declare readonly kind: RecordAcceptance['kind'];
  /** 受理机关；The organ or court. */
  @TextOrBlank(200) declare readonly organ: string;
  /** 案号；Its file number. */
  @TextOrBlank(100) declare readonly number: string;
  /** 受理通知书；The notice of acceptance. */
  @IsPaper() declare readonly notice: PaperDto;
}

/** 复议、诉讼结果；The final outcome of a remedy. */
export class RecordRemedyOutcomeDto extends OutsideDto implements RecordRemedyOutcome {
  /** 受理的记录序号；Entry number of the acceptance. */
  @IsEntryNumber() declare readonly remedy: number;
  /** 维持、撤回、变更、撤销、撤销并责令重新作出、确认违法、确认无效；How it ended. */
  @Word(remedyOutcomes) declare readonly outcome: RecordRemedyOutcome['outcome'];
  /** 复议决定书、判决书；The paper that says so. */
  @IsPaper() declare readonly paper: PaperDto;
}
