import {
  criminalOutcomes,
  policeAnswers,
  reconsideredBy,
  type AskReconsideration,
  type DecideTransfer,
  type HandOverGoods,
  type ProposeTransfer,
  type RecordAnswer,
  type RecordOutcome,
  type RecordReconsideration,
  type SendTransfer,
} from '@anjuan/case';
import { ByOfficersDto } from '../http/dto/by-officers.dto.js';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 移送涉嫌犯罪案件的书面报告；Two officers report a suspected crime. */
export class ProposeTransferDto extends ByOfficersDto implements ProposeTransfer {
  /** 涉嫌罪名；The offence that is suspected. */
  @TextOrBlank(200) declare readonly offence: string;
  /** 书面报告；The report. */
  @IsPaper() declare readonly report: PaperDto;
}

/** 批准移送或者不批准移送；The principal decides. */
export class DecideTransferDto implements DecideTransfer {
  /** 批准移送；Approved. */
  @YesOrNo() declare readonly approved: boolean;
  /** 不予批准的理由；Why not. */
  @Optional() @TextOrBlank(2000) declare readonly reason?: string;
}

/** 移送书及所附材料；What is sent to the police. */
export class SendTransferDto extends OutsideDto implements SendTransfer {
  /** 涉嫌犯罪案件移送书；The transfer letter. */
  @IsPaper() declare readonly letter: PaperDto;
  /** 受移送的公安机关；The police. */
  @Text(200) declare readonly police: string;
  /** 调查报告、涉案物品清单、检验报告等；What goes with it. */
  @ArePapers() declare readonly enclosed: PaperDto[];
}

/** 公安机关立案或者不予立案；The police file the case or refuse it. */
export class RecordPoliceAnswerDto extends OutsideDto implements RecordAnswer {
  /** 立案、不予立案；Filed or refused. */
  @Word(policeAnswers) declare readonly answer: RecordAnswer['answer'];
  /** 通知书；Their notice. */
  @IsPaper() declare readonly paper: PaperDto;
  /** 不予立案的理由；Why they refuse. */
  @Optional() @TextOrBlank(2000) declare readonly reason?: string;
}

/** 移交涉案物品和材料；Goods and materials go to the police. */
export class HandOverGoodsDto extends OutsideDto implements HandOverGoods {
  /** 交接记录；The handover record. */
  @IsPaper() declare readonly record: PaperDto;
  /** 物品移送告知书；The written notice to the party. */
  @Optional() @IsPaper() declare readonly partyNotice?: PaperDto;
}

/** 刑事处理结果；How the criminal case ended. */
export class RecordCriminalOutcomeDto extends OutsideDto implements RecordOutcome {
  /** 不构成犯罪、判处罚金、未判处罚金；No crime, a criminal fine, punished without a fine. */
  @Word(criminalOutcomes) declare readonly outcome: RecordOutcome['outcome'];
  /** 文书；The paper that says so. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 提请公安机关复议、建议立案监督；The police, or the procuratorate, are asked (TRANS 9). */
export class AskReconsiderationDto extends OutsideDto implements AskReconsideration {
  /** 公安机关、人民检察院；Of the police, of the procuratorate. */
  @Word(reconsideredBy) declare readonly of: AskReconsideration['of'];
  /** 复议申请或者建议；The letter. */
  @IsPaper() declare readonly letter: PaperDto;
  /** 逾三日提请复议的理由；Why the police are asked after the three days. */
  @Optional() @TextOrBlank(1000) declare readonly whyLate?: string;
}

/** 复议或者监督结果；What came of it. */
export class RecordReconsiderationDto extends OutsideDto implements RecordReconsideration {
  /** 立案、不予立案；Filed or refused. */
  @Word(policeAnswers) declare readonly answer: RecordReconsideration['answer'];
  /** 通知书；Their notice. */
  @IsPaper() declare readonly paper: PaperDto;
}
