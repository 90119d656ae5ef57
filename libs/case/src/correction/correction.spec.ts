import { after, annulled, changed } from '../decision-change/changed.testing.js';
import { fieldsCorrectable } from '../entry/provisions.js';
import { investigated } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import {
  notOnAnAnnulledDecision,
  orderFulfillable,
  orderOutstanding,
  verifiedAfterOrder,
} from './correction.js';

const order = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  until: '2026-05-18',
  what: '明码标价',
  paper: paper('order'),
};
/** Entry 5. */
const ordered: readonly Happened[] = [
  ...investigated,
  happened('CorrectionOrdered', '2026-05-13', ['lin', 'gao'], order),
];
const verdict = { officers: ['lin', 'gao'], order: 5, corrected: true, record: paper('record') };
const verified = (corrected: boolean): readonly Happened[] => [
  ...ordered,
  happened('CorrectionVerified', '2026-05-18', ['lin', 'gao'], { ...verdict, corrected }),
];

describe('An order to correct (APL 28)', () => {
  const give = (change: Partial<typeof order>) =>
    given(...investigated).when({
      on: '2026-05-13',
      by: 'lin',
      act: 'correction/order',
      entry: { ...order, ...change },
    });

  it('says what, and until when', () => {
    give({}).then({ type: 'CorrectionOrdered', data: order });
    give({ until: '2026-05-13' }).thenRecords('CorrectionOrdered');
    give({ until: '2026-05-12' }).thenRefused(orderFulfillable);
    give({ what: ' ' }).thenRefused(orderFulfillable);
  });

  it('is not given on a decision that was annulled for good, carried out or not, but on one to be made anew', () => {
    const later = (history: readonly Happened[], on: string, change: object = {}) =>
      given(...history).when({
        on,
        by: 'lin',
        act: 'correction/order',
        entry: { ...order, until: '2026-09-18', ...change },
      });
    later(annulled, '2026-08-25').thenRefused(notOnAnAnnulledDecision);
    later(after('annulled'), '2026-08-25').thenRefused(notOnAnAnnulledDecision);
    const dated = (day: string) => ({ occurredAt: morningOf(day), lateReason: '系统故障' });
    for (const history of [annulled, after('annulled')]) {
      later(history, '2026-08-25', dated('2026-08-19')).thenRecords('CorrectionOrdered');
      later(history, '2026-08-25', dated('2026-08-20')).thenRefused(notOnAnAnnulledDecision);
    }
    later(after('declared-illegal'), '2026-08-25').thenRecords('CorrectionOrdered');
    later(after('annulled-to-redo'), '2026-08-25').thenRecords('CorrectionOrdered');
    const toRedo = [...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' })];
    later(toRedo, '2026-08-25').thenRecords('CorrectionOrdered');
  });

  it('is a paper in the party’s hands, and is not corrected in the file', () => {
    given(...ordered)
      .when({
        on: '2026-05-14',
        by: 'lin',
        act: 'entry/correct',
        entry: { entry: 5, changes: { what: '停止销售' }, reason: '笔误' },
      })
      .thenRefused(fieldsCorrectable);
  });

  const verify = (history: readonly Happened[], entry = 5, occurredAt?: string) =>
    given(...history).when({
      on: '2026-05-20',
      by: 'gao',
      act: 'correction/verify',
      entry: { ...verdict, order: entry, ...(occurredAt && { occurredAt, lateReason: '补录' }) },
    });

  it('is verified until it is fulfilled, after it was given', () => {
    verify(ordered).then({ type: 'CorrectionVerified', data: verdict });
    verify(verified(false)).thenRecords('CorrectionVerified');
    verify(verified(true)).thenRefused(orderOutstanding);
    verify(ordered, 4).thenRefused(orderOutstanding);
    verify(ordered, 5, morningOf('2026-05-12')).thenRefused(verifiedAfterOrder);
  });

  it('is remembered with what was found', () => {
    expect(fileOf(...verified(true)).corrections).toStrictEqual([
      { entry: 5, orderedOn: '2026-05-13', until: '2026-05-18', verifiedOn: '2026-05-18', corrected: true },
    ]);
  });
});
