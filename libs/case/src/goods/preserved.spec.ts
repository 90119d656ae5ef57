/** Goods that were registered and preserved, in parts: SAMR-P 33–35. */
import { chinaCalendar } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import { deadlines } from '../deadlines.js';
import { stillPreserved } from '../preservation/provisions.js';
import { nothingPreserved } from '../preservation/term.js';
import { investigated } from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { annulled, bottles, confiscationOf, decidedAndServed, two, van } from './goods.testing.js';
import {
  confiscatedNotGivenBack,
  lineOfTheList,
  namesALine,
  notMoreThanIsHere,
  stillHere,
} from './provisions.js';

describe('what is preserved is dealt with in parts (SAMR-P 35)', () => {
  const preserved = [
    ...investigated,
    happened('EvidencePreserved', '2026-03-12', ['lin', 'gao'], {
      ...two,
      items: '酒和车',
      reason: '可能灭失',
      urgent: true,
      listHandedOver: true,
      noticeHandedOver: true,
      list: paper('list'),
      lines: [bottles, van],
    }),
  ];
  const some = (line: number, quantity: number) => ({ parts: [{ line, quantity }] });
  const deal = (history: readonly Happened[], change: object, on = '2026-03-13') =>
    given(...history).when({
      on,
      by: 'lin',
      act: 'preservation/deal-with',
      entry: { ...two, preservation: 5, manner: 'recorded', what: '拍照后发还', ...change },
    });
  const dealt = (parts: { line: number; quantity: number }[]) =>
    happened('PreservationDealtWith', '2026-03-13', ['lin', 'gao'], {
      ...two,
      preservation: 5,
      parts,
      manner: 'recorded',
      what: '拍照后发还',
    });

  it('and is preserved until nothing of it is left', () => {
    deal(preserved, some(1, 40)).thenRecords('PreservationDealtWith');
    deal(preserved, some(1, 121)).thenRefused(notMoreThanIsHere);
    deal(preserved, some(7, 1)).thenRefused(lineOfTheList);
    deal(preserved, { parts: [] }).thenRefused(namesALine);
    const partly = [...preserved, dealt([{ line: 1, quantity: 120 }])];
    expect(fileOf(...partly).preservations[0]?.ended).toBeUndefined();
    deal(partly, some(1, 1)).thenRefused(stillHere);
    const wholly = [...partly, dealt([{ line: 2, quantity: 1 }])];
    expect(fileOf(...wholly).preservations[0]?.ended).toStrictEqual({ entry: 7, on: '2026-03-13' });
  });

  it('is lifted in parts by a leader', () => {
    const lift = (change: object, history: readonly Happened[] = preserved) =>
      given(...history).when({
        on: '2026-03-13',
        by: 'tang',
        act: 'preservation/lift',
        entry: { preservation: 5, reason: '不应当没收', ...change },
      });
    lift(some(2, 1)).thenRecords('PreservationLifted');
    lift(some(2, 2)).thenRefused(notMoreThanIsHere);
    lift({ parts: [] }).thenRefused(namesALine);
    // Entered before such a list was refused, it gave nothing back.
    const ofNothing = { preservation: 5, reason: '不应当没收', parts: [] };
    const file = fileOf(...preserved, happened('PreservationLifted', '2026-03-13', 'tang', ofNothing));
    expect(file.preservations[0]?.ended).toBeUndefined();
  });

  it('what a decision was to confiscate, and does not any more, is given back though it is over', () => {
    const lift = (history: readonly Happened[], on = '2026-06-11') =>
      given(...history).when({
        on,
        by: 'tang',
        act: 'preservation/lift',
        entry: { preservation: 5, reason: '已经自动解除' },
      });
    const back = happened('PreservationLifted', '2026-06-11', 'tang', { preservation: 5, reason: '发还' });
    const taken = { ...confiscationOf(), items: [{ entry: 5, line: 1, quantity: 120 }] };
    const confiscated = [
      ...decidedAndServed([...preserved, dealt([{ line: 2, quantity: 1 }])], [taken]),
      happened('PreservationDealtWith', '2026-06-09', ['lin', 'gao'], {
        ...two,
        preservation: 5,
        manner: 'confiscated',
        what: '没收',
      }),
    ];
    lift(confiscated).thenRefused(stillPreserved);
    lift([...confiscated, annulled]).thenRecords('PreservationLifted');
    const close = { today: '2026-06-11', calendar: chinaCalendar } as Context;
    expect(nothingPreserved.holds(fileOf(...confiscated), close)).toBe(true);
    expect(nothingPreserved.holds(fileOf(...confiscated, annulled), close)).toBe(false);
    const returned = fileOf(...confiscated, annulled, back);
    expect(nothingPreserved.holds(returned, close)).toBe(true);
    lift([...confiscated, annulled, back]).thenRefused(stillPreserved);
    // Taken by the decision alone: nobody entered what became of it.
    const decided = decidedAndServed([...preserved, dealt([{ line: 2, quantity: 1 }])], [taken]);
    lift(decided).thenRefused(stillPreserved);
    lift([...decided, annulled]).thenRecords('PreservationLifted');
    expect(nothingPreserved.holds(fileOf(...decided, annulled), close)).toBe(false);
    expect(nothingPreserved.holds(fileOf(...decided, annulled, back), close)).toBe(true);
    expect(
      deadlines(fileOf(...decided, annulled, back), { calendar: chinaCalendar, today: '2026-06-12' }).find(
        ({ id }) => id === 'preservation-term',
      ),
    ).toMatchObject({ due: '2026-03-23', state: 'lapsed' });
  });

  it('what is here after seven working days is given back, and neither dealt with nor closed upon (SAMR-P 35(2))', () => {
    const lapsed = { on: '2026-03-24', by: 'tang', act: 'preservation/lift' } as const;
    const entry = { preservation: 5, reason: '已经自动解除，返还当事人' };
    given(...preserved)
      .when({ ...lapsed, entry })
      .thenRecords('PreservationLifted');
    deal(preserved, {}, '2026-03-24').thenRefused(stillPreserved);
    const partly = [...preserved, dealt([{ line: 1, quantity: 120 }])];
    const back = happened('PreservationLifted', '2026-03-24', 'tang', entry);
    const close = { today: '2026-03-24', calendar: chinaCalendar } as Context;
    const closes = (...history: readonly Happened[]) => nothingPreserved.holds(fileOf(...history), close);
    expect([closes(...partly), closes(...partly, back), closes(...preserved, back)]).toStrictEqual([
      false,
      true,
      true,
    ]);
    given(...preserved, back)
      .when({ ...lapsed, entry })
      .thenRefused(stillPreserved);
  });

  it('what a decision confiscates of it is dealt with by that alone', () => {
    const penalty = { ...confiscationOf(), items: [{ entry: 5, line: 1, quantity: 120 }] };
    const decided = decidedAndServed(preserved, [penalty]).map((event) => ({
      ...event,
      occurredAt: '2026-03-12T05:00:00.000Z',
      recordedAt: '2026-03-12T05:00:00.000Z',
    }));
    deal(decided, some(1, 10)).thenRefused(confiscatedNotGivenBack);
    deal(decided, { ...some(1, 120), manner: 'confiscated' }).thenRecords('PreservationDealtWith');
    deal(decided, some(2, 1)).thenRecords('PreservationDealtWith');
  });
});
