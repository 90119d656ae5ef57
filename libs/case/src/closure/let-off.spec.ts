import { chinaCalendar } from '@anjuan/law';
import { underInvestigationByThePolice } from '../crime-transfer/provisions.js';
import { deadlines } from '../deadlines.js';
import { leadOrCaseOpen } from '../initiation/provisions.js';
import {
  concluded,
  decided,
  decidedAfter,
  filed,
  filedAs,
  filingTerms,
  investigated,
  legallyReviewed,
  majorPenalty,
  minorPenalty,
  onTheSpot,
  paid,
  served,
  servedAfter,
} from '../histories.testing.js';
import { caseReviewed, discussedOn, readyToDecide, reviewedAgain } from '../histories-to-decision.testing.js';
import { labelDropped, ofBoth, onlyExpired } from '../investigation/two-breaches.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import type { RemedyOutcome } from '../remedy/remedy.js';
import { changeCarriedOut } from '../decision-change/carried-out.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { droppedBreachSent, transferDecisionSent } from './elsewhere.js';
import { annulledForGood } from './ended.js';
import type { ClosureTerms } from './closure.js';
import {
  decisionNotLeftLying,
  letOffDiscussed,
  majorReviewedBeforeClosure,
  markedClosedByThePrincipal,
  markedClosedOnPaper,
  noCrimeReportWaiting,
  nothingLetOff,
  otherCircumstanceShown,
  proposedPenaltyDecided,
} from './let-off.js';
import { moneyPaid, penaltyServed } from './provisions.js';

const bare: ClosureTerms = { ground: 'other', note: '不再办理' };
const twice = { ...bare, circumstance: 'filed-twice' } as const;
const other: ClosureTerms = { ...twice, paper: paper('ground') };
const close = (history: readonly Happened[], entry: ClosureTerms = other, on = '2026-09-03') =>
  given(...history).when({ on, by: 'lin', act: 'closure/request', entry });
const none: Outcome = { kind: 'facts-not-established', reason: '证据不足' };

describe('closing a concluded case on another ground (APL 57(1); SAMR-P 60(1))', () => {
  it('not when its report proposes a penalty, whoever has reviewed or discussed it', () => {
    close(legallyReviewed(majorPenalty)).thenRefused(proposedPenaltyDecided);
    close(readyToDecide(majorPenalty)).thenRefused(proposedPenaltyDecided);
    close(concluded(minorPenalty)).thenRefused(proposedPenaltyDecided);
    close(caseReviewed(minorPenalty)).thenRefused(proposedPenaltyDecided);
  });

  it('nor when it is asked for before the report and approved after it', () => {
    const requested = happened('ApprovalRequested', '2026-04-13', 'lin', { matter: 'closure', terms: other });
    given(...investigated, requested, ...concluded(minorPenalty).slice(-1))
      .when({ on: '2026-04-20', by: 'tang', act: 'closure/approve', entry: { approval: 5 } })
      .thenRefused(proposedPenaltyDecided);
  });

  it('the way on is the decision; or a report that proposes none, reviewed where the case needs it', () => {
    close(served(none), { ground: 'no-penalty' }).thenRecords('ApprovalRequested');
    const again = [...legallyReviewed(majorPenalty), ...concluded(none).slice(-1)];
    close(again).thenRefused(majorReviewedBeforeClosure, letOffDiscussed);
    const reviewed = reviewedAgain(again, '2026-05-06');
    close(reviewed).thenRefused(letOffDiscussed);
    close(discussedOn(reviewed, '2026-05-07', none)).thenRecords('ApprovalRequested');
    const minor = [...caseReviewed(minorPenalty), ...concluded(none).slice(-1)];
    close(minor).thenRecords('ApprovalRequested');
  });
});

describe('closing a case that the police have filed (SAMR-P 60(1)(5), 77(1)(4))', () => {
  const toThePolice = (answer: 'filed' | 'refused'): readonly Happened[] => [
    ...concluded(majorPenalty),
    happened('CrimeTransferProposed', '2026-04-15', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      offence: '生产、销售不符合安全标准的食品罪',
      report: paper('report'),
    }),
    happened('CrimeTransferDecided', '2026-04-15', 'he', { approved: true }),
    happened('CrimeTransferSent', '2026-04-16', 'lin', {
      letter: paper('letter'),
      police: '公安分局',
      enclosed: [],
    }),
    happened('PoliceAnswered', '2026-04-18', 'lin', { answer, paper: paper('answer') }),
  ];
  const outcome = (is: 'no-crime' | 'criminal-fine'): Happened =>
    happened('CriminalOutcomeRecorded', '2026-06-18', 'lin', { outcome: is, paper: paper('judgment') });

  it('needs no review of a report on a penalty', () => {
    close(toThePolice('filed')).thenRecords('ApprovalRequested');
    close([...toThePolice('filed'), outcome('criminal-fine')]).thenRecords('ApprovalRequested');
  });

  it('but what they refused, or found to be no crime, is decided', () => {
    close(toThePolice('refused')).thenRefused(proposedPenaltyDecided, majorReviewedBeforeClosure);
    close([...toThePolice('filed'), outcome('no-crime')]).thenRefused(
      proposedPenaltyDecided,
      majorReviewedBeforeClosure,
    );
  });
});

describe('closing a case that was never concluded', () => {
  it('is explained; where it was marked as major, also shown by a paper', () => {
    close(filed).thenRecords('ApprovalRequested');
    const marked = [
      ...filedAs({ ...filingTerms, marks: { majorPublicInterest: true } }),
      ...investigated.slice(4),
    ];
    close(marked, twice).thenRefused(otherCircumstanceShown, markedClosedOnPaper);
    close(marked).then({ type: 'ApprovalRequested', data: { matter: 'closure', terms: other } });
  });

  it('and is then approved by the principal, as the end of its investigation is', () => {
    const approve = (by: 'tang' | 'he', history: readonly Happened[]) =>
      given(
        ...history,
        happened('ApprovalRequested', '2026-09-03', 'lin', {
          matter: 'closure',
          terms: other,
        }),
      ).when({ on: '2026-09-03', by, act: 'closure/approve', entry: { approval: history.length } });
    const marked = [
      ...filedAs({ ...filingTerms, marks: { majorPublicInterest: true } }),
      ...investigated.slice(4),
    ];
    approve('tang', marked).thenRefused(markedClosedByThePrincipal);
    approve('he', marked).thenRecords('ApprovalGiven', 'CaseClosed');
    approve('tang', filed).thenRecords('ApprovalGiven', 'CaseClosed');
  });
});

describe('another ground takes the place of no decision (APL 57(1); SAMR-P 60(1))', () => {
  it('whatever is noted: the circumstance is one of the list, with its paper', () => {
    close(filed, bare).thenRefused(otherCircumstanceShown);
    close(filed, twice).thenRefused(otherCircumstanceShown);
    close(filed, { ...bare, paper: paper('ground') }).thenRefused(otherCircumstanceShown);
    close(filed, { ...bare, circumstance: 'filed-by-the-police', paper: paper('ground') }).thenRefused(
      otherCircumstanceShown,
    );
    close(filed).thenRecords('ApprovalRequested');
  });

  it('also where it was asked for before this was demanded', () => {
    given(...filed, happened('ApprovalRequested', '2026-04-13', 'lin', { matter: 'closure', terms: bare }))
      .when({ on: '2026-04-20', by: 'tang', act: 'closure/approve', entry: { approval: 4 } })
      .thenRefused(otherCircumstanceShown);
  });
});

describe('a case that was closed because the police had filed it (APL 27(1))', () => {
  const proposed = happened('CrimeTransferProposed', '2026-04-15', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    offence: '生产、销售不符合安全标准的食品罪',
    report: paper('report'),
  });
  const approved = happened('CrimeTransferDecided', '2026-04-15', 'he', { approved: true });
  const sent = happened('CrimeTransferSent', '2026-04-16', 'lin', {
    letter: paper('letter'),
    police: '公安分局',
    enclosed: [],
  });
  const answered = happened('PoliceAnswered', '2026-04-18', 'lin', {
    answer: 'filed',
    paper: paper('answer'),
  });
  const withThem = [...investigated, proposed, approved, sent, answered];
  const byPolice = { ...bare, circumstance: 'filed-by-the-police' } as const;

  it('is not closed while the report waits for the principal, its sending or the answer', () => {
    for (const until of [6, 7, 8]) close(withThem.slice(0, until)).thenRefused(noCrimeReportWaiting);
    close(withThem, byPolice).thenRecords('ApprovalRequested');
  });

  const closed = [
    ...withThem,
    happened('ApprovalRequested', '2026-04-20', 'lin', { matter: 'closure', terms: byPolice }),
    happened('ApprovalGiven', '2026-04-21', 'tang', { approval: 9, matter: 'closure' }),
    happened('CaseClosed', '2026-04-21', 'tang', { approval: 9, ground: 'other' }),
  ];
  const back = {
    on: '2026-08-03',
    by: 'lin',
    act: 'crime-transfer/record-outcome',
    entry: { outcome: 'no-crime', paper: paper('outcome') },
  } as const;

  it('is open again when it comes back, with the days that were the police’s left out', () => {
    given(...closed)
      .when(back)
      .thenRecords('CriminalOutcomeRecorded');
    const returned = [...closed, happened('CriminalOutcomeRecorded', '2026-08-03', 'lin', back.entry)];
    expect(fileOf(...returned).closure).toBeUndefined();
    const clocks = deadlines(fileOf(...returned), { calendar: chinaCalendar, today: '2026-08-04' });
    expect(
      clocks.filter(({ id }) => id === 'decision-period').map(({ due, state }) => `${due} ${state}`),
    ).toEqual(['2026-09-25 running']);
    close(returned, byPolice).thenRefused(otherCircumstanceShown);
  });

  it('hands its goods over as well; another closed case takes no such entry', () => {
    given(...closed)
      .when({
        on: '2026-04-22',
        by: 'lin',
        act: 'crime-transfer/hand-over-goods',
        entry: { record: paper('list') },
      })
      .thenRecords('GoodsHandedToPolice');
    given(...filed, happened('CaseClosed', '2026-04-21', 'tang', { approval: 1, ground: 'other' }))
      .when(back)
      .thenRefused(leadOrCaseOpen, underInvestigationByThePolice);
  });
});

describe('a decision on the spot that a remedy undid', () => {
  const after = (outcome: RemedyOutcome, ...between: readonly Happened[]): readonly Happened[] => [
    ...onTheSpot,
    happened('SummaryFileHandedIn', '2026-06-22', 'lin', {}),
    happened('RemedyAccepted', '2026-06-23', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      notice: paper('acceptance'),
    }),
    ...between,
    happened('RemedyConcluded', '2026-08-20', 'lin', { remedy: 2, outcome, paper: paper('outcome') }),
  ];

  it('is closed as annulled, or on another ground, and no longer as performed', () => {
    for (const outcome of ['annulled', 'declared-void', 'annulled-to-redo'] as const) {
      close(after(outcome), { ground: 'decision-annulled' }).thenRecords('ApprovalRequested');
      close(after(outcome)).thenRecords('ApprovalRequested');
      close(after(outcome), { ground: 'executed' }).thenRefused(penaltyServed);
    }
  });

  it('when what was paid is back', () => {
    const money = after('annulled', paid('2026-07-01', 'fine', 10_000));
    close(money, { ground: 'decision-annulled' }).thenRefused(changeCarriedOut);
    given(...money)
      .when({
        on: '2026-08-25',
        by: 'lin',
        act: 'decision-change/record-refund',
        entry: { fen: 10_000, receipt: paper('receipt') },
      })
      .thenRecords('MoneyRefunded');
    const back = happened('MoneyRefunded', '2026-08-25', 'lin', { fen: 10_000, receipt: paper('receipt') });
    close([...money, back], { ground: 'decision-annulled' }).thenRecords('ApprovalRequested');
  });

  it('one that was upheld is performed', () => {
    close(after('upheld')).thenRefused(nothingLetOff);
    close(after('upheld'), { ground: 'decision-annulled' }).thenRefused(annulledForGood);
    close(after('upheld'), { ground: 'executed' }).thenRefused(moneyPaid);
  });
});

const sentToThePolice: readonly Happened[] = [
  happened('CrimeTransferProposed', '2026-04-01', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    offence: '生产、销售伪劣产品罪',
    report: paper('report'),
  }),
  happened('CrimeTransferDecided', '2026-04-02', 'he', { approved: true }),
  happened('CrimeTransferSent', '2026-04-02', 'lin', {
    letter: paper('letter'),
    police: '朝阳公安分局',
    enclosed: [],
  }),
];
const answered = (answer: 'filed' | 'refused'): Happened =>
  happened('PoliceAnswered', '2026-04-04', 'lin', {
    answer,
    paper: paper('answer'),
    reason: '情节显著轻微',
  });

describe('closing a case that was decided without a penalty (SAMR-P 77(4), 17(1))', () => {
  const transfer: Outcome = { kind: 'transfer', to: '通州区农业农村局', reason: '不属于本机关管辖' };
  const sent: readonly Happened[] = [
    happened('CaseTransferApproved', '2026-06-20', 'tang', {
      approval: 5,
      to: 'other-agency',
      agency: '通州区农业农村局',
      reason: '不属于本机关管辖',
    }),
    happened('CaseTransferred', '2026-06-21', 'lin', { letter: paper('letter'), enclosed: [] }),
  ];

  it('not on another ground, served or not', () => {
    close(decided(none)).thenRefused(decisionNotLeftLying);
    close(served(none)).thenRefused(decisionNotLeftLying);
    close(decided(transfer)).thenRefused(decisionNotLeftLying);
    close(served(none), { ground: 'no-penalty' }).thenRecords('ApprovalRequested');
  });

  it('a decision to transfer is closed when the case was sent', () => {
    close(served(transfer), { ground: 'no-penalty' }).thenRefused(transferDecisionSent);
    close([...served(transfer), ...sent], { ground: 'no-penalty' }).thenRecords('ApprovalRequested');
    close([...served(transfer), ...sent], { ground: 'transferred' }).thenRecords('ApprovalRequested');
  });

  it('not when the police have sent it back', () => {
    const withThem = [...served(transfer), ...sentToThePolice];
    close([...withThem, answered('filed')], { ground: 'no-penalty' }).thenRecords('ApprovalRequested');
    close([...withThem, answered('refused')], { ground: 'no-penalty' }).thenRefused(transferDecisionSent);
  });
});

describe('closing a case of which one breach was left to another (SAMR-P 17(1); APL 27)', () => {
  const leftTo = (ground: 'transferred' | 'facts-not-established') => {
    const outcome: Outcome = { ...onlyExpired, dropped: [{ ...labelDropped, ground }] };
    return [...servedAfter(decidedAfter(investigated, outcome)), paid('2026-06-20', 'fine', 7_000_000)];
  };
  const executed = { ground: 'executed' } as const;

  it('not before it was sent', () => {
    close(leftTo('transferred'), executed).thenRefused(droppedBreachSent);
    close(leftTo('facts-not-established'), executed).thenRecords('ApprovalRequested');
  });

  const sent = { ...executed, transferPaper: paper('transfer') };

  it('to another agency, under the letter of transfer and no other paper', () => {
    close(leftTo('transferred'), { ...executed, paper: paper('ground') }).thenRefused(droppedBreachSent);
    close(leftTo('transferred'), sent).then({
      type: 'ApprovalRequested',
      data: { matter: 'closure', terms: sent },
    });
  });

  it('or to the police, who have not sent it back', () => {
    const left = [...leftTo('transferred'), ...sentToThePolice];
    close(left.slice(0, -1), executed).thenRefused(noCrimeReportWaiting, droppedBreachSent);
    close(left, executed).thenRefused(noCrimeReportWaiting);
    close([...left, answered('filed')], executed).thenRecords('ApprovalRequested');
    const refused = [...left, answered('refused')];
    close(refused, executed).thenRefused(droppedBreachSent);
    close(refused, sent).thenRecords('ApprovalRequested');
    const noCrime = happened('CriminalOutcomeRecorded', '2026-06-18', 'lin', {
      outcome: 'no-crime',
      paper: paper('judgment'),
    });
    close([...left, answered('filed'), noCrime], executed).thenRefused(droppedBreachSent);
  });

  const changed = (kind: 'changed' | 'annulled', outcome?: Outcome): readonly Happened[] => [
    ...leftTo('transferred'),
    happened('RemedyAccepted', '2026-06-23', 'lin', {
      kind: 'litigation',
      organ: '朝阳区人民法院',
      number: '（2026）京0105行初12号',
      notice: paper('acceptance'),
    }),
    happened('DecisionChanged', '2026-08-20', 'tang', {
      kind,
      ground: 'remedy-outcome',
      remedy: leftTo('transferred').length,
      ...(outcome && { outcome }),
      reason: '人民法院判决变更',
      paper: paper('judgment'),
    }),
  ];

  it('also where a court changed or annulled the rest of the decision, and said nothing of it', () => {
    const less: Outcome = { kind: 'penalty', penalties: onlyExpired.penalties };
    close(changed('changed', less), executed).thenRefused(droppedBreachSent);
    close(changed('changed', less), sent).thenRecords('ApprovalRequested');
    const another: Outcome = { ...less, dropped: [{ ...labelDropped, breach: '虚假宣传' }] };
    close(changed('changed', another), executed).thenRefused(droppedBreachSent);
    const back = happened('MoneyRefunded', '2026-08-21', 'lin', {
      fen: 7_000_000,
      receipt: paper('receipt'),
    });
    close([...changed('annulled'), back], { ground: 'decision-annulled' }).thenRefused(droppedBreachSent);
  });

  it('but not what the court itself let off, or punished', () => {
    const letOff: Outcome = { ...onlyExpired, dropped: [labelDropped] };
    close(changed('changed', letOff), executed).thenRecords('ApprovalRequested');
    const punished: Outcome = { kind: 'penalty', penalties: ofBoth };
    const money = paid('2026-08-21', 'fine', 3_000_000);
    close([...changed('changed', punished), money], executed).thenRecords('ApprovalRequested');
  });
});
