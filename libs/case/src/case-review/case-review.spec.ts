import { defaultLists } from '@anjuan/law';
import { caseReviewed } from '../histories-to-decision.testing.js';
import {
  concluded,
  filedAs,
  filingTerms,
  firstBreach,
  majorPenalty,
  minorPenalty,
} from '../histories.testing.js';
import {
  fileUnchangedSinceSent,
  lastOpinionAnswered,
  problemsDealtWith,
  sentByUnitHead,
  suggestionNamesPoint,
} from '../review/provisions.js';
import { handlerMayNotReview } from '../review/separation.js';
import { digestOf, fileOf, given, happened } from '../testing.js';
import { byCaseReviewer, caseReviewDoes, sentForCaseReview } from './provisions.js';

const send = { on: '2026-04-22', by: 'zhou', act: 'case-review/send', entry: {} } as const;
const agree = {
  on: '2026-04-28',
  by: 'meng',
  act: 'case-review/give-opinion',
  entry: { opinion: 'agree' },
} as const;
const sent = caseReviewed(minorPenalty).slice(0, -1);

describe('case-review/send (SAMR-P 52)', () => {
  it('is for every ordinary case that needs no legal review', () => {
    given(...concluded(firstBreach))
      .when({ ...send, entry: { reason: '首违' }, context: { dossierDigest: 'd' } })
      .then({ type: 'SentForCaseReview', data: { digest: 'd', dueOn: '2026-05-09', reason: '首违' } });
    given(...concluded(minorPenalty))
      .when({ ...send, by: 'meng' })
      .thenRefused(sentByUnitHead);
  });

  it('does not do where legal review is required: by the list, or by a mark', () => {
    given(...concluded(majorPenalty))
      .when(send)
      .thenRefused(caseReviewDoes);
    given(...concluded(majorPenalty))
      .when({ ...send, context: { lists: defaultLists } })
      .thenRefused(caseReviewDoes);
    given(...concluded(minorPenalty))
      .when({ ...send, context: { lists: defaultLists } })
      .thenRecords('SentForCaseReview');
    given(...filedAs({ ...filingTerms, marks: { complex: true } }), ...concluded(minorPenalty).slice(4))
      .when({ ...send, context: { lists: defaultLists } })
      .thenRefused(caseReviewDoes);
  });
});

describe('case-review/send of a file that was sent back (SAMR-P 54)', () => {
  const digest = digestOf(fileOf(...concluded(minorPenalty)));
  const sentBack = [
    ...sent,
    happened('CaseReviewOpinionGiven', '2026-04-28', 'meng', {
      opinion: 'other',
      points: { evidence: '缺少成品销售去向' },
      sent: 6,
      digest,
    }),
  ];
  const again = { ...send, on: '2026-04-29' };

  it('not as it is', () => {
    given(...sentBack)
      .when({ ...again, entry: { reason: '无须补充' } })
      .thenRefused(problemsDealtWith);
  });

  it('concluded again, with an answer to the opinion', () => {
    const concludedAgain = [...sentBack, ...concluded(minorPenalty).slice(-1)];
    given(...concludedAgain)
      .when(again)
      .thenRefused(lastOpinionAnswered);
    given(...concludedAgain)
      .when({ ...again, entry: { reason: '销售去向见出库单' } })
      .thenRecords('SentForCaseReview');
  });
});

describe('case-review/give-opinion', () => {
  it('needs no legal qualification', () => {
    given(...sent)
      .when(agree)
      .thenRecords('CaseReviewOpinionGiven');
  });

  it('is the case reviewer’s, never a handler’s', () => {
    given(...sent)
      .when({ ...agree, by: 'fang' })
      .thenRefused(byCaseReviewer);
    given(...sent)
      .when({ ...agree, by: 'gao' })
      .thenRefused(byCaseReviewer, handlerMayNotReview);
  });

  it('answers a case review that is open, of the file that was sent', () => {
    given(...caseReviewed(minorPenalty))
      .when(agree)
      .thenRefused(sentForCaseReview);
    given(...concluded(minorPenalty))
      .when(agree)
      .thenRefused(sentForCaseReview);
    given(
      ...sent,
      happened('StatementMade', '2026-04-23', 'lin', { what: '…', paper: { sha256: 'a', name: 'b' } }),
    )
      .when(agree)
      .thenRefused(fileUnchangedSinceSent);
    given(...sent)
      .when({ ...agree, entry: { opinion: 'correct' } })
      .thenRefused(suggestionNamesPoint);
  });
});
