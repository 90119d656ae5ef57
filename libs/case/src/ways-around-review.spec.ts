/** Ways past legal review, the hearing and the leaders' discussion that were tried; none of them leads through. */
import { defaultLists } from '@anjuan/law';
import type { Capacity } from '@anjuan/procedure';
import { caseReviewDoes } from './case-review/provisions.js';
import { concludesWhatWasDiscussed } from './collective-discussion/provisions.js';
import { noDecisionWithoutReview } from './legal-review/provisions.js';
import {
  noticeOf,
  readyToDecide,
  reviewedAgain,
  recheckedOn,
  statementOf,
} from './histories-to-decision.testing.js';
import { concluded, legallyReviewed, majorPenalty, notified, served } from './histories.testing.js';
import { discussedTogether } from './decision/of-penalty.js';
import { hearingRightTold } from './notice/provisions.js';
import type { Outcome, Penalty } from './penalty/penalty.js';
import { reviewPassed } from './proposal/provisions.js';
import { lastOpinionAnswered, problemsDealtWith } from './review/provisions.js';
import { handlerMayNotReview, reviewerDoesNotLead, reviewerStandsApart } from './review/separation.js';
import { digestOf, fileOf, given, happened, paper, people, type Happened, type Person } from './testing.js';

const lists = defaultLists;

describe('a small value in the penalty, where the report says three million yuan', () => {
  const penalties: Penalty[] = [{ kind: 'confiscation-of-goods', what: '酒', fromParty: true, fen: 1 }];
  const proposal: Outcome = { kind: 'penalty', penalties };
  const valued = (history: readonly Happened[]): readonly Happened[] =>
    history.map((event) =>
      event.type === 'InvestigationConcluded'
        ? { ...event, data: { ...event.data, goodsValueFen: 300_000_000 } }
        : event,
    );
  const report = valued(concluded(proposal));
  const digest = digestOf(fileOf(...report));
  const reviewed = [
    ...report,
    happened('SentForCaseReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-05-09' }),
    happened('CaseReviewOpinionGiven', '2026-04-23', 'meng', { opinion: 'agree', sent: 6, digest }),
  ];

  it('is not sent for case review', () => {
    given(...report)
      .when({ on: '2026-04-22', by: 'zhou', act: 'case-review/send', entry: {}, context: { lists } })
      .thenRefused(caseReviewDoes);
  });

  it('is not notified without the right to a hearing', () => {
    const approved = [...reviewed, happened('ProposalApproved', '2026-04-24', 'tang', { proposal })];
    given(...approved)
      .when({
        on: '2026-04-27',
        by: 'lin',
        act: 'notice/serve',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('notice-signed'),
          penalties,
          facts: '使用超过保质期的原料',
          hearingRightTold: false,
          method: 'direct',
          proof: paper('receipt'),
        },
        context: { lists },
      })
      .thenRefused(reviewPassed, hearingRightTold);
  });

  it('is not decided on a case review', () => {
    const notice = noticeOf(penalties, '2026-04-27', '2026-05-07');
    given(...reviewed, happened('ProposalApproved', '2026-04-24', 'tang', { proposal }), notice)
      .when({
        on: '2026-05-20',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: proposal },
        context: { lists },
      })
      .thenRefused(noDecisionWithoutReview, discussedTogether);
  });
});

describe('one person in two capacities', () => {
  const both = (person: Person, ...capacities: Capacity[]) => {
    const known = { ...people[person], capacities, legalQualification: 'A2', reviewerSince: '2020-01-01' };
    return { people: { ...people, [person]: known } };
  };
  const review = (history: readonly Happened[], by: Person) =>
    given(...reviewedAgain(history, '2026-08-24').slice(0, -1)).when({
      on: '2026-08-25',
      by,
      as: 'legal-reviewer',
      act: 'legal-review/give-opinion',
      entry: { opinion: 'agree' },
      context: both(by, 'officer', 'legal-reviewer'),
    });

  it('who approved the proposal does not review the file after the statement', () => {
    const approved = happened('ProposalApproved', '2026-04-29', 'he', { proposal: majorPenalty });
    const history = [
      ...legallyReviewed(majorPenalty),
      approved,
      ...notified(majorPenalty).slice(-1),
      statementOf('2026-05-06'),
      recheckedOn('2026-05-07'),
    ];
    review(history, 'he').thenRefused(reviewerStandsApart);
  });

  it('who re-checked the statement does not review the re-check', () => {
    const rechecked = happened('StatementRechecked', '2026-05-07', ['lin', 'shen'], {
      officers: ['lin', 'shen'],
      signedPaper: paper('re-check-signed'),
      result: 'not-adopted',
      reason: '无证据支持',
    });
    review([...notified(majorPenalty), statementOf('2026-05-06'), rechecked], 'shen').thenRefused(
      handlerMayNotReview,
    );
  });

  const annulled = happened('DecisionChanged', '2026-08-21', 'tang', {
    kind: 'annulled-to-redo',
    ground: 'own-correction',
    reason: '适用依据有误',
    paper: paper('annulment'),
  });
  const redone = [...served(majorPenalty), annulled, ...concluded(majorPenalty).slice(-1)];

  it('who decided what was annulled does not review what is decided anew', () => {
    review(redone, 'he').thenRefused(reviewerStandsApart);
  });

  it('who reviewed what was annulled does not approve what is proposed anew', () => {
    given(...reviewedAgain(redone, '2026-08-24'))
      .when({
        on: '2026-08-26',
        by: 'fang',
        as: 'leader',
        act: 'proposal/approve',
        entry: {},
        context: both('fang', 'legal-reviewer', 'leader'),
      })
      .thenRefused(reviewerDoesNotLead);
  });

  it('who reviewed a decision does not annul it', () => {
    given(...served(majorPenalty))
      .when({
        on: '2026-08-21',
        by: 'fang',
        as: 'leader',
        act: 'decision-change/change',
        entry: { kind: 'annulled-to-redo', ground: 'own-correction', reason: '有误', paper: paper('d') },
        context: both('fang', 'legal-reviewer', 'leader'),
      })
      .thenRefused(reviewerDoesNotLead);
  });
});

describe('one reviewer after the other, until somebody agrees', () => {
  const base = concluded(majorPenalty);
  const digest = digestOf(fileOf(...base));
  const sentBack = (opinion: 'other' | 'correct'): readonly Happened[] => [
    ...base,
    happened('SentForLegalReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-05-09' }),
    happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion,
      points: { evidence: '证据不足' },
      sent: base.length,
      digest,
    }),
  ];
  const send = { on: '2026-04-29', by: 'zhou', act: 'legal-review/send', entry: {} } as const;

  it('an opinion called otherwise, that finds a fault, sends the file back all the same', () => {
    given(...sentBack('other'))
      .when({ ...send, entry: { reason: '再次送审' } })
      .thenRefused(problemsDealtWith);
  });

  it('the same report made again needs an answer to what was found', () => {
    given(...sentBack('correct'), ...base.slice(-1))
      .when(send)
      .thenRefused(lastOpinionAnswered);
  });

  it('taking the reviewer off the case takes no fault away', () => {
    given(
      ...sentBack('correct'),
      happened('RecusalRequested', '2026-04-29', 'lin', {
        person: 'fang',
        askedBy: 'party',
        ground: '亲属',
        paper: paper('application'),
      }),
      happened('RecusalDecided', '2026-04-29', 'he', {
        request: 8,
        person: 'fang',
        granted: true,
        reason: '属实',
      }),
    )
      .when({ ...send, entry: { reason: '换人审核' } })
      .thenRefused(problemsDealtWith);
  });
});

describe('the chair alone, after both leaders agreed to a fine of 184,000 yuan', () => {
  const spoken = readyToDecide(majorPenalty).slice(0, -1);

  it.each<[string, Outcome]>([
    ['nothing', { kind: 'facts-not-established', reason: '不能成立' }],
    ['one yuan', { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] }],
  ])('does not conclude %s', (_, outcome) => {
    given(...spoken)
      .when({
        on: '2026-06-04',
        by: 'he',
        act: 'collective-discussion/conclude',
        entry: { outcome, conclusion: '一致同意' },
      })
      .thenRefused(concludesWhatWasDiscussed);
  });
});

describe('another report that finds nothing, after a major penalty was proposed', () => {
  const none: Outcome = { kind: 'facts-not-established', reason: '不能成立' };
  const reviewed = reviewedAgain([...concluded(majorPenalty), ...concluded(none).slice(-1)], '2026-04-22');

  it('is not decided by one leader alone', () => {
    given(...reviewed)
      .when({
        on: '2026-04-23',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: none },
        context: { lists },
      })
      .thenRefused(discussedTogether);
  });
});
