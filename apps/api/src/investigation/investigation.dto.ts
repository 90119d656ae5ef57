import type { ConcludeInvestigation } from '@anjuan/case';
import { AreBases, type BasisDto } from '../http/dto/basis.dto.js';
import { ByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { MarksDto } from '../http/dto/marks.dto.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { IsOutcome, type OutcomeDto } from '../http/dto/outcome.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { GradingDto } from './grading.dto.js';

/** 调查终结；The end of the investigation. */
export class ConcludeInvestigationDto extends ByOfficersDto implements ConcludeInvestigation {
  /** 查明的事实；The facts that were found. */
  @Text(5000) declare readonly facts: string;
  /** 依据；The law applied. */
  @AreBases() declare readonly basis: BasisDto[];
  /** 处理建议；What is proposed. */
  @IsOutcome() declare readonly proposal: OutcomeDto;
  /** 裁量理由；Reasons of the discretion used. */
  @Optional() @TextOrBlank(2000) declare readonly discretion?: string;
  /** 裁量基准；The benchmark. */
  @Optional() @TextOrBlank(500) declare readonly benchmark?: string;
  /** 裁量档次；How the fine was measured. */
  @Optional() @Nested(() => GradingDto) declare readonly grading?: GradingDto;
  /** 货值金额（分）；Value of the goods, in fen. */
  @Optional() @IsFen() declare readonly goodsValueFen?: number;
  /** 违法所得（分）；Illegal gains, in fen. */
  @Optional() @IsFen() declare readonly illegalGainsFen?: number;
  /** 重大情形；What makes the case major. */
  @Optional() @Nested(() => MarksDto) declare readonly marks?: MarksDto;
  /** 调查终结报告；The final report. */
  @IsPaper() declare readonly report: PaperDto;
}
