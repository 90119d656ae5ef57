import type { MakeDecision } from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { IsOutcome, type OutcomeDto } from '../http/dto/outcome.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';

/** 作出决定；The decision. */
export class MakeDecisionDto implements MakeDecision {
  /** 文号，不填即由程序编号；Number of the document; allotted when it is left out. */
  @Optional() @Text(100) declare readonly number?: string;
  /** 处理结果；What is decided. */
  @IsOutcome() declare readonly outcome: OutcomeDto;
  /** 陈述、申辩的采纳情况及理由；How statements were adopted and why. */
  @Optional() @TextOrBlank(5000) declare readonly onStatements?: string;
  /** 超过办案期限的理由；Why it is made after its time limit. */
  @Optional() @TextOrBlank(1000) declare readonly lateReason?: string;
  /** 重新作出同样决定所依据的新的事实、理由；Made anew and yet the same: on which other facts and reasons. */
  @Optional() @TextOrBlank(2000) declare readonly redo?: string;
}
