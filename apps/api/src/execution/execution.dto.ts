import {
  disposalManners,
  laterPayments,
  paymentChannels,
  paymentPurposes,
  type ApplyForInstalments,
  type ApproveDeferral,
  type ApproveInstalments,
  type DisposalManner,
  type DisposeOfGoods,
  type Instalment,
  type MakeAgreement,
  type PaymentChannel,
  type PaymentPurpose,
  type RecordPayment,
  type RefuseInstalments,
} from '@anjuan/case';
import { OutsideByOfficersDto } from '../http/dto/by-officers.dto.js';
import { IsFen } from '../http/dto/is-fen.js';
import { IsLocalDate } from '../http/dto/is-local-date.js';
import { IsPaper } from '../http/dto/is-paper.js';
import { ListOf } from '../http/dto/nested.js';
import { Optional } from '../http/dto/optional.js';
import { OutsideDto } from '../http/dto/outside.dto.js';
import type { PaperDto } from '../http/dto/paper.dto.js';
import { TextOrBlank } from '../http/dto/text.js';
import { Word } from '../http/dto/word.js';

/** 缴款；A payment to the bank. */
export class RecordPaymentDto extends OutsideDto implements RecordPayment {
  /** 金额（分）；The amount, in fen. */
  @IsFen() declare readonly fen: number;
  /** 罚款、违法所得、加处罚款；Fine, illegal gains, surcharge. */
  @Word(paymentPurposes) declare readonly for: PaymentPurpose;
  /** 银行、电子支付系统；Bank, electronic payment. */
  @Word(paymentChannels) declare readonly channel: PaymentChannel;
  /** 缴款凭证；The receipt. */
  @IsPaper() declare readonly receipt: PaperDto;
}

/** 申请分期缴款；The party applies to pay by instalments. */
export class ApplyForInstalmentsDto extends OutsideDto implements ApplyForInstalments {
  /** 分期、延期；By instalments, or later (absent: by instalments). */
  @Optional() @Word(laterPayments) declare readonly kind?: (typeof laterPayments)[number];
  /** 理由；The reason. */
  @TextOrBlank(2000) declare readonly reason: string;
  /** 书面申请；The written application. */
  @IsPaper() declare readonly application: PaperDto;
}

/** 一期；One instalment. */
export class InstalmentDto implements Instalment {
  /** 到期日；The day it is due. */
  @IsLocalDate() declare readonly due: string;
  /** 金额（分）；The amount, in fen. */
  @IsFen() declare readonly fen: number;
}

/** 批准分期缴款；A plan of instalments is approved. */
export class ApproveInstalmentsDto implements ApproveInstalments {
  /** 分期计划；The plan. */
  @ListOf(() => InstalmentDto, 120) declare readonly plan: InstalmentDto[];
}

/** 批准暂缓缴款；The whole rest is due later. */
export class ApproveDeferralDto implements ApproveDeferral {
  /** 暂缓的期限；The day until which payment is deferred. */
  @IsLocalDate() declare readonly until: string;
}

/** 执行协议；An agreement with the party (ACL 42). */
export class MakeAgreementDto extends ApproveInstalmentsDto implements MakeAgreement {
  /** 减免的加处罚款（分）；What is waived of the surcharge, in fen; 0 for nothing. */
  @IsFen() declare readonly waived: number;
  /** 当事人采取的补救措施；The remedial measures the party has taken. */
  @Optional() @TextOrBlank(1000) declare readonly remedied?: string;
  /** 执行协议；The agreement. */
  @IsPaper() declare readonly agreement: PaperDto;
}

/** 不同意分期缴款；Instalments are refused. */
export class RefuseInstalmentsDto implements RefuseInstalments {
  /** 理由；The reason. */
  @TextOrBlank(1000) declare readonly reason: string;
}

/** 处置没收物品；What became of the confiscated goods. */
export class DisposeOfGoodsDto extends OutsideByOfficersDto implements DisposeOfGoods {
  /** 销毁、拍卖、移交；Destroyed, auctioned, handed over. */
  @Word(disposalManners) declare readonly manner: DisposalManner;
  /** 处理记录；The record. */
  @IsPaper() declare readonly record: PaperDto;
}
