import { closureGrounds, type ClosureGround, type ClosureTerms } from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 申请结案；Closure is put before a leader. */
export class RequestClosureDto implements ClosureTerms {
  /** 结案情形；The ground (SAMR-P 77(1)). */
  @Word(closureGrounds) declare readonly ground: ClosureGround;
  /** 备注；A note. */
  @Optional() @TextOrBlank(1000) declare readonly note?: string;
}
