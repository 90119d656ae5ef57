import { chinaCalendar } from '@anjuan/law';
import { lateEntryExplained } from '@anjuan/procedure';
import { recordedByOneOfThem, twoOfficers } from '../officers.js';
import { decided, decidedAfter, majorPenalty, notified, served } from '../histories.testing.js';
import { deadlines } from '../deadlines.js';
import { byHandler } from '../initiation/in-charge.js';
import { caseOpen } from '../initiation/provisions.js';
import { fileOf, given, happened, morningOf, paper } from '../testing.js';
import {
  addressConfirmed,
  decisionMade,
  lienWitnessed,
  notBeforeDecision,
  otherMethodsFailed,
  partyHeard,
  receiptKept,
  servedOnce,
} from './provisions.js';
import { servedBy } from './reached.js';
import type { ServeDecision } from './service.js';

const serve = (entry: Partial<ServeDecision>, on = '2026-06-08') =>
  ({
    on,
    by: 'lin',
    act: 'service/serve-decision',
    entry: { officers: ['lin', 'gao'], method: 'direct', ...entry },
  }) as const;
const waiting = decided(majorPenalty);
const late = { occurredAt: morningOf('2026-06-08'), lateReason: '外出执法' };

describe('service of the decision', () => {
  it('takes the date of the receipt', () => {
    given(...waiting)
      .when(serve({ proof: paper('receipt'), ...late }, '2026-06-11'))
      .then({
        type: 'DecisionServed',
        data: {
          officers: ['lin', 'gao'],
          lateReason: '外出执法',
          method: 'direct',
          proof: paper('receipt'),
          servedOn: '2026-06-08',
        },
      });
  });

  it('is not served by a word alone: nothing would prove the date', () => {
    given(...waiting)
      .when(serve({ method: 'lien', witness: '东苇社区居委会', ...late }, '2026-06-11'))
      .thenRefused(lienWitnessed);
  });

  it('by public notice takes effect thirty days after publication', () => {
    given(...waiting)
      .when(
        serve({
          method: 'public-notice',
          media: [paper('board')],
          otherMethodsFailed: '两次上门未遇，邮寄退回',
        }),
      )
      .then({
        type: 'DecisionServed',
        data: {
          officers: ['lin', 'gao'],
          method: 'public-notice',
          media: [paper('board')],
          otherMethodsFailed: '两次上门未遇，邮寄退回',
          servedOn: '2026-07-08',
        },
      });
  });

  it.each<Partial<ServeDecision>>([
    { method: 'post', proof: paper('slip') },
    { method: 'entrusted', signedPaper: paper('signed') },
    { method: 'lien', media: [paper('film')] },
    { method: 'electronic', addressConfirmation: paper('confirmation'), media: [paper('screenshot')] },
  ])('accepts %j', (entry) => {
    given(...waiting)
      .when(serve(entry))
      .thenRecords('DecisionServed');
  });

  it('keeps the slice when the witness is hidden', () => {
    expect(fileOf(...served(majorPenalty)).service).toStrictEqual({
      entry: 11,
      method: 'direct',
      servedOn: '2026-06-08',
    });
  });
});

describe('service is refused', () => {
  const receipt = { proof: paper('receipt') };

  it('before a decision, and on a case that was never filed', () => {
    given(...notified(majorPenalty))
      .when(serve(receipt))
      .thenRefused(decisionMade);
    given().when(serve(receipt)).thenRefused(caseOpen, byHandler, decisionMade);
  });

  describe('while its public notice runs (SAMR-P 81, 82(1), (5))', () => {
    const inPublic = {
      method: 'public-notice',
      media: [paper('board')],
      otherMethodsFailed: '邮寄退回',
    } as const;
    const posted = happened('DecisionServed', '2026-06-08', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      ...inPublic,
      servedOn: '2026-07-08',
    });
    const appeared = happened('DecisionServed', '2026-06-25', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      method: 'direct',
      proof: paper('receipt'),
      servedOn: '2026-06-25',
    });

    it('is received by the party that appears: the day on which it signs counts', () => {
      given(...waiting, posted)
        .when(serve(receipt, '2026-06-25'))
        .then({ type: 'DecisionServed', data: appeared.data });
      given(...waiting, posted)
        .when(serve(inPublic, '2026-06-25'))
        .thenRefused(servedOnce);
      given(...waiting, posted)
        .when(serve(receipt, '2026-07-08'))
        .thenRefused(servedOnce);
      // Not dated before the notice, when it could not be reached.
      given(...waiting, posted)
        .when(serve({ ...receipt, occurredAt: morningOf('2026-06-06'), lateReason: '补录' }, '2026-06-25'))
        .thenRefused(servedOnce);
      given(...waiting, posted, appeared)
        .when(serve(receipt, '2026-06-26'))
        .thenRefused(servedOnce);
    });

    it('its periods run from that day, and it was served in time by the notice', () => {
      const file = fileOf(...waiting, posted, appeared);
      expect(servedBy(file, '2026-06-25')).toBe(true);
      const found = deadlines(file, { calendar: chinaCalendar, today: '2026-06-25' });
      const states = (id: string) => found.filter((one) => one.id === id).map(({ state }) => state);
      expect([states('decision-service'), states('public-notice')]).toStrictEqual([['met'], []]);
      expect(found.find(({ id }) => id === 'payment')).toMatchObject({ from: '2026-06-25' });
    });
  });

  it('a second time', () => {
    given(...served(majorPenalty))
      .when(serve(receipt, '2026-06-09'))
      .thenRefused(servedOnce);
  });

  it('of a decision made unheard, until the case is decided anew', () => {
    const requested = happened('HearingRequested', '2026-06-06', 'lin', { inTime: true });
    const late = happened('HearingRequested', '2026-06-06', 'lin', { inTime: false });
    given(...waiting, requested)
      .when(serve(receipt))
      .thenRefused(partyHeard);
    given(...decidedAfter([...waiting, requested], majorPenalty))
      .when(serve(receipt))
      .thenRecords('DecisionServed');
    given(...waiting, late)
      .when(serve(receipt))
      .thenRecords('DecisionServed');
  });

  it('when dated before the decision, or late without a reason', () => {
    given(...waiting)
      .when(serve({ ...receipt, occurredAt: morningOf('2026-06-04'), lateReason: '补录' }))
      .thenRefused(notBeforeDecision);
    given(...waiting)
      .when(serve({ ...receipt, occurredAt: morningOf('2026-06-05') }))
      .thenRefused(lateEntryExplained);
  });

  it.each(['direct', 'post', 'entrusted'] as const)('without a receipt: %s', (method) => {
    given(...waiting)
      .when(serve({ method, media: [paper('film')] }))
      .thenRefused(receiptKept);
  });

  it('when a lien has neither witness nor film', () => {
    given(...waiting)
      .when(serve({ method: 'lien', witness: ' ', media: [], proof: paper('note') }))
      .thenRefused(lienWitnessed);
  });

  it('electronically without the signed confirmation', () => {
    given(...waiting)
      .when(serve({ method: 'electronic', media: [paper('screenshot')] }))
      .thenRefused(addressConfirmed);
  });

  it('by public notice before the other ways have failed', () => {
    given(...waiting)
      .when(serve({ method: 'public-notice', media: [paper('board')], otherMethodsFailed: ' ' }))
      .thenRefused(otherMethodsFailed);
  });

  it('by one officer, or recorded by somebody who was not there', () => {
    given(...waiting)
      .when(serve({ ...receipt, officers: ['lin', 'lin'] }))
      .thenRefused(twoOfficers);
    given(...waiting)
      .when({ ...serve(receipt), by: 'zhou' })
      .thenRefused(byHandler, recordedByOneOfThem);
  });
});
