/** What is entered in this step. */
import {
  blankLine,
  blankText,
  day,
  days,
  entry,
  entryNumber,
  fen,
  media,
  one,
  optional,
  paper,
  papers,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideByHandlersFields } from '../by-handlers.js';
import { linesField, partsField } from '../goods/entries.js';
import { basisSchema } from '../initiation/parts.js';
import { servedPaperField, serviceFields } from '../service/entries.js';
import { earlyDisposalGrounds, earlyDisposalManners } from './words.js';

export const announcementSchema = entry(
  'Announcement',
  '权利人不明确的公告；The notice where nobody is known to hold the right.',
  {
    notice: paper('先行处置物品公告；The notice.'),
    until: day('公告期满之日；Its last day.'),
  },
);

export const requestEarlyDisposalSchema = entry(
  'RequestEarlyDisposal',
  '申请先行处置；The early disposal of seized goods is put before a leader.',
  {
    seizure: entryNumber(
      ['ItemsSeized', 'ItemsSeizedUrgently'],
      '查封、扣押的记录编号；Entry number of the seizure.',
    ),
    what: blankText(2000, '先行处置的物品；The goods that cannot be kept.'),
    parts: partsField,
    ground: word(earlyDisposalGrounds, '情形；Why they cannot be kept (SAMR-P 41(3)).'),
    consent: optional(
      paper('权利人的书面同意或者申请；Written consent or application of whoever holds the right.'),
    ),
    announced: optional(one(announcementSchema, '权利人不明确的公告；The notice where nobody is known.')),
    evidence: papers('留存的证据；What is kept of the goods as evidence.'),
  },
);

export const disposeEarlySchema = entry('DisposeEarly', '先行处置物品；The goods are disposed of.', {
  ...outsideByHandlersFields,
  approval: entryNumber(['ApprovalRequested'], '审批申请的记录编号；Entry number of the approved request.'),
  manner: word(earlyDisposalManners, '处置方式；How.', { title: '处置方式；Manner' }),
  fen: fen('所得款项（分）；What it brought in, in fen.'),
  record: paper('涉案物品处理记录；The record of it.'),
});

export const requestSeizureSchema = entry(
  'RequestSeizure',
  '申请查封、扣押；A seizure is put before a leader.',
  {
    items: text(2000, '场所、设施、财物；What is to be sealed or seized.', { title: '查封扣押物；Items' }),
    basis: one(basisSchema, '依据；The law that allows it.'),
    days: days('期限（日）；Its term in days.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const onTheSpotSchema = entry('OnTheSpot', '查封、扣押现场；The checklist of ACL 18 and 24.', {
  ...outsideByHandlersFields,
  credentialShown: yesOrNo('已出示执法证件；Credentials were shown.'),
  rightsTold: yesOrNo('已告知理由、依据和权利；Reasons, basis and rights were told.', {
    title: '已告知权利；Rights told',
  }),
  statementHeard: yesOrNo('已听取陈述和申辩；The party was heard.'),
  decisionHandedOver: yesOrNo('已交付决定书；The decision was handed over.'),
  listHandedOver: yesOrNo('已交付清单；The list was handed over.'),
  media: media('全程音像记录；Full audio-video record.'),
  lines: linesField,
  partyPresent: optional(
    yesOrNo('当事人已经通知并到场；The party was told and came.', { title: '当事人到场；Party present' }),
  ),
  absence: optional(
    blankText(1000, '通知的情况和未到场的原因；How it was told, and why it did not come.', {
      title: '通知及未到场情况；Notice and absence',
    }),
  ),
  sceneRecord: optional(paper('现场笔录；The scene record.')),
  list: optional(paper("本机关保存的清单；The agency's copy of the list.")),
  recordSigned: optional(yesOrNo('当事人已经在笔录上签名；The party signed the record.')),
  refusalNoted: optional(blankText(1000, '拒绝签名的注明；How a refusal to sign is noted.')),
  witness: optional(
    blankLine(200, "见证人；The witness who signed in the party's place.", { personal: 'witness' }),
  ),
});

export const seizeSchema = entry('Seize', '实施查封、扣押；Sealed or seized under an approval.', {
  ...onTheSpotSchema.fields,
  approval: entryNumber(['ApprovalRequested'], '审批申请的记录编号；Entry number of the approved request.'),
});

export const seizeUrgentlySchema = entry(
  'SeizeUrgently',
  '当场查封、扣押；Sealed or seized at once (ACL 19).',
  {
    ...onTheSpotSchema.fields,
    items: text(2000, '场所、设施、财物；What is sealed or seized.', { title: '查封扣押物；Items' }),
    basis: one(basisSchema, '依据；The law that allows it.'),
    days: days('期限（日）；Its term in days.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
    urgency: blankText(1000, '紧急情况；Why it could not wait for an approval.'),
  },
);

export const serveSeizurePapersSchema = entry(
  'ServeSeizurePapers',
  '送达查封、扣押决定书和清单；Decision and list are served on a party that was not there (ACL 24(1)).',
  {
    ...outsideByHandlersFields,
    seizure: entryNumber(
      ['ItemsSeized', 'ItemsSeizedUrgently'],
      '查封、扣押的记录编号；Entry number of the seizure.',
    ),
    ...serviceFields,
    paper: servedPaperField,
  },
);

export const makeUpSeizureSchema = entry(
  'MakeUpSeizure',
  '补办批准；A leader approves afterwards, or disagrees.',
  {
    seizure: entryNumber(
      ['ItemsSeized', 'ItemsSeizedUrgently'],
      '查封、扣押的记录编号；Entry number of the seizure.',
    ),
    agreed: yesOrNo('同意；Agreed.'),
    reason: optional(blankText(1000, '不同意的理由；Why not.')),
  },
);

export const requestExtensionSchema = entry(
  'RequestExtension',
  '申请延长查封、扣押期限；A longer term is put before a leader.',
  {
    seizure: entryNumber(
      ['ItemsSeized', 'ItemsSeizedUrgently'],
      '查封、扣押的记录编号；Entry number of the seizure.',
    ),
    days: days('延长（日）；How many days longer.'),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const liftSeizureSchema = entry('LiftSeizure', '解除查封、扣押；The seizure is lifted.', {
  ...outsideByHandlersFields,
  seizure: entryNumber(
    ['ItemsSeized', 'ItemsSeizedUrgently'],
    '查封、扣押的记录编号；Entry number of the seizure.',
  ),
  parts: partsField,
  reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  proceedsReturned: optional(
    paper('退还先行处置所得款项的收据；Receipt for what early disposals brought in.'),
  ),
});

export const requestLiftingSchema = entry(
  'RequestLifting',
  '申请解除查封、扣押；The lifting is put before a leader.',
  {
    seizure: entryNumber(
      ['ItemsSeized', 'ItemsSeizedUrgently'],
      '查封、扣押的记录编号；Entry number of the seizure.',
    ),
    parts: partsField,
    reason: blankText(1000, '理由；The reason (ACL 28).', { title: '理由；Reason' }),
  },
);
