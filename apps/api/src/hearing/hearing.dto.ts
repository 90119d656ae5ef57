import {
  hearingSuspensionGrounds,
  serviceMethods,
  undeliveredReasons,
  type AnnounceHearing,
  type EndHearing,
  type HandOverHearingFile,
  type HearingSuspensionGround,
  type HoldHearing,
  type NameHearingHost,
  type ReportHearing,
  type RequestHearing,
  type ResumeHearing,
  type ServeHearingNotice,
  type ServiceMethod,
  type UndeliveredReason,
  type SuspendHearing,
} from '@anjuan/case';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { IsPersonId } from '../http/dto/is-person-id.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

const grounds = [
  'withdrawn',
  'absent',
  'left',
  'party-ended',
] as const satisfies readonly EndHearing['ground'][];

/** 当事人要求听证；The party asks for a hearing. */
export class RequestHearingDto extends OutsideDto implements RequestHearing {
  /** 书面申请；The written request. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 指定听证主持人；The host is named. */
export class NameHearingHostDto implements NameHearingHost {
  /** 听证主持人；The host. */
  @IsPersonId() declare readonly host: string;
}

/** 送达听证通知书；The party is told when and where. */
export class ServeHearingNoticeDto extends OutsideDto implements ServeHearingNotice {
  /** 听证日期；The day of the hearing. */
  @IsLocalDate() declare readonly for: string;
  /** 地点；The place. */
  @Text(500) declare readonly place: string;
  /** 送达方式；Method of service. */
  @Word(serviceMethods) declare readonly method: ServiceMethod;
  /** 送达回证；Return receipt. */
  @Optional() @IsPaper() declare readonly proof?: PaperDto;
  /** 公开听证；The hearing is public. */
  @YesOrNo() declare readonly open: boolean;
  /** 送达地址确认书；Signed confirmation of the address. */
  @Optional() @IsPaper() declare readonly addressConfirmation?: PaperDto;
  /** 未被实际接收的原因：自确认的地址退回，或者留置该地址；Sent back from, or left at, the confirmed address. */
  @Optional() @Word(undeliveredReasons) declare readonly notReceived?: UndeliveredReason;
  /** 其他方式无法送达的情况；Why other methods failed. */
  @Optional() @TextOrBlank(2000) declare readonly otherMethodsFailed?: string;
}

/** 公告听证；The hearing is announced to the public. */
export class AnnounceHearingDto extends OutsideDto implements AnnounceHearing {
  /** 公告处；Where it is announced. */
  @Optional() @TextOrBlank(500) declare readonly where?: string;
}

/** 举行听证；The hearing is held. */
export class HoldHearingDto extends OutsideDto implements HoldHearing {
  /** 听证笔录；The record. */
  @IsPaper() declare readonly record: PaperDto;
  /** 笔录已经签名；The record is signed. */
  @YesOrNo() declare readonly recordSigned: boolean;
  /** 拒绝签名的情况；What was noted when a signature was refused. */
  @Optional() @TextOrBlank(1000) declare readonly refusalNoted?: string;
}

/** 听证报告；The host's report. */
export class ReportHearingDto implements ReportHearing {
  /** 听证报告；The report. */
  @IsPaper() declare readonly report: PaperDto;
  /** 处理意见；The host's opinion. */
  @TextOrBlank(5000) declare readonly opinion: string;
}

/** 终止听证；The hearing ends without being held. */
export class EndHearingDto implements EndHearing {
  /** 撤回、不到场、中途退场、当事人终止；Withdrawn, absent, left, the party came to an end. */
  @Word(grounds) declare readonly ground: EndHearing['ground'];
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
  /** 文书；The paper. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 向听证主持人移送案卷；The file is handed to the host. */
export class HandOverHearingFileDto extends OutsideDto implements HandOverHearingFile {}

/** 中止听证；The hearing stands still. */
export class SuspendHearingDto implements SuspendHearing {
  /** 不可抗力、待定承受人、回避申请、新的证人或者鉴定、其他；Why (SAMR-H 26). */
  @Word(hearingSuspensionGrounds) declare readonly ground: HearingSuspensionGround;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 恢复听证；The hearing goes on. */
export class ResumeHearingDto implements ResumeHearing {
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
