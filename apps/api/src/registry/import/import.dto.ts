import { Optional } from '../../http/dto/optional.js';
import { Text } from '../../http/dto/text.js';
import { YesOrNoWord } from '../../http/dto/yes-or-no-word.js';
import { IsIdBefore, LengthDto } from '../../queries/page.dto.js';

/** Whether the file is entered, or looked at alone. */
export class ImportDto {
  /** true：仅核对，不作登记；true: the file is checked and nothing is entered */
  @Optional() @YesOrNoWord() declare readonly dryRun?: boolean;
}

/** A page of the imports of an agency. */
export class ImportsDto extends LengthDto {
  /** 上一页的 next；`next` of the page before. */
  @Optional() @IsIdBefore() declare readonly after?: string;
}

/** 放弃尚未办结的导入；An import that has not come to its end is abandoned. */
export class AbandonDto {
  /** 理由；The reason. */
  @Text(200) reason!: string;
}
