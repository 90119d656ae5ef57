import type { Stated } from '@anjuan/procedure';
import { credentialsValidToday, twoOfficers } from '../officers.js';
import { allConfirmed } from '../entry/entry.js';
import {
  concluded,
  filed,
  firstBreach,
  investigated,
  lead,
  legallyReviewed,
  majorPenalty,
  sentForLegalReview,
} from '../histories.testing.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened, type Person } from '../testing.js';
import type { ConcludeInvestigation } from './investigation.js';
import {
  basisStated,
  credentialHasBeenShown,
  discretionReasoned,
  evidenceCarriesPenalty,
  openOrSentBack,
  proposalComplete,
  testResultsNotified,
  undecided,
} from './provisions.js';

const findings: ConcludeInvestigation = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  facts: '使用超过保质期的原料',
  basis: [{ law: '食品安全法', article: '124(1)(2)' }],
  proposal: majorPenalty,
  discretion: '从轻',
  benchmark: '裁量基准（食品类）',
  goodsValueFen: 1_840_000,
  illegalGainsFen: 1_526_000,
  marks: { complex: true },
  report: paper('report'),
};
const conclude = (
  history: readonly Happened[],
  change: Partial<ConcludeInvestigation> = {},
  by: Person = 'lin',
) =>
  given(...history).when({
    on: '2026-04-20',
    by,
    act: 'investigation/conclude',
    entry: { ...findings, ...change },
  });
const ledger = (signedPaper?: ReturnType<typeof paper>) =>
  happened('EvidenceAdded', '2026-04-20', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    ...(signedPaper && { signedPaper }),
    kind: '书证',
    what: '销售出库单',
    provider: '赵一鸣',
    papers: [paper('sales')],
  });

describe('Concluding the investigation (SAMR-P 48)', () => {
  it('records the findings field by field', () => {
    conclude(investigated).then({ type: 'InvestigationConcluded', data: findings });
    expect(fileOf(...concluded(majorPenalty)).investigation).toMatchObject({
      entry: 5,
      concludedOn: '2026-04-14',
      proposal: majorPenalty,
    });
  });

  it.each<[string, Stated, Partial<ConcludeInvestigation>]>([
    ['no facts', evidenceCarriesPenalty, { facts: ' ' }],
    ['no basis', basisStated, { basis: [] }],
    ['a basis without article', basisStated, { basis: [{ law: '食品安全法', article: '' }] }],
    ['a penalty of nothing', proposalComplete, { proposal: { kind: 'penalty', penalties: [] } }],
    ['a fine of nothing', proposalComplete, { proposal: { kind: 'penalty', penalties: [{ kind: 'fine' }] } }],
    [
      'gains of nothing',
      proposalComplete,
      { proposal: { kind: 'penalty', penalties: [{ kind: 'confiscation-of-gains', fen: 0 }] } },
    ],
    [
      'no penalty for no reason',
      proposalComplete,
      { proposal: { kind: 'no-penalty', ground: 'minor', reason: '' } },
    ],
    ['no reasons of discretion', discretionReasoned, { discretion: '' }],
    ['one officer twice', twoOfficers, { officers: ['lin', 'lin'] }],
    ['a credential that ran out', credentialsValidToday, { officers: ['lin', 'shen'] }],
  ])('is refused with %s', (_, provision, change) => {
    conclude(investigated, change).thenRefused(provision);
  });

  it('takes no other day from the entry, so that an old credential would do', () => {
    const smuggled = { officers: ['lin', 'shen'], occurredAt: morningOf('2026-03-30'), lateReason: '补录' };
    conclude(investigated, smuggled).thenRefused(credentialsValidToday);
  });

  it('asks no discretion where nobody is punished', () => {
    conclude(investigated, { proposal: firstBreach, discretion: '' }).thenRecords('InvestigationConcluded');
  });

  it('40, 55(1): needs evidence, and credentials shown', () => {
    conclude(filed).thenRefused(credentialHasBeenShown, evidenceCarriesPenalty);
  });

  it('is for handlers of a filed case', () => {
    conclude(lead).thenRefused(caseOpen, byHandler, credentialHasBeenShown, evidenceCarriesPenalty);
  });

  it('42(1): waits until the second officer has confirmed', () => {
    conclude([...investigated, ledger()]).thenRefused(allConfirmed);
    conclude([...investigated, ledger(paper('both'))]).thenRecords('InvestigationConcluded');
    const confirmed = happened('EntryConfirmed', '2026-04-20', 'gao', { entry: 5 });
    conclude([...investigated, ledger(), confirmed]).thenRecords('InvestigationConcluded');
  });

  it('32: waits until the party knows every test result', () => {
    const commission = { body: '检验院', periodDays: 30, toldInWriting: true };
    const tested = [...investigated, happened('TestCommissioned', '2026-03-12', 'lin', commission)];
    const result = { test: 5, kind: '鉴定意见', what: '报告', report: paper('report') } as const;
    const reported = [...tested, happened('TestResultRecorded', '2026-04-10', 'lin', result)];
    conclude(tested).thenRefused(testResultsNotified);
    conclude(reported).thenRefused(testResultsNotified);
    conclude([...reported, happened('TestResultTold', '2026-04-13', 'lin', { test: 5 })]).thenRecords(
      'InvestigationConcluded',
    );
  });

  it('is not hindered by a seizure whose term is over', () => {
    const terms = {
      items: '原料',
      basis: { law: '食品安全法', article: '110(4)' },
      days: 30,
      reason: '转移',
    };
    const overdue = happened('ItemsSeized', '2026-03-11', ['lin', 'gao'], {
      ...terms,
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      approval: 1,
      credentialShown: true,
      rightsTold: true,
      statementHeard: true,
      decisionHandedOver: true,
      listHandedOver: true,
      media: [paper('film')],
      until: '2026-04-10',
    });
    conclude([...investigated, overdue]).thenRecords('InvestigationConcluded');
  });
});

describe('Concluding it again', () => {
  const opinion = (kind: 'agree' | 'supplement' | 'correct') =>
    happened('LegalReviewOpinionGiven', '2026-04-22', 'fang', { opinion: kind, sent: 6, digest: '' });
  const sent = sentForLegalReview(concluded(majorPenalty));

  it('needs something that opened it again', () => {
    conclude(concluded(majorPenalty)).thenRefused(openOrSentBack);
    conclude(sent).thenRefused(openOrSentBack);
    conclude([...sent, opinion('agree')]).thenRefused(openOrSentBack);
    conclude(legallyReviewed(majorPenalty)).thenRefused(openOrSentBack);
  });

  it.each(['supplement', 'correct'] as const)('follows a review that says %s', (kind) => {
    conclude([...sent, opinion(kind)]).thenRecords('InvestigationConcluded');
  });

  it('follows new evidence, a correction, a statement or a returned proposal', () => {
    const correction = { entry: 4, changes: { what: '现场检查（补正）' }, reason: '错字' };
    const confirmed = happened('EntryConfirmed', '2026-04-20', 'gao', { entry: 6 });
    const again = happened('EntryConfirmed', '2026-04-20', 'gao', { entry: 4 });
    const news: readonly (readonly Happened[])[] = [
      [ledger(), confirmed],
      [happened('EntryCorrected', '2026-04-20', 'lin', correction), again],
      [happened('StatementMade', '2026-04-20', 'lin', { what: '异议', paper: paper('statement') })],
    ];
    news.forEach((entries) => {
      conclude([...concluded(majorPenalty), ...entries]).thenRecords('InvestigationConcluded');
    });
    const returned = happened('ProposalReturned', '2026-04-29', 'tang', { reason: '处罚过重' });
    conclude([...legallyReviewed(majorPenalty), returned]).thenRecords('InvestigationConcluded');
  });

  it('counts an opinion once', () => {
    const report = happened('InvestigationConcluded', '2026-04-23', ['lin', 'gao'], findings);
    conclude([...sent, opinion('supplement'), report]).thenRefused(openOrSentBack);
  });

  it('ends with the decision', () => {
    const decision = happened('DecisionMade', '2026-06-05', 'he', {
      outcome: majorPenalty,
      number: '朝市监处罚〔2026〕1号',
      dossier: '',
      dueOn: '2026-06-08',
    });
    conclude([...sent, opinion('supplement'), decision]).thenRefused(undecided);
  });
});
