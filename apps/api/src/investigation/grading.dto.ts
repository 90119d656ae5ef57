import { mitigationGrounds, type Grading, type MitigationGround } from '@anjuan/case';
import { discretionGrades, type DiscretionGrade, type FineRange } from '@anjuan/law';
import { IsFen } from '../http/dto/is-fen.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text } from '../http/dto/text.js';
import { Word, Words } from '../http/dto/word.js';

/** 法定罚款幅度；What the article provides for the fine. */
export class FineRangeDto implements FineRange {
  /** 下限（分）；有倍数基数的，为百分之一倍；The lower end, in fen, or in hundredths of multiples. */
  @IsFen() declare readonly min: number;
  /** 上限；The upper end. */
  @IsFen() declare readonly max: number;
  /** 倍数的基数（分）；What the multiples are of, in fen. */
  @Optional() @IsFen() declare readonly timesFen?: number;
}

/** 不在所选档次之内；Outside the range of the grade. */
export class DepartureDto {
  /** 理由；Why. */
  @Text(2000) declare readonly reason: string;
  /** 上级机关的批准；The superior's approval. */
  @Optional() @IsPaper() declare readonly approval?: PaperDto;
}

/** 裁量档次；How the fine was measured. */
export class GradingDto implements Grading {
  /** 档次；The grade. */
  @Word(discretionGrades) declare readonly grade: DiscretionGrade;
  /** 法定幅度；The range of the law. */
  @Nested(() => FineRangeDto) declare readonly range: FineRangeDto;
  /** 从轻、减轻情节；Grounds for a lighter penalty. */
  @Words(mitigationGrounds) declare readonly grounds: MitigationGround[];
  /** 调整适用；A departure from the benchmark. */
  @Optional() @Nested(() => DepartureDto) declare readonly departure?: DepartureDto;
}
