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

/** Which part of what has an outcome. */
export class AuditOfOutcomesDto extends AuditDto {
  /** 结果：登录的结果；拒绝的状态码（401、403、404）或者所依条款的编号；文件中发现的恶意代码。How it ended: of a sign-in what is said of it, of a refusal its status or the id of a provision, of a file what was found in it. */
  @Optional()
  @ShapedText(/^[\x21-\x7e]{1,200}$/, '须为清单所示的结果；an outcome as the list shows it', 200)
  declare readonly outcome?: string;
}

/** Of which day. */
export class ReadersDto {
  /** 该日。The day. */
  @IsLocalDate() declare readonly on: string;
}

/** Which part of what was read, or refused. */
export class AuditOfRecordsDto extends AuditOfOutcomesDto {
  /** 案件、其他记录、文件、人员或者机关的编号。Id of a case or other record, a file, a person or an agency. */
  @Optional()
  @ShapedText(/^[0-9a-f-]{36,64}$/, '须为编号；an id', 64)
  declare readonly record?: string;
  /** 操作：接口或者行为的名称，例如 case/view、decision/decide。By which operation of the API, or which act, such as case/view or decision/decide. */
  @Optional()
  @ShapedText(/^[a-z][a-z/-]{2,80}$/, '须为操作的名称；the name of an operation', 81)
  declare readonly operation?: string;
}
