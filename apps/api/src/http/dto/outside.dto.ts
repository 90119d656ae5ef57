import { IsInstant } from './is-instant.js';
import { Optional } from './optional.js';
import { TextOrBlank } from './text.js';

/** 在程序之外发生的行为；An act done outside the program. */
export class OutsideDto {
  /** 发生的时刻，不填即为现在；When it happened; now when it is left out. */
  @Optional() @IsInstant() declare readonly occurredAt?: string;
  /** 补录理由；Why it is entered late. */
  @Optional() @TextOrBlank(1000) declare readonly lateReason?: string;
}
