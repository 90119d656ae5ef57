import {
  serviceMethods,
  undeliveredReasons,
  type ServeNotice,
  type ServiceMethod,
  type UndeliveredReason,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { ArePenalties, type PenaltyDto } from '../http/dto/penalty.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 送达行政处罚告知书；The notice before the decision. */
export class ServeNoticeDto extends OutsideByOfficersDto implements ServeNotice {
  /** 拟作出的行政处罚；The penalties that are proposed. */
  @ArePenalties() declare readonly penalties: PenaltyDto[];
  /** 事实、理由、依据；Facts, reasons and basis. */
  @Text(5000) declare readonly facts: string;
  /** 已告知听证权利；The right to a hearing was told. */
  @YesOrNo() declare readonly hearingRightTold: boolean;
  /** 送达方式；Method of service. */
  @Word(serviceMethods) declare readonly method: ServiceMethod;
  /** 送达回证；Return receipt. */
  @Optional() @IsPaper() declare readonly proof?: PaperDto;
  /** 送达地址确认书；Signed confirmation of the address. */
  @Optional() @IsPaper() declare readonly addressConfirmation?: PaperDto;
  /** 未被实际接收的原因：自确认的地址退回，或者留置该地址；Sent back from, or left at, the confirmed address. */
  @Optional() @Word(undeliveredReasons) declare readonly notReceived?: UndeliveredReason;
  /** 其他方式无法送达的情况；Why other methods failed. */
  @Optional() @TextOrBlank(2000) declare readonly otherMethodsFailed?: string;
}
