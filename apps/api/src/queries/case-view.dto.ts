import { Decimal } from '../http/dto/decimal.js';
import { IsDayOrInstant } from '../http/dto/is-day-or-instant.js';
import { Optional } from '../http/dto/optional.js';

/** As of when a case is shown. */
export class CaseViewDto {
  /** 至第几条记录；Up to this entry. */
  @Optional() @Decimal(0, 1_000_000) declare readonly at?: number;
  /** 某日（至日终）或某时所知；What was known on a day, to its end, or at a moment. */
  @Optional() @IsDayOrInstant() declare readonly asOf?: string;
}
