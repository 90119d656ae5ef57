/** What is entered in this step. */
import {
  blankLine,
  blankText,
  entry,
  entryNumber,
  media,
  one,
  optional,
  paper,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { linesField, partsField } from '../goods/entries.js';
import { preservationManners } from './words.js';

export const requestPreservationSchema = entry(
  'RequestPreservation',
  '申请先行登记保存；Evidence to be preserved is put before a leader.',
  {
    items: text(2000, '证据；The evidence.'),
    reason: blankText(1000, '可能灭失或者以后难以取得的理由；Why it may be lost or hard to get later.'),
  },
);

export const takePreservationSchema = entry(
  'TakePreservation',
  '实施先行登记保存；Evidence is preserved (SAMR-P 33, 34).',
  {
    ...outsideByHandlersFields,
    approval: optional(
      entryNumber(['ApprovalRequested'], '审批申请的记录序号；Entry number of the approved request.'),
    ),
    urgent: optional(one(requestPreservationSchema, '情况紧急当场实施；Taken at once in an emergency.')),
    listHandedOver: yesOrNo('已交付清单；The list was handed over.'),
    noticeHandedOver: yesOrNo('已交付通知书；The notice was handed over.'),
    list: paper('清单；The list.'),
    lines: linesField,
    partyPresent: optional(
      yesOrNo('当事人已经通知并到场；The party was told and came.', { title: '当事人到场；Party present' }),
    ),
    absence: optional(
      blankText(1000, '通知的情况和未到场的原因；How it was told, and why it did not come.', {
        title: '通知及未到场情况；Notice and absence',
      }),
    ),
    recordSigned: optional(yesOrNo('当事人已经在清单上签名；The party signed the list.')),
    refusalNoted: optional(blankText(1000, '拒绝签名的注明；How a refusal to sign is noted.')),
    witness: optional(blankLine(200, '见证人；Who witnessed it.', { personal: 'witness' })),
    media: optional(media('音像记录；Recordings.')),
  },
);

export const makeUpPreservationSchema = entry(
  'MakeUpPreservation',
  '补办批准；A leader approves afterwards, or disagrees.',
  {
    preservation: entryNumber(['EvidencePreserved'], '登记保存的记录序号；Entry number of the preservation.'),
    agreed: yesOrNo('同意；Agreed.'),
    reason: optional(blankText(1000, '不同意的理由；Why not.')),
  },
);

export const dealWithPreservationSchema = entry(
  'DealWithPreservation',
  '处理先行登记保存的证据；What is done with it in seven working days (SAMR-P 35).',
  {
    ...outsideByHandlersFields,
    preservation: entryNumber(['EvidencePreserved'], '登记保存的记录序号；Entry number of the preservation.'),
    parts: partsField,
    manner: word(
      preservationManners,
      '记录复制、送检、查封扣押、没收；Recorded, sent to a test, seized, confiscated.',
      { title: '处理方式；Manner' },
    ),
    what: blankText(2000, '处理情况；What was done.'),
  },
);

export const liftPreservationSchema = entry('LiftPreservation', '解除先行登记保存；It is lifted.', {
  preservation: entryNumber(['EvidencePreserved'], '登记保存的记录序号；Entry number of the preservation.'),
  parts: partsField,
  reason: blankText(1000, '理由；Why.', { title: '理由；Reason' }),
});
