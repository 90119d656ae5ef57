import { IsPaper } from '../http/dto/is-paper.js';
import { AreUuids } from '../http/dto/are-uuids.js';
import { Optional } from '../http/dto/optional.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text } from '../http/dto/text.js';

const mostCases = 200;
/** As many as one act names (initiation/name-handlers). */
export const mostHandlers = 20;

/** 成批移交案件：由接办人员接替该人员；Who handles the cases listed in the place of the person. */
export class HandOverDto {
  /** 移交的案件；The cases, as `GET /v1/people/{person}/duties` lists them. */
  @AreUuids(mostCases) cases!: string[];
  /** 接办人员；Who handles them from now on, with those who handle them already. */
  @AreUuids(mostHandlers) to!: string[];
  /** 理由：调离、离职等；The reason. */
  @Text(1000) reason!: string;
  /** 更换办案人员的文书；The paper that names them. */
  @Optional() @IsPaper() paper?: PaperDto;
  /** 机关负责人跨机构调整人员的书面决定；The written order of a leader, where officers of another unit come or go. */
  @Optional() @IsPaper() order?: PaperDto;
}
