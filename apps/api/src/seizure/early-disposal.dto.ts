import {
  earlyDisposalGrounds,
  earlyDisposalManners,
  type Announcement,
  type DisposeEarly,
  type EarlyDisposalTerms,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 权利人不明确的公告；The notice where nobody is known to hold the right. */
class AnnouncementDto implements Announcement {
  /** 先行处置物品公告；The notice. */
  @IsPaper() declare readonly notice: PaperDto;
  /** 公告期满之日；Its last day. */
  @IsLocalDate() declare readonly until: string;
}

/** 申请先行处置；The early disposal of seized goods is put before a leader. */
export class RequestEarlyDisposalDto implements EarlyDisposalTerms {
  /** 查封、扣押的记录编号；Entry number of the seizure. */
  @IsEntryNumber() declare readonly seizure: number;
  /** 先行处置的物品；The goods that cannot be kept. */
  @TextOrBlank(2000) declare readonly what: string;
  /** 情形；Why they cannot be kept (SAMR-P 41(3)). */
  @Word(earlyDisposalGrounds) declare readonly ground: EarlyDisposalTerms['ground'];
  /** 权利人的书面同意或者申请；Written consent or application of whoever holds the right. */
  @Optional() @IsPaper() declare readonly consent?: PaperDto;
  /** 权利人不明确的公告；The notice where nobody is known. */
  @Optional() @Nested(() => AnnouncementDto) declare readonly announced?: AnnouncementDto;
  /** 留存的证据；What is kept of the goods as evidence. */
  @ArePapers() declare readonly evidence: PaperDto[];
}

/** 先行处置物品；The goods are disposed of. */
export class DisposeEarlyDto extends OutsideByOfficersDto implements DisposeEarly {
  /** 审批申请的记录编号；Entry number of the approved request. */
  @IsEntryNumber() declare readonly approval: number;
  /** 处置方式；How. */
  @Word(earlyDisposalManners) declare readonly manner: DisposeEarly['manner'];
  /** 所得款项（分）；What it brought in, in fen. */
  @IsFen() declare readonly fen: number;
  /** 涉案物品处理记录；The record of it. */
  @IsPaper() declare readonly record: PaperDto;
}
