import { IsUuid } from '../http/dto/is-uuid.js';
import { Optional } from '../http/dto/optional.js';
import { PurposeDto } from '../queries/case-view.dto.js';

/** By what a file is reached. */
export class FileDto extends PurposeDto {
  /** 举报人的材料：本人已查看其举报人身份的案件编号；Of a letter of the reporter: the case in which you have looked at who reported. */
  @Optional()
  @IsUuid('须为本人已查看举报人身份的案件；a case in which you have looked at who reported')
  declare readonly look?: string;
}
