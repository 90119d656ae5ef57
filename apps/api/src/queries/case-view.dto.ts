import { Decimal } from '../http/dto/decimal.js';
import { IsDayOrInstant } from '../http/dto/is-day-or-instant.js';
import { Optional } from '../http/dto/optional.js';
import { IsPurpose } from '../http/dto/is-purpose.js';

/** What a record is read for, by somebody who has no part in it. */
export class PurposeDto {
  /** 查阅目的：与案件无关的人员查看个人信息前须说明，并予记录；至少四个文字，不得只是重复。What it is read for: stated before personal data are shown to who has no part in the case, and recorded; at least four letters or characters, not the same over and over. */
  @Optional() @IsPurpose() declare readonly purpose?: string;
}

/** Of which party of several something is asked. */
export class PartyDto {
  /** 有共同当事人的，是哪一当事人：其立案或者追加的记录序号；不填的，为立案的当事人。In a case of several parties, which one: the entry of the filing, or of its joining; left out, that of the filing. */
  @Optional() @Decimal(0, 1_000_000) declare readonly party?: number;
}

/** As of when a case is shown. */
export class CaseViewDto extends PurposeDto {
  /** 有共同当事人的，是哪一当事人：其立案或者追加的记录序号；不填的，为全案。In a case of several parties, which one: the entry of the filing, or of its joining; left out, the whole. */
  @Optional() @Decimal(0, 1_000_000) declare readonly party?: number;
  /** 至第几条记录；Up to this entry. */
  @Optional() @Decimal(0, 1_000_000) declare readonly at?: number;
  /** 某日（至日终）或某时所知；What was known on a day, to its end, or at a moment. */
  @Optional() @IsDayOrInstant() declare readonly asOf?: string;
}
