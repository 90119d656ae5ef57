import { Optional } from '../../http/dto/optional.js';
import { YesOrNoWord } from '../../http/dto/yes-or-no-word.js';

/** Whether the file is entered, or looked at alone. */
export class ImportDto {
  /** true：仅核对，不作登记；true: the file is checked and nothing is entered */
  @Optional() @YesOrNoWord() declare readonly dryRun?: boolean;
}
