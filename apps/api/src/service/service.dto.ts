import {
  recipients,
  serviceMethods,
  undeliveredReasons,
  type Recipient,
  type RecordFailure,
  type ServeDecision,
  type ServiceMethod,
  type UndeliveredReason,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 送达决定书；The decision is served. */
export class ServeDecisionDto extends OutsideByOfficersDto implements ServeDecision {
  /** 送达方式；Method of service. */
  @Word(serviceMethods) declare readonly method: ServiceMethod;
  /** 送达回证，或者退回的邮件；Return receipt, or the returned envelope. */
  @Optional() @IsPaper() declare readonly proof?: PaperDto;
  /** 签收人：本人、法定代表人等为 addressee；Who signed for it. */
  @Optional() @Word(recipients) declare readonly receivedBy?: Recipient;
  /** 见证人；Who witnessed it. */
  @Optional() @TextOrBlank(200) declare readonly witness?: string;
  /** 音像记录；Recordings. */
  @Optional() @ArePapers() declare readonly media?: PaperDto[];
  /** 送达地址确认书；Signed confirmation of the address. */
  @Optional() @IsPaper() declare readonly addressConfirmation?: PaperDto;
  /** 未被实际接收的原因：自确认的地址退回，或者留置该地址；Sent back from, or left at, the confirmed address. */
  @Optional() @Word(undeliveredReasons) declare readonly notReceived?: UndeliveredReason;
  /** 其他方式无法送达的情况；Why other methods failed. */
  @Optional() @TextOrBlank(2000) declare readonly otherMethodsFailed?: string;
}

/** 登记未能送达；A service that failed. */
export class RecordFailureDto extends OutsideByOfficersDto implements RecordFailure {
  /** 采用的送达方式；The method that was tried. */
  @Word(serviceMethods) declare readonly method: ServiceMethod;
  /** 原因和经过；Why and how it failed. */
  @TextOrBlank(2000) declare readonly why: string;
  /** 退回的邮件、现场照片或者情况说明；The returned envelope, a picture or a note. */
  @IsPaper() declare readonly proof: PaperDto;
}
