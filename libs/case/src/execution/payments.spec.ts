import { decided, filed, majorPenalty, onTheSpot, paid, served } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper } from '../testing.js';
import { owed } from './owed.js';
import {
  amountPositive,
  byThoseInCharge,
  collectedApart,
  decided as decisionMade,
  notBeforeDecision,
  notClosed,
  notMoreThanOwed,
} from './provisions.js';
import type { RecordPayment } from './execution.js';

const pay = (entry: Partial<RecordPayment>, on = '2026-06-22') =>
  ({
    on,
    by: 'lin',
    act: 'execution/record-payment',
    entry: { fen: 1_526_000, for: 'illegal-gains', channel: 'bank', receipt: paper('notice'), ...entry },
  }) as const;
const due = served(majorPenalty);
const closed = happened('CaseClosed', '2026-06-20', 'tang', { approval: 12, ground: 'executed' });

describe('what is owed', () => {
  it('is nothing before a decision', () => {
    const { fine, gains, left } = owed(fileOf(...filed));
    expect({ fine, gains, left }).toStrictEqual({ fine: 0, gains: 0, left: { fine: 0, gains: 0 } });
  });

  it('goes down with each payment, each for its purpose', () => {
    const file = fileOf(
      ...due,
      paid('2026-06-22', 'illegal-gains', 1_526_000),
      paid('2026-07-30', 'fine', 1),
    );
    expect(owed(file)).toStrictEqual({
      fine: 18_400_000,
      gains: 1_526_000,
      paid: { fine: 1, 'illegal-gains': 1_526_000, surcharge: 0 },
      left: { fine: 18_399_999, gains: 0 },
    });
  });

  it('counts what was collected on the spot', () => {
    const collected = happened('FineCollectedOnTheSpot', '2026-06-15', 'lin', {
      fen: 10_000,
      receipt: '京财罚1',
    });
    expect(owed(fileOf(...onTheSpot)).left.fine).toBe(10_000);
    expect(owed(fileOf(...onTheSpot, collected)).left.fine).toBe(0);
  });
});

describe('a payment', () => {
  it("is entered from the bank's notice", () => {
    given(...due)
      .when(pay({}))
      .then({
        type: 'PaymentReceived',
        data: { fen: 1_526_000, for: 'illegal-gains', channel: 'bank', receipt: paper('notice') },
      });
  });

  it('is accepted after a decision on the spot, electronically', () => {
    given(...onTheSpot)
      .when(pay({ fen: 10_000, for: 'fine', channel: 'electronic' }))
      .thenRecords('PaymentReceived');
  });

  it('may come in before the service is complete', () => {
    given(...decided(majorPenalty))
      .when(pay({}))
      .thenRecords('PaymentReceived');
  });

  it('of the surcharge is what has run up by the day, and may reach the fine', () => {
    given(...due)
      .when(pay({ for: 'surcharge', fen: 1 }))
      .thenRefused(notMoreThanOwed);
    given(...due)
      .when(pay({ for: 'surcharge', fen: 18_400_000 }, '2026-09-01'))
      .thenRecords('PaymentReceived');
    given(...due)
      .when(pay({ for: 'surcharge', fen: 18_400_001 }, '2026-09-01'))
      .thenRefused(notMoreThanOwed);
  });

  it('is never taken by the agency itself', () => {
    given(...due)
      .when(pay({ channel: 'agency' }))
      .thenRefused(collectedApart);
  });

  it.each([0, -1, 0.5, Number.NaN])('of %s fen is none', (fen) => {
    const reasons = Number.isNaN(fen) ? [amountPositive, notMoreThanOwed] : [amountPositive];
    given(...due)
      .when(pay({ fen }))
      .thenRefused(...reasons);
  });

  it('above what is owed is refused, also by the last fen', () => {
    given(...due)
      .when(pay({ fen: 1_526_001 }))
      .thenRefused(notMoreThanOwed);
    given(...due, paid('2026-06-20', 'illegal-gains', 1_526_000))
      .when(pay({ fen: 1 }))
      .thenRefused(notMoreThanOwed);
  });

  it('is refused before a decision, before its day, by others and after closure', () => {
    given(...filed)
      .when(pay({}))
      .thenRefused(decisionMade, notMoreThanOwed);
    given(...due)
      .when(pay({ occurredAt: morningOf('2026-06-04'), lateReason: '补录' }))
      .thenRefused(notBeforeDecision);
    given(...due)
      .when({ ...pay({}), by: 'tang' })
      .thenRefused(byThoseInCharge);
    given(...due, closed)
      .when(pay({}))
      .thenRefused(notClosed);
  });
});
