import { chinaCalendar } from '@anjuan/law';
import { approvalOpenFor } from '../approval/approval.js';
import { caseSent } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { decided, filed, filedAs, filingTerms, investigated, majorPenalty } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import {
  afterTheApproval,
  afterTheDispute,
  agencyNamed,
  requestedForTheCompetent,
  beforeDecision,
  disputed,
  notReceivedByTransfer,
  notReported,
  notTransferred,
  oneTransferRequest,
  sentToTheCompetent,
  settledForUs,
  toTheCompetent,
  transferApproved,
  transferByLeader,
  undisputed,
} from './provisions.js';

const theirs = '通州区市场监督管理局';
const dispute = { agency: theirs, reason: '对方先立案' };
const report = { superior: '北京市市场监督管理局', letter: paper('report-letter') };
const settlement = {
  by: 'talks',
  ours: true,
  competent: '朝阳区市场监督管理局',
  paper: paper('minutes'),
} as const;
const terms = { to: 'market-supervision', agency: theirs, reason: '违法行为发生地在通州' } as const;
const parcel = { letter: paper('transfer-letter'), enclosed: [paper('file')] };
const late = (on: string) => ({ occurredAt: morningOf(on), lateReason: '补录' });

const lin = (act: string, on: string) => ({ on, by: 'lin', act }) as const;
const disputedOn = (on: string): Happened => happened('JurisdictionDisputed', on, 'lin', dispute);
const reportedOn = (on: string): Happened => happened('JurisdictionReported', on, 'lin', report);
const settledOn = (on: string, ours: boolean, by: 'talks' | 'superior' = 'talks'): Happened =>
  happened('JurisdictionSettled', on, 'lin', {
    ...settlement,
    by,
    ours,
    competent: ours ? settlement.competent : theirs,
  });
const requestOn = (on: string): Happened =>
  happened('ApprovalRequested', on, 'lin', { matter: 'transfer', terms });
/** Two entries: the approval, and what it is of. */
const approvedOn = (on: string, approval: number): readonly Happened[] => [
  happened('ApprovalGiven', on, 'tang', { approval, matter: 'transfer' }),
  happened('CaseTransferApproved', on, 'tang', { approval, ...terms }),
];
const sentOn = (on: string): Happened => happened('CaseTransferred', on, 'lin', parcel);
const inDispute = [...investigated, disputedOn('2026-03-12')];
const approved = [...investigated, requestOn('2026-03-12'), ...approvedOn('2026-03-13', 5)];

describe('a dispute on jurisdiction (APL 25; SAMR-P 13)', () => {
  const record = { ...lin('', '2026-03-12'), act: 'jurisdiction/record-dispute', entry: dispute } as const;

  it('is written down by a handler, with the other agency and the reason', () => {
    given(...investigated)
      .when(record)
      .then({ type: 'JurisdictionDisputed', data: dispute });
    given(...investigated)
      .when({ ...record, by: 'gao' })
      .thenRecords('JurisdictionDisputed');
    given(...investigated)
      .when({ ...record, by: 'shen' })
      .thenRefused(byHandler);
    for (const entry of [
      { ...dispute, agency: ' ' },
      { ...dispute, reason: '' },
    ]) {
      given(...investigated)
        .when({ ...record, entry })
        .thenRefused(agencyNamed);
    }
  });

  it('is open once at a time, and settled before the decision', () => {
    given(...inDispute)
      .when(record)
      .thenRefused(undisputed);
    given(...inDispute, settledOn('2026-03-13', true))
      .when({ ...record, on: '2026-03-16' })
      .thenRecords('JurisdictionDisputed');
    given(...decided(majorPenalty))
      .when({ ...record, on: '2026-06-06' })
      .thenRefused(beforeDecision);
  });

  it('is reported to the superior once, and not before it arose', () => {
    const up = {
      on: '2026-03-16',
      by: 'lin',
      act: 'jurisdiction/report-to-superior',
      entry: report,
    } as const;
    given(...inDispute)
      .when(up)
      .then({ type: 'JurisdictionReported', data: report });
    given(...investigated)
      .when(up)
      .thenRefused(disputed);
    given(...inDispute, reportedOn('2026-03-16'))
      .when(up)
      .thenRefused(notReported);
    given(...inDispute)
      .when({ ...up, entry: { ...report, ...late('2026-03-11') } })
      .thenRefused(afterTheDispute);
  });

  it('ends with an agreement or a designation, not before the report', () => {
    const end = {
      on: '2026-03-18',
      by: 'lin',
      act: 'jurisdiction/record-settlement',
      entry: settlement,
    } as const;
    given(...inDispute)
      .when(end)
      .then({ type: 'JurisdictionSettled', data: settlement });
    given(...inDispute, settledOn('2026-03-13', true))
      .when(end)
      .thenRefused(disputed);
    given(...inDispute, reportedOn('2026-03-16'))
      .when({ ...end, entry: { ...settlement, ...late('2026-03-13') } })
      .thenRefused(afterTheDispute);
  });
});

describe('the decision (gate row 8)', () => {
  const ready = readyToDecide(majorPenalty);
  const entry = { number: '朝市监处罚〔2026〕217号', outcome: majorPenalty };
  const decide = { on: '2026-06-05', by: 'he', act: 'decision/make', entry } as const;

  it('waits for the dispute, and is not ours where another agency is competent', () => {
    given(...ready, disputedOn('2026-06-04'))
      .when(decide)
      .thenRefused(undisputed);
    given(...ready, disputedOn('2026-06-04'), settledOn('2026-06-04', true))
      .when(decide)
      .thenRecords('DecisionMade');
    given(...ready, disputedOn('2026-06-04'), settledOn('2026-06-04', false))
      .when(decide)
      .thenRefused(settledForUs);
  });

  it('is not made in a case whose transfer was approved, sent or not', () => {
    const given5 = [...ready, requestOn('2026-06-04'), ...approvedOn('2026-06-04', ready.length)];
    given(...given5)
      .when(decide)
      .thenRefused(notTransferred);
    given(...given5, sentOn('2026-06-05'))
      .when(decide)
      .thenRefused(notTransferred);
  });
});

describe('jurisdiction/request-transfer (SAMR-P 14, 17)', () => {
  const ask = { on: '2026-03-16', by: 'lin', act: 'jurisdiction/request-transfer', entry: terms } as const;
  const requested = { type: 'ApprovalRequested', data: { matter: 'transfer', terms } };

  it('names the agency and the reason, one request at a time', () => {
    given(...investigated)
      .when(ask)
      .then(requested);
    given(...investigated, requestOn('2026-03-12'))
      .when(ask)
      .thenRefused(oneTransferRequest);
    given(...investigated)
      .when({ ...ask, entry: { ...terms, reason: ' ' } })
      .thenRefused(agencyNamed);
  });

  it('neither during a dispute, nor after the decision, nor twice', () => {
    given(...inDispute)
      .when(ask)
      .thenRefused(undisputed);
    given(...decided(majorPenalty))
      .when({ ...ask, on: '2026-06-06' })
      .thenRefused(beforeDecision);
    given(...approved)
      .when(ask)
      .thenRefused(notTransferred);
  });

  it('goes where the settlement says', () => {
    const lost = [...inDispute, settledOn('2026-03-13', false)];
    given(...lost)
      .when(ask)
      .then(requested);
    given(...lost)
      .when({ ...ask, entry: { ...terms, agency: '大兴区市场监督管理局' } })
      .thenRefused(toTheCompetent);
  });

  it('is not for a case that came by transfer, unless the superior designates (SAMR-P 14)', () => {
    const [first, ...rest] = filed;
    const came = (from: Readonly<{ transferredFrom?: string }>): readonly Happened[] => [
      happened('LeadReceived', '2026-03-02', 'lin', {
        source: '投诉举报移送函',
        summary: '抽检不合格',
        receivedOn: '2026-03-02',
        realName: false,
        ...from,
      }),
      ...rest,
    ];
    const received = came({ transferredFrom: theirs });
    expect(first?.type).toBe('LeadReceived');
    given(...came({}))
      .when(ask)
      .then(requested);
    given(...received)
      .when(ask)
      .thenRefused(notReceivedByTransfer);
    const argued = [...received, disputedOn('2026-03-12')];
    given(...argued, settledOn('2026-03-13', false))
      .when(ask)
      .thenRefused(notReceivedByTransfer);
    given(...argued, reportedOn('2026-03-12'), settledOn('2026-03-13', false, 'superior'))
      .when(ask)
      .then(requested);
  });
});

describe('approving and sending the transfer', () => {
  const approve = {
    on: '2026-03-13',
    by: 'tang',
    act: 'jurisdiction/approve-transfer',
    entry: { approval: 5 },
  } as const;
  const requested = [...investigated, requestOn('2026-03-12')];

  it('is a leader’s, of what was asked for', () => {
    given(...requested)
      .when(approve)
      .then(
        { type: 'ApprovalGiven', data: { approval: 5, matter: 'transfer' } },
        { type: 'CaseTransferApproved', data: { approval: 5, ...terms } },
      );
    given(...requested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(transferByLeader);
    given(...investigated)
      .when(approve)
      .thenRefused(approvalOpenFor('transfer'));
  });

  it('follows a settlement that came after the request', () => {
    const elsewhere = happened('JurisdictionSettled', '2026-03-13', 'lin', {
      ...settlement,
      ours: false,
      competent: '大兴区市场监督管理局',
    });
    given(...requested, disputedOn('2026-03-12'), elsewhere)
      .when(approve)
      .thenRefused(requestedForTheCompetent);
    const send = { on: '2026-03-16', by: 'lin', act: 'jurisdiction/send-transfer', entry: parcel } as const;
    given(...approved, disputedOn('2026-03-13'), elsewhere)
      .when(send)
      .thenRefused(sentToTheCompetent);
    given(...approved, disputedOn('2026-03-13'))
      .when(send)
      .thenRefused(undisputed);
  });

  it('is sent once, after the approval', () => {
    const send = { on: '2026-03-16', by: 'lin', act: 'jurisdiction/send-transfer', entry: parcel } as const;
    given(...approved)
      .when(send)
      .then({ type: 'CaseTransferred', data: parcel });
    given(...investigated)
      .when(send)
      .thenRefused(transferApproved);
    given(...approved, sentOn('2026-03-16'))
      .when(send)
      .thenRefused(transferApproved);
    given(...approved)
      .when({ ...send, entry: { ...parcel, ...late('2026-03-12') } })
      .thenRefused(afterTheApproval);
  });

  it('ends the case only when it has been sent (SAMR-P 77)', () => {
    const close = {
      on: '2026-03-18',
      by: 'lin',
      act: 'closure/request',
      entry: { ground: 'transferred', note: '已移送' },
    } as const;
    given(...approved)
      .when(close)
      .thenRefused(caseSent);
    given(...approved, sentOn('2026-03-16'))
      .when(close)
      .thenRecords('ApprovalRequested');
    given(...approved, sentOn('2026-03-16'), disputedOn('2026-03-17'))
      .when(close)
      .thenRefused(caseSent);
  });
});

describe('its clocks', () => {
  const clocks = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...filedAs(filingTerms), ...history), { calendar: chinaCalendar, today }).filter(
      ({ id }) => ['jurisdiction-talks', 'jurisdiction-ruling'].includes(id),
    );

  it('give the talks seven working days, and the superior seven more (SAMR-P 13, 16)', () => {
    expect(clocks('2026-03-16', disputedOn('2026-03-12'))).toMatchObject([
      { id: 'jurisdiction-talks', due: '2026-03-23', state: 'running' },
    ]);
    expect(clocks('2026-03-25', disputedOn('2026-03-12'))).toMatchObject([
      { id: 'jurisdiction-talks', state: 'missed' },
    ]);
    expect(clocks('2026-03-18', disputedOn('2026-03-12'), reportedOn('2026-03-17'))).toMatchObject([
      { id: 'jurisdiction-talks', state: 'met' },
      { id: 'jurisdiction-ruling', due: '2026-03-26', state: 'running' },
    ]);
    expect(
      clocks('2026-03-30', disputedOn('2026-03-12'), reportedOn('2026-03-17'), settledOn('2026-03-24', true)),
    ).toMatchObject([{ state: 'met' }, { id: 'jurisdiction-ruling', state: 'met' }]);
  });
});
