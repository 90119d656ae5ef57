/** What may come between filing and decision, each act ready to be played. */
import { addDays } from '@anjuan/law';
import { oneLine } from '../histories.testing.js';
import { formalities } from '../seizure/seizing.testing.js';
import type { CaseFile } from '../steps.js';
import { paper } from '../testing.js';
import { move, type Move } from './course.testing.js';
import { approve, two } from './moves.testing.js';

export const dispute = move(
  'jurisdiction/record-dispute',
  'lin',
)(() => ({
  agency: '邻区市场监督管理局',
  reason: '均已立案',
}));
export const reportDispute = move(
  'jurisdiction/report-to-superior',
  'lin',
)(() => ({
  superior: '市市场监督管理局',
  letter: paper('letter'),
}));
export const settleDispute = move(
  'jurisdiction/record-settlement',
  'lin',
)(() => ({
  by: 'superior',
  ours: true,
  competent: '本局',
  paper: paper('settlement'),
}));

export const seizeUrgently = move(
  'seizure/seize-urgently',
  'lin',
)(() => ({
  ...two,
  ...formalities,
  items: '腊肠原料32箱',
  basis: { law: '食品安全法', article: '110(4)' },
  days: 30,
  reason: '防止转移',
  urgency: '正在转移',
}));
const seized = ({ seizures }: CaseFile): number => seizures.at(-1)?.entry ?? -1;
export const makeUpSeizure = move(
  'seizure/make-up-approval',
  'tang',
)((file) => ({
  seizure: seized(file),
  agreed: true,
}));
export const liftingRequested: readonly Move[] = [
  move('seizure/request-lifting', 'lin')((file) => ({ seizure: seized(file), reason: '不再需要' })),
  move('seizure/approve-lifting', 'tang')(approve('seizure-lifting')),
];
export const lift = move(
  'seizure/lift',
  'lin',
)((file) => ({
  ...two,
  seizure: seized(file),
  reason: '不再需要',
}));
export const lifting: readonly Move[] = [...liftingRequested, lift];

export const preserveUrgently = move(
  'preservation/take',
  'lin',
)(() => ({
  ...two,
  urgent: { items: '账册', reason: '可能灭失' },
  listHandedOver: true,
  noticeHandedOver: true,
  list: paper('list'),
  lines: oneLine,
  recordSigned: true,
}));
const preserved = ({ preservations }: CaseFile): number => preservations.at(-1)?.entry ?? -1;
export const makeUpPreservation = move(
  'preservation/make-up-approval',
  'tang',
)((file) => ({
  preservation: preserved(file),
  agreed: true,
}));

/** Also after it has lapsed: what is still here is given back. */
export const liftPreservation = move(
  'preservation/lift',
  'tang',
)((file) => ({ preservation: preserved(file), reason: '返还当事人' }));

export const askAssistance = move(
  'assistance/request',
  'lin',
)(() => ({
  agency: '通州区市场监督管理局',
  what: '核实供货商',
  letter: paper('letter'),
}));
export const assistanceAnswer = move(
  'assistance/record-answer',
  'lin',
)(({ assistance }) => ({
  request: assistance.at(-1)?.entry ?? -1,
  paper: paper('answer'),
}));

export const askHearing = move('hearing/request', 'lin')(() => ({}));
export const nameHost = move('hearing/name-host', 'tang')(() => ({ host: 'qiu' }));
export const handOverFile = move('hearing/hand-over-file', 'lin')(() => ({}));
export const hearingNotice = move(
  'hearing/serve-notice',
  'qiu',
)((_, on) => ({
  for: addDays(on, 18),
  place: '三楼听证室',
  method: 'direct',
  proof: paper('receipt'),
  open: true,
}));
export const announceHearing = move('hearing/announce', 'qiu')(() => ({}));
export const holdHearing = move('hearing/hold', 'qiu', {
  wait: ({ file, today }) => file.hearing.notice?.for ?? today,
})(() => ({ record: paper('hearing-record'), recordSigned: true }));
export const reportHearing = move(
  'hearing/report',
  'qiu',
)(() => ({
  report: paper('hearing-report'),
  opinion: '维持拟处罚意见',
}));
export const recheck = move(
  'statement/re-check',
  'lin',
)(() => ({
  ...two,
  result: 'not-adopted',
  reason: '无证据支持',
}));
const together = ['he', 'tang'] as const;
export const discussion: readonly Move[] = [
  move('collective-discussion/open', 'he')(() => ({ attending: [...together], handlersReport: ['lin'] })),
  ...together.map((by) =>
    move('collective-discussion/give-opinion', by, { wait: 0 })(() => ({ agrees: true, opinion: '同意' })),
  ),
  move('collective-discussion/conclude', 'he', { wait: 0 })(({ investigation }) => ({
    outcome: investigation?.proposal ?? { kind: 'penalty', penalties: [] },
    conclusion: '一致同意',
  })),
];

export const reportCrime = move(
  'crime-transfer/propose',
  'lin',
)(() => ({
  ...two,
  offence: '生产、销售不符合安全标准的食品罪',
  report: paper('report'),
}));
export const decideTransfer = move('crime-transfer/decide', 'he')(() => ({ approved: true }));
export const sendToPolice = move(
  'crime-transfer/send',
  'lin',
)(() => ({
  letter: paper('letter'),
  police: '公安分局',
  enclosed: [],
}));
export const policeAnswer = (answer: 'filed' | 'refused'): Move =>
  move('crime-transfer/record-answer', 'lin')(() => ({ answer, paper: paper('answer'), reason: '不构成' }));
export const askPoliceAgain = move(
  'crime-transfer/ask-reconsideration',
  'lin',
)(() => ({
  of: 'police',
  letter: paper('again'),
  whyLate: '补充材料',
}));
export const policeAnswerAgain = move(
  'crime-transfer/record-reconsideration',
  'lin',
)(() => ({
  answer: 'refused',
  paper: paper('again-answer'),
}));
export const handOverGoods = move(
  'crime-transfer/hand-over-goods',
  'lin',
)(() => ({
  record: paper('goods'),
  partyNotice: paper('party-told'),
}));
export const criminalOutcome = move(
  'crime-transfer/record-outcome',
  'lin',
)(() => ({
  outcome: 'no-crime',
  paper: paper('outcome'),
}));
