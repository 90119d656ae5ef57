import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { caseOpen } from '../initiation/initiation.js';
import {
  concluded,
  decided,
  filed,
  filedAs,
  filingTerms,
  firstBreach,
  majorPenalty,
  minorPenalty,
  served,
} from '../histories.testing.js';
import {
  caseReviewed,
  hearingRequested,
  noticeOf,
  readyToDecide,
  reviewedAgain,
} from '../histories-to-decision.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import { investigationConcluded } from '../review/provisions.js';
import { given, happened, paper, type Happened } from '../testing.js';
import { educatedFirst } from './of-no-penalty.js';
import {
  benchmarkStated,
  discussedTogether,
  factsProven,
  hearingHeldIfRequested,
  noticeServed,
  notHeavierThanReviewed,
  withinLimitation,
} from './of-penalty.js';
import {
  documentNumbered,
  lateWithReason,
  notForFactsNotEstablished,
  onlyOne,
  ourJurisdictionStill,
  reasonGiven,
} from './provisions.js';

const decide = (outcome: Outcome, on = '2026-06-05') =>
  ({ on, by: 'he', act: 'decision/make', entry: { number: '朝市监处罚〔2026〕217号', outcome } }) as const;
const ready = readyToDecide(majorPenalty);
/** A minor case after case review, approval and notice; its period is over on 2026-05-11. */
const minor: readonly Happened[] = [
  ...caseReviewed(minorPenalty),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal: minorPenalty }),
  noticeOf(penaltiesOf(minorPenalty), '2026-04-30', '2026-05-11'),
];
const educated = happened('EducationGiven', '2026-05-04', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  signedPaper: paper('education-signed'),
  record: paper('education'),
});

describe('decision/make: facts, measure and time', () => {
  const reported = (more: Readonly<{ facts?: string; benchmark?: string; noBenchmark?: string }>): Happened =>
    happened('InvestigationConcluded', '2026-04-14', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('report-signed'),
      facts: '使用超过保质期的原料',
      basis: [],
      proposal: minorPenalty,
      report: paper('report'),
      ...more,
    });
  const noticed = (history: readonly Happened[]): readonly Happened[] => [
    ...reviewedAgain(history, '2026-04-28'),
    noticeOf(penaltiesOf(minorPenalty), '2026-04-30', '2026-05-11'),
  ];
  const scene = concluded(minorPenalty).slice(4, 5);
  const attempt = (history: readonly Happened[]) =>
    given(...noticed(history)).when(decide(minorPenalty, '2026-05-12'));

  it('APL 40: on facts that are stated and proven', () => {
    attempt([...filed, reported({ benchmark: '基准' })]).thenRefused(factsProven);
    attempt([...filed, ...scene, reported({ benchmark: '基准', facts: ' ' })]).thenRefused(factsProven);
    const withdrawn = happened('EntryWithdrawn', '2026-04-15', 'lin', { entry: 4, reason: '误录' });
    attempt([...filed, ...scene, reported({ benchmark: '基准' }), withdrawn]).thenRefused(factsProven);
  });

  it('APL 34: by a benchmark that is named', () => {
    attempt([...filed, ...scene, reported({})]).thenRefused(benchmarkStated);
    attempt([...filed, ...scene, reported({ benchmark: ' ' })]).thenRefused(benchmarkStated);
  });

  it('APL 34: or, where none applies, with the reason (fault 24)', () => {
    const noBenchmark = '该条只有警告，没有罚款幅度';
    attempt([...filed, ...scene, reported({ noBenchmark })]).thenRecords('DecisionMade');
    attempt([...filed, ...scene, reported({ noBenchmark: ' ' })]).thenRefused(benchmarkStated);
  });

  it.each([
    ['2024-03-02', false, true],
    ['2024-03-01', false, false],
    ['2021-03-02', true, true],
    ['2021-03-01', true, false],
  ])('APL 36: an act that ended on %s, found on 2026-03-02, grave %s', (to, grave, punishable) => {
    const act = { from: '2020-01-05', to };
    const terms = { ...filingTerms, act, endangersLifeOrProperty: grave };
    const attempted = attempt([...filedAs(terms), ...concluded(minorPenalty).slice(4)]);
    if (punishable) attempted.thenRecords('DecisionMade');
    else attempted.thenRefused(withinLimitation);
  });

  it('APL 22: what belongs to another agency is not decided here', () => {
    const conditions = { ...filingTerms.conditions, 'our-jurisdiction': { affirmed: false, evidence: [] } };
    attempt([...filedAs({ ...filingTerms, conditions }), ...concluded(minorPenalty).slice(4)]).thenRefused(
      ourJurisdictionStill,
    );
  });

  it('APL 60: late is an alarm that wants a reason, never a bar', () => {
    given(...minor)
      .when(decide(minorPenalty, '2026-06-08'))
      .thenRecords('DecisionMade');
    given(...minor)
      .when(decide(minorPenalty, '2026-06-09'))
      .thenRefused(lateWithReason);
    const explained = decide(minorPenalty, '2026-06-09');
    given(...minor)
      .when({
        ...explained,
        entry: { ...explained.entry, lateReason: '案情复杂' },
        context: { dossierDigest: 'd', reviewedDigest: 'd' },
      })
      .thenRefused(noDecisionWithoutCaseReview);
    given(...minor)
      .when({ ...explained, entry: { ...explained.entry, lateReason: '案情复杂' } })
      .thenRecords('DecisionMade');
  });

  it('SAMR-P 64(2): the days of tests and of the hearing do not count', () => {
    const tests = [
      happened('TestCommissioned', '2026-03-12', 'lin', {
        body: '检验院',
        periodDays: 30,
        toldInWriting: true,
      }),
      happened('TestResultRecorded', '2026-03-21', 'lin', {
        test: 5,
        kind: '鉴定意见',
        what: '检验报告',
        report: paper('test'),
      }),
    ];
    const history = noticed([...filed, ...scene, ...tests, ...concluded(minorPenalty).slice(5)]);
    given(...history)
      .when(decide(minorPenalty, '2026-06-18'))
      .thenRecords('DecisionMade');
    given(...history)
      .when(decide(minorPenalty, '2026-06-19'))
      .thenRefused(lateWithReason);
    // Nineteen days from the request of 2026-05-08 to the report of 2026-05-26: 2026-06-08 becomes 2026-06-27.
    given(...ready)
      .when(decide(majorPenalty, '2026-06-27'))
      .thenRecords('DecisionMade');
    given(...ready)
      .when(decide(majorPenalty, '2026-06-28'))
      .thenRefused(lateWithReason);
  });
});

describe('decision/make: the document', () => {
  const digest = { dossierDigest: 'd', allotted: {} };

  it('holds number, outcome, dossier and due day', () => {
    const reviewed = minor.map((event) =>
      event.type === 'SentForCaseReview' ? { ...event, data: { ...event.data, digest: 'd' } } : event,
    );
    const { entry, ...rest } = decide(minorPenalty, '2026-05-12');
    const full = { ...entry, onStatements: '未提出陈述、申辩', lateReason: '—' };
    given(...reviewed)
      .when({ ...rest, entry: full, context: digest })
      .then({ type: 'DecisionMade', data: { ...full, dossier: 'd', dueOn: '2026-06-08' } });
  });

  it('takes the number set aside for it when none is claimed', () => {
    const unnumbered = { ...decide(minorPenalty, '2026-05-12'), entry: { outcome: minorPenalty } };
    given(...minor)
      .when(unnumbered)
      .thenRecords('DecisionMade');
    given(...minor)
      .when({ ...unnumbered, context: { allotted: {} } })
      .thenRefused(documentNumbered);
    given(...minor)
      .when({ ...unnumbered, entry: { outcome: minorPenalty, number: ' ' } })
      .thenRefused(documentNumbered);
  });

  it('is made once; anew only where the party had spoken in time and was not heard', () => {
    given(...decided(majorPenalty))
      .when(decide(majorPenalty, '2026-06-08'))
      .thenRefused(onlyOne, discussedTogether);
    given(...decided(majorPenalty), hearingRequested)
      .when(decide(majorPenalty, '2026-06-08'))
      .thenRefused(hearingHeldIfRequested, discussedTogether);
    given(...served(majorPenalty), hearingRequested)
      .when(decide(majorPenalty, '2026-06-09'))
      .thenRefused(onlyOne, hearingHeldIfRequested, discussedTogether);
  });

  it('belongs to a case that is open and investigated', () => {
    given(...filed.slice(0, 1))
      .when(decide(minorPenalty))
      .thenRefused(
        caseOpen,
        investigationConcluded,
        noDecisionWithoutCaseReview,
        factsProven,
        benchmarkStated,
        noticeServed,
      );
  });
});

describe('decision/make: no penalty (APL 33)', () => {
  const reviewed = caseReviewed(firstBreach);

  it('after review and education, the leader’s decision being the approval', () => {
    given(...reviewed, educated)
      .when(decide(firstBreach, '2026-05-05'))
      .thenRecords('DecisionMade');
    given(...reviewed, educated)
      .when({ ...decide(firstBreach, '2026-05-05'), by: 'tang' })
      .thenRecords('DecisionMade');
  });

  it('APL 33(3): not before the party was educated', () => {
    given(...reviewed)
      .when(decide(firstBreach, '2026-05-05'))
      .thenRefused(educatedFirst);
  });

  it('reviewed and reasoned like any other', () => {
    given(...concluded(firstBreach), educated)
      .when(decide(firstBreach, '2026-05-05'))
      .thenRefused(noDecisionWithoutCaseReview);
    given(...reviewed, educated)
      .when(decide({ kind: 'no-penalty', ground: 'minor', reason: ' ' }, '2026-05-05'))
      .thenRefused(reasonGiven);
  });

  it('a case not proven, or of another agency, ends without education', () => {
    for (const outcome of [
      { kind: 'facts-not-established', reason: '证据不足' },
      { kind: 'transfer', to: '农业农村局', reason: '不属本局管辖' },
    ] as const)
      given(...caseReviewed(outcome))
        .when(decide(outcome, '2026-05-05'))
        .thenRecords('DecisionMade');
  });

  it('APL 57(1)(3): facts that the report found not established are not punished', () => {
    const outcome = { kind: 'facts-not-established', reason: '证据不足' } as const;
    given(...caseReviewed(outcome))
      .when(decide(minorPenalty, '2026-05-05'))
      .thenRefused(notForFactsNotEstablished, noticeServed, notHeavierThanReviewed);
  });

  it('does not become a penalty on the way', () => {
    given(...reviewed, educated)
      .when(decide(minorPenalty, '2026-05-05'))
      .thenRefused(noticeServed, notHeavierThanReviewed);
  });
});
