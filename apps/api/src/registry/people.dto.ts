import { capacities, type Capacity } from '@anjuan/case';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { Optional } from '../http/dto/optional.js';
import { Word } from '../http/dto/word.js';
import { IsIdBefore, LengthDto } from '../queries/page.dto.js';

/** Which people of an agency, and as of which day. */
export class PeopleDto extends LengthDto {
  /** 上一页的 next；`next` of the page before. */
  @Optional() @IsIdBefore() declare readonly after?: string;
  /** 该日的身份和执法证，默认今日；Capacities and credentials of that day, today where none is given. */
  @Optional() @IsLocalDate() declare readonly on?: string;
  /** 仅限该日具有此身份的人员；Only those who hold it on that day. */
  @Optional() @Word(capacities) declare readonly capacity?: Capacity;
}
