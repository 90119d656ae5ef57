import type { OrderCorrection, VerifyCorrection } from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text } from '../http/dto/text.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 责令改正；An order to correct. */
export class OrderCorrectionDto extends OutsideByOfficersDto implements OrderCorrection {
  /** 改正期限；The last day to correct. */
  @IsLocalDate() declare readonly until: string;
  /** 改正内容；What is to be corrected. */
  @Text(2000) declare readonly what: string;
  /** 责令改正通知书；The written order. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 复查改正情况；Whether it was corrected. */
export class VerifyCorrectionDto extends OutsideByOfficersDto implements VerifyCorrection {
  /** 责令改正的记录编号；Entry number of the order. */
  @IsEntryNumber() declare readonly order: number;
  /** 已经改正；It has been corrected. */
  @YesOrNo() declare readonly corrected: boolean;
  /** 复查记录；The record. */
  @IsPaper() declare readonly record: PaperDto;
}
