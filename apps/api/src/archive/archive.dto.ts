import type { ArchiveCase } from '@anjuan/case';
import { Optional } from '../http/dto/optional.js';
import { TextOrBlank } from '../http/dto/text.js';

/** 归档；The file is archived. */
export class ArchiveCaseDto implements ArchiveCase {
  /** 备注；A note. */
  @Optional() @TextOrBlank(1000) declare readonly note?: string;
}
