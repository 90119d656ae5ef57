import type { RecordAssistance, RecordDelay, RequestAssistance } from '@anjuan/case';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';

/** 发出协助调查函；A letter asks another agency for assistance. */
export class RequestAssistanceDto extends OutsideDto implements RequestAssistance {
  /** 协助机关；The agency that is asked. */
  @TextOrBlank(200) declare readonly agency: string;
  /** 协助事项；What it is asked for. */
  @TextOrBlank(2000) declare readonly what: string;
  /** 协助调查函；The letter. */
  @IsPaper() declare readonly letter: PaperDto;
  /** 对方收到之日；Day the other agency received it, where it is known. */
  @Optional() @IsLocalDate() declare readonly receivedOn?: string;
}

/** 登记协助调查复函；The answer. */
export class RecordAssistanceDto extends OutsideDto implements RecordAssistance {
  /** 协助调查函的记录编号；Entry number of the request. */
  @IsEntryNumber() declare readonly request: number;
  /** 复函；The paper that came. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 登记协助调查延期告知；The other agency needs longer. */
export class RecordDelayDto extends RecordAssistanceDto implements RecordDelay {
  /** 延期至；Until when. */
  @IsLocalDate() declare readonly until: string;
}
