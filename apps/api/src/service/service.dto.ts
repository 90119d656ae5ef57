import { serviceMethods, type ServeDecision, type ServiceMethod } from '@anjuan/case';
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
  /** 送达回证；Return receipt. */
  @Optional() @IsPaper() declare readonly proof?: PaperDto;
  /** 见证人；Who witnessed it. */
  @Optional() @TextOrBlank(200) declare readonly witness?: string;
  /** 音像记录；Recordings. */
  @Optional() @ArePapers() declare readonly media?: PaperDto[];
  /** 送达地址确认书；Signed confirmation of the address. */
  @Optional() @IsPaper() declare readonly addressConfirmation?: PaperDto;
  /** 其他方式无法送达的情况；Why other methods failed. */
  @Optional() @TextOrBlank(2000) declare readonly otherMethodsFailed?: string;
}
