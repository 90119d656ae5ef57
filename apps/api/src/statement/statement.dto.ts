import type { RecheckStatement, RecordStatement, WaiveStatement } from '@anjuan/case';
import { ByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

const results = [
  'adopted',
  'partly-adopted',
  'not-adopted',
] as const satisfies readonly RecheckStatement['result'][];

/** 记录陈述、申辩；What the party said. */
export class RecordStatementDto extends OutsideDto implements RecordStatement {
  /** 陈述、申辩的内容；What was said. */
  @Text(5000) declare readonly what: string;
  /** 文书；The paper. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 放弃陈述、申辩和听证；The party gives up being heard, in writing. */
export class WaiveStatementDto extends OutsideDto implements WaiveStatement {
  /** 书面声明；The written waiver. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 复核陈述、申辩；What the party brought forward is re-checked. */
export class RecheckStatementDto extends ByOfficersDto implements RecheckStatement {
  /** 采纳、部分采纳、不采纳；Adopted, partly, not. */
  @Word(results) declare readonly result: RecheckStatement['result'];
  /** 理由；The reason. */
  @TextOrBlank(5000) declare readonly reason: string;
}
