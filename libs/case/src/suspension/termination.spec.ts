/** An investigation ends without a decision only where nobody is left to decide on, or it cannot go on. SAMR-P 47. */
import { chinaCalendar } from '@anjuan/law';
import { approvalOpen } from '../approval/approval.js';
import { notDecided } from '../closure/ended.js';
import { nothingLetOff, proposedPenaltyDecided } from '../closure/let-off.js';
import { investigationTerminated, seizuresEnded } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import {
  concluded,
  decidedAfter,
  filed,
  filedAs,
  filingTerms,
  investigated,
  majorPenalty,
  minorPenalty,
  seizedAt,
  served,
} from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { nothingRestsOnIt } from '../entry/provisions.js';
import { caseOpen } from '../initiation/initiation.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  endAfterDecisionShown,
  endOfThePartyShown,
  endsWithTheParty,
  markedEndedByThePrincipal,
  markedEndedOnPaper,
} from './termination.js';
import {
  notTerminated,
  oneTerminationRequest,
  terminatedByLeader,
  terminationStated,
  undecidedOrUnserved,
} from './provisions.js';

const terms = { ground: 'depends-on-another-case', reason: '相关商标案件尚未审结' } as const;
const requested = happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'suspension', terms });
const suspendedSince = (history: readonly Happened[], on = '2026-03-20'): readonly Happened[] => [
  ...history,
  happened('InvestigationSuspended', on, 'tang', { ...terms, approval: history.length }),
];

const end = { ground: 'entity-ended', reason: '企业已注销，无权利义务承受人' } as const;
const askEnd = { on: '2026-03-20', by: 'lin', act: 'suspension/request-termination', entry: end } as const;
const endRequested = happened('ApprovalRequested', '2026-03-20', 'lin', {
  matter: 'termination',
  terms: end,
});
const ended = happened('InvestigationTerminated', '2026-03-21', 'tang', { ...end, approval: 5 });
const decidedAlready = decidedAfter(readyToDecide(minorPenalty), minorPenalty);

describe('the end of an investigation (SAMR-P 47)', () => {
  const approve = {
    on: '2026-03-21',
    by: 'tang',
    act: 'suspension/approve-termination',
    entry: { approval: 5 },
  } as const;
  const close = {
    on: '2026-03-23',
    by: 'lin',
    act: 'closure/request',
    entry: { ground: 'investigation-ended', note: '企业已注销' },
  } as const;

  it('is asked for with its facts, of a case that is suspended too, once', () => {
    given(...investigated)
      .when(askEnd)
      .then({ type: 'ApprovalRequested', data: { matter: 'termination', terms: end } });
    given(...suspendedSince(investigated))
      .when(askEnd)
      .thenRecords('ApprovalRequested');
    given(...investigated)
      .when({ ...askEnd, entry: { ...end, reason: '' } })
      .thenRefused(terminationStated);
    given(...investigated, endRequested)
      .when(askEnd)
      .thenRefused(oneTerminationRequest);
  });

  it('is approved by a leader on the request of another', () => {
    given(...investigated, endRequested)
      .when(approve)
      .then(
        { type: 'ApprovalGiven', data: { approval: 5, matter: 'termination' } },
        { type: 'InvestigationTerminated', data: { approval: 5, ...end } },
      );
    given(...investigated, endRequested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(terminatedByLeader);
    given(...investigated, requested)
      .when(approve)
      .thenRefused(approvalOpen);
    given(...filed.slice(0, 3), endRequested)
      .when({ ...approve, entry: { approval: 3 } })
      .thenRefused(caseOpen);
  });

  it('opens closure, and nothing else does on this ground', () => {
    given(...investigated, ended)
      .when(close)
      .thenRecords('ApprovalRequested');
    given(...investigated)
      .when(close)
      .thenRefused(investigationTerminated);
    given(...suspendedSince(investigated))
      .when(close)
      .thenRefused(investigationTerminated);
  });

  it('SAMR-P 47, 60(1): before the report also for another cause; after it only because nobody is left', () => {
    const other = { ground: 'other', reason: '不再调查' } as const;
    const askOther = { ...askEnd, on: '2026-04-20', entry: other };
    given(...investigated)
      .when({ ...askOther, on: '2026-03-20' })
      .thenRecords('ApprovalRequested');
    const sentBack = [
      ...concluded(majorPenalty),
      happened('SentForLegalReview', '2026-04-16', 'zhou', { digest: 'any', dueOn: '2026-05-09' }),
      happened('LegalReviewOpinionGiven', '2026-04-17', 'fang', {
        opinion: 'correct',
        points: { appropriateness: '过轻' },
        sent: 6,
        digest: 'any',
      }),
    ];
    for (const history of [concluded(minorPenalty), sentBack])
      given(...history)
        .when(askOther)
        .thenRefused(endsWithTheParty);
    const redo = happened('DecisionChanged', '2026-08-21', 'he', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('decision'),
    });
    given(...served(majorPenalty), redo)
      .when({ ...askOther, on: '2026-08-23' })
      .thenRefused(endsWithTheParty);
  });

  it('and what was asked for before the report is not approved after it', () => {
    const requestedBefore = happened('ApprovalRequested', '2026-04-13', 'lin', {
      matter: 'termination',
      terms: { ground: 'other', reason: '不再调查' },
    });
    const history = [...investigated, requestedBefore, ...concluded(minorPenalty).slice(-1)];
    given(...history)
      .when({ ...approve, on: '2026-04-20' })
      .thenRefused(endsWithTheParty);
  });

  it('after the report the end of the party is shown by evidence that came after it', () => {
    const askLate = { ...askEnd, on: '2026-04-20' };
    const death = (signed: boolean): Happened =>
      happened('EvidenceAdded', '2026-04-18', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        ...(signed && { signedPaper: paper('signed') }),
        kind: '书证',
        what: '注销登记及无承受人的证明',
        provider: '登记机关',
        papers: [paper('dissolved')],
      });
    given(...concluded(minorPenalty))
      .when(askLate)
      .thenRefused(endOfThePartyShown);
    given(...concluded(minorPenalty))
      .when({ ...askLate, entry: { ...end, evidence: 6 } })
      .thenRefused(endOfThePartyShown);
    given(...concluded(minorPenalty), death(false))
      .when(askLate)
      .thenRefused(endOfThePartyShown);
    const shown = [...concluded(minorPenalty), death(true)];
    // Which of the evidence shows it is named: not any that was added, nor what the report rested on.
    for (const entry of [end, { ...end, evidence: 4 }, { ...end, evidence: 5 }])
      given(...shown)
        .when({ ...askLate, entry })
        .thenRefused(endOfThePartyShown);
    const named = { ...end, evidence: 6 };
    given(...concluded(minorPenalty), death(false))
      .when({ ...askLate, entry: named })
      .thenRefused(endOfThePartyShown);
    given(...shown)
      .when({ ...askLate, entry: named })
      .then({ type: 'ApprovalRequested', data: { matter: 'termination', terms: named } });
    const put = happened('ApprovalRequested', '2026-04-20', 'lin', { matter: 'termination', terms: named });
    given(...shown, put)
      .when({ ...approve, on: '2026-04-21', entry: { approval: 7 } })
      .thenRecords('ApprovalGiven', 'InvestigationTerminated');
    given(...concluded(minorPenalty), put)
      .when({ ...approve, on: '2026-04-21', entry: { approval: 6 } })
      .thenRefused(endOfThePartyShown);
    // On what ended the case nothing is withdrawn any more.
    const gone = happened('InvestigationTerminated', '2026-04-21', 'tang', { ...named, approval: 7 });
    given(...shown, put, gone)
      .when({ on: '2026-04-22', by: 'lin', act: 'entry/withdraw', entry: { entry: 6, reason: '误录' } })
      .thenRefused(nothingRestsOnIt);
  });

  it('SAMR-P 47, 77(1)(3): between decision and service it ends with the party, on a paper', () => {
    const unserved = [...decidedAlready];
    const shown = { ...end, paper: paper('dissolved') };
    const late = { ...askEnd, on: '2026-06-08' } as const;
    given(...unserved)
      .when(late)
      .thenRefused(endAfterDecisionShown);
    given(...unserved)
      .when({ ...late, entry: { ground: 'other', reason: '不再调查', paper: paper('why') } })
      .thenRefused(endsWithTheParty);
    given(...unserved)
      .when({ ...late, entry: shown })
      .then({ type: 'ApprovalRequested', data: { matter: 'termination', terms: shown } });
    const put = (terms: typeof end | typeof shown) =>
      happened('ApprovalRequested', '2026-06-08', 'lin', { matter: 'termination', terms });
    const approval = unserved.length;
    given(...unserved, put(shown))
      .when({ ...approve, on: '2026-06-08', entry: { approval } })
      .thenRecords('ApprovalGiven', 'InvestigationTerminated');
    given(...unserved, put(end))
      .when({ ...approve, on: '2026-06-08', entry: { approval } })
      .thenRefused(endAfterDecisionShown);
    // Once it is served the execution ends, and no investigation.
    given(...served(minorPenalty))
      .when({ ...late, on: '2026-06-20', entry: shown })
      .thenRefused(undecidedOrUnserved);
    given(...served(minorPenalty), put(shown))
      .when({ ...approve, on: '2026-06-20', entry: { approval: served(minorPenalty).length } })
      .thenRefused(undecidedOrUnserved);
  });

  it('what ended so is closed as ended, served no more and due no more', () => {
    const gone = happened('InvestigationTerminated', '2026-06-08', 'tang', {
      ...end,
      paper: paper('dissolved'),
      approval: 5,
    });
    const over = [...decidedAlready, gone];
    given(...over)
      .when({ ...close, on: '2026-06-10' })
      .thenRecords('ApprovalRequested');
    given(...over)
      .when({ ...close, on: '2026-06-10', entry: { ground: 'other', note: '当事人已注销' } })
      .thenRefused(nothingLetOff, proposedPenaltyDecided);
    given(...decidedAlready)
      .when({ ...close, on: '2026-06-10' })
      .thenRefused(notDecided, investigationTerminated);
    const serve = {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      method: 'direct',
      proof: paper('receipt'),
    } as const;
    given(...over)
      .when({ on: '2026-06-10', by: 'lin', act: 'service/serve-decision', entry: serve })
      .thenRefused(notTerminated);
    // What a decision that reached nobody confiscates is given back.
    const seized = [...investigated, ...seizedAt(5, '腊肠原料32箱'), ...concluded(majorPenalty).slice(-1)];
    given(...decidedAfter(seized, majorPenalty), gone)
      .when({ ...close, on: '2026-06-10' })
      .thenRefused(seizuresEnded);
    const due = (history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-12-01' })
        .filter(({ state }) => state === 'missed')
        .map(({ id }) => id);
    expect(due(decidedAlready)).toContain('decision-service');
    // Except the closure, which is to be requested from then on.
    expect(due(over)).toEqual(['closure']);
  });

  it('of a case that was marked as major, for another cause on a paper and by the principal', () => {
    const marked = [
      ...filedAs({ ...filingTerms, marks: { complex: true } }),
      ...investigated.slice(filed.length),
    ];
    const other = { ground: 'other', reason: '不再调查' } as const;
    const shown = { ...other, paper: paper('why') };
    const requestedWith = (terms: typeof other | typeof shown) =>
      happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'termination', terms });
    given(...marked)
      .when({ ...askEnd, entry: other })
      .thenRefused(markedEndedOnPaper);
    given(...marked)
      .when({ ...askEnd, entry: shown })
      .then({ type: 'ApprovalRequested', data: { matter: 'termination', terms: shown } });
    given(...marked, requestedWith(shown))
      .when(approve)
      .thenRefused(markedEndedByThePrincipal);
    given(...marked, requestedWith(other))
      .when({ ...approve, by: 'he' })
      .thenRefused(markedEndedOnPaper);
    given(...marked, requestedWith(shown))
      .when({ ...approve, by: 'he' })
      .thenRecords('ApprovalGiven', 'InvestigationTerminated');
  });

  it('and because the party is gone on a paper, or on the evidence of it, by any leader', () => {
    const marked = [
      ...filedAs({ ...filingTerms, marks: { complex: true } }),
      ...investigated.slice(filed.length),
    ];
    given(...marked)
      .when(askEnd)
      .thenRefused(markedEndedOnPaper);
    given(...marked, endRequested)
      .when(approve)
      .thenRefused(markedEndedOnPaper);
    const scene = marked.length - 1;
    for (const entry of [
      { ...end, paper: paper('deregistered') },
      { ...end, evidence: scene },
    ])
      given(...marked)
        .when({ ...askEnd, entry })
        .thenRecords('ApprovalRequested');
    given(...marked)
      .when({ ...askEnd, entry: { ...end, evidence: scene - 1 } })
      .thenRefused(markedEndedOnPaper);
    const shown = happened('ApprovalRequested', '2026-03-20', 'lin', {
      matter: 'termination',
      terms: { ...end, evidence: scene },
    });
    given(...marked, shown)
      .when(approve)
      .thenRecords('ApprovalGiven', 'InvestigationTerminated');
  });

  it('meets the clock of the decision', () => {
    const file = fileOf(...investigated, ended);
    const clock = deadlines(file, { calendar: chinaCalendar, today: '2026-12-01' }).find(
      ({ id }) => id === 'decision-period',
    );
    expect(clock).toMatchObject({ state: 'met', metBy: 5 });
  });
});
