/** What may come after the decision, and the decision on the spot, each act ready to be played. */
import { addDays } from '@anjuan/law';
import { filingTerms } from '../histories.testing.js';
import { paper } from '../testing.js';
import { move, type Move } from './course.testing.js';
import { approve, requested, close, two } from './moves.testing.js';

export const acceptRemedy = (kind: 'reconsideration' | 'litigation'): Move =>
  move(
    'remedy/record-acceptance',
    'lin',
  )(() => ({
    kind,
    organ: '区人民政府',
    number: '复〔2026〕1号',
    notice: paper('accepted'),
  }));
export const remedyOutcome = (outcome: 'upheld' | 'annulled'): Move =>
  move(
    'remedy/record-outcome',
    'lin',
  )(({ remedies }) => ({
    remedy: remedies.at(-1)?.entry ?? -1,
    outcome,
    paper: paper('outcome'),
  }));
export const annul = move(
  'decision-change/change',
  'he',
)(({ remedies }) => ({
  kind: 'annulled',
  ground: 'remedy-outcome',
  remedy: remedies.at(-1)?.entry ?? -1,
  reason: '复议撤销',
  paper: paper('annulled'),
}));
export const withdrawPublication = move(
  'decision-change/withdraw-publication',
  'lin',
)(() => ({
  explanation: '决定已被撤销',
}));
export const closeAnnulled: readonly Move[] = [
  move('closure/request', 'lin')(() => ({ ground: 'decision-annulled' })),
  close,
];

export const remind = move(
  'court-enforcement/serve-reminder',
  'lin',
)((_, on) => ({
  ...two,
  payBy: addDays(on, 20),
  how: '到指定银行缴纳',
  reminder: paper('reminder'),
  method: 'direct',
  proof: paper('receipt'),
}));
export const askForCourt = move(
  'court-enforcement/request',
  'lin',
)(() => ({
  court: '区人民法院',
  object: '罚款',
}));
export const approveCourt = move('court-enforcement/approve', 'he')(approve('court-enforcement'));
export const applyToCourt = move(
  'court-enforcement/apply',
  'lin',
)((file) => ({
  approval: requested(file, 'court-enforcement'),
  application: paper('application'),
  enclosed: [paper('decision'), paper('reminder')],
}));
export const courtSays = (answer: 'accepted' | 'refused' | 'ordered' | 'not-enforced' | 'ended'): Move =>
  move('court-enforcement/record-court-answer', 'lin')(() => ({ answer, ruling: paper(`ruling-${answer}`) }));
export const askHigherCourt = move(
  'court-enforcement/ask-higher-court',
  'lin',
)(() => ({
  court: '中级人民法院',
  application: paper('higher'),
}));

export const askToSuspend = move(
  'execution-suspension/request',
  'lin',
)(() => ({
  ground: 'hardship',
  reason: '账户被冻结',
}));
export const suspend = move('execution-suspension/approve', 'he')(approve('execution-suspension'));
export const resume = move('execution-suspension/resume', 'lin')(() => ({ reason: '账户已解冻' }));

export const decideOnTheSpot = move(
  'summary-procedure/decide',
  'lin',
)(() => ({
  ...two,
  cause: '未公示信息',
  party: filingTerms.party,
  basis: [{ law: '电子商务法', article: '76(1)(1)' }],
  facts: '未在首页显著位置公示',
  place: '管庄乡',
  penalties: [{ kind: 'fine', fen: 10_000 }],
  credentialShown: true,
  rightsTold: true,
  statement: '无异议',
  remedyTold: '先申请行政复议',
}));
export const collect = move('summary-procedure/collect-fine', 'lin', { wait: 0 })(() => ({
  fen: 10_000,
  receipt: '京财罚0045127',
}));
export const handInMoney = move(
  'summary-procedure/hand-in-money',
  'lin',
)(() => ({ receipt: paper('handed-in') }));
export const bankMoney = move('summary-procedure/bank-money', 'lin')(() => ({ receipt: paper('banked') }));
export const handInFile = move('summary-procedure/hand-in-file', 'lin')(() => ({}));
