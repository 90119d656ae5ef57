import {
  evidenceKinds,
  exclusionGrounds,
  type AddEvidence,
  type CommissionTest,
  type EvidenceKind,
  type ExcludeEvidence,
  type ExclusionGround,
  type RecordInquiry,
  type RecordScene,
  type RecordTestResult,
  type TellTestResult,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsDays } from '../http/dto/is-days.js';
import { IsEntryNumber } from '../http/dto/is-entry-number.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

const sceneKinds = ['现场笔录', '勘验笔录'] as const satisfies readonly RecordScene['kind'][];
const inquiryKinds = ['当事人的陈述', '证人证言'] as const satisfies readonly RecordInquiry['kind'][];

/** 现场检查、勘验；The record of a scene. */
export class RecordSceneDto extends OutsideByOfficersDto implements RecordScene {
  /** 种类；The kind. */
  @Word(sceneKinds) declare readonly kind: RecordScene['kind'];
  /** 检查、勘验情况；What was found. */
  @Text(5000) declare readonly what: string;
  /** 地点；The place. */
  @Text(500) declare readonly place: string;
  /** 已出示执法证件；Credentials were shown. */
  @YesOrNo() declare readonly credentialShown: boolean;
  /** 笔录；The record. */
  @IsPaper() declare readonly record: PaperDto;
  /** 音像记录；Recordings. */
  @Optional() @ArePapers() declare readonly media?: PaperDto[];
}

/** 询问；The record of an inquiry. */
export class RecordInquiryDto extends OutsideByOfficersDto implements RecordInquiry {
  /** 种类；The kind. */
  @Word(inquiryKinds) declare readonly kind: RecordInquiry['kind'];
  /** 被询问人；Who was asked. */
  @Text(100) declare readonly person: string;
  /** 笔录；The record. */
  @IsPaper() declare readonly record: PaperDto;
  /** 已出示执法证件；Credentials were shown. */
  @Optional() @YesOrNo() declare readonly credentialShown?: boolean;
}

/** 收集证据；A piece of evidence. */
export class AddEvidenceDto extends OutsideByOfficersDto implements AddEvidence {
  /** 证据种类；Its kind (APL 46(1)). */
  @Word(evidenceKinds) declare readonly kind: EvidenceKind;
  /** 内容；What it is. */
  @Text(2000) declare readonly what: string;
  /** 提供人；Who provided it. */
  @TextOrBlank(200) declare readonly provider: string;
  /** 证据材料；The papers. */
  @ArePapers() declare readonly papers: PaperDto[];
}

/** 委托检测、检验、检疫、鉴定；A test is commissioned. */
export class CommissionTestDto extends OutsideDto implements CommissionTest {
  /** 受委托的机构；The body that tests. */
  @Text(200) declare readonly body: string;
  /** 期间（日）；Its period in days. */
  @IsDays() declare readonly periodDays: number;
  /** 期间已书面告知当事人；The party was told the period in writing. */
  @YesOrNo() declare readonly toldInWriting: boolean;
  /** 文书；The paper. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 登记检测、检验、检疫、鉴定结果；The result of a test. */
export class RecordTestResultDto extends OutsideDto implements RecordTestResult {
  /** 委托的记录编号；Entry number of the commission. */
  @IsEntryNumber() declare readonly test: number;
  /** 证据种类；Its kind as evidence. */
  @Word(evidenceKinds) declare readonly kind: EvidenceKind;
  /** 内容；What it is. */
  @Text(2000) declare readonly what: string;
  /** 报告；The report. */
  @IsPaper() declare readonly report: PaperDto;
}

/** 告知当事人检测、检验、检疫、鉴定结果；The party is told the result. */
export class TellTestResultDto extends OutsideDto implements TellTestResult {
  /** 委托的记录编号；Entry number of the commission. */
  @IsEntryNumber() declare readonly test: number;
  /** 文书；The paper. */
  @Optional() @IsPaper() declare readonly paper?: PaperDto;
}

/** 排除证据；A piece of evidence is excluded: it stays in the file, no fact rests on it. */
export class ExcludeEvidenceDto implements ExcludeEvidence {
  /** 证据的记录编号；Entry number of the piece. */
  @IsEntryNumber() declare readonly piece: number;
  /** 非法取得、未经查证属实；Illegally obtained, not verified (APL 46). */
  @Word(exclusionGrounds) declare readonly ground: ExclusionGround;
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}
