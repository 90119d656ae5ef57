import {
  preservationManners,
  type DealWithPreservation,
  type LiftPreservation,
  type MakeUpPreservation,
  type PreservationTerms,
  type TakePreservation,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 申请先行登记保存；Evidence to be preserved is put before a leader. */
export class RequestPreservationDto implements PreservationTerms {
  /** 证据；The evidence. */
  @Text(2000) declare readonly items: string;
  /** 可能灭失或者以后难以取得的理由；Why it may be lost or hard to get later. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 实施先行登记保存；Evidence is preserved (SAMR-P 33, 34). */
export class TakePreservationDto extends OutsideByOfficersDto implements TakePreservation {
  /** 审批申请的记录序号；Entry number of the approved request. */
  @Optional() @IsEntryNumber() declare readonly approval?: number;
  /** 情况紧急当场实施；Taken at once in an emergency. */
  @Optional() @Nested(() => RequestPreservationDto) declare readonly urgent?: RequestPreservationDto;
  /** 已交付清单；The list was handed over. */
  @YesOrNo() declare readonly listHandedOver: boolean;
  /** 已交付通知书；The notice was handed over. */
  @YesOrNo() declare readonly noticeHandedOver: boolean;
  /** 清单；The list. */
  @IsPaper() declare readonly list: PaperDto;
}

/** 补办批准；A leader approves afterwards, or disagrees. */
export class MakeUpPreservationDto implements MakeUpPreservation {
  /** 登记保存的记录序号；Entry number of the preservation. */
  @IsEntryNumber() declare readonly preservation: number;
  /** 同意；Agreed. */
  @YesOrNo() declare readonly agreed: boolean;
  /** 不同意的理由；Why not. */
  @Optional() @TextOrBlank(1000) declare readonly reason?: string;
}

/** 处理先行登记保存的证据；What is done with it in seven working days (SAMR-P 35). */
export class DealWithPreservationDto extends OutsideByOfficersDto implements DealWithPreservation {
  /** 登记保存的记录序号；Entry number of the preservation. */
  @IsEntryNumber() declare readonly preservation: number;
  /** 记录复制、送检、查封扣押、没收；Recorded, sent to a test, seized, confiscated. */
  @Word(preservationManners) declare readonly manner: DealWithPreservation['manner'];
  /** 处理情况；What was done. */
  @TextOrBlank(2000) declare readonly what: string;
}

/** 解除先行登记保存；It is lifted. */
export class LiftPreservationDto implements LiftPreservation {
  /** 登记保存的记录序号；Entry number of the preservation. */
  @IsEntryNumber() declare readonly preservation: number;
  /** 理由；Why. */
  @TextOrBlank(1000) declare readonly reason: string;
}
