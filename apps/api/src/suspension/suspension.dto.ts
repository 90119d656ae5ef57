import {
  suspensionGrounds,
  terminationGrounds,
  type Resume,
  type SuspensionGround,
  type SuspensionTerms,
  type TerminationGround,
  type TerminationTerms,
} from '@anjuan/case';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 申请中止调查；A suspension is put before a leader. */
export class RequestSuspensionDto implements SuspensionTerms {
  /** 中止情形；The ground (SAMR-P 46(1)). */
  @Word(suspensionGrounds) declare readonly ground: SuspensionGround;
  /** 事实和理由；The facts and the reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 恢复调查；The cause is gone. */
export class ResumeDto implements Resume {
  /** 原因如何消除；How the cause came to an end. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 申请终止调查；The end of the investigation is put before a leader. */
export class RequestTerminationDto implements TerminationTerms {
  /** 终止情形；The ground (SAMR-P 47). */
  @Word(terminationGrounds) declare readonly ground: TerminationGround;
  /** 事实和理由；The facts and the reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
