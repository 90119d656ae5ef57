import { reviewersDoNotVote } from '../collective-discussion/provisions.js';
import { concluded, legallyReviewed, majorPenalty, sentForLegalReview } from '../histories.testing.js';
import { handlersStandApart } from '../initiation/handlers.js';
import { sentForLegalReview as sentAndUnanswered } from '../legal-review/provisions.js';
import { relationTo } from '../relation.js';
import { notRecused } from '../recusal/recused.js';
import {
  contextOn,
  digestOf,
  fileOf,
  given,
  happened,
  paper,
  people,
  type Happened,
  type Person,
} from '../testing.js';
import {
  anotherReviewer,
  byNamedReviewer,
  namedReviewerApart,
  namedReviewerQualified,
  reviewWaits,
  reviewerNamedByLeader,
  reviewerReplacedForReason,
} from './naming.js';
import { reviewerDoesNotLead } from './separation.js';

const sent = sentForLegalReview(concluded(majorPenalty));
/** Entry 6 is the review that was sent. */
const named = (reviewer: string, reason?: string): Happened =>
  happened('ReviewerNamed', '2026-04-23', 'tang', {
    review: 6,
    kind: 'legal',
    reviewer,
    ...(reason !== undefined && { reason }),
  });
const xue = { ...people.fang, person: 'xue' };
const others = { people: { ...people, xue } };
const name = (history: readonly Happened[], entry: object, by: Person = 'tang', context = {}) =>
  given(...history).when({
    on: '2026-04-24',
    by,
    act: 'review/name-reviewer',
    entry: { reviewer: 'fang', ...entry },
    context: { ...others, ...context },
  });
const opinion = (history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-04-24',
    by: 'fang',
    act: 'legal-review/give-opinion',
    entry: { opinion: 'agree' },
    context: others,
  });

describe('who reviews is named, and replaced (SAMR-P 4, 49, 51)', () => {
  it('by a leader who has not handled the case, while the review waits', () => {
    name(sent, {}).then({ type: 'ReviewerNamed', data: { review: 6, kind: 'legal', reviewer: 'fang' } });
    name(sent, {}, 'zhou').thenRefused(reviewerNamedByLeader);
    name(sent, {}, 'lin').thenRefused(reviewerNamedByLeader);
    name(concluded(majorPenalty), {}).thenRefused(reviewWaits);
    name(legallyReviewed(majorPenalty), {}).thenRefused(reviewWaits);
  });

  it('of that kind of review, with the legal qualification, and apart from the case', () => {
    name(sent, { reviewer: 'meng' }).thenRefused(namedReviewerQualified);
    const { legalQualification: _, ...unqualified } = xue;
    name(sent, { reviewer: 'xue' }, 'tang', { people: { ...people, xue: unqualified } }).thenRefused(
      namedReviewerQualified,
    );
    const early = { ...unqualified, reviewerSince: '2016-05-01' };
    name(sent, { reviewer: 'xue' }, 'tang', { people: { ...people, xue: early } }).thenRecords(
      'ReviewerNamed',
    );
    name(sent, { reviewer: 'lin' }).thenRefused(namedReviewerQualified, namedReviewerApart);
    const lin = { ...people.lin, ...people.fang, person: 'lin' };
    name(sent, { reviewer: 'lin' }, 'tang', { people: { ...people, lin } }).thenRefused(namedReviewerApart);
    // The unit head put the case forward.
    const zhou = { ...people.fang, person: 'zhou' };
    name(sent, { reviewer: 'zhou' }, 'tang', { people: { ...people, zhou } }).thenRefused(namedReviewerApart);
  });

  it('another one for a reason, and not the same', () => {
    const history = [...sent, named('fang')];
    name(history, { reviewer: 'xue' }).thenRefused(reviewerReplacedForReason);
    name(history, { reviewer: 'xue', reason: ' ' }).thenRefused(reviewerReplacedForReason);
    name(history, { reason: '仍由其审核' }).thenRefused(anotherReviewer);
    name(history, { reviewer: 'xue', reason: '原审核人员调离' }).then({
      type: 'ReviewerNamed',
      data: { review: 6, kind: 'legal', reviewer: 'xue', reason: '原审核人员调离' },
    });
  });

  it('then nobody else gives the opinion, or asks for more time for it', () => {
    opinion([...sent, named('fang')]).thenRecords('LegalReviewOpinionGiven');
    const history = [...sent, named('fang'), named('xue', '原审核人员调离')];
    opinion(history).thenRefused(byNamedReviewer);
    given(...history)
      .when({
        on: '2026-04-24',
        by: 'fang',
        act: 'review/request-extension',
        entry: { days: 5, reason: '案情复杂' },
        context: others,
      })
      .thenRefused(byNamedReviewer);
    // Of a review that is over the other sentence says it.
    opinion([...legallyReviewed(majorPenalty), named('xue')]).thenRefused(sentAndUnanswered);
  });

  it('one who must withdraw is named no more, and the review waits for another', () => {
    const recused = happened('RecusalDecided', '2026-04-23', 'tang', {
      request: 8,
      person: 'fang',
      granted: true,
      reason: '经核实',
    });
    const requested = happened('RecusalRequested', '2026-04-23', 'lin', {
      person: 'fang',
      askedBy: 'party',
      ground: '系近亲属',
      paper: paper('request'),
    });
    const history = [...sent, named('fang'), requested, recused];
    opinion(history).thenRefused(notRecused);
    name(history, { reviewer: 'xue', reason: '原审核人员回避' }).thenRecords('ReviewerNamed');
    name([...history, named('xue', '回避')], { reviewer: 'fang', reason: '改回' }).thenRefused(notRecused);
  });

  it('a review that is sent anew after an opinion has nobody named', () => {
    const answered = [...sent, named('fang'), ...legallyReviewed(majorPenalty).slice(sent.length)];
    name(sentForLegalReview(answered), { reviewer: 'xue' }).thenRecords('ReviewerNamed');
  });

  it('but who is reviewed sheds nobody: called back, or changed and sent anew, it is that of who was named', () => {
    const resent = happened('SentForLegalReview', '2026-04-24', 'zhou', {
      digest: digestOf(fileOf(...concluded(majorPenalty))),
      dueOn: '2026-05-11',
    });
    const calledBack = happened('EntryWithdrawn', '2026-04-24', 'zhou', { entry: 6, reason: '补充材料' });
    for (const history of [
      [...sent, named('xue'), calledBack, resent],
      [...sent, named('xue'), resent],
    ]) {
      opinion(history).thenRefused(byNamedReviewer);
      expect(relationTo(fileOf(...history), { person: 'wen', capacities: ['legal-reviewer'] })).toBe('none');
      name(history, { reviewer: 'fang' }).thenRefused(reviewerReplacedForReason);
      name(history, { reviewer: 'fang', reason: '原审核人员调离' }).thenRecords('ReviewerNamed');
    }
  });

  it('nor by the other kind of review: nobody gives it until a leader names', () => {
    const toCaseReview = happened('SentForCaseReview', '2026-04-22', 'zhou', {
      digest: digestOf(fileOf(...concluded(majorPenalty))),
      dueOn: '2026-05-09',
    });
    const toMeng = happened('ReviewerNamed', '2026-04-23', 'tang', {
      review: 6,
      kind: 'case',
      reviewer: 'meng',
    });
    const before = [...concluded(majorPenalty), toCaseReview, toMeng];
    const calledBack = happened('EntryWithdrawn', '2026-04-23', 'zhou', { entry: 6, reason: '改送法制审核' });
    const taken = happened('EvidenceAdded', '2026-04-23', 'lin', {
      officers: ['lin', 'gao'],
      kind: '书证',
      what: '补充的进货票据',
      provider: '当事人',
      papers: [paper('receipts')],
    });
    const confirmed = happened('EntryConfirmed', '2026-04-23', 'gao', { entry: 8 });
    for (const changed of [[calledBack], [taken, confirmed]]) {
      const history = sentForLegalReview([...before, ...changed]);
      const waits = happened('ReviewerNamed', '2026-04-23', 'tang', {
        review: history.length - 1,
        kind: 'legal',
        reviewer: 'fang',
      });
      opinion(history).thenRefused(byNamedReviewer);
      expect(relationTo(fileOf(...history), { person: 'fang', capacities: ['legal-reviewer'] })).toBe('none');
      name(history, { reviewer: 'meng' }).thenRefused(namedReviewerQualified);
      name(history, { reviewer: 'fang' }).thenRefused(reviewerReplacedForReason);
      name(history, { reviewer: 'fang', reason: '改送法制审核' }).thenRecords('ReviewerNamed');
      opinion([...history, waits]).thenRecords('LegalReviewOpinionGiven');
      expect(fileOf(...history, waits).reviewersToCome).toStrictEqual({ legal: 'fang' });
    }
  });

  it('and called back from there, it is again that of who was named last, or of who is named for a reason', () => {
    const first = [...sent, named('xue')];
    const file = { digest: digestOf(fileOf(...concluded(majorPenalty))), dueOn: '2026-05-11' };
    const again = happened('SentForLegalReview', '2026-04-24', 'zhou', file);
    const replaced = happened('ReviewerNamed', '2026-04-24', 'tang', {
      review: 8,
      kind: 'legal',
      reviewer: 'fang',
      reason: '原审核人员调离',
    });
    const back = happened('EntryWithdrawn', '2026-04-24', 'zhou', { entry: 8, reason: '撤回' });
    const sameKind = [...first, again, replaced, back];
    opinion(sameKind).thenRecords('LegalReviewOpinionGiven');
    name(sameKind, { reason: '仍由其审核' }).thenRefused(anotherReviewer);
    name(sameKind, { reviewer: 'xue', reason: '改回' }).thenRecords('ReviewerNamed');
    const toCaseReview = happened('SentForCaseReview', '2026-04-24', 'zhou', file);
    const toMeng = happened('ReviewerNamed', '2026-04-24', 'tang', {
      review: 8,
      kind: 'case',
      reviewer: 'meng',
      reason: '改送案件审核',
    });
    const otherKind = [...first, toCaseReview, toMeng, back];
    opinion(otherKind).thenRefused(byNamedReviewer);
    name(otherKind, {}).thenRefused(reviewerReplacedForReason);
    name(otherKind, { reviewer: 'xue', reason: '改回法制审核' }).thenRecords('ReviewerNamed');
  });

  it('who was named stays apart for good: neither handles, leads nor votes, and is a reviewer of the case', () => {
    const history = [...sent, named('fang'), named('xue', '原审核人员调离')];
    expect(relationTo(fileOf(...history), { person: 'fang', capacities: [] })).toBe('reviewer');
    expect(relationTo(fileOf(...history), { person: 'wen', capacities: ['legal-reviewer'] })).toBe('none');
    expect(relationTo(fileOf(...sent), { person: 'wen', capacities: ['legal-reviewer'] })).toBe('reviewer');
    const fang = { ...people.lin, person: 'fang' };
    given(...history)
      .when({
        on: '2026-04-24',
        by: 'zhou',
        act: 'initiation/name-handlers',
        entry: { handlers: ['fang', 'gao'], reason: '调整' },
        context: { people: { ...people, fang } },
      })
      .thenRefused(handlersStandApart);
    const file = fileOf(...history);
    expect(
      reviewersDoNotVote.holds(
        { attending: ['tang', 'fang'], handlersReport: ['lin', 'gao'] },
        file,
        contextOn('2026-05-15', 'tang', file),
      ),
    ).toBe(false);
    expect(
      reviewerDoesNotLead.holds(file, {
        ...contextOn('2026-05-15', 'tang', file),
        actor: { person: 'fang', capacity: 'leader' },
      }),
    ).toBe(false);
  });
});
