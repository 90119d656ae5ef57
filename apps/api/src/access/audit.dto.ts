import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPersonId } from '../http/dto/is-person-id.js';
import { Optional } from '../http/dto/optional.js';
import { ShapedText } from '../http/dto/shaped-text.js';
import { PageDto } from '../queries/page.dto.js';

/** Which part of the log of access. */
export class AuditDto extends PageDto {
  /** 某一人员的。Of one person. */
  @Optional() @IsPersonId() declare readonly person?: string;
  /** 自此日起（含）。From this day on. */
  @Optional() @IsLocalDate() declare readonly from?: string;
  /** 至此日止（含）。Up to and including this day. */
  @Optional() @IsLocalDate() declare readonly to?: string;
}

/** Of which day. */
export class ReadersDto {
  /** 该日。The day. */
  @IsLocalDate() declare readonly on: string;
}

/** Which part of what was read, or refused. */
export class AuditOfRecordsDto extends AuditDto {
  /** 案件、其他记录、文件、人员或者机关的编号。Id of a case or other record, a file, a person or an agency. */
  @Optional()
  @ShapedText(/^[0-9a-f-]{36,64}$/, '须为编号；an id', 64)
  declare readonly record?: string;
}
