import {
  notFilingGrounds,
  type Affirmed,
  type CheckExtensionTerms,
  type FilingCondition,
  type NotFilingGround,
  type NotFilingTerms,
  type ReceiveLead,
  type Reporter,
  type RequestFiling,
} from '@anjuan/case';
import { AreBases, type BasisDto } from '../http/dto/basis.dto.js';
import { AreEntryNumbers } from '../http/dto/is-entry-number.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { ArePersonIds } from '../http/dto/is-person-id.js';
import { MarksDto } from '../http/dto/marks.dto.js';
import { Nested } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import { PartyDto } from '../http/dto/party.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 实名举报人；Who reported under their own name. */
export class ReporterDto implements Reporter {
  /** 姓名；The name. */
  @Text(100) declare readonly name: string;
  /** 电话；The telephone. */
  @Optional() @Text(50) declare readonly phone?: string;
}

/** 登记案源；A lead is received: opens a case. */
export class ReceiveLeadDto extends OutsideDto implements ReceiveLead {
  /** 案源；Where it came from. */
  @Text(200) declare readonly source: string;
  /** 摘要；What it says. */
  @Text(2000) declare readonly summary: string;
  /** 实名举报人；Who reported under their own name. */
  @Optional() @Nested(() => ReporterDto) declare readonly reporter?: ReporterDto;
  /** 移送案件的机关；The agency that transferred the case here. */
  @Optional() @Text(200) declare readonly transferredFrom?: string;
}

/** 违法行为的起止；Start and end of the act that is punished. */
export class ActDatesDto {
  /** 开始；The first day. */
  @IsLocalDate() declare readonly from: string;
  /** 终了；The last day. */
  @IsLocalDate() declare readonly to: string;
}

/** 对一项立案条件的确认；One condition of filing, affirmed. */
export class AffirmedDto implements Affirmed {
  /** 确认；Affirmed. */
  @YesOrNo() declare readonly affirmed: boolean;
  /** 所依据的案卷记录；Entries it rests on. */
  @AreEntryNumbers(200) declare readonly evidence: number[];
  /** 备注；A note. */
  @Optional() @TextOrBlank(1000) declare readonly note?: string;
}

/** 立案条件；The four conditions of filing (SAMR-P 19). */
export class FilingConditionsDto implements Record<FilingCondition, Affirmed> {
  /** 有证据初步证明存在违法行为；Evidence of a breach. */
  @Nested(() => AffirmedDto) declare readonly 'breach-evidenced': AffirmedDto;
  /** 依法应当给予行政处罚；A penalty is due. */
  @Nested(() => AffirmedDto) declare readonly 'penalty-due': AffirmedDto;
  /** 属于本机关管辖；Our jurisdiction. */
  @Nested(() => AffirmedDto) declare readonly 'our-jurisdiction': AffirmedDto;
  /** 在处罚时效内；Within the limitation period. */
  @Nested(() => AffirmedDto) declare readonly 'within-limitation': AffirmedDto;
}

/** 申请立案；The case is put before a leader to be filed. */
export class RequestFilingDto implements RequestFiling {
  /** 案由；What the case is about. */
  @Text(500) declare readonly cause: string;
  /** 当事人；The party. */
  @Nested(() => PartyDto) declare readonly party: PartyDto;
  /** 依据；The law it rests on. */
  @AreBases() declare readonly basis: BasisDto[];
  /** 办案人员；The officers who handle it. */
  @ArePersonIds(20) declare readonly handlers: string[];
  /** 违法行为的起止；Start and end of the act that is punished. */
  @Nested(() => ActDatesDto) declare readonly act: ActDatesDto;
  /** 发现日期；The day it was discovered. */
  @IsLocalDate() declare readonly discoveredOn: string;
  /** 立案条件；The four conditions of filing. */
  @Nested(() => FilingConditionsDto) declare readonly conditions: FilingConditionsDto;
  /** 涉及公民生命健康安全、金融安全且有危害后果；Life, health or financial safety, with harm done. */
  @Optional() @YesOrNo() declare readonly endangersLifeOrProperty?: boolean;
  /** 重大情形；What makes the case major. */
  @Optional() @Nested(() => MarksDto) declare readonly marks?: MarksDto;
}

/** 申请不予立案；That the lead is not filed is put before a leader. */
export class RequestNotFilingDto implements NotFilingTerms {
  /** 不予立案的情形；The ground (SAMR-P 20). */
  @Word(notFilingGrounds) declare readonly ground: NotFilingGround;
  /** 理由；The reason. */
  @Text(1000) declare readonly reason: string;
}

/** 申请延长核查期限；More time to check the lead is put before a leader. */
export class RequestCheckExtensionDto implements CheckExtensionTerms {
  /** 特殊情况；The special circumstances. */
  @Text(1000) declare readonly reason: string;
}
