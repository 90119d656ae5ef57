/** 18.5: hearing notice, reminder, papers of a seizure and test result are served, each in its step, as they were issued. */
import { filed, majorPenalty, minorPenalty, notified, served } from '../histories.testing.js';
import { hearingRequested } from '../histories-to-decision.testing.js';
import { approved, taken } from '../seizure/seizing.testing.js';
import { given, happened, morningOf, paper, sampleLists, type Happened } from '../testing.js';
import { issuedFirst, servedAfterIssue, servedAsIssued } from './issued.js';
import type { PaperKind } from './words.js';

type More = Readonly<{ paper?: ReturnType<typeof paper>; occurredAt?: string; lateReason?: string }>;
type Step = Readonly<{
  history: readonly Happened[];
  kind: PaperKind;
  of: number;
  on: string;
  serve: (
    history: readonly Happened[],
    more: More,
    lists?: typeof sampleLists,
  ) => ReturnType<ReturnType<typeof given>['when']>;
  event: Happened['type'];
}>;

const direct = { method: 'direct', proof: paper('receipt') } as const;
const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') };

const hearing = [
  ...notified(majorPenalty),
  hearingRequested,
  happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' }),
];
const away = happened('ItemsSeized', '2026-03-11', ['lin', 'gao'], {
  ...taken,
  rightsTold: false,
  statementHeard: false,
  decisionHandedOver: false,
  listHandedOver: false,
  partyPresent: false,
  absence: '电话通知，称在外地',
  witness: '社区工作人员',
});
const tested = [
  ...filed,
  happened('TestCommissioned', '2026-03-12', 'lin', { body: '检验院', periodDays: 20, toldInWriting: true }),
  happened('TestResultRecorded', '2026-03-20', 'lin', {
    test: filed.length,
    kind: '鉴定意见',
    what: '检验报告',
    report: paper('report'),
  }),
];

const steps: Readonly<Record<string, Step>> = {
  'a hearing notice': {
    history: hearing,
    kind: 'hearing-notice',
    of: hearing.length - 1,
    on: '2026-05-12',
    serve: (history, more, lists = sampleLists) =>
      given(...history).when({
        on: '2026-05-12',
        by: 'qiu',
        act: 'hearing/serve-notice',
        entry: { for: '2026-05-22', place: '三楼听证室', open: true, ...direct, ...more },
        context: { lists },
      }),
    event: 'HearingNoticeServed',
  },
  'a reminder': {
    history: served(minorPenalty),
    kind: 'reminder',
    of: 10,
    on: '2026-12-10',
    serve: (history, { paper: reminder = paper('another'), ...more }, lists = sampleLists) =>
      given(...history).when({
        on: '2026-12-10',
        by: 'lin',
        act: 'court-enforcement/serve-reminder',
        entry: { ...two, payBy: '2027-02-25', how: '到指定银行缴纳', reminder, ...direct, ...more },
        context: { lists },
      }),
    event: 'ReminderServed',
  },
  'decision and list of a seizure': {
    history: [...approved, away],
    kind: 'seizure',
    of: approved.length,
    on: '2026-03-12',
    serve: (history, more, lists = sampleLists) =>
      given(...history).when({
        on: '2026-03-12',
        by: 'lin',
        act: 'seizure/serve-papers',
        entry: { ...two, seizure: approved.length, ...direct, ...more },
        context: { lists },
      }),
    event: 'SeizurePapersServed',
  },
  'the result of a test': {
    history: tested,
    kind: 'test-result',
    of: tested.length - 1,
    on: '2026-03-23',
    serve: (history, more, lists = sampleLists) =>
      given(...history).when({
        on: '2026-03-23',
        by: 'lin',
        act: 'evidence/tell-test-result',
        entry: { test: filed.length, ...more },
        context: { lists },
      }),
    event: 'TestResultTold',
  },
};

describe.each(Object.entries(steps))('%s', (_, { history, kind, of, on, serve, event }) => {
  const issued = happened('PaperIssued', on, 'lin', { kind, of, paper: paper('issued'), sealed: true });

  it('is served as it was issued, and not before', () => {
    serve([...history, issued], { paper: paper('issued') }).thenRecords(event);
    serve([...history, issued], { paper: paper('another') }).thenRefused(servedAsIssued);
    serve([...history, issued], {
      paper: paper('issued'),
      occurredAt: morningOf(on).replace('T02', 'T01'),
      lateReason: '补录',
    }).thenRefused(servedAfterIssue);
  });

  it('is issued first where the agency says so', () => {
    serve(history, { paper: paper('issued') }).thenRecords(event);
    serve(history, { paper: paper('issued') }, { ...sampleLists, papersIssuedFirst: true }).thenRefused(
      issuedFirst,
    );
  });

  it('can be issued by whoever serves it', () => {
    given(...history)
      .when({ on, by: 'lin', act: 'paper/issue', entry: { kind, of, paper: paper('issued'), sealed: true } })
      .thenRecords('PaperIssued');
  });
});
