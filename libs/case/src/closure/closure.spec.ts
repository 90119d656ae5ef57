import { otherCircumstanceShown } from './let-off.js';
import { officerCredentialValid } from '../officers.js';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { allConfirmed } from '../entry/provisions.js';
import { byThoseInCharge } from '../execution/provisions.js';
import {
  collectedOnTheSpot,
  decided,
  disposedOf,
  filed,
  firstBreach,
  fine,
  gains,
  lead,
  majorPenalty,
  minorPenalty,
  onTheSpot,
  paid,
  seizedAt,
  served,
  summaryFinished,
} from '../histories.testing.js';
import { given, happened, paper, people, type Happened } from '../testing.js';
import { leaderStandsApart } from '../review/separation.js';
import type { ClosureTerms } from './closure.js';
import { endShown, notDecided } from './ended.js';
import { decisionNotLeftLying } from './let-off.js';
import {
  approvedByLeader,
  goodsDisposed,
  groundExplained,
  investigationTerminated,
  moneyPaid,
  noClosureRequestOpen,
  noPenaltyServed,
  penaltyServed,
  seizuresEnded,
  underWay,
} from './provisions.js';
import { fileHandedIn, moneyBanked } from './summary.js';

const ask = (entry: ClosureTerms = { ground: 'executed' }) =>
  ({ on: '2026-09-03', by: 'lin', act: 'closure/request', entry }) as const;
const approve = (approval: number) =>
  ({ on: '2026-09-03', by: 'tang', act: 'closure/approve', entry: { approval } }) as const;
const requested = (terms: ClosureTerms = { ground: 'executed' }): Happened =>
  happened('ApprovalRequested', '2026-09-03', 'lin', { matter: 'closure', terms });

const ended = happened('InvestigationTerminated', '2026-04-07', 'tang', {
  ground: 'entity-ended',
  reason: '企业已注销，无权利义务承受人',
  approval: 4,
});
const dissolvedEntry = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  kind: '书证',
  what: '注销登记及无权利义务承受人的证明',
  provider: '登记机关',
  papers: [paper('dissolved')],
} as const;
const dissolved = happened('EvidenceAdded', '2026-04-02', ['lin', 'gao'], dissolvedEntry);
const gainsPaid = paid('2026-06-22', 'illegal-gains', 1_526_000);
const finePaid = paid('2026-08-28', 'fine', 18_400_000);
const performed = [...served(majorPenalty), gainsPaid, finePaid, disposedOf('2026-07-06')];

describe('asking for closure', () => {
  it('needs everything performed', () => {
    given(...performed)
      .when(ask({ ground: 'executed', note: '已全部执行' }))
      .then({
        type: 'ApprovalRequested',
        data: { matter: 'closure', terms: { ground: 'executed', note: '已全部执行' } },
      });
    given(
      ...served(majorPenalty),
      disposedOf('2026-07-06'),
      gainsPaid,
      paid('2026-07-30', 'fine', 10_000_000),
    )
      .when(ask())
      .thenRefused(moneyPaid);
    given(...served(majorPenalty), disposedOf('2026-07-06'), finePaid)
      .when(ask())
      .thenRefused(moneyPaid);
    given(...served(majorPenalty), gainsPaid, finePaid)
      .when(ask())
      .thenRefused(goodsDisposed);
  });

  it('a fine that was never served counts for nothing', () => {
    given(...decided({ kind: 'penalty', penalties: [{ kind: 'warning' }] }))
      .when(ask())
      .thenRefused(penaltyServed);
  });

  it('after a decision not to punish has its own ground', () => {
    given(...served(firstBreach))
      .when(ask({ ground: 'no-penalty' }))
      .thenRecords('ApprovalRequested');
    given(...served(firstBreach))
      .when(ask())
      .thenRefused(penaltyServed);
    given(...decided(firstBreach))
      .when(ask({ ground: 'no-penalty' }))
      .thenRefused(noPenaltyServed);
    given(...performed)
      .when(ask({ ground: 'no-penalty' }))
      .thenRefused(noPenaltyServed);
  });

  it('on a ground the file does not show is explained', () => {
    given(...filed, ended)
      .when(ask({ ground: 'investigation-ended', note: '当事人已注销，无权利义务承受人' }))
      .thenRefused(endShown);
    given(...filed, dissolved, ended)
      .when(ask({ ground: 'investigation-ended', note: '当事人已注销，无权利义务承受人' }))
      .thenRecords('ApprovalRequested');
    given(...filed)
      .when(ask({ ground: 'investigation-ended', note: '当事人已注销，无权利义务承受人' }))
      .thenRefused(investigationTerminated, endShown);
    given(...filed)
      .when(ask({ ground: 'other', note: ' ' }))
      .thenRefused(otherCircumstanceShown, groundExplained);
    given(...served(majorPenalty))
      .when(ask({ ground: 'investigation-ended', note: '终止' }))
      .thenRefused(notDecided, investigationTerminated);
    const { signedPaper: _, ...unsigned } = dissolvedEntry;
    given(...filed, happened('EvidenceAdded', '2026-04-02', ['lin', 'gao'], unsigned), ended)
      .when(ask({ ground: 'investigation-ended', note: '当事人已注销' }))
      .thenRefused(allConfirmed, endShown);
  });

  it('leaves no seizure behind', () => {
    const lifted = happened('SeizureLifted', '2026-04-08', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('lifted'),
      seizure: 6,
      reason: '不再需要',
    });
    const terms: ClosureTerms = { ground: 'investigation-ended', note: '终止' };
    given(...filed, ...seizedAt(4, '腊肠原料32箱'), dissolved, ended)
      .when(ask(terms))
      .thenRefused(seizuresEnded);
    given(...filed, ...seizedAt(4, '腊肠原料32箱'), dissolved, ended, lifted)
      .when(ask(terms))
      .thenRecords('ApprovalRequested');
  });

  it('takes confiscated goods for ended, other goods not', () => {
    const inWords = { kind: 'confiscation-of-goods', what: '腊肠原料32箱' } as const;
    const started = served({ kind: 'penalty', penalties: [fine, gains, inWords] });
    const end = [gainsPaid, finePaid, disposedOf('2026-07-06')];
    given(...started, ...seizedAt(12, inWords.what), ...end)
      .when(ask())
      .thenRecords('ApprovalRequested');
    given(...started, ...seizedAt(12, '灌肠机一台'), ...end)
      .when(ask())
      .thenRefused(seizuresEnded);
  });

  it('waits for confirmations and for every other approval', () => {
    const unconfirmed = happened('EvidenceAdded', '2026-06-01', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    });
    given(...performed, unconfirmed)
      .when(ask())
      .thenRefused(allConfirmed);
    given(...performed, requested())
      .when(ask())
      .thenRefused(noClosureRequestOpen);
  });

  it('is for those in charge of a case that is under way', () => {
    given(...performed)
      .when({ ...ask(), by: 'shen' })
      .thenRefused(officerCredentialValid, byThoseInCharge);
    given(...lead)
      .when(ask({ ground: 'other', note: '不予立案' }))
      .thenRefused(underWay, byThoseInCharge, otherCircumstanceShown);
  });
});

describe('a case decided on the spot', () => {
  it('is closed when the money is banked and the file handed in', () => {
    given(...summaryFinished)
      .when(ask())
      .thenRecords('ApprovalRequested');
    given(...summaryFinished.slice(0, 4))
      .when(ask())
      .thenRefused(fileHandedIn);
    given(...collectedOnTheSpot, ...summaryFinished.slice(4))
      .when(ask())
      .thenRefused(moneyBanked);
  });

  it('or when the fine was paid at the bank', () => {
    const handedIn = summaryFinished.slice(4);
    given(...onTheSpot, ...handedIn, paid('2026-06-20', 'fine', 10_000))
      .when(ask())
      .thenRecords('ApprovalRequested');
    given(...onTheSpot, ...handedIn)
      .when(ask())
      .thenRefused(moneyPaid);
  });
});

describe('approving the closure', () => {
  it('is a second act by a leader', () => {
    given(...performed, requested())
      .when(approve(15))
      .then(
        { type: 'ApprovalGiven', data: { approval: 15, matter: 'closure' } },
        { type: 'CaseClosed', data: { approval: 15, ground: 'executed' } },
      );
    given(...performed, requested())
      .when({ ...approve(15), by: 'zhou' })
      .thenRefused(approvedByLeader);
  });

  it('is refused without a request, or of a request for something else', () => {
    given(...performed)
      .when(approve(15))
      .thenRefused(approvalOpen);
    given(...performed)
      .when(approve(1))
      .thenRefused(approvalOpen);
  });

  it('is refused to the one who asked, in whatever capacity', () => {
    const lin = { ...people.lin, capacities: ['officer', 'leader'] as const };
    given(...performed, requested())
      .when({ ...approve(15), by: 'lin', as: 'leader', context: { people: { ...people, lin } } })
      .thenRefused(leaderStandsApart, approverNotRequester);
  });

  it('asks again whether the ground holds, and whether another request waits', () => {
    given(...served(minorPenalty), requested())
      .when(approve(12))
      .thenRefused(moneyPaid);
    given(...served(firstBreach), requested({ ground: 'other' }))
      .when(approve(12))
      .thenRefused(decisionNotLeftLying, groundExplained);
    given(...performed, requested(), requested())
      .when(approve(15))
      .thenRefused(noClosureRequestOpen);
  });

  it('happens once', () => {
    const closed = [
      happened('ApprovalGiven', '2026-09-03', 'tang', { approval: 15, matter: 'closure' }),
      happened('CaseClosed', '2026-09-03', 'tang', { approval: 15, ground: 'executed' }),
    ];
    given(...performed, requested(), ...closed)
      .when({ ...approve(15), on: '2026-09-04' })
      .thenRefused(underWay, approvalOpen);
  });
});
