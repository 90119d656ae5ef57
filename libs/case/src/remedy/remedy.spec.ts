import { chinaCalendar } from '@anjuan/law';
import { officerCredentialValid } from '../officers.js';
import { deadlines } from '../deadlines.js';
import { owed } from '../execution/owed.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { decided, majorPenalty, onTheSpot, served } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import {
  acceptedAfterReceipt,
  concludedAfterAcceptance,
  decisionReceived,
  oneAtATime,
  orderStated,
  organNamed,
  pending,
} from './provisions.js';
import type { RemedyOutcome } from './remedy.js';

/** Served on 2026-06-08 as entry 11. */
const due = served(majorPenalty);
const acceptance = {
  kind: 'reconsideration',
  organ: '朝阳区人民政府',
  number: '朝政复〔2026〕12号',
  notice: paper('acceptance'),
} as const;
const accept = { on: '2026-06-20', by: 'lin', act: 'remedy/record-acceptance', entry: acceptance } as const;
const acceptedOn = (on: string, kind: 'reconsideration' | 'litigation' = 'reconsideration'): Happened =>
  happened('RemedyAccepted', on, 'lin', { ...acceptance, kind });
const conclude = {
  on: '2026-08-20',
  by: 'lin',
  act: 'remedy/record-outcome',
  entry: { remedy: 12, outcome: 'upheld', paper: paper('outcome') },
} as const;
const concludedOn = (on: string, remedy: number, outcome: RemedyOutcome = 'upheld'): Happened =>
  happened('RemedyConcluded', on, 'lin', { remedy, outcome, paper: paper('outcome') });

describe('a remedy of the party (ARL 20; ALL 45, 46)', () => {
  it('is written down by those in charge when it was accepted', () => {
    given(...due)
      .when(accept)
      .then({ type: 'RemedyAccepted', data: acceptance });
    given(...onTheSpot)
      .when(accept)
      .thenRecords('RemedyAccepted');
    given(...due)
      .when({ ...accept, by: 'shen' })
      .thenRefused(officerCredentialValid, byThoseInCharge);
    given(...due)
      .when({ ...accept, entry: { ...acceptance, number: ' ' } })
      .thenRefused(organNamed);
  });

  it('is against a decision that was received, and not before', () => {
    given(...decided(majorPenalty))
      .when(accept)
      .thenRefused(decisionReceived);
    given(...due)
      .when({ ...accept, entry: { ...acceptance, occurredAt: morningOf('2026-06-07'), lateReason: '补录' } })
      .thenRefused(acceptedAfterReceipt);
  });

  it('is one at a time (ARL 29); a late one is for the organ to judge', () => {
    given(...due, acceptedOn('2026-06-20'))
      .when({ ...accept, on: '2026-07-01', entry: { ...acceptance, kind: 'litigation' } })
      .thenRefused(oneAtATime);
    given(...due, acceptedOn('2026-06-20'), concludedOn('2026-08-20', 12))
      .when({ ...accept, on: '2027-09-01', entry: { ...acceptance, kind: 'litigation' } })
      .thenRecords('RemedyAccepted');
  });

  it('also reaches a case that is closed and archived', () => {
    const closed = [
      happened('CaseClosed', '2026-06-20', 'tang', { approval: 12, ground: 'executed' }),
      happened('CaseArchived', '2026-06-21', 'lin', { mainVolume: [], subVolume: [] }),
    ];
    given(...due, ...closed)
      .when({ ...accept, on: '2026-07-01' })
      .thenRecords('RemedyAccepted');
  });

  it('ends with its outcome, once', () => {
    given(...due, acceptedOn('2026-06-20'))
      .when(conclude)
      .then({ type: 'RemedyConcluded', data: conclude.entry });
    given(...due)
      .when(conclude)
      .thenRefused(pending);
    given(...due, acceptedOn('2026-06-20'), concludedOn('2026-08-01', 12))
      .when(conclude)
      .thenRefused(pending);
    given(...due, acceptedOn('2026-06-20'))
      .when({
        ...conclude,
        entry: { ...conclude.entry, occurredAt: morningOf('2026-06-19'), lateReason: '补录' },
      })
      .thenRefused(concludedAfterAcceptance);
  });

  it('ARL 77(1): what a change or a settlement makes of the decision is entered, and only there', () => {
    const ordered = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 9_200_000 }] } as const;
    const record = (entry: Partial<typeof conclude.entry> | object) =>
      given(...due, acceptedOn('2026-06-20')).when({ ...conclude, entry: { ...conclude.entry, ...entry } });
    for (const outcome of ['changed', 'mediated'] as const) {
      record({ outcome }).thenRefused(orderStated);
      record({ outcome, ordered }).then({
        type: 'RemedyConcluded',
        data: { ...conclude.entry, outcome, ordered },
      });
    }
    record({ outcome: 'annulled', ordered }).thenRefused(orderStated);
  });

  it('in entries of before 2026-12 changes a decision on the spot by itself', () => {
    const half = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 5_000 }] } as const;
    const none = { kind: 'no-penalty', ground: 'minor', reason: '轻微' } as const;
    const after = (ordered: typeof half | typeof none) =>
      fileOf(
        ...onTheSpot,
        acceptedOn('2026-06-20'),
        happened('RemedyConcluded', '2026-08-20', 'lin', {
          remedy: 1,
          outcome: 'changed',
          ordered,
          paper: paper('outcome'),
        }),
      );
    expect(owed(after(half)).fine).toBe(5_000);
    expect(owed(after(none)).fine).toBe(0);
    expect(after(none).summary?.annulledBy).toBe(2);
  });

  it('stops no payment (APL 73(1))', () => {
    given(...due, acceptedOn('2026-06-20'))
      .when({
        on: '2026-06-22',
        by: 'lin',
        act: 'execution/record-payment',
        entry: { fen: 1, for: 'fine', channel: 'bank', receipt: paper('receipt') },
      })
      .thenRecords('PaymentReceived');
  });
});

describe('its periods', () => {
  const states = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...due, ...history), { calendar: chinaCalendar, today })
      .filter(({ id }) => ['reconsideration', 'suit', 'suit-after-reconsideration'].includes(id))
      .map(({ id, due: day, state }) => `${id} ${day} ${state}`);

  it('are sixty days and six months from the receipt, and lapse unused', () => {
    expect(states('2026-06-09')).toStrictEqual([
      'reconsideration 2026-08-07 running',
      'suit 2026-12-08 running',
    ]);
    expect(states('2026-12-09')).toStrictEqual([
      'reconsideration 2026-08-07 lapsed',
      'suit 2026-12-08 lapsed',
    ]);
  });

  it('are fifteen days after a reconsideration', () => {
    expect(states('2026-08-25', acceptedOn('2026-06-20'), concludedOn('2026-08-20', 12))).toStrictEqual([
      'reconsideration 2026-08-07 met',
      'suit-after-reconsideration 2026-09-04 running',
    ]);
  });
});
