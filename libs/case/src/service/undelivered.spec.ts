import { notInTheFuture } from '@anjuan/procedure';
import { recordedByOneOfThem, twoOfficers } from '../officers.js';
import {
  decided,
  filedAs,
  filingTerms,
  majorPenalty,
  notified,
  proposalApproved,
  served,
} from '../histories.testing.js';
import { byHandler } from '../initiation/in-charge.js';
import { contextOn, fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { failsInPerson, failureExplained, triedAfterDecision, type RecordFailure } from './attempt.js';
import {
  decisionMade,
  electronicRecorded,
  leavingShown,
  noticeShown,
  otherMethodsFailed,
  receiptKept,
  servedOnce,
  signedByOneWhoMay,
} from './provisions.js';
import type { Recipient, ServeDecision } from './service.js';
import { onlyAtConfirmedAddress, returnedOrLeft, type UndeliveredReason } from './undelivered.js';

const both = ['lin', 'gao'];
const serve = (entry: Partial<ServeDecision>, on = '2026-06-15') =>
  ({
    on,
    by: 'lin',
    act: 'service/serve-decision',
    entry: { officers: both, method: 'post', ...entry },
  }) as const;
const waiting = decided(majorPenalty);
const confirmed = { addressConfirmation: paper('confirmation') };
const late = { occurredAt: morningOf('2026-06-12'), lateReason: '收到退件的次个工作日补录' };

describe('SAMR-P 83: what did not reach the party at the address it confirmed', () => {
  it('is served on the day the post came back', () => {
    const entry = {
      ...confirmed,
      ...late,
      proof: paper('envelope'),
      notReceived: 'change-not-told',
    } as const;
    given(...waiting)
      .when(serve(entry))
      .then({
        type: 'DecisionServed',
        data: {
          officers: both,
          lateReason: late.lateReason,
          method: 'post',
          proof: paper('envelope'),
          ...confirmed,
          notReceived: 'change-not-told',
          servedOn: '2026-06-12',
        },
      });
  });

  it('is served on the day it was left there', () => {
    given(...waiting)
      .when(
        serve({
          ...confirmed,
          ...late,
          method: 'direct',
          media: [paper('film')],
          notReceived: 'address-inaccurate',
        }),
      )
      .then({
        type: 'DecisionServed',
        data: {
          officers: both,
          lateReason: late.lateReason,
          method: 'direct',
          media: [paper('film')],
          ...confirmed,
          notReceived: 'address-inaccurate',
          servedOn: '2026-06-12',
        },
      });
  });

  it.each<UndeliveredReason>(['address-inaccurate', 'change-not-told', 'refused'])(
    'is not served where no address was confirmed: %s',
    (notReceived) => {
      given(...waiting)
        .when(serve({ proof: paper('envelope'), notReceived }))
        .thenRefused(onlyAtConfirmedAddress);
      given(...waiting)
        .when(serve({ proof: paper('envelope'), notReceived, ...confirmed }))
        .thenRecords('DecisionServed');
    },
  );

  it('is refused at the door by lien, and sent back only by post', () => {
    given(...waiting)
      .when(serve({ ...confirmed, method: 'direct', media: [paper('film')], notReceived: 'refused' }))
      .thenRefused(returnedOrLeft);
    given(...waiting)
      .when(
        serve({ ...confirmed, method: 'entrusted', proof: paper('slip'), notReceived: 'change-not-told' }),
      )
      .thenRefused(returnedOrLeft);
  });

  it('is shown: the envelope, or the leaving', () => {
    given(...waiting)
      .when(serve({ ...confirmed, notReceived: 'refused' }))
      .thenRefused(receiptKept);
    given(...waiting)
      .when(serve({ ...confirmed, method: 'direct', notReceived: 'change-not-told' }))
      .thenRefused(leavingShown);
    given(...waiting)
      .when(serve({ ...confirmed, method: 'direct', notReceived: 'change-not-told', proof: paper('note') }))
      .thenRecords('DecisionServed');
  });

  it('holds for the notice of the penalty too, whose five days run from there', () => {
    if (majorPenalty.kind !== 'penalty') throw new Error('a penalty is expected');
    const notice = {
      on: '2026-05-06',
      by: 'lin',
      act: 'notice/serve',
      entry: {
        officers: both,
        penalties: majorPenalty.penalties,
        facts: '使用超过保质期的食品原料生产食品',
        hearingRightTold: true,
        method: 'post',
        proof: paper('envelope'),
        notReceived: 'change-not-told',
      },
    } as const;
    const approved = proposalApproved(majorPenalty);
    given(...approved)
      .when(notice)
      .thenRefused(onlyAtConfirmedAddress);
    given(...approved)
      .when({ ...notice, entry: { ...notice.entry, ...confirmed } })
      .then({
        type: 'NoticeServed',
        data: {
          ...notice.entry,
          ...confirmed,
          servedOn: '2026-05-06',
          lastDay: '2026-05-12',
          provisional: false,
        },
      });
  });
});

/** The same history of a party of another kind: the filing is its fourth entry. */
const partyOf = (kind: 'natural-person' | 'individual-business'): readonly Happened[] => {
  const terms = { ...filingTerms, party: { ...filingTerms.party, kind } };
  return [...filedAs(terms), ...waiting.slice(filedAs(terms).length)];
};

describe('SAMR-P 82(1): who may sign the receipt', () => {
  const signed = (receivedBy: Recipient) => serve({ method: 'direct', proof: paper('receipt'), receivedBy });

  it.each<Recipient>(['addressee', 'mail-receiver', 'agent', 'designated'])('for an entity: %s', (by) => {
    given(...waiting)
      .when(signed(by))
      .thenRecords('DecisionServed');
  });

  it('for an entity no family, for a natural person nobody who receives an office’s mail', () => {
    given(...waiting)
      .when(signed('adult-family'))
      .thenRefused(signedByOneWhoMay);
    given(...partyOf('natural-person'))
      .when(signed('mail-receiver'))
      .thenRefused(signedByOneWhoMay);
    given(...partyOf('natural-person'))
      .when(signed('adult-family'))
      .thenRecords('DecisionServed');
  });

  it.each<Recipient>(['adult-family', 'mail-receiver'])('for an individual business: %s', (by) => {
    given(...partyOf('individual-business'))
      .when(signed(by))
      .thenRecords('DecisionServed');
  });
});

describe('SAMR-P 82(3), (5): pictures of what nobody signs', () => {
  it('electronic service is recorded', () => {
    given(...waiting)
      .when(serve({ ...confirmed, method: 'electronic' }))
      .thenRefused(electronicRecorded);
  });

  it('the notice on the board or in the paper is kept', () => {
    const notice = { method: 'public-notice', otherMethodsFailed: '邮件退回' } as const;
    given(...waiting)
      .when(serve(notice))
      .thenRefused(noticeShown);
    given(...waiting)
      .when(serve({ ...notice, proof: paper('newspaper') }))
      .thenRecords('DecisionServed');
  });
});

describe('a service that failed', () => {
  const failed = (entry: Partial<RecordFailure> = {}, on = '2026-06-15') =>
    ({
      on,
      by: 'lin',
      act: 'service/record-failure',
      entry: { officers: both, method: 'post', why: '原址查无此人', proof: paper('envelope'), ...entry },
    }) as const;

  it('is what a public notice rests on; that of an annulled decision is not', () => {
    const failure = happened('ServiceFailed', '2026-06-09', ['lin', 'gao'], failed().entry);
    const notice = { method: 'public-notice', proof: paper('newspaper') } as const;
    given(...waiting)
      .when(serve(notice))
      .thenRefused(otherMethodsFailed);
    given(...waiting, failure)
      .when(serve(notice))
      .thenRecords('DecisionServed');
    const annulled = happened('DecisionChanged', '2026-06-10', 'tang', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '事实不清',
      paper: paper('decision'),
    });
    const file = fileOf(...waiting, failure, annulled);
    const then = contextOn('2026-06-11', 'lin', file);
    expect(otherMethodsFailed.holds(serve(notice).entry, file, then)).toBe(false);
  });

  it('of a text that was changed since it says nothing of the new one', () => {
    const failure = happened('ServiceFailed', '2026-06-09', ['lin', 'gao'], failed().entry);
    const change = (servedAnew: object) =>
      happened('DecisionChanged', '2026-06-10', 'tang', {
        kind: 'changed',
        ground: 'own-correction',
        reason: '数额有误',
        outcome: { kind: 'penalty', penalties: [{ kind: 'fine', fen: 9_200_000 }] },
        paper: paper('decision'),
        ...servedAnew,
      });
    const notice = { method: 'public-notice', proof: paper('newspaper') } as const;
    // The second as it was recorded before 2026-12.
    for (const changed of [change({ servedAnew: true }), change({})]) {
      const history = [...waiting, failure, changed];
      given(...history)
        .when(serve(notice))
        .thenRefused(otherMethodsFailed);
      given(...history)
        .when(failed({ occurredAt: morningOf('2026-06-09'), lateReason: '补录' }))
        .thenRefused(triedAfterDecision);
      given(...history)
        .when(failed())
        .thenRecords('ServiceFailed');
      given(...history, happened('ServiceFailed', '2026-06-10', ['lin', 'gao'], failed().entry))
        .when(serve(notice))
        .thenRecords('DecisionServed');
    }
  });

  it('serves nothing, and stands in the file', () => {
    given(...waiting)
      .when(failed())
      .then({
        type: 'ServiceFailed',
        data: { officers: both, method: 'post', why: '原址查无此人', proof: paper('envelope') },
      });
    const tried = happened('ServiceFailed', '2026-06-09', both as ['lin', 'gao'], failed().entry);
    const file = fileOf(...waiting, tried, tried);
    expect(file.service).toBeUndefined();
    expect(file.failedServices).toStrictEqual([
      { entry: 11, method: 'post', on: '2026-06-09' },
      { entry: 12, method: 'post', on: '2026-06-09' },
    ]);
  });

  it('is refused without a decision, or when it has been served', () => {
    given(...notified(majorPenalty))
      .when(failed())
      .thenRefused(decisionMade);
    given(...served(majorPenalty))
      .when(failed())
      .thenRefused(servedOnce);
  });

  it('says how it failed, on a day after the decision, by two who were there', () => {
    given(...waiting)
      .when(failed({ why: ' ' }))
      .thenRefused(failureExplained);
    given(...waiting)
      .when(failed({ method: 'public-notice' }))
      .thenRefused(failsInPerson);
    given(...waiting)
      .when(failed({ occurredAt: morningOf('2026-06-04'), lateReason: '补录' }))
      .thenRefused(triedAfterDecision);
    given(...waiting)
      .when(failed({ occurredAt: morningOf('2026-06-16') }))
      .thenRefused(notInTheFuture);
    given(...waiting)
      .when(failed({ officers: ['lin'] }))
      .thenRefused(twoOfficers);
    given(...waiting)
      .when({ ...failed(), by: 'zhou' })
      .thenRefused(byHandler, recordedByOneOfThem);
  });
});
