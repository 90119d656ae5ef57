import type { PersonOnDay } from '@anjuan/procedure';
import { caseOpen } from '../initiation/initiation.js';
import {
  concluded,
  decided,
  filed,
  firstBreach,
  investigated,
  legallyReviewed,
  majorPenalty,
} from '../histories.testing.js';
import { caseReviewed, reviewedAgain, statementOf } from '../histories-to-decision.testing.js';
import { beforeDecision, investigationConcluded } from '../review/provisions.js';
import { leaderStandsApart, reviewerDoesNotLead } from '../review/separation.js';
import { given, happened, people } from '../testing.js';
import { answeredByLeader, returnedDealtWith, returnReasoned, reviewPassed } from './provisions.js';

const approve = { on: '2026-04-29', by: 'tang', act: 'proposal/approve', entry: {} } as const;
const turnBack = { on: '2026-04-29', by: 'tang', act: 'proposal/return', entry: { reason: '补充' } } as const;

describe('proposal/approve (SAMR-P 56)', () => {
  it('takes over what the report proposes', () => {
    given(...legallyReviewed(majorPenalty))
      .when({ ...approve, entry: { note: '同意' } })
      .then({ type: 'ProposalApproved', data: { proposal: majorPenalty, note: '同意' } });
    given(...caseReviewed(firstBreach))
      .when(approve)
      .thenRecords('ProposalApproved');
  });

  it('by a leader', () => {
    given(...legallyReviewed(majorPenalty))
      .when({ ...approve, by: 'zhou' })
      .thenRefused(answeredByLeader);
  });

  it('who has neither handled nor reviewed the case, whatever else they are', () => {
    const lin: PersonOnDay = { ...people.lin, capacities: ['officer', 'leader'] };
    const fang: PersonOnDay = { ...people.fang, capacities: ['legal-reviewer', 'leader'] };
    const context = { people: { ...people, lin, fang } };
    given(...legallyReviewed(majorPenalty))
      .when({ ...approve, by: 'lin', as: 'leader', context })
      .thenRefused(leaderStandsApart);
    given(...legallyReviewed(majorPenalty))
      .when({ ...approve, by: 'fang', as: 'leader', context })
      .thenRefused(reviewerDoesNotLead);
  });

  it('after the review of the file as it stands now', () => {
    given(...concluded(majorPenalty))
      .when(approve)
      .thenRefused(reviewPassed);
    given(...caseReviewed(majorPenalty))
      .when(approve)
      .thenRefused(reviewPassed);
    given(...legallyReviewed(majorPenalty), statementOf('2026-04-28'))
      .when(approve)
      .thenRefused(reviewPassed);
  });

  it('not by another leader, when one has returned it, before it was made again', () => {
    const returned = [
      ...legallyReviewed(majorPenalty),
      happened('ProposalReturned', '2026-04-28', 'he', { reason: '从轻情节依据不足' }),
    ];
    given(...returned)
      .when(approve)
      .thenRefused(returnedDealtWith);
    given(...returned)
      .when({ ...approve, by: 'he' })
      .thenRecords('ProposalApproved');
    const madeAgain = [...returned, ...concluded(majorPenalty).slice(-1)];
    given(...reviewedAgain(madeAgain, '2026-04-29'))
      .when(approve)
      .thenRecords('ProposalApproved');
  });

  it('of an open case, investigated, not decided', () => {
    given(...filed.slice(0, 1))
      .when(approve)
      .thenRefused(caseOpen, investigationConcluded, reviewPassed);
    given(...investigated)
      .when(approve)
      .thenRefused(investigationConcluded, reviewPassed);
    given(...decided(majorPenalty))
      .when({ ...approve, on: '2026-06-08' })
      .thenRefused(beforeDecision);
  });
});

describe('proposal/return', () => {
  it('says why', () => {
    given(...legallyReviewed(majorPenalty))
      .when(turnBack)
      .then({ type: 'ProposalReturned', data: { reason: '补充' } });
    given(...legallyReviewed(majorPenalty))
      .when({ ...turnBack, entry: { reason: ' ' } })
      .thenRefused(returnReasoned);
  });
});
