/** The acts of a plain case, each ready to be played. */
import type { CaseFile } from '../steps.js';
import type { MatterName } from '../approval/approval.js';
import { termsOn } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { paper } from '../testing.js';
import { move, type Move } from './course.testing.js';

export const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;
export const requested = ({ approvals }: CaseFile, matter: MatterName): number =>
  approvals.findLast((one) => one.matter === matter)?.entry ?? -1;
export const approve = (matter: MatterName) => (file: CaseFile) => ({ approval: requested(file, matter) });

export const lead = move(
  'initiation/receive-lead',
  'lin',
)(() => ({
  source: '监督抽检',
  summary: '抽检不合格',
}));
const record = {
  ...two,
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
} as const;
/** On the day on which the lead is received. */
export const inspect = move('evidence/record-scene', 'lin', { wait: 0 })(() => record);
/** What the conditions of filing rest on. */
export const onEvidence = ({ evidence }: CaseFile) => termsOn(evidence.pieces.at(-1)?.entry);
export const askToFile = move('initiation/request-filing', 'lin')(onEvidence);
/** The party is registered in Shanghai, the agency is in Beijing. */
export const askToFileElsewhere = move(
  'initiation/request-filing',
  'lin',
)((file) => {
  const terms = onEvidence(file);
  return { ...terms, party: { ...terms.party, uscc: '91310115MA1K4RQ504' } };
});
export const fileCase = move('initiation/approve-filing', 'tang')(approve('filing'));
export const filing: readonly Move[] = [lead, inspect, askToFile, fileCase];

export const scene = move('evidence/record-scene', 'lin')(() => record);
export const conclude = (proposal: Outcome): Move =>
  move(
    'investigation/conclude',
    'lin',
  )(() => ({
    ...two,
    facts: '使用超过保质期的原料',
    basis: [{ law: '食品安全法', article: '124(1)(2)' }],
    proposal,
    discretion: '从轻',
    benchmark: '裁量基准（食品类）',
    report: paper('report'),
  }));
export const sendToReview = move('case-review/send', 'zhou')(() => ({}));
export const review = move('case-review/give-opinion', 'meng')(() => ({ opinion: 'agree' }));
export const sendToLegalReview = move('legal-review/send', 'zhou')(() => ({}));
export const legalReview = move('legal-review/give-opinion', 'fang')(() => ({ opinion: 'agree' }));
export const approveProposal = move('proposal/approve', 'tang')(() => ({}));
export const notice = move(
  'notice/serve',
  'lin',
)(({ investigation }) => ({
  ...two,
  penalties: investigation?.proposal.kind === 'penalty' ? investigation.proposal.penalties : [],
  facts: '使用超过保质期的原料',
  hearingRightTold: true,
  method: 'direct',
  proof: paper('receipt'),
}));
export const decideCase = move('decision/make', 'he', { wait: 14 })(({ investigation }) => ({
  outcome: investigation?.proposal ?? { kind: 'penalty', penalties: [] },
  lateReason: '案情复杂',
}));
export const serve = move(
  'service/serve-decision',
  'lin',
)(() => ({
  ...two,
  method: 'direct',
  proof: paper('receipt'),
}));
export const publish = move('publication/publish', 'lin')(() => ({ summary: '处罚决定摘要' }));
export const pay = (fen: number, purpose: 'fine' | 'surcharge' = 'fine'): Move =>
  move(
    'execution/record-payment',
    'lin',
  )(() => ({
    fen,
    for: purpose,
    channel: 'bank',
    receipt: paper('bank-notice'),
  }));
export const askToClose = move(
  'closure/request',
  'lin',
)(({ courtEnforcement }) =>
  courtEnforcement.applications.some(({ answers }) => answers.at(-1)?.answer === 'ended')
    ? { ground: 'court-ended-execution', note: '裁定终结执行' }
    : { ground: 'executed' },
);
export const close = move('closure/approve', 'tang')(approve('closure'));
export const closing: readonly Move[] = [askToClose, close];
