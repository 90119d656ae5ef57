import type { Educate } from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsPaper } from '../http/dto/is-paper.js';
import type { PaperDto } from '../http/dto/paper.dto.js';

/** 教育；A party that is not punished is educated. */
export class EducateDto extends OutsideByOfficersDto implements Educate {
  /** 教育笔录；The record. */
  @IsPaper() declare readonly record: PaperDto;
}
