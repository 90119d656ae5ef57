import { chinaCalendar } from '@anjuan/law';
import { approvalOpenFor } from '../approval/approval.js';
import { caseSent } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { kept, type GoodsPart } from '../goods/ledger.js';
import { namesALine } from '../goods/provisions.js';
import {
  decided,
  filed,
  filedAs,
  filingTerms,
  investigated,
  lead,
  majorPenalty,
  oneLine,
  seizedAt,
} from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { comesBackAsItWent } from './coming-back.js';
import type { RecordSettlement } from './jurisdiction.js';
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

describe('a case that was sent and is designated back (APL 25(2); SAMR-P 14)', () => {
  const line = { entry: 7, line: 1 } as const;
  const seized = [...investigated, ...seizedAt(5, '腊肠', oneLine)];
  const away = (goods?: readonly GoodsPart[]): readonly Happened[] => [
    ...seized,
    requestOn('2026-03-12'),
    ...approvedOn('2026-03-13', seized.length),
    happened('CaseTransferred', '2026-03-20', 'lin', { ...parcel, ...(goods && { goods }) }),
    disputedOn('2026-03-23'),
    reportedOn('2026-03-23'),
  ];
  const all = [{ ...line, quantity: 32 }];
  const designated = { ...settlement, by: 'superior' } as const;
  const settle = (
    history: readonly Happened[],
    goods?: readonly GoodsPart[],
    more: Partial<RecordSettlement> = {},
  ) =>
    given(...history).when({
      on: '2026-06-22',
      by: 'lin',
      act: 'jurisdiction/record-settlement',
      entry: { ...designated, ...(goods && { goods }), ...more },
    });
  const back = (goods?: readonly GoodsPart[]) =>
    happened('JurisdictionSettled', '2026-06-22', 'lin', { ...designated, ...(goods && { goods }) });
  const here = (history: readonly Happened[]) => fileOf(...history).goods.map(kept);

  it('comes with the goods that went along, and no others', () => {
    settle(away(all), all).then({ type: 'JurisdictionSettled', data: { ...designated, goods: all } });
    settle(away(all)).thenRecords('JurisdictionSettled');
    settle(away(all), []).thenRefused(namesALine);
    settle(away(all), [{ ...line, quantity: 33 }]).thenRefused(comesBackAsItWent);
    settle(away(all), [...all, { ...line, quantity: 1 }]).thenRefused(comesBackAsItWent);
    settle(away(all), [{ ...line, line: 2, quantity: 1 }]).thenRefused(comesBackAsItWent);
    settle(away(all), all, { ours: false, competent: theirs }).thenRefused(comesBackAsItWent);
    settle(away([]), all).thenRefused(comesBackAsItWent);
    // It was never sent.
    settle([...seized, disputedOn('2026-03-23')], all).thenRefused(comesBackAsItWent);
  });

  it('they are here again, under the measure by which they were taken', () => {
    expect(here(away(all))).toStrictEqual([0]);
    expect(here([...away(all), back(all)])).toStrictEqual([32]);
    expect(here([...away(all), back([{ ...line, quantity: 20 }])])).toStrictEqual([20]);
    expect(here([...away(all), back()])).toStrictEqual([0]);
  });

  it('the days away count neither against the period for deciding nor against a check', () => {
    const due = (today: string, ...more: readonly Happened[]) =>
      deadlines(fileOf(...away(all), ...more), { calendar: chinaCalendar, today }).find(
        ({ id }) => id === 'decision-period',
      );
    // Filed on 2026-03-10, ninety days; away from 2026-03-20 to 2026-06-21, ninety-four days.
    expect(due('2026-06-10')).toMatchObject({ state: 'met' });
    expect(due('2026-06-22', back(all))).toMatchObject({ state: 'running', due: '2026-09-10' });
    expect(fileOf(...away(all), back(all)).jurisdiction.daysAway).toStrictEqual([
      { from: '2026-03-20', to: '2026-06-21' },
    ]);
    const ofLead = fileOf(
      ...lead,
      requestOn('2026-03-03'),
      ...approvedOn('2026-03-04', 1),
      sentOn('2026-03-05'),
      disputedOn('2026-03-06'),
      back(),
    );
    expect(
      deadlines(ofLead, { calendar: chinaCalendar, today: '2026-06-22' }).find(
        ({ id }) => id === 'lead-check',
      ),
    ).toMatchObject({ state: 'running' });
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
