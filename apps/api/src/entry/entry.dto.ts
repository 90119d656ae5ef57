import type { ConfirmEntry, CorrectEntry, WithdrawEntry } from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextByField, TextOrBlank } from '../http/dto/text.js';

/** 确认记录；The second officer confirms as themselves. */
export class ConfirmEntryDto implements ConfirmEntry {
  /** 记录编号；Number of the entry. */
  @IsEntryNumber() declare readonly entry: number;
}

/** 更正记录；New values for fields of an entry that may be corrected. */
export class CorrectEntryDto implements CorrectEntry {
  /** 记录编号；Number of the entry. */
  @IsEntryNumber() declare readonly entry: number;
  /** 字段的新值；New values by field. */
  @TextByField(20, 5000) declare readonly changes: Record<string, string>;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 撤回记录；An entry is withdrawn. */
export class WithdrawEntryDto implements WithdrawEntry {
  /** 记录编号；Number of the entry. */
  @IsEntryNumber() declare readonly entry: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 当事人的书面撤回；The party's written withdrawal. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}
