import { chinaCalendar, type LocalDate } from '@anjuan/law';
import { deadlines } from './deadlines.js';
import { emptyFile } from './steps.js';
import {
  collectedOnTheSpot,
  decided,
  filed,
  filedAs,
  filingTerms,
  goods,
  lead,
  legallyReviewed,
  majorPenalty,
  minorPenalty,
  notified,
  onTheSpot,
  paid,
  disposedOf,
  seizedAt,
  sentForLegalReview,
  concluded,
  served,
  summaryFinished,
} from './histories.testing.js';
import { fileOf, happened, paper, type Happened } from './testing.js';

const on = (today: LocalDate, id: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today })
    .filter((deadline) => deadline.id === id)
    .map(({ due, state, metBy, excludedDays }) => ({ due, state, metBy, excludedDays }));
const state = (...args: Parameters<typeof on>) => on(...args).map((deadline) => deadline.state);

describe('a public notice', () => {
  const byNotice = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    method: 'public-notice',
    otherMethodsFailed: '下落不明',
    servedOn: '2026-07-08',
  });

  it('public-notice: serves when its thirty days are over; other ways of service have none', () => {
    const history = [...decided(majorPenalty), byNotice];
    expect(on('2026-07-08', 'public-notice', ...history)).toMatchObject([
      { due: '2026-07-08', state: 'running' },
    ]);
    expect(state('2026-07-09', 'public-notice', ...history)).toStrictEqual(['lapsed']);
    expect(state('2026-07-09', 'public-notice', ...served(majorPenalty))).toStrictEqual([]);
  });
});

describe('before the decision', () => {
  it('an empty file has no clocks', () => {
    expect(deadlines(emptyFile, { calendar: chinaCalendar, today: '2026-03-02' })).toStrictEqual([]);
  });

  it('lead-check: fifteen working days from the lead to the filing', () => {
    expect(on('2026-03-05', 'lead-check', ...lead)).toStrictEqual([
      { due: '2026-03-23', state: 'running', metBy: undefined, excludedDays: 0 },
    ]);
    expect(state('2026-03-23', 'lead-check', ...lead)).toStrictEqual(['running']);
    expect(state('2026-03-24', 'lead-check', ...lead)).toStrictEqual(['missed']);
    expect(on('2026-06-01', 'lead-check', ...filed)).toMatchObject([{ state: 'met', metBy: 3 }]);
  });

  it('limitation: found in time, or time-barred', () => {
    expect(on('2026-03-10', 'limitation', ...filed)).toMatchObject([{ due: '2028-02-20', state: 'met' }]);
    const old = { ...filingTerms, act: { from: '2019-01-01', to: '2020-03-01' } };
    expect(on('2026-03-10', 'limitation', ...filedAs(old))).toMatchObject([
      { due: '2022-03-01', state: 'lapsed' },
    ]);
    const serious = { ...old, endangersLifeOrProperty: true };
    expect(on('2026-03-10', 'limitation-with-harm', ...filedAs(serious))).toMatchObject([
      { due: '2025-03-01', state: 'lapsed' },
    ]);
  });

  const tested = (toldInWriting: boolean) => [
    ...filed,
    ...seizedAt(4, '腊肠原料32箱'),
    happened('TestCommissioned', '2026-03-12', 'lin', { body: '检验研究院', periodDays: 30, toldInWriting }),
    happened('TestResultRecorded', '2026-04-10', 'lin', {
      test: 7,
      kind: '鉴定意见',
      what: '检验报告',
      report: paper('test-report'),
    }),
  ];

  it('seizure-term: a seizure stands longer by a test only where its period was told in writing', () => {
    expect(on('2026-04-01', 'seizure-term', ...tested(true))).toStrictEqual([
      { due: '2026-05-09', state: 'running', metBy: undefined, excludedDays: 29 },
    ]);
    expect(on('2026-04-01', 'seizure-term', ...tested(false))).toMatchObject([
      { due: '2026-04-10', state: 'running', excludedDays: 0 },
    ]);
    expect(state('2026-04-11', 'seizure-term', ...tested(false))).toStrictEqual(['missed']);
  });

  it('seizure-term: lifting ends it, also with a decision that confiscates the goods', () => {
    const lifted = happened('SeizureLifted', '2026-04-08', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('lifted'),
      seizure: 6,
      reason: '不再需要',
    });
    const seized = [...filed, ...seizedAt(4, goods.what ?? '')];
    expect(on('2026-06-30', 'seizure-term', ...seized, lifted)).toMatchObject([{ state: 'met', metBy: 7 }]);
    const inWords = { kind: 'confiscation-of-goods', what: '腊肠原料32箱' } as const;
    const outcome = { kind: 'penalty', penalties: [inWords] } as const;
    expect(
      on('2026-06-30', 'seizure-term', ...decided(outcome), ...seizedAt(11, inWords.what)),
    ).toMatchObject([{ due: '2026-04-10', state: 'missed', metBy: 10 }]);
  });

  it('review: ten working days for the review', () => {
    expect(on('2026-04-24', 'review', ...sentForLegalReview(concluded(majorPenalty)))).toMatchObject([
      { due: '2026-05-09', state: 'running' },
    ]);
    expect(on('2026-06-24', 'review', ...legallyReviewed(majorPenalty))).toMatchObject([
      { state: 'met', metBy: 7 },
    ]);
  });

  it('decision-period: ninety days, without the time of tests and of the hearing', () => {
    expect(on('2026-03-11', 'decision-period', ...filed)).toMatchObject([
      { due: '2026-06-08', excludedDays: 0 },
    ]);
    expect(on('2026-06-01', 'decision-period', ...tested(false))).toMatchObject([
      { due: '2026-07-08', excludedDays: 30, state: 'running' },
    ]);
    const hearing = [
      happened('HearingRequested', '2026-05-08', 'lin', { inTime: true }),
      happened('HearingHeld', '2026-05-22', 'qiu', { record: paper('hearing'), recordSigned: true }),
      happened('HearingReported', '2026-05-26', 'qiu', { report: paper('report'), opinion: '维持' }),
    ];
    expect(on('2026-06-01', 'decision-period', ...notified(majorPenalty), ...hearing)).toMatchObject([
      { due: '2026-06-27', excludedDays: 19 },
    ]);
    expect(state('2026-06-09', 'decision-period', ...notified(majorPenalty))).toStrictEqual(['missed']);
    expect(on('2026-06-09', 'decision-period', ...decided(majorPenalty))).toMatchObject([
      { state: 'met', metBy: 10 },
    ]);
  });
});

describe('the right to be heard', () => {
  const requested = happened('HearingRequested', '2026-05-08', 'lin', { inTime: true });
  const named = happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' });
  const held = happened('HearingHeld', '2026-05-22', 'qiu', { record: paper('record'), recordSigned: true });
  const reported = happened('HearingReported', '2026-06-01', 'qiu', { report: paper('r'), opinion: '维持' });

  it('statement: five working days, then given up', () => {
    const notice = notified(majorPenalty);
    expect(on('2026-05-11', 'statement', ...notice)).toMatchObject([{ due: '2026-05-11', state: 'running' }]);
    expect(state('2026-05-12', 'statement', ...notice)).toStrictEqual(['lapsed']);
    expect(on('2026-05-12', 'statement', ...notice, requested)).toMatchObject([{ state: 'met', metBy: 10 }]);
  });

  it('hearing-host and hearing-report: the host named, the report given', () => {
    const notice = notified(majorPenalty);
    expect(on('2026-05-12', 'hearing-host', ...notice, requested)).toMatchObject([
      { due: '2026-05-12', state: 'running' },
    ]);
    expect(on('2026-05-12', 'hearing-host', ...notice, requested, named)).toMatchObject([
      { state: 'met', metBy: 11 },
    ]);
    expect(on('2026-05-25', 'hearing-report', ...notice, requested, named, held)).toMatchObject([
      { due: '2026-05-29', state: 'running' },
    ]);
    expect(on('2026-06-25', 'hearing-report', ...notice, requested, named, held, reported)).toMatchObject([
      { state: 'missed', metBy: 13 },
    ]);
  });
});

describe('after the decision', () => {
  it('decision-service, credit-publicity, publication: serve and publish', () => {
    const made = decided(majorPenalty);
    expect(on('2026-06-08', 'decision-service', ...made)).toMatchObject([
      { due: '2026-06-16', state: 'running' },
    ]);
    expect(on('2026-06-30', 'decision-service', ...served(majorPenalty))).toMatchObject([
      { state: 'met', metBy: 11 },
    ]);
    expect(on('2026-06-08', 'credit-publicity', ...made)).toMatchObject([{ due: '2026-06-16' }]);
    expect(on('2026-06-08', 'publication', ...made)).toMatchObject([{ due: '2026-07-06' }]);
    const published = happened('DecisionPublished', '2026-06-18', 'lin', {});
    expect(state('2026-06-18', 'credit-publicity', ...served(majorPenalty), published)).toStrictEqual([
      'missed',
    ]);
    expect(state('2026-06-18', 'publication', ...served(majorPenalty), published)).toStrictEqual(['met']);
  });

  it('credit-publicity does not run for a warning only', () => {
    expect(
      on('2026-06-18', 'credit-publicity', ...decided({ kind: 'penalty', penalties: [{ kind: 'warning' }] })),
    ).toEqual([]);
  });

  it('decision-service looks at the day of the public notice, not the day it takes effect', () => {
    const notice = happened('DecisionServed', '2026-06-16', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      method: 'public-notice',
      servedOn: '2026-07-16',
    });
    expect(state('2026-08-01', 'decision-service', ...decided(majorPenalty), notice)).toStrictEqual(['met']);
  });

  it('payment: fifteen days to pay everything', () => {
    const due = served(majorPenalty);
    const gains = paid('2026-06-20', 'illegal-gains', 1_526_000);
    expect(on('2026-06-20', 'payment', ...due, gains)).toMatchObject([
      { due: '2026-06-23', state: 'running' },
    ]);
    expect(state('2026-06-24', 'payment', ...due, gains)).toStrictEqual(['missed']);
    expect(on('2026-06-24', 'payment', ...due, gains, paid('2026-06-23', 'fine', 18_400_000))).toMatchObject([
      { state: 'met', metBy: 13 },
    ]);
  });

  it('instalments replace it for the fine', () => {
    const plan = [
      { due: '2026-07-31', fen: 10_000_000 },
      { due: '2026-08-31', fen: 8_400_000 },
    ];
    const history = [
      ...served(majorPenalty),
      paid('2026-06-15', 'illegal-gains', 1_526_000),
      happened('InstalmentsAppliedFor', '2026-06-15', 'lin', { reason: '困难', application: paper('a') }),
      happened('InstalmentsApproved', '2026-06-18', 'tang', { plan, application: 13 }),
      paid('2026-07-30', 'fine', 10_000_000),
    ];
    expect(state('2026-08-01', 'payment', ...history)).toStrictEqual(['met']);
    expect(on('2026-08-01', 'instalment-1', ...history)).toMatchObject([
      { due: '2026-07-31', state: 'met', metBy: 15 },
    ]);
    expect(state('2026-08-31', 'instalment-2', ...history)).toStrictEqual(['running']);
    expect(state('2026-09-01', 'instalment-2', ...history)).toStrictEqual(['missed']);
  });

  it('closure: fifteen working days from the last thing done', () => {
    const done = [...served(minorPenalty), paid('2026-06-22', 'fine', 100_000)];
    expect(on('2026-06-30', 'closure', ...served(minorPenalty))).toEqual([]);
    expect(on('2026-06-30', 'closure', ...done)).toMatchObject([{ due: '2026-07-13', state: 'running' }]);
    const requested = happened('ApprovalRequested', '2026-07-10', 'lin', {
      matter: 'closure',
      terms: { ground: 'executed' },
    });
    expect(on('2026-07-30', 'closure', ...done, requested)).toMatchObject([{ state: 'met', metBy: 13 }]);
  });

  it('closure waits for goods', () => {
    const money = [paid('2026-06-22', 'fine', 18_400_000), paid('2026-06-22', 'illegal-gains', 1_526_000)];
    expect(on('2026-06-30', 'closure', ...served(majorPenalty), ...money)).toEqual([]);
    expect(
      on('2026-07-07', 'closure', ...served(majorPenalty), ...money, disposedOf('2026-07-06')),
    ).toMatchObject([{ due: '2026-07-27' }]);
  });
});

describe('decided on the spot', () => {
  it('cash-hand-in, cash-banking: the money; on-the-spot-file: the file', () => {
    expect(on('2026-06-15', 'cash-hand-in', ...collectedOnTheSpot)).toMatchObject([
      { due: '2026-06-17', state: 'running' },
    ]);
    expect(on('2026-06-30', 'cash-hand-in', ...summaryFinished)).toMatchObject([{ state: 'met', metBy: 2 }]);
    expect(on('2026-06-30', 'cash-banking', ...summaryFinished)).toMatchObject([
      { due: '2026-06-18', state: 'met', metBy: 3 },
    ]);
    expect(on('2026-06-16', 'on-the-spot-file', ...onTheSpot)).toMatchObject([
      { due: '2026-06-25', state: 'running' },
    ]);
    expect(on('2026-06-30', 'on-the-spot-file', ...summaryFinished)).toMatchObject([
      { state: 'met', metBy: 4 },
    ]);
  });

  it('payment runs only for a fine that was not collected', () => {
    expect(on('2026-06-16', 'payment', ...onTheSpot)).toMatchObject([{ due: '2026-06-30' }]);
    expect(on('2026-06-16', 'payment', ...collectedOnTheSpot)).toEqual([]);
  });
});

it('a year without a table gives a provisional date', () => {
  const late = happened('LeadReceived', '2026-12-28', 'lin', {
    source: '投诉',
    summary: '线索',
    receivedOn: '2026-12-28',
    realName: false,
  });
  const [check] = deadlines(fileOf(late), { calendar: chinaCalendar, today: '2026-12-29' });
  expect(check).toMatchObject({ id: 'lead-check', provisional: true, startedBy: 0, from: '2026-12-28' });
});
