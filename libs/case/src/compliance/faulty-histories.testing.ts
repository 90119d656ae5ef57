/** What the specs of the faults measure: plain histories and those with something amiss. */
import type { LocalDate } from '@anjuan/law';
import {
  concluded,
  decided,
  decidedAfter,
  filedAs,
  filingTerms,
  investigated,
  majorPenalty,
  minorPenalty,
  notified,
  proposalApproved,
  seizedAt,
  served,
  servedAfter,
} from '../histories.testing.js';
import { readyToDecide, recheckedOn, statementOf } from '../histories-to-decision.testing.js';
import { firm, of } from '../joined-parties/several.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import type { TerminationGround } from '../suspension/words.js';
import { digestOf, fileOf, happened, paper, type Happened } from '../testing.js';

export type History = readonly Happened[];
export const whole = decidedAfter(readyToDecide(majorPenalty), majorPenalty);
const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;
const scene = { kind: '现场笔录', what: '现场检查', place: '东苇路', credentialShown: true } as const;
export const sceneBy = (
  officers: readonly ('lin' | 'gao' | 'shen')[],
  on: LocalDate,
  signed = true,
): Happened =>
  happened('SceneRecorded', on, officers, {
    ...scene,
    officers: [...officers],
    ...(signed && { signedPaper: paper('signed') }),
    record: paper('scene'),
  });
export const evidence = happened('EvidenceAdded', '2026-05-20', ['lin', 'gao'], {
  ...two,
  kind: '书证',
  what: '台账',
  provider: '赵一鸣',
  papers: [paper('ledger')],
});
export const test = [
  happened('TestCommissioned', '2026-03-12', 'lin', { body: '检验院', periodDays: 20, toldInWriting: true }),
  happened('TestResultRecorded', '2026-03-30', 'lin', {
    test: 5,
    kind: '鉴定意见',
    what: '检验报告',
    report: paper('report'),
  }),
];
export const conclusion = concluded(minorPenalty).slice(5);
export const dispute = happened('JurisdictionDisputed', '2026-03-12', 'lin', {
  agency: '通州',
  reason: '先立案',
});
export const settled = (ours: boolean): Happened =>
  happened('JurisdictionSettled', '2026-03-20', 'lin', {
    by: 'superior',
    ours,
    competent: '通州',
    paper: paper('settled'),
  });
export const transferElsewhere = happened('CaseTransferApproved', '2026-03-12', 'tang', {
  approval: 5,
  to: 'market-supervision',
  agency: '通州',
  reason: '不属于本机关管辖',
});
export const endedFor = (ground: TerminationGround): Happened =>
  happened('InvestigationTerminated', '2026-09-01', 'tang', { ground, reason: '终止', approval: 5 });
export const partyWith = (uscc: string, override = false): History =>
  filedAs({
    ...filingTerms,
    party: {
      ...filingTerms.party,
      uscc,
      ...(override && { override: { field: 'uscc', reason: '营业执照所载如此' } }),
    },
  });
export const seized = (more: History = []): History => [...investigated, ...seizedAt(5, '腊肠'), ...more];
export const liftedOn = (on: LocalDate): Happened =>
  happened('SeizureLifted', on, ['lin', 'gao'], { ...two, seizure: 7, reason: '不再需要' });
export const transfer = (approved: boolean): History => [
  ...investigated,
  happened('CrimeTransferProposed', '2026-03-12', ['lin', 'gao'], {
    ...two,
    offence: '非法经营罪',
    report: paper('report'),
  }),
  happened('CrimeTransferDecided', '2026-03-13', 'he', { approved, reason: '不构成' }),
];
export const toOthers: Outcome = { kind: 'transfer', to: '农业农村局', reason: '不属于本机关管辖' };
/** Decided to be transferred, approved and sent (SAMR-P 60(1)(4)). */
export const sentAway: History = [
  ...decidedAfter(concluded(toOthers), toOthers),
  happened('CaseTransferApproved', '2026-06-08', 'tang', {
    approval: 7,
    to: 'other-agency',
    agency: '农业农村局',
    reason: '不属于本机关管辖',
  }),
  happened('CaseTransferred', '2026-06-09', 'lin', { letter: paper('letter'), enclosed: [] }),
];
/** A paper of which nothing shows that it was served. */
export const unproven = { proof: undefined, signedPaper: undefined };
export const warned: Outcome = { kind: 'penalty', penalties: [{ kind: 'warning' }] };
export const changeByCourt = (remedy: number): Happened =>
  happened('DecisionChanged', '2026-08-21', 'tang', {
    kind: 'changed',
    ground: 'remedy-outcome',
    remedy,
    outcome: { kind: 'penalty', penalties: [{ kind: 'public-criticism' }] },
    reason: '判决变更',
    paper: paper('judgment'),
  });
export const changedByCourt = (history: History): History => [
  ...servedAfter(history),
  changeByCourt(history.length + 1),
];
export const recusal = happened('RecusalRequested', '2026-05-06', 'lin', {
  person: 'gao',
  askedBy: 'party',
  ground: '系近亲属',
  paper: paper('recusal'),
});
export const grading = {
  grade: 'lighter',
  range: { min: 20_000_000, max: 40_000_000 },
  grounds: [],
} as const;
export const spoken = [...notified(majorPenalty), statementOf('2026-05-08')];
export const rechecked = [...spoken, recheckedOn('2026-05-12')];
export const decide = (history: History): History => decidedAfter(history, majorPenalty);
export const agreedBy = (person: 'lin' | 'fang', opinion: 'agree' | 'supplement' = 'agree'): History => {
  const digest = digestOf(fileOf(...concluded(majorPenalty)));
  return [
    ...concluded(majorPenalty),
    happened('SentForLegalReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-05-09' }),
    happened('LegalReviewOpinionGiven', '2026-04-28', person, { opinion, sent: 6, digest }),
  ];
};
/** A court has ordered a new decision; the old one is annulled. */
export const redoOrdered: History = [
  ...served(majorPenalty),
  happened('RemedyAccepted', '2026-06-20', 'lin', {
    kind: 'litigation',
    organ: '朝阳区人民法院',
    number: '（2026）京0105行初12号',
    notice: paper('acceptance'),
  }),
  happened('DecisionChanged', '2026-08-21', 'tang', {
    kind: 'annulled-to-redo',
    ground: 'remedy-outcome',
    remedy: 12,
    reason: '判决撤销并责令重新作出',
    paper: paper('judgment'),
  }),
];
/** The whole fine is put off on 2026-06-09. */
export const deferredTo = (until: LocalDate): History => [
  ...served(majorPenalty),
  happened('DeferralApproved', '2026-06-09', 'tang', { until, application: 12 }),
];

export const slip = happened('DecisionRectified', '2026-06-06', 'tang', {
  written: '东苇路18号',
  corrected: '东苇路18号院',
  paper: paper('rectified'),
});
/** The decision of entry 10 is issued, and a paper of that name served. */
export const issuedAndServed = (name: string, ...between: readonly Happened[]): readonly Happened[] => [
  ...decided(minorPenalty),
  happened('PaperIssued', '2026-06-05', 'lin', {
    kind: 'decision',
    of: 10,
    paper: paper('decision'),
    sealed: true,
  }),
  ...between,
  happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('service-signed'),
    method: 'direct',
    proof: paper('receipt'),
    paper: paper(name),
    servedOn: '2026-06-08',
  }),
];
export const publishedFrom = (name: string): Happened =>
  happened('DecisionPublished', '2026-06-10', 'lin', { paper: paper(name) });

/** A notice that was issued while there was one party, and served after another was joined. */
export const issuedBeforeJoining = (name: string): History => {
  const before = proposalApproved(minorPenalty);
  return [
    ...before,
    happened('PaperIssued', '2026-04-29', 'lin', {
      kind: 'notice',
      of: before.length - 1,
      paper: paper('notice'),
      sealed: true,
    }),
    happened('PartyJoined', '2026-04-29', 'lin', {
      party: { kind: 'natural-person', person: { name: '赵一鸣', idNumber: '110105198001011238' } },
      part: 'joint-breach',
      basis: [],
      reason: '共同生产',
    }),
    of(
      firm,
      happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        penalties: [{ kind: 'warning' }],
        facts: '使用超过保质期的原料',
        hearingRightTold: true,
        method: 'direct',
        proof: paper('receipt'),
        paper: paper(name),
        servedOn: '2026-04-30',
        lastDay: '2026-05-11',
        provisional: false,
      }),
    ),
  ];
};
