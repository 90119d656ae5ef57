/** What is entered in this step. */
import {
  blankLine,
  blankText,
  days,
  entry,
  entryNumber,
  line,
  list,
  media,
  optional,
  paper,
  papers,
  text,
  word,
  yesOrNo,
} from '@anjuan/entry';
import { outsideFields } from '@anjuan/procedure';
import { goodsField, testedLineSchema } from '../goods/entries.js';
import { outsideByHandlersFields } from '../by-handlers.js';
import { evidenceKinds, inquiryKinds, sceneKinds } from './kinds.js';
import { exclusionGrounds, samplingManners } from './words.js';

export const recordSceneSchema = entry('RecordScene', '现场检查、勘验；The record of a scene.', {
  ...outsideByHandlersFields,
  kind: word(sceneKinds, '种类；The kind.', { title: '种类；Kind' }),
  what: text(5000, '检查、勘验情况；What was found.'),
  place: text(500, '地点；The place.', { means: 'place' }),
  credentialShown: yesOrNo('已出示执法证件；Credentials were shown.'),
  nobodyThere: optional(yesOrNo('现场无人；Nobody was there.')),
  recordSigned: optional(yesOrNo('当事人已经在笔录上签名；The party signed the record.')),
  refusalNoted: optional(
    blankText(1000, '当事人不到场、拒绝签名的注明；How absence or a refusal to sign is noted.', {
      title: '不到场、拒绝签名的注明；Absence or refusal',
    }),
  ),
  witness: optional(line(100, '见证人；The witness.', { personal: 'witness' })),
  record: paper('笔录；The record.'),
  media: optional(media('音像记录；Recordings.')),
});

export const recordInquirySchema = entry('RecordInquiry', '询问；The record of an inquiry.', {
  ...outsideByHandlersFields,
  kind: word(inquiryKinds, '种类；The kind.', { title: '种类；Kind' }),
  person: line(100, '被询问人；Who was asked.', { personal: 'person' }),
  record: paper('笔录；The record.'),
  credentialShown: optional(yesOrNo('已出示执法证件；Credentials were shown.')),
});

export const addEvidenceSchema = entry('AddEvidence', '收集证据；A piece of evidence.', {
  ...outsideByHandlersFields,
  kind: word(evidenceKinds, '证据种类；Its kind (APL 46(1)).', { title: '证据种类；Kind of evidence' }),
  what: text(2000, '内容；What it is.'),
  provider: blankLine(200, '提供人；Who provided it.', { personal: 'provider' }),
  papers: papers('证据材料；The papers.'),
});

export const commissionTestSchema = entry(
  'CommissionTest',
  '委托检测、检验、检疫、鉴定；A test is commissioned.',
  {
    ...outsideFields,
    body: line(200, '受委托的机构；The body that tests.'),
    of: optional(
      list(
        testedLineSchema,
        500,
        '送检的查封、扣押物品，逐项填写；The seized goods that are tested, line by line.',
        {
          title: '送检物品；Goods tested',
        },
      ),
    ),
    periodDays: days('期间（日）；Its period in days.'),
    toldInWriting: yesOrNo('期间已书面告知当事人；The party was told the period in writing.'),
    paper: optional(paper('文书；The paper.')),
  },
);

export const recordTestResultSchema = entry(
  'RecordTestResult',
  '登记检测、检验、检疫、鉴定结果；The result of a test.',
  {
    ...outsideFields,
    test: entryNumber(['TestCommissioned'], '委托的记录编号；Entry number of the commission.'),
    kind: word(evidenceKinds, '证据种类；Its kind as evidence.', { title: '证据种类；Kind of evidence' }),
    what: text(2000, '内容；What it is.'),
    report: paper('报告；The report.'),
  },
);

export const tellTestResultSchema = entry(
  'TellTestResult',
  '告知当事人检测、检验、检疫、鉴定结果；The party is told the result.',
  {
    ...outsideFields,
    test: entryNumber(['TestCommissioned'], '委托的记录编号；Entry number of the commission.'),
    ofParty: optional(
      entryNumber(
        ['CaseFiled', 'PartyJoined'],
        '告知的是哪一当事人：其立案或者追加的记录；不填的，为当时的全部当事人。Which party is told: the entry of the filing, or of its joining; left out: everybody of whom the case is.',
        { title: '所告知的当事人；Who is told' },
      ),
    ),
    paper: optional(paper('文书；The paper.')),
  },
);

export const excludeEvidenceSchema = entry(
  'ExcludeEvidence',
  '排除证据；A piece of evidence is excluded: it stays in the file, no fact rests on it.',
  {
    piece: entryNumber(
      ['SceneRecorded', 'InquiryRecorded', 'EvidenceAdded', 'SamplesTaken', 'TestResultRecorded'],
      '证据的记录编号；Entry number of the piece.',
    ),
    ground: word(exclusionGrounds, '非法取得、未经查证属实；Illegally obtained, not verified (APL 46).', {
      title: '排除的原因；Ground',
    }),
    reason: blankText(1000, '理由；The reason.', { title: '理由；Reason' }),
  },
);

export const takeSamplesSchema = entry('TakeSamples', '抽样取证；Samples are taken.', {
  ...outsideByHandlersFields,
  manner: word(samplingManners, '方式：现场抽样，或者网络、电话购买；Taken on the scene, or bought.', {
    title: '抽样方式；Manner',
  }),
  what: text(2000, '样品；The samples.'),
  of: goodsField,
  place: text(500, '地点；The place.', { means: 'place' }),
  credentialShown: yesOrNo('已出示执法证件；Credentials were shown.'),
  partyPresent: yesOrNo('当事人已经通知并到场；The party was told and came.', {
    title: '当事人到场；Party present',
  }),
  absence: optional(
    blankText(1000, '通知的情况和未到场的原因；How it was told, and why it did not come.', {
      title: '通知及未到场情况；Notice and absence',
    }),
  ),
  sealed: yesOrNo('已加贴封条；The samples are sealed.'),
  recordSigned: yesOrNo('当事人已经在封条和记录上签名；The party signed seals and record.'),
  refusalNoted: optional(blankText(1000, '拒绝签名的注明；How a refusal to sign is noted.')),
  record: paper('抽样记录；The record.'),
  list: optional(paper('样品清单；The list of the samples.')),
  media: optional(media('音像记录；Recordings.')),
  body: optional(blankLine(200, '依法委托的抽样机构；The body that draws samples by law.')),
});
