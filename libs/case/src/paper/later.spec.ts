/** 18.5: a paper says what is in force on the day on which it is served or published, and no other. */
import { changed, lighter } from '../decision-change/changed.testing.js';
import { decided, majorPenalty, minorPenalty, notified, served } from '../histories.testing.js';
import { hearingRequested } from '../histories-to-decision.testing.js';
import { given, happened, paper, sampleLists, type Happened } from '../testing.js';
import { issuedFirst, publishedAsIssued, servedAsIssued } from './issued.js';
import { notServedYet } from './provisions.js';
import type { PaperKind } from './words.js';

const issued = (kind: PaperKind, of: number, on: string, name: string): Happened =>
  happened('PaperIssued', on, 'lin', { kind, of, paper: paper(name), sealed: true });
const direct = { method: 'direct', proof: paper('receipt') } as const;
const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') };
const demanding = { ...sampleLists, papersIssuedFirst: true };

describe('a decision that a reconsideration changed', () => {
  const made = decided(majorPenalty);
  const decision = made.length - 1;
  const handedOver = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    ...two,
    ...direct,
    paper: paper('decision'),
    issued: made.length,
    servedOn: '2026-06-08',
  });
  const before = [...made, issued('decision', decision, '2026-06-05', 'decision'), handedOver];
  const remedy = before.length;
  const history = [
    ...before,
    happened('RemedyAccepted', '2026-06-20', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      notice: paper('acceptance'),
    }),
    happened('RemedyConcluded', '2026-08-20', 'lin', {
      remedy,
      outcome: 'changed',
      ordered: lighter,
      paper: paper('outcome'),
    }),
    changed({ kind: 'changed', outcome: lighter, remedy }),
  ];
  const publish = (from: readonly Happened[], on: string, entry: object) =>
    given(...from).when({ on, by: 'lin', act: 'publication/publish', entry });

  it('is published without the paper of before, which says another fine', () => {
    publish(before, '2026-06-10', {}).thenRefused(publishedAsIssued);
    publish(before, '2026-06-10', { paper: paper('decision') }).thenRecords('DecisionPublished');
    publish(history, '2026-08-22', {}).thenRecords('DecisionPublished');
    publish(history, '2026-08-22', { paper: paper('judgment') }).thenRecords('DecisionPublished');
  });
});

describe('a paper that names a day', () => {
  const noticed = (day: string, entry: number): Happened =>
    happened('HearingNoticeServed', '2026-05-12', 'qiu', {
      for: day,
      place: '三楼听证室',
      open: true,
      ...direct,
      paper: paper('first'),
      issued: entry,
      servedOn: '2026-05-12',
    });

  it('tells of a hearing on another day by another paper (APL 64(2))', () => {
    const before = [
      ...notified(majorPenalty),
      hearingRequested,
      happened('HearingHostNamed', '2026-05-11', 'tang', { host: 'qiu' }),
    ];
    const host = before.length - 1;
    const once = [
      ...before,
      issued('hearing-notice', host, '2026-05-12', 'first'),
      noticed('2026-05-22', before.length),
    ];
    const notify = (history: readonly Happened[], name: string, lists = sampleLists) =>
      given(...history).when({
        on: '2026-05-13',
        by: 'qiu',
        act: 'hearing/serve-notice',
        entry: { for: '2026-05-25', place: '三楼听证室', open: true, ...direct, paper: paper(name) },
        context: { lists },
      });
    notify(once, 'first', demanding).thenRefused(issuedFirst, servedAsIssued);
    const again = [...once, issued('hearing-notice', host, '2026-05-13', 'second')];
    notify(again, 'first').thenRefused(servedAsIssued);
    notify(again, 'second', demanding).thenRecords('HearingNoticeServed');
  });

  it('reminds of another last day by another paper', () => {
    const before = served(minorPenalty);
    const decision = before.findIndex(({ type }) => type === 'DecisionMade');
    const reminded = happened('ReminderServed', '2026-12-10', ['lin', 'gao'], {
      ...two,
      payBy: '2026-12-25',
      how: '到指定银行缴纳',
      reminder: paper('first'),
      issued: before.length,
      ...direct,
      servedOn: '2026-12-10',
    });
    const once = [...before, issued('reminder', decision, '2026-12-10', 'first'), reminded];
    const remind = (history: readonly Happened[], name: string) =>
      given(...history).when({
        on: '2026-12-28',
        by: 'lin',
        act: 'court-enforcement/serve-reminder',
        entry: { ...two, payBy: '2027-02-25', how: '到指定银行缴纳', reminder: paper(name), ...direct },
        context: { lists: demanding },
      });
    remind(once, 'first').thenRefused(issuedFirst, servedAsIssued);
    remind([...once, issued('reminder', decision, '2026-12-28', 'second')], 'second').thenRecords(
      'ReminderServed',
    );
  });
});

describe('a decision that is served by public notice (SAMR-P 81, 82)', () => {
  const made = decided(majorPenalty);
  const decision = made.length - 1;
  const posted = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
    ...two,
    method: 'public-notice',
    media: [paper('board')],
    otherMethodsFailed: '邮寄退回',
    servedOn: '2026-07-08',
  });
  const issue = (on: string) =>
    given(...made, posted).when({
      on,
      by: 'lin',
      act: 'paper/issue',
      entry: { kind: 'decision', of: decision, paper: paper('decision'), sealed: true },
    });

  it('is issued while the notice runs, for the party that appears, and not from its last day on', () => {
    issue('2026-07-07').thenRecords('PaperIssued');
    issue('2026-07-08').thenRefused(notServedYet);
    const hand = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-25',
        by: 'lin',
        act: 'service/serve-decision',
        entry: { officers: ['lin', 'gao'], ...direct, paper: paper('decision') },
        context: { lists: demanding },
      });
    hand([...made, posted]).thenRefused(issuedFirst);
    hand([...made, posted, issued('decision', decision, '2026-06-24', 'decision')]).thenRecords(
      'DecisionServed',
    );
  });
});
