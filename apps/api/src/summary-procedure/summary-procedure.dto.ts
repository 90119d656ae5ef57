import {
  remoteAreas,
  type CollectFine,
  type DecideOnTheSpot,
  type HandInFile,
  type HandInMoney,
  type RemoteArea,
} from '@anjuan/case';
import { AreBases, type BasisDto } from '../http/dto/basis.dto.js';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { PartyDto } from '../http/dto/party.dto.js';
import { ArePenalties, type PenaltyDto } from '../http/dto/penalty.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 当场作出处罚决定；A penalty on the spot: opens a case. */
export class DecideOnTheSpotDto extends OutsideByOfficersDto implements DecideOnTheSpot {
  /** 文号，不填即由程序编号；Number of the document; allotted when it is left out. */
  @Optional() @Text(100) declare readonly number?: string;
  /** 案由；What the case is about. */
  @Text(500) declare readonly cause: string;
  /** 当事人；The party. */
  @Nested(() => PartyDto) declare readonly party: PartyDto;
  /** 依据；The law applied. */
  @AreBases() declare readonly basis: BasisDto[];
  /** 违法事实；The facts. */
  @Text(5000) declare readonly facts: string;
  /** 地点；The place. */
  @Text(500) declare readonly place: string;
  /** 处罚；The penalties. */
  @ArePenalties() declare readonly penalties: PenaltyDto[];
  /** 已出示执法证件；Credentials were shown. */
  @YesOrNo() declare readonly credentialShown: boolean;
  /** 已告知事实、理由、依据和权利；Facts, reasons, basis and rights were told. */
  @YesOrNo() declare readonly rightsTold: boolean;
  /** 陈述、申辩或者无异议；What the party said, or that nothing was said. */
  @TextOrBlank(5000) declare readonly statement: string;
  /** 已告知的救济途径；The remedies told. */
  @TextOrBlank(1000) declare readonly remedyTold: string;
}

/** 当场收缴罚款；The fine is collected on the spot. */
export class CollectFineDto extends OutsideDto implements CollectFine {
  /** 金额（分）；The amount, in fen. */
  @IsFen() declare readonly fen: number;
  /** 罚款票据号；Number of the receipt. */
  @TextOrBlank(100) declare readonly receipt: string;
  /** 事后难以执行的情况；Why it would be hard to enforce later. */
  @Optional() @TextOrBlank(1000) declare readonly hardToEnforceLater?: string;
  /** 边远、水上、交通不便地区；Where going to a bank is hard (APL 69). */
  @Optional() @Word(remoteAreas) declare readonly remoteArea?: RemoteArea;
  /** 当事人提出当场缴纳的材料；What the party asked. */
  @Optional() @IsPaper() declare readonly request?: PaperDto;
}

/** 罚款交至行政机关；The officer hands the money to the agency. */
export class HandInMoneyDto extends OutsideDto implements HandInMoney {
  /** 水上收缴的抵岸日期；The day of the landing, of what was collected on water. */
  @Optional() @IsLocalDate() declare readonly landedOn?: string;
}

/** 罚款缴付银行；The agency pays the money in at the bank. */
export class BankMoneyDto extends OutsideDto {}

/** 简易程序案卷交存；The file is handed in. */
export class HandInFileDto implements HandInFile {
  /** 备注；A note. */
  @Optional() @TextOrBlank(1000) declare readonly note?: string;
}
