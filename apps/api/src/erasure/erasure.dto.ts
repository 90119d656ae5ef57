import { personalKinds, type AskErasure, type PersonalKind } from '@anjuan/case';
import { ArrayNotEmpty, ArrayUnique, IsIn } from 'class-validator';
import { TextOrBlank } from '../http/dto/text.js';

/** Whose personal data of a case are to be erased, and why. */
export class AskErasureDto implements AskErasure {
  /** 举报人、当事人、被询问人、证据提供人、见证人；reporter, party, person, provider, witness */
  @ArrayNotEmpty() @ArrayUnique() @IsIn(personalKinds, { each: true }) kinds!: PersonalKind[];
  /** 依据和理由，例如本人申请、保管期满；the ground, such as a request of the person or the end of the retention period */
  @TextOrBlank(500) declare readonly ground: string;
}
