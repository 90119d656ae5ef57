/** Histories that many specs begin with, in the order of the procedure; each ends where its name says. */
import type { LocalDate } from '@anjuan/law';
import type { GoodsLine } from './goods/ledger.js';
import type { EntryNumber } from '@anjuan/procedure';
import type { PaymentPurpose } from './execution/execution.js';
import type { FilingTerms } from './initiation/initiation.js';
import type { Outcome, Penalty } from './penalty/penalty.js';
import { digestOf, fileOf, happened, paper, sampleLists, type Happened } from './testing.js';

/** As cases were filed before a condition had to rest on evidence: they are folded as before. */
export const filingTerms: FilingTerms = {
  cause: '使用超过保质期的食品原料生产食品',
  party: {
    kind: 'entity',
    name: '京味源肉制品有限公司',
    uscc: '91110105MA7KQ2R152',
    person: { name: '赵一鸣' },
    address: '朝阳区东苇路18号院3号楼',
  },
  basis: [{ law: '食品安全法', article: '34(3)' }],
  handlers: ['lin', 'gao'],
  act: { from: '2026-01-05', to: '2026-02-20' },
  discoveredOn: '2026-03-02',
  conditions: {
    'breach-evidenced': { affirmed: true, evidence: [0] },
    'penalty-due': { affirmed: true, evidence: [0] },
    'our-jurisdiction': { affirmed: true, evidence: [0] },
    'within-limitation': { affirmed: true, evidence: [0] },
  },
};

export const lead: readonly Happened[] = [
  happened('LeadReceived', '2026-03-02', 'lin', {
    source: '食品安全监督抽检',
    summary: '抽检不合格',
    receivedOn: '2026-03-02',
    realName: false,
  }),
];

const inspection: Happened = happened('SceneRecorded', '2026-03-04', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('scene-signed'),
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
});
/** Entries 0–1: the lead, and the scene record of 2026-03-04. */
export const inspected: readonly Happened[] = [...lead, inspection];

/** The terms of a filing that rests on evidence: of `inspected`, or of what the file has. */
export const termsOn = (evidence: EntryNumber = 1): FilingTerms => {
  const affirmed = { affirmed: true, evidence: [evidence] };
  return {
    ...filingTerms,
    conditions: {
      'breach-evidenced': affirmed,
      'penalty-due': affirmed,
      'our-jurisdiction': affirmed,
      'within-limitation': affirmed,
    },
  };
};

/** Entries 0–3: lead, request, approval, filing on 2026-03-10. */
export const filedAs = (terms: FilingTerms): readonly Happened[] => [
  ...lead,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms }),
  happened('ApprovalGiven', '2026-03-10', 'tang', { approval: 1, matter: 'filing' }),
  happened('CaseFiled', '2026-03-10', 'tang', {
    number: '朝市监案〔2026〕1号',
    approval: 1,
    filedOn: '2026-03-10',
    lists: sampleLists.version,
    terms,
  }),
];
export const filed = filedAs(filingTerms);

/** Entry 4: scene record of 2026-03-11, confirmed by its signed paper. */
export const investigated: readonly Happened[] = [
  ...filed,
  happened('SceneRecorded', '2026-03-11', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('scene-signed'),
    kind: '现场笔录',
    what: '现场检查',
    place: '东苇路18号院',
    credentialShown: true,
    record: paper('scene'),
  }),
];

export const fine: Penalty = { kind: 'fine', fen: 18_400_000 };
export const gains: Penalty = { kind: 'confiscation-of-gains', fen: 1_526_000 };
export const goods: Penalty = { kind: 'confiscation-of-goods', what: '腊肠原料32箱', fromParty: true };
/** The list of a seizure or preservation. */
export const oneLine = [{ what: '腊肠原料', quantity: 32, unit: '箱', fen: 96_000 }] as const;
/** 184,000 yuan on an entity: hearing-eligible, hence major by the sample agency's list. */
export const majorPenalty: Outcome = { kind: 'penalty', penalties: [fine, gains, goods] };
export const minorPenalty: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100_000 }] };
export const firstBreach: Outcome = {
  kind: 'no-penalty',
  ground: 'first-breach',
  reason: '初次违法、及时改正',
};

/** Entry 5: investigation concluded on 2026-04-14. */
export const concluded = (proposal: Outcome): readonly Happened[] => [
  ...investigated,
  happened('InvestigationConcluded', '2026-04-14', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('report-signed'),
    facts: '使用超过保质期的原料',
    basis: [{ law: '食品安全法', article: '124(1)(2)' }],
    proposal,
    discretion: '从轻',
    benchmark: '裁量基准（食品类）',
    report: paper('report'),
  }),
];

/** Entry 6: sent for legal review on 2026-04-22. */
export const sentForLegalReview = (history: readonly Happened[]): readonly Happened[] => [
  ...history,
  happened('SentForLegalReview', '2026-04-22', 'zhou', {
    digest: digestOf(fileOf(...history)),
    dueOn: '2026-05-09',
  }),
];

/** Entry 7: legal review passed on 2026-04-28. */
export const legallyReviewed = (proposal: Outcome): readonly Happened[] => {
  const history = concluded(proposal);
  return [
    ...sentForLegalReview(history),
    happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion: 'agree',
      sent: history.length,
      digest: digestOf(fileOf(...history)),
    }),
  ];
};

/** Entry 8: proposal approved on 2026-04-29. */
export const proposalApproved = (proposal: Outcome): readonly Happened[] => [
  ...legallyReviewed(proposal),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal }),
];

/** Entry 9: notice served on 2026-04-30; the party's five working days end on 2026-05-11. */
export const notified = (proposal: Outcome): readonly Happened[] => [
  ...proposalApproved(proposal),
  happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('notice-signed'),
    penalties: proposal.kind === 'penalty' ? proposal.penalties : [],
    facts: '使用超过保质期的原料',
    hearingRightTold: true,
    method: 'direct',
    proof: paper('receipt'),
    servedOn: '2026-04-30',
    lastDay: '2026-05-11',
    provisional: false,
  }),
];

/** The decision of 2026-06-05, whatever came before it. */
export const decidedAfter = (history: readonly Happened[], outcome: Outcome): readonly Happened[] => [
  ...history,
  happened('DecisionMade', '2026-06-05', 'he', {
    number: '朝市监处罚〔2026〕217号',
    outcome,
    dossier: digestOf(fileOf(...history)),
    dueOn: '2026-06-08',
  }),
];

/** Entry 10: decided on 2026-06-05. */
export const decided = (outcome: Outcome): readonly Happened[] => decidedAfter(notified(outcome), outcome);

/** Served with a receipt on 2026-06-08, whatever came before. */
export const servedAfter = (history: readonly Happened[]): readonly Happened[] => [
  ...history,
  happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('service-signed'),
    method: 'direct',
    proof: paper('receipt'),
    servedOn: '2026-06-08',
  }),
];

/** Entry 11: served on 2026-06-08. */
export const served = (outcome: Outcome): readonly Happened[] => servedAfter(decided(outcome));

/** Money the bank gave notice of. */
export const paid = (on: LocalDate, purpose: PaymentPurpose, fen: number): Happened =>
  happened('PaymentReceived', on, 'lin', {
    fen,
    for: purpose,
    channel: 'bank',
    receipt: paper('bank-notice'),
  });

export const disposedOf = (on: LocalDate): Happened =>
  happened('GoodsDisposedOf', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('disposal-signed'),
    manner: 'destroyed',
    record: paper('disposal'),
  });

/** Entry 0: a fine of 100 yuan decided on the spot on 2026-06-15. */
export const onTheSpot: readonly Happened[] = [
  happened('DecidedOnTheSpot', '2026-06-15', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('form-signed'),
    number: '朝市监当罚〔2026〕88号',
    caseNumber: '朝市监案〔2026〕88号',
    cause: '未公示信息',
    party: { kind: 'natural-person', person: { name: '王树林' } },
    basis: [{ law: '电子商务法', article: '76(1)(1)' }],
    facts: '未在首页显著位置公示',
    place: '管庄乡',
    penalties: [{ kind: 'fine', fen: 10_000 }],
    credentialShown: true,
    rightsTold: true,
    statement: '无异议',
    remedyTold: '先申请行政复议',
  }),
];

/** Sealed at once on 2026-03-04, while the lead was checked. */
export const sealedOnALead: Happened = happened('ItemsSeizedUrgently', '2026-03-04', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  items: '酒120瓶',
  basis: { law: '食品安全法', article: '110(4)' },
  days: 30,
  reason: '防止转移',
  urgency: '正在装车',
  credentialShown: true,
  rightsTold: true,
  statementHeard: true,
  decisionHandedOver: true,
  listHandedOver: true,
  media: [paper('film')],
  until: '2026-04-03',
});

/** A sealing of 2026-03-11, requested and approved before; three entries, the seizure being the last. */
export const seizedAt = (
  firstEntry: number,
  items: string,
  lines?: readonly GoodsLine[],
): readonly Happened[] => {
  const terms = { items, basis: { law: '食品安全法', article: '110(4)' }, days: 30, reason: '防止转移' };
  return [
    happened('ApprovalRequested', '2026-03-11', 'lin', { matter: 'seizure', terms }),
    happened('ApprovalGiven', '2026-03-11', 'tang', { approval: firstEntry, matter: 'seizure' }),
    happened('ItemsSeized', '2026-03-11', ['lin', 'gao'], {
      ...terms,
      officers: ['lin', 'gao'],
      signedPaper: paper('seizure-signed'),
      approval: firstEntry,
      credentialShown: true,
      rightsTold: true,
      statementHeard: true,
      decisionHandedOver: true,
      listHandedOver: true,
      media: [paper('seizure-film')],
      ...(lines && { lines }),
      until: '2026-04-10',
    }),
  ];
};

export const collectedOnTheSpot: readonly Happened[] = [
  ...onTheSpot,
  happened('FineCollectedOnTheSpot', '2026-06-15', 'lin', { fen: 10_000, receipt: '京财罚0045127' }),
];

/** Entries 0–4: collected, handed in, banked, file handed in on 2026-06-22. */
export const summaryFinished: readonly Happened[] = [
  ...collectedOnTheSpot,
  happened('MoneyHandedIn', '2026-06-16', 'lin', {}),
  happened('MoneyBanked', '2026-06-18', 'lin', {}),
  happened('SummaryFileHandedIn', '2026-06-22', 'lin', {}),
];
