import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPersonId } from '../http/dto/is-person-id.js';
import { Optional } from '../http/dto/optional.js';
import { Word } from '../http/dto/word.js';
import { YesOrNoWord } from '../http/dto/yes-or-no-word.js';
import { PageDto } from './page.dto.js';

/** Which of the running clocks are asked for. */
export class RunningClocksDto extends PageDto {
  /** own（默认）：本人承办或等待本人办理的；agency：本机关全部。What one handles or what waits on one, or all of the agency. */
  @Optional() @Word(['own', 'agency']) declare readonly scope?: 'own' | 'agency';
  /** 仅限 agency：某一办案人员的期限。With `agency`: the clocks of one person's cases. */
  @Optional() @IsPersonId() declare readonly person?: string;
  /** true：已逾期；false：未逾期。Overdue today, or not. */
  @Optional() @YesOrNoWord() declare readonly overdue?: boolean;
  /** 此日之前到期。Due before this day. */
  @Optional() @IsLocalDate() declare readonly dueBefore?: string;
  /** 逾期后果：自动失效、关口、提示。What a missed clock does. */
  @Optional() @Word(['lapse', 'gate', 'alarm']) declare readonly consequence?: 'lapse' | 'gate' | 'alarm';
}
