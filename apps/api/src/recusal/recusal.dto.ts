import { recusalSources, type DecideRecusal, type RecusalSource, type RequestRecusal } from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { IsPersonId } from '../http/dto/is-person-id.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 回避申请；The party, or the person, asks that somebody steps aside. */
export class RequestRecusalDto extends OutsideDto implements RequestRecusal {
  /** 应当回避的人员；Who is to step aside. */
  @IsPersonId() declare readonly person: string;
  /** 当事人申请或者本人申请；Asked by the party, or by the person. */
  @Word(recusalSources) declare readonly askedBy: RecusalSource;
  /** 事由；The ground. */
  @Text(1000) declare readonly ground: string;
  /** 当事人的申请；The application of the party. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 回避决定；A leader grants or refuses a recusal. */
export class DecideRecusalDto implements DecideRecusal {
  /** 回避申请的记录编号；Entry number of the request. */
  @IsEntryNumber() declare readonly request: number;
  /** 决定回避；Granted. */
  @YesOrNo() declare readonly granted: boolean;
  /** 理由；The reason. */
  @Text(1000) declare readonly reason: string;
  /** 集体讨论记录；Signed minutes of the leaders, for the principal. */
  @Optional() @IsPaper() declare readonly minutes?: PaperDto;
  /** 接替的办案人员；Who handles the case instead. */
  @Optional() @IsPersonId() declare readonly replacement?: string;
}
