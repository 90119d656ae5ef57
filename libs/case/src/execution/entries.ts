/** What is entered in this step. */
import { blankText, day, entry, fen, list, optional, paper, word } from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { outsideByHandlersFields } from '../by-handlers.js';
import { goodsField } from '../goods/entries.js';
import { disposalManners, laterPayments, paymentChannels, paymentPurposes } from './words.js';
import { prefilled } from '../case-view.js';

export const recordPaymentSchema = entry('RecordPayment', '缴款；A payment to the bank.', {
  ...outsideFields,
  fen: fen('金额（分）；The amount, in fen.'),
  for: word(paymentPurposes, '罚款、违法所得、加处罚款；Fine, illegal gains, surcharge.', {
    title: '款项；Purpose',
  }),
  channel: word(paymentChannels, '银行、电子支付系统；Bank, electronic payment.', {
    title: '缴款渠道；Channel',
  }),
  receipt: paper('缴款凭证；The receipt.'),
});

export const applyForInstalmentsSchema = entry(
  'ApplyForInstalments',
  '申请分期缴款；The party applies to pay by instalments.',
  {
    ...outsideFields,
    kind: optional(
      word(laterPayments, '分期、延期；By instalments, or later (absent: by instalments).', {
        title: '方式；Manner',
      }),
    ),
    reason: blankText(2000, '理由；The reason.', { title: '理由；Reason' }),
    application: paper('书面申请；The written application.'),
  },
);

export const instalmentSchema = entry('Instalment', '一期；One instalment.', {
  due: day('到期日；The day it is due.'),
  fen: fen('金额（分）；The amount, in fen.'),
});

export const approveInstalmentsSchema = entry(
  'ApproveInstalments',
  '批准分期缴款；A plan of instalments is approved.',
  {
    plan: list(instalmentSchema, 120, '分期计划；The plan.'),
  },
);

export const approveDeferralSchema = entry('ApproveDeferral', '批准暂缓缴款；The whole rest is due later.', {
  until: day('暂缓的期限；The day until which payment is deferred.'),
});

export const requestAgreementSchema = entry(
  'RequestAgreement',
  '申请达成执行协议；An agreement is put before a leader (ACL 42).',
  {
    ...approveInstalmentsSchema.fields,
    waived: fen('减免的加处罚款（分）；What is waived of the surcharge, in fen; 0 for nothing.'),
    remedied: optional(blankText(1000, '当事人采取的补救措施；The remedial measures the party has taken.')),
  },
);

export const makeAgreementSchema = entry('MakeAgreement', '执行协议；An agreement with the party (ACL 42).', {
  plan: prefilled(requestAgreementSchema.fields.plan, '/file/approvals/-1/terms/plan'),
  waived: prefilled(requestAgreementSchema.fields.waived, '/file/approvals/-1/terms/waived'),
  remedied: optional(prefilled(requestAgreementSchema.fields.remedied, '/file/approvals/-1/terms/remedied')),
  agreement: paper('执行协议；The agreement.'),
});

export const refuseInstalmentsSchema = entry(
  'RefuseInstalments',
  '不同意分期缴款；Instalments are refused.',
  {
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const disposeOfGoodsSchema = entry(
  'DisposeOfGoods',
  '处置没收物品，不填物品即为尚未处置的全部；What became of the confiscated goods: of all that is left where none are named.',
  {
    ...outsideByHandlersFields,
    goods: goodsField,
    manner: word(disposalManners, '销毁、拍卖、移交、捐赠；Destroyed, auctioned, handed over, donated.', {
      title: '处置方式；Manner',
    }),
    fen: optional(fen('拍卖所得款项（分）；What the auction brought in, in fen.')),
    treasury: optional(paper('款项缴入国库的凭证；Receipt of the treasury for it.')),
    record: paper('处理记录；The record.'),
  },
);
