import {
  courtAnswers,
  type ApplyToCourt,
  type AskHigherCourt,
  type EnforcementTerms,
  type RecordCourtAnswer,
  type RecordOpinion,
  type ServeReminder,
} from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 催告书；A reminder (ACL 35, 54). */
export class ServeReminderDto extends OutsideByOfficersDto implements ServeReminder {
  /** 履行义务的期限；The day until which to perform. */
  @IsLocalDate() declare readonly payBy: string;
  /** 履行义务的方式；How to perform. */
  @TextOrBlank(1000) declare readonly how: string;
  /** 催告书；The reminder. */
  @IsPaper() declare readonly reminder: PaperDto;
  /** 送达回证；The return receipt. */
  @IsPaper() declare readonly proof: PaperDto;
}

/** 对催告的陈述申辩及复核；What the party said to the reminder (ACL 36). */
export class RecordOpinionDto extends OutsideDto implements RecordOpinion {
  /** 当事人的意见；The party's opinion. */
  @TextOrBlank(4000) declare readonly opinion: string;
  /** 复核结果；The result of the re-check. */
  @TextOrBlank(4000) declare readonly reply: string;
  /** 记录；The record. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 申请向法院申请强制执行；An application to the court is put before the head. */
export class RequestEnforcementDto implements EnforcementTerms {
  /** 管辖法院；The competent court. */
  @TextOrBlank(200) declare readonly court: string;
  /** 执行标的；The object of the execution. */
  @TextOrBlank(2000) declare readonly object: string;
}

/** 强制执行申请书及材料；The application and what goes with it (ACL 55). */
export class ApplyToCourtDto extends OutsideDto implements ApplyToCourt {
  /** 批准的记录序号；Entry number of the request that was approved. */
  @IsEntryNumber() declare readonly approval: number;
  /** 强制执行申请书；The application. */
  @IsPaper() declare readonly application: PaperDto;
  /** 行政决定书、催告及当事人意见等材料；The decision, the reminder, the party's opinion. */
  @ArePapers() declare readonly enclosed: PaperDto[];
  /** 逾期申请的正当理由；The good reason for applying after the three months. */
  @Optional() @TextOrBlank(1000) declare readonly whyLate?: string;
}

/** 法院裁定；What the court answered. */
export class RecordCourtAnswerDto extends OutsideDto implements RecordCourtAnswer {
  /** 受理、不予受理、准予执行、不予执行、终结执行；Accepted, refused, ordered, not enforced, ended. */
  @Word(courtAnswers) declare readonly answer: RecordCourtAnswer['answer'];
  /** 裁定书；The ruling. */
  @IsPaper() declare readonly ruling: PaperDto;
}

/** 向上一级法院申请复议；The higher court is asked. */
export class AskHigherCourtDto extends OutsideDto implements AskHigherCourt {
  /** 上一级人民法院；The higher court. */
  @Text(200) declare readonly court: string;
  /** 复议申请书；The application. */
  @IsPaper() declare readonly application: PaperDto;
}
