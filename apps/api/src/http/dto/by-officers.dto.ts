import { IntersectionType } from '@nestjs/swagger';
import { ArePersonIds } from './is-person-id.js';
import { IsPaper } from './is-paper.js';
import { Optional } from './optional.js';
import { OutsideDto } from './outside.dto.js';
import type { PaperDto } from './paper.dto.js';

/** 执法人员共同实施的行为；An act of officers together. */
export class ByOfficersDto {
  /** 共同实施的执法人员；The officers who act together. */
  @ArePersonIds(20) declare readonly officers: string[];
  /** 载有全部签名的文书；The paper with all signatures. */
  @Optional() @IsPaper() declare readonly signedPaper?: PaperDto;
}

/** 执法人员在程序之外共同实施的行为；An act of officers, done outside the program. */
export class OutsideByOfficersDto extends IntersectionType(OutsideDto, ByOfficersDto) {}
