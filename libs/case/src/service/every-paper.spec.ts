/** One set of demands for every paper that reaches the party; SAMR-P 82 speaks of 执法文书, not of decisions. */
import { chinaCalendar } from '@anjuan/law';
import { tenDaysAfterReminder } from '../court-enforcement/provisions.js';
import { deadlines } from '../deadlines.js';
import { decided, minorPenalty, notified, proposalApproved, served } from '../histories.testing.js';
import { hearingRequested } from '../histories-to-decision.testing.js';
import { majorPenalty } from '../histories.testing.js';
import { publicNoticeLast } from '../notice/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { electronicRecorded, leavingShown, lienWitnessed, noticeShown, receiptKept } from './provisions.js';

const two = { officers: ['lin', 'gao'] } as const;
const hearing: readonly Happened[] = [
  ...notified(majorPenalty),
  hearingRequested,
  happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' }),
];

type How = Readonly<{
  method: 'direct' | 'lien' | 'electronic' | 'public-notice';
  [more: string]: unknown;
}>;
/** The four papers, each on the eve of its service. */
const papers: Readonly<Record<string, (how: How) => ReturnType<ReturnType<typeof given>['when']>>> = {
  'a notice': (how) =>
    given(...proposalApproved(majorPenalty)).when({
      on: '2026-04-30',
      by: 'lin',
      act: 'notice/serve',
      entry: {
        ...two,
        penalties: penaltiesOf(majorPenalty),
        facts: '使用超过保质期的原料',
        hearingRightTold: true,
        ...how,
      },
    }),
  'a hearing notice': (how) =>
    given(...hearing).when({
      on: '2026-05-12',
      by: 'qiu',
      act: 'hearing/serve-notice',
      entry: { for: '2026-07-22', place: '三楼听证室', open: true, ...how },
    }),
  'a decision': (how) =>
    given(...decided(minorPenalty)).when({
      on: '2026-06-08',
      by: 'lin',
      act: 'service/serve-decision',
      entry: { ...two, ...how },
    }),
};
const film = { media: [paper('film')] };

describe.each(Object.entries(papers))('Fault 11: %s', (_, serve) => {
  it('is handed over against a receipt (SAMR-P 82(1))', () => {
    serve({ method: 'direct' }).thenRefused(receiptKept);
  });

  it('is left before a witness whom the receipt names, or on film (82(2))', () => {
    serve({ method: 'lien' }).thenRefused(lienWitnessed);
    serve({ method: 'lien', proof: paper('receipt') }).thenRefused(lienWitnessed);
    serve({ method: 'lien', witness: '社区干部' }).thenRefused(lienWitnessed);
  });

  it('is sent electronically with a record of its arrival (82(3))', () => {
    serve({ method: 'electronic', addressConfirmation: paper('address') }).thenRefused(electronicRecorded);
  });

  it('is posted in public with a picture of it (82(5)), or left at the confirmed address with a note (83(2))', () => {
    serve({ method: 'public-notice', otherMethodsFailed: '下落不明' }).thenRefused(noticeShown);
    serve({
      method: 'direct',
      notReceived: 'change-not-told',
      addressConfirmation: paper('address'),
    }).thenRefused(leavingShown);
  });
});

describe('a paper that is left', () => {
  const lien = { method: 'lien', witness: '社区干部', proof: paper('receipt') } as const;
  it.each([
    ['a notice', 'NoticeServed'],
    ['a hearing notice', 'HearingNoticeServed'],
    ['a decision', 'DecisionServed'],
  ] as const)('%s by the rules is served', (what, type) => {
    papers[what]?.(lien).thenRecords(type);
    papers[what]?.({ method: 'lien', ...film }).thenRecords(type);
  });
});

describe('a reminder (ACL 38, 54)', () => {
  const entry = {
    ...two,
    signedPaper: paper('signed'),
    payBy: '2027-02-25',
    how: '到指定银行缴纳',
    reminder: paper('reminder'),
    proof: paper('board'),
  } as const;
  const remind = (how: How) =>
    given(...served(minorPenalty)).when({
      on: '2026-12-10',
      by: 'lin',
      act: 'court-enforcement/serve-reminder',
      entry: { ...entry, ...how },
    });

  it('is served by the same rules', () => {
    remind({ method: 'lien' }).thenRefused(lienWitnessed);
    remind({ method: 'lien', witness: '社区干部' }).thenRecords('ReminderServed');
    remind({ method: 'public-notice' }).thenRefused(publicNoticeLast);
  });

  const posted = { ...entry, method: 'public-notice', otherMethodsFailed: '下落不明' } as const;
  it('by public notice runs from when the thirty days of the notice are over', () => {
    remind({ method: 'public-notice', otherMethodsFailed: '下落不明' }).then({
      type: 'ReminderServed',
      data: { ...posted, servedOn: '2027-01-11' },
    });
    const history = [
      ...served(minorPenalty),
      happened('ReminderServed', '2026-12-10', ['lin', 'gao'], { ...posted, servedOn: '2027-01-11' }),
      happened('ApprovalRequested', '2026-12-28', 'lin', {
        matter: 'court-enforcement',
        terms: { court: '朝阳区人民法院', object: '罚款' },
      }),
      happened('ApprovalGiven', '2026-12-28', 'tang', { approval: 13, matter: 'court-enforcement' }),
    ];
    const apply = (on: string) =>
      given(...history).when({
        on,
        by: 'lin',
        act: 'court-enforcement/apply',
        entry: { approval: 13, application: paper('application'), enclosed: [paper('d'), paper('r')] },
      });
    apply('2027-01-25').thenRefused(tenDaysAfterReminder);
    apply('2027-01-26').thenRecords('CourtApplied');
    const clocks = deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2027-01-12' });
    expect(clocks.filter(({ id }) => id === 'reminder')).toMatchObject([
      { from: '2027-01-11', due: '2027-01-25' },
    ]);
  });
});
