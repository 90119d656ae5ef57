import {
  leftOutKinds,
  type DecisionExtensionTerms,
  type ExtendFurther,
  type LeaveOut,
  type LeftOutKind,
} from '@anjuan/case';
import { IsDays } from '../http/dto/is-days.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { ArePersonIds } from '../http/dto/is-person-id.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 申请延长办案期限三十日；Thirty more days are put before a leader. */
export class RequestDecisionExtensionDto implements DecisionExtensionTerms {
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 集体讨论决定继续延期；The leaders lengthen the period further. */
export class ExtendFurtherDto implements ExtendFurther {
  /** 出席的负责人，含主持人；The leaders who attend, the chair among them. */
  @ArePersonIds(50) declare readonly attending: string[];
  /** 汇报案情的办案人员；The handlers who report. */
  @ArePersonIds(20) declare readonly handlersReport: string[];
  /** 延长（日）；How many days longer. */
  @IsDays() declare readonly days: number;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 签名的讨论记录；The signed minutes. */
  @IsPaper() declare readonly minutes: PaperDto;
}

/** 登记不计入办案期限的时间；Days that do not count. */
export class LeaveOutDto implements LeaveOut {
  /** 公告、权利人辨认或者鉴别、责令退还多收价款；What the time was used for (SAMR-P 64(2)). */
  @Word(leftOutKinds) declare readonly kind: LeftOutKind;
  /** 起始日；First day left out. */
  @IsLocalDate() declare readonly from: string;
  /** 终止日；Last day left out. */
  @IsLocalDate() declare readonly to: string;
  /** 事项；What was done. */
  @TextOrBlank(1000) declare readonly what: string;
  /** 证明材料；The paper that shows it. */
  @IsPaper() declare readonly record: PaperDto;
}
