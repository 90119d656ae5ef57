/** Handling, reviewing and leading a case are for different people, also across an annulment. SAMR-P 49(3). */
import type { Capacity, PersonOnDay } from '@anjuan/procedure';
import { opinionOfAttending } from '../collective-discussion/provisions.js';
import { decidedByThePrincipal } from '../crime-transfer/provisions.js';
import {
  discussedOn,
  heard,
  noticeOf,
  readyToDecide,
  recheckedOn,
  reviewedAgain,
  statementOf,
} from '../histories-to-decision.testing.js';
import {
  concluded,
  fine,
  gains,
  goods,
  investigated,
  legallyReviewed,
  majorPenalty,
  notified,
  proposalApproved,
  sentForLegalReview,
  served,
} from '../histories.testing.js';
import { given, happened, paper, people, type Happened, type Person } from '../testing.js';
import {
  handlerMayNotReview,
  leaderStandsApart,
  reviewerDoesNotLead,
  reviewerStandsApart,
} from './separation.js';

const as = (person: Person, ...capacities: Capacity[]) => {
  const known: PersonOnDay = {
    ...people[person],
    capacities,
    legalQualification: 'A2',
    reviewerSince: '2020-01-01',
  };
  return { people: { ...people, [person]: known } };
};

/** Sent once more as it is now, by the unit head. */
const sentAgain = (history: readonly Happened[]) => reviewedAgain(history, '2026-08-24').slice(0, -1);
const annulled: Happened = happened('DecisionChanged', '2026-08-21', 'he', {
  kind: 'annulled-to-redo',
  ground: 'own-correction',
  reason: '适用依据有误',
  paper: paper('annulment'),
});
/** Reviewed by `meng`, who had no part in it. */
const reviewedByAnother = (history: readonly Happened[]): readonly Happened[] =>
  reviewedAgain(history, '2026-08-24').map((event, index, all) =>
    index === all.length - 1 ? { ...event, recordedBy: 'meng' } : event,
  );
const redone = [...served(majorPenalty), annulled, ...concluded(majorPenalty).slice(-1)];

describe('whoever reviews has had no other part in the case', () => {
  const review = (history: readonly Happened[], by: Person, on = '2026-08-25') =>
    given(...sentAgain(history)).when({
      on,
      by,
      as: 'legal-reviewer',
      act: 'legal-review/give-opinion',
      entry: { opinion: 'agree' },
      context: as(by, 'legal-reviewer'),
    });
  const discussed = readyToDecide(majorPenalty).slice(0, -1);
  const returned = happened('ProposalReturned', '2026-04-29', 'he', { reason: '重新提出' });
  const withShen = (event: Happened): Happened => ({
    ...event,
    data: { ...event.data, officers: ['lin', 'shen'] },
  });
  const notice = withShen(noticeOf([fine, gains, goods], '2026-04-30', '2026-05-11'));

  it.each<[string, readonly Happened[], Person]>([
    ['sent it', concluded(majorPenalty), 'zhou'],
    ['approved the filing', concluded(majorPenalty), 'tang'],
    ['approved the proposal', proposalApproved(majorPenalty), 'tang'],
    ['returned the proposal', [...legallyReviewed(majorPenalty), returned], 'he'],
    ['chaired the discussion, and voted', discussed, 'he'],
    ['voted', discussed, 'tang'],
    ['decided what was annulled', redone, 'he'],
    ['served the notice with a handler', [...proposalApproved(majorPenalty), notice], 'shen'],
  ])('not who %s', (_, history, by) => {
    review(history, by).thenRefused(reviewerStandsApart);
  });

  it('APL 45: not who re-checked what the party said', () => {
    const history = [
      ...notified(majorPenalty),
      statementOf('2026-05-06'),
      withShen(recheckedOn('2026-05-07')),
    ];
    review(history, 'shen').thenRefused(handlerMayNotReview);
  });

  it('not who answered a request for more time, though whoever asked for it does', () => {
    const terms = { days: 5, reason: '案情复杂' };
    const sent = sentForLegalReview(concluded(majorPenalty));
    const history = [
      ...sent,
      happened('ApprovalRequested', '2026-05-06', 'fang', { matter: 'review-extension', terms }),
      happened('ApprovalGiven', '2026-05-06', 'he', { approval: 7, matter: 'review-extension' }),
    ];
    const agree = (by: Person) =>
      given(...history).when({
        on: '2026-05-07',
        by,
        as: 'legal-reviewer',
        act: 'legal-review/give-opinion',
        entry: { opinion: 'agree' },
        context: as(by, 'legal-reviewer'),
      });
    agree('he').thenRefused(reviewerStandsApart);
    agree('fang').thenRecords('LegalReviewOpinionGiven');
  });

  it('who took the lead down reviews it all the same', () => {
    const [lead, ...later] = concluded(majorPenalty);
    if (lead === undefined) throw new Error('the history begins with its lead');
    const actors = lead.actors.map((actor) => ({ ...actor, person: 'shen' }));
    const takenDown: Happened = { ...lead, recordedBy: 'shen', actors };
    const history = [takenDown, ...later];
    review(history, 'shen').thenRecords('LegalReviewOpinionGiven');
  });

  it('who was named by a handler and never confirmed reviews it once that is withdrawn', () => {
    const named = happened('EvidenceAdded', '2026-03-15', ['lin', 'shen'], {
      officers: ['lin', 'shen'],
      kind: '书证',
      what: '台账',
      provider: '赵一鸣',
      papers: [paper('ledger')],
    });
    const [report] = concluded(majorPenalty).slice(-1);
    if (report === undefined) throw new Error('the history ends with its report');
    const withdrawn = happened('EntryWithdrawn', '2026-03-16', 'lin', { entry: 5, reason: '误录' });
    const confirmed = happened('EntryConfirmed', '2026-03-15', 'shen', { entry: 5 });
    const corrected = happened('EntryCorrected', '2026-03-15', 'lin', {
      entry: 5,
      changes: { what: '进货台账' },
      reason: '名称有误',
    });
    review([...investigated, named, withdrawn, report], 'shen').thenRecords('LegalReviewOpinionGiven');
    // The entry is in force, or was confirmed once, even if a correction made it await confirmation again.
    review([...investigated, named, report], 'shen').thenRefused(handlerMayNotReview);
    review([...investigated, named, confirmed, withdrawn, report], 'shen').thenRefused(handlerMayNotReview);
    review([...investigated, named, confirmed, corrected, withdrawn, report], 'shen').thenRefused(
      handlerMayNotReview,
    );
    // Their own record they have confirmed by making it.
    review([...investigated, { ...named, recordedBy: 'shen' }, withdrawn, report], 'shen').thenRefused(
      handlerMayNotReview,
    );
  });

  it('who reviewed the decision that was annulled reviews the next one, and a host may review', () => {
    review(redone, 'fang').thenRecords('LegalReviewOpinionGiven');
    review(heard(majorPenalty), 'qiu').thenRecords('LegalReviewOpinionGiven');
  });

  it('the same of case review', () => {
    given(...redone, happened('SentForCaseReview', '2026-08-24', 'zhou', { digest: '', dueOn: '2026-09-07' }))
      .when({
        on: '2026-08-25',
        by: 'he',
        as: 'case-reviewer',
        act: 'case-review/give-opinion',
        entry: { opinion: 'agree' },
        context: { ...as('he', 'case-reviewer'), dossierDigest: '' },
      })
      .thenRefused(reviewerStandsApart);
  });
});

describe('whoever reviewed leads nothing in the case', () => {
  const asLeader = { by: 'fang', as: 'leader', context: as('fang', 'legal-reviewer', 'leader') } as const;
  const annul = {
    on: '2026-08-22',
    act: 'decision-change/change',
    entry: {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '适用依据有误',
      paper: paper('annulment'),
    },
  } as const;

  it('approves and returns no proposal, also of the decision made anew', () => {
    for (const history of [legallyReviewed(majorPenalty), reviewedByAnother(redone)]) {
      given(...history)
        .when({ ...asLeader, on: '2026-08-26', act: 'proposal/approve', entry: {} })
        .thenRefused(reviewerDoesNotLead);
      given(...history)
        .when({ ...asLeader, on: '2026-08-26', act: 'proposal/return', entry: { reason: '重新提出' } })
        .thenRefused(reviewerDoesNotLead);
    }
  });

  it('Transfer Provisions 5(2): but decides, as the principal, on the transfer of a suspected crime', () => {
    const asPrincipal = {
      by: 'fang',
      as: 'principal',
      context: as('fang', 'legal-reviewer', 'principal'),
    } as const;
    const reported = happened('CrimeTransferProposed', '2026-04-29', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      offence: '生产、销售不符合安全标准的食品罪',
      report: paper('report'),
    });
    given(...legallyReviewed(majorPenalty), reported)
      .when({ ...asPrincipal, on: '2026-04-30', act: 'crime-transfer/decide', entry: { approved: true } })
      .thenRecords('CrimeTransferDecided');
    given(...legallyReviewed(majorPenalty), reported)
      .when({ ...asLeader, on: '2026-04-30', act: 'crime-transfer/decide', entry: { approved: true } })
      .thenRefused(decidedByThePrincipal);
    given(...legallyReviewed(majorPenalty))
      .when({ ...asPrincipal, on: '2026-04-30', act: 'proposal/approve', entry: {} })
      .thenRefused(reviewerDoesNotLead);
  });

  it('changes no decision that was reviewed', () => {
    given(...served(majorPenalty))
      .when({ ...annul, ...asLeader })
      .thenRefused(reviewerDoesNotLead);
    given(...served(majorPenalty))
      .when({ ...annul, by: 'tang' })
      .thenRecords('DecisionChanged');
  });

  it('answers no request', () => {
    const requested = happened('ApprovalRequested', '2026-05-06', 'lin', {
      matter: 'decision-extension',
      terms: { reason: '案情复杂' },
    });
    given(...legallyReviewed(majorPenalty), requested)
      .when({
        ...asLeader,
        on: '2026-05-06',
        act: 'decision-period/approve-extension',
        entry: { approval: 8 },
      })
      .thenRefused(reviewerDoesNotLead);
    given(...legallyReviewed(majorPenalty), requested)
      .when({ ...asLeader, on: '2026-05-06', act: 'approval/return', entry: { approval: 8, reason: '不必' } })
      .thenRefused(reviewerDoesNotLead);
  });

  it('has no voice in the discussion', () => {
    given(...discussedOn(legallyReviewed(majorPenalty), '2026-05-06', majorPenalty).slice(0, -2))
      .when({
        ...asLeader,
        on: '2026-05-06',
        act: 'collective-discussion/give-opinion',
        entry: { agrees: true, opinion: '同意' },
      })
      .thenRefused(reviewerDoesNotLead, opinionOfAttending);
  });
});

describe('whoever investigated has no voice among the leaders', () => {
  const gao = { by: 'gao', as: 'leader', context: as('gao', 'officer', 'leader') } as const;

  it('neither to agree nor to conclude', () => {
    const opened = [
      ...legallyReviewed(majorPenalty),
      happened('DiscussionOpened', '2026-05-06', 'gao', {
        attending: ['gao', 'tang'],
        handlersReport: ['lin'],
        chair: 'gao',
      }),
    ];
    given(...opened)
      .when({
        ...gao,
        on: '2026-05-06',
        act: 'collective-discussion/give-opinion',
        entry: { agrees: true, opinion: '同意' },
      })
      .thenRefused(leaderStandsApart);
    const spoken = (['gao', 'tang'] as const).map((person) =>
      happened('DiscussionOpinionGiven', '2026-05-06', person, {
        discussion: opened.length - 1,
        agrees: true,
        opinion: '同意',
      }),
    );
    given(...opened, ...spoken)
      .when({
        ...gao,
        on: '2026-05-06',
        act: 'collective-discussion/conclude',
        entry: { outcome: majorPenalty, conclusion: '一致同意' },
      })
      .thenRefused(leaderStandsApart);
  });
});
