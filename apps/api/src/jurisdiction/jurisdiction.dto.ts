import {
  receivers,
  settlements,
  type RecordDispute,
  type RecordSettlement,
  type ReportToSuperior,
  type SendCase,
  type TransferTerms,
} from '@anjuan/case';
import { ArePapers, IsPaper } from '../http/dto/is-paper.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { Text, TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';
import { YesOrNo } from '../http/dto/yes-or-no.js';

/** 管辖争议；A dispute on jurisdiction. */
export class RecordDisputeDto extends OutsideDto implements RecordDispute {
  /** 争议的另一方机关；The other agency. */
  @TextOrBlank(200) declare readonly agency: string;
  /** 争议事项和理由；What is disputed and why. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 报请指定管辖；The superior has received the report. */
export class ReportToSuperiorDto extends OutsideDto implements ReportToSuperior {
  /** 共同的上一级机关；The common superior. */
  @Text(200) declare readonly superior: string;
  /** 报请文书；The report. */
  @IsPaper() declare readonly letter: PaperDto;
}

/** 管辖争议处理结果；How the dispute was settled. */
export class RecordSettlementDto extends OutsideDto implements RecordSettlement {
  /** 协商一致、指定管辖；By talks, or by the superior. */
  @Word(settlements) declare readonly by: RecordSettlement['by'];
  /** 由本机关管辖；This agency keeps the case. */
  @YesOrNo() declare readonly ours: boolean;
  /** 确定管辖的机关；The agency that is competent. */
  @Text(200) declare readonly competent: string;
  /** 协商记录或者指定管辖通知书；The record of the talks, or the designation. */
  @IsPaper() declare readonly paper: PaperDto;
}

/** 申请移送其他机关；A transfer is put before a leader. */
export class RequestTransferDto implements TransferTerms {
  /** 市场监督管理部门、其他机关；To market supervision, or to another agency (SAMR-P 14, 17). */
  @Word(receivers) declare readonly to: TransferTerms['to'];
  /** 受移送机关；The receiving agency. */
  @TextOrBlank(200) declare readonly agency: string;
  /** 事实和理由；The facts and the reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 案件移送函及所附材料；The transfer letter and what goes with it. */
export class SendCaseDto extends OutsideDto implements SendCase {
  /** 案件移送函；The transfer letter. */
  @IsPaper() declare readonly letter: PaperDto;
  /** 所附材料；What goes with it. */
  @ArePapers() declare readonly enclosed: PaperDto[];
}
