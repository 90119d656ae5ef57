import type { PersonOnDay } from '@anjuan/procedure';
import type { EntryOf } from '../case.js';
import { reviewedAgain } from '../histories-to-decision.testing.js';
import { caseOpen } from '../initiation/initiation.js';
import {
  concluded,
  filed,
  firstBreach,
  investigated,
  majorPenalty,
  minorPenalty,
  sentForLegalReview as sentFor,
  legallyReviewed,
} from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import {
  agreementFindsNoFault,
  beforeDecision,
  entriesConfirmed,
  fileUnchangedSinceSent,
  investigationConcluded,
  lastOpinionAnswered,
  noReviewOpen,
  problemsDealtWith,
  sentByUnitHead,
  suggestionNamesPoint,
} from '../review/provisions.js';
import { handlerMayNotReview, reviewerStandsApart } from '../review/separation.js';
import { digestOf, fileOf, given, happened, paper, people, type Happened } from '../testing.js';
import { decided } from '../histories.testing.js';
import { byLegalReviewer, firstTimeReviewerQualified, sentForLegalReview } from './provisions.js';

const send = { on: '2026-04-22', by: 'zhou', act: 'legal-review/send', entry: {} } as const;
const agree = {
  on: '2026-04-28',
  by: 'fang',
  act: 'legal-review/give-opinion',
  entry: { opinion: 'agree' },
} as const;
const evidenceBy = (signed: boolean, ...officers: ('lin' | 'gao' | 'shen')[]): Happened =>
  happened('EvidenceAdded', '2026-04-23', officers, {
    officers,
    ...(signed && { signedPaper: paper('evidence-signed') }),
    kind: '书证',
    what: '销售出库单',
    provider: '赵一鸣',
    papers: [paper('ledger')],
  });
const sent = sentFor(concluded(majorPenalty));
const withPeople = (person: PersonOnDay) => ({ people: { ...people, [person.person]: person } });

describe('legal-review/send (SAMR-P 49, 55)', () => {
  it('binds the dossier and is due ten working days later, Labour Day left out, a make-up Saturday counted', () => {
    given(...concluded(majorPenalty))
      .when({ ...send, context: { dossierDigest: 'd' } })
      .then({ type: 'SentForLegalReview', data: { digest: 'd', dueOn: '2026-05-09' } });
  });

  describe('SAMR-P 54: of a file that was sent back', () => {
    const missing = { points: { evidence: '缺少成品销售去向' } };
    const answered = { reason: '已补充成品销售去向的出库单' };
    const sentBack = (
      opinion: 'correct' | 'supplement' | 'other',
      said: Pick<EntryOf<'legal-review/give-opinion'>, 'points' | 'text'> = missing,
    ): readonly Happened[] => [
      ...sent,
      happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
        opinion,
        ...said,
        sent: concluded(majorPenalty).length,
        digest: digestOf(fileOf(...concluded(majorPenalty))),
      }),
    ];

    it.each(['correct', 'supplement', 'other'] as const)(
      'not before what was found is dealt with (%s), whatever the reason',
      (opinion) => {
        given(...sentBack(opinion))
          .when({ ...send, on: '2026-04-29', entry: answered })
          .thenRefused(problemsDealtWith);
      },
    );

    const concludedAgain = concluded(majorPenalty).slice(-1);
    const moreEvidence = evidenceBy(true, 'lin', 'gao');

    it('once the file has been mended, with an answer to each point', () => {
      for (const mended of [
        [...sentBack('correct'), moreEvidence],
        [...sentBack('supplement'), ...concludedAgain],
        [...sentBack('supplement', { points: { evidence: '缺少去向', basis: '依据有误' } }), moreEvidence],
      ]) {
        given(...mended)
          .when({ ...send, on: '2026-04-29', entry: answered })
          .thenRecords('SentForLegalReview');
        for (const entry of [{}, { reason: ' ' }])
          given(...mended)
            .when({ ...send, on: '2026-04-29', entry })
            .thenRefused(lastOpinionAnswered);
      }
    });

    it('or with the evidence that alone was asked for, if it was not taken back', () => {
      const mended = [...sentBack('supplement'), moreEvidence];
      given(...mended)
        .when({ ...send, on: '2026-04-29' })
        .thenRecords('SentForLegalReview');
      const takenBack = happened('EntryWithdrawn', '2026-04-29', 'lin', { entry: 8, reason: '误录' });
      given(...mended, takenBack)
        .when({ ...send, on: '2026-04-29' })
        .thenRefused(lastOpinionAnswered);
    });

    it('nor without an answer when it changed once more before the next opinion; with none after an agreement', () => {
      const mended = [...sentBack('correct'), moreEvidence];
      const agreed = reviewedAgain(mended, '2026-04-29');
      given(...agreed.slice(0, -1), moreEvidence)
        .when({ ...send, on: '2026-04-30' })
        .thenRefused(lastOpinionAnswered);
      given(...agreed, moreEvidence)
        .when({ ...send, on: '2026-04-30' })
        .thenRecords('SentForLegalReview');
    });

    it('as it is, when the reviewer named no point, but with an answer', () => {
      const said = sentBack('other', { text: '建议报请上级指导' });
      given(...said)
        .when({ ...send, on: '2026-04-29' })
        .thenRefused(lastOpinionAnswered);
      given(...said)
        .when({ ...send, on: '2026-04-29', entry: answered })
        .thenRecords('SentForLegalReview');
    });
  });

  it('SAMR-P 49(1): by the unit head', () => {
    given(...concluded(majorPenalty))
      .when({ ...send, by: 'lin' })
      .thenRefused(sentByUnitHead);
  });

  it('of a case that is open and investigated', () => {
    given(...investigated)
      .when(send)
      .thenRefused(investigationConcluded);
    given(...filed.slice(0, 1))
      .when(send)
      .thenRefused(caseOpen, investigationConcluded);
  });

  it('APL 42(1): when the second officer has confirmed every entry', () => {
    const history = [...concluded(majorPenalty), evidenceBy(false, 'lin', 'gao')];
    given(...history)
      .when({ ...send, on: '2026-04-24' })
      .thenRefused(entriesConfirmed);
    given(...history, happened('EntryConfirmed', '2026-04-23', 'gao', { entry: history.length - 1 }))
      .when({ ...send, on: '2026-04-24' })
      .thenRecords('SentForLegalReview');
  });

  it('once for one file; again when the file has changed, even unanswered', () => {
    given(...sent)
      .when({ ...send, on: '2026-04-23' })
      .thenRefused(noReviewOpen);
    given(...sent, evidenceBy(true, 'lin', 'gao'))
      .when({ ...send, on: '2026-04-23' })
      .thenRecords('SentForLegalReview');
    given(...legallyReviewed(majorPenalty))
      .when({ ...send, on: '2026-05-27' })
      .thenRecords('SentForLegalReview');
  });

  it('not after the decision', () => {
    given(...decided(majorPenalty))
      .when({ ...send, on: '2026-06-06' })
      .thenRefused(beforeDecision);
  });
});

describe('legal-review/give-opinion (APL 58, SAMR-P 49–54)', () => {
  it('is an opinion on the file that was sent', () => {
    given(...sent)
      .when({ ...agree, context: {} })
      .thenRecords('LegalReviewOpinionGiven');
  });

  it('SAMR-P 49(3): lin handled the case', () => {
    given(...sent)
      .when({ ...agree, by: 'lin' })
      .thenRefused(byLegalReviewer, handlerMayNotReview, firstTimeReviewerQualified);
  });

  it('SAMR-P 49(3): whatever the capacity a handler has besides', () => {
    const both: PersonOnDay = {
      ...people.lin,
      capacities: ['officer', 'legal-reviewer'],
      legalQualification: 'A1',
    };
    given(...sent)
      .when({ ...agree, by: 'lin', as: 'legal-reviewer', context: withPeople(both) })
      .thenRefused(handlerMayNotReview);
  });

  it('SAMR-P 49(3): nor who sent the file, asked for an approval or gave one, whatever else they are', () => {
    for (const person of ['zhou', 'tang'] as const) {
      const both: PersonOnDay = {
        ...people[person],
        capacities: ['legal-reviewer'],
        legalQualification: 'A2',
      };
      given(...sent)
        .when({ ...agree, by: person, as: 'legal-reviewer', context: withPeople(both) })
        .thenRefused(reviewerStandsApart);
    }
  });

  it.each(['taken', 'taken and withdrawn'])('SAMR-P 49(3): who took evidence, %s', (how) => {
    const history = [...investigated, evidenceBy(true, 'lin', 'shen')];
    if (how !== 'taken')
      history.push(happened('EntryWithdrawn', '2026-04-23', 'lin', { entry: 5, reason: '误录' }));
    history.push(...concluded(majorPenalty).slice(5));
    const both: PersonOnDay = {
      ...people.shen,
      capacities: ['legal-reviewer'],
      legalQualification: 'A2',
    };
    given(...sentFor(history))
      .when({ ...agree, by: 'shen', as: 'legal-reviewer', context: withPeople(both) })
      .thenRefused(handlerMayNotReview);
  });

  it.each<[string, Partial<PersonOnDay>, boolean]>([
    ['2018 or later without qualification', { reviewerSince: '2018-01-01' }, false],
    ['nobody knows when', {}, false],
    ['a blank qualification', { legalQualification: ' ', reviewerSince: '2020-01-01' }, false],
    ['before the duty', { reviewerSince: '2017-12-31' }, true],
    ['qualified', { legalQualification: 'A3', reviewerSince: '2025-01-01' }, true],
  ])('APL 58(2): a reviewer since %s', (_, known, qualified) => {
    const reviewer = { person: 'fang', capacities: ['legal-reviewer'], ...known } as const;
    const attempt = given(...sent).when({ ...agree, context: withPeople(reviewer) });
    if (qualified) attempt.thenRecords('LegalReviewOpinionGiven');
    else attempt.thenRefused(firstTimeReviewerQualified);
  });

  it('only where a review is open: one opinion each time, and none of a case review', () => {
    given(...concluded(majorPenalty))
      .when(agree)
      .thenRefused(sentForLegalReview);
    given(...legallyReviewed(majorPenalty))
      .when(agree)
      .thenRefused(sentForLegalReview);
  });

  it('not of a file that has changed since it was sent', () => {
    given(...sent, evidenceBy(true, 'lin', 'gao'))
      .when(agree)
      .thenRefused(fileUnchangedSinceSent);
  });

  it('SAMR-P 54: agreement finds no fault, a suggestion names one', () => {
    const points = { evidence: '缺少成品销售去向' };
    given(...sent)
      .when({ ...agree, entry: { opinion: 'agree', points } })
      .thenRefused(agreementFindsNoFault);
    given(...sent)
      .when({ ...agree, entry: { opinion: 'supplement' } })
      .thenRefused(suggestionNamesPoint);
    given(...sent)
      .when({ ...agree, entry: { opinion: 'correct', points: { basis: ' ' } } })
      .thenRefused(suggestionNamesPoint);
    given(...sent)
      .when({ ...agree, entry: { opinion: 'supplement', points }, context: { dossierDigest: 'd' } })
      .thenRefused(fileUnchangedSinceSent);
    given(...sent)
      .when({ ...agree, entry: { opinion: 'supplement', points } })
      .thenRecords('LegalReviewOpinionGiven');
  });
});

describe('who is sent for legal review', () => {
  it.each<[string, Outcome]>([
    ['a minor penalty', minorPenalty],
    ['no penalty', firstBreach],
  ])('%s may be, too', (_, outcome) => {
    given(...concluded(outcome))
      .when(send)
      .thenRecords('SentForLegalReview');
  });
});
