/** Goods that are held in a case of several parties, of which one is decided on: SAMR-P 41(3); ACL 25, 27. */
import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { allConfirmed } from '../entry/provisions.js';
import { confiscatedNotGivenBack } from '../goods/provisions.js';
import { minorPenalty, oneLine, seizedAt } from '../histories.testing.js';
import { beforeConfiscation } from '../seizure/early-disposal-provisions.js';
import { stillSeized } from '../seizure/provisions.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { Penalty } from '../penalty/penalty.js';
import { decidedFor, firm, joined, managersSmallFine, of, upToNotice } from './several.testing.js';

const seized = [...joined.slice(0, -1), ...seizedAt(5, '腊肠原料32箱', oneLine)];
const list = seized.length - 1;
const manager = seized.length;
const both = upToNotice(
  upToNotice([...seized, ...joined.slice(-1)], firm, minorPenalty),
  manager,
  managersSmallFine,
);
const takes: Penalty = {
  kind: 'confiscation-of-goods',
  what: '腊肠原料',
  items: [{ entry: list, line: 1, quantity: 32 }],
};
const confiscated = decidedFor(both, manager, { kind: 'penalty', penalties: [takes] });
const fined = decidedFor(both, manager, managersSmallFine);

const disposal = {
  seizure: list,
  what: '腊肠原料',
  ground: 'perishable',
  consent: paper('consent'),
  evidence: [paper('photo')],
} as const;

describe('Goods that cannot be kept', () => {
  const ask = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-06-06',
      by: 'lin',
      act: 'seizure/request-early-disposal',
      entry: { ...disposal, parts: [{ line: 1, quantity: 32 }] },
    });

  it('are disposed of early while one of the parties is undecided', () => {
    ask(fined).thenRecords('ApprovalRequested');
  });

  it('but not what the decision on another has confiscated, also where it came after the approval', () => {
    ask(confiscated).thenRefused(stillSeized, confiscatedNotGivenBack, beforeConfiscation);
    const terms = { ...disposal, parts: [{ line: 1, quantity: 32 }] };
    const approved = [
      ...both,
      happened('ApprovalRequested', '2026-06-01', 'lin', { matter: 'early-disposal', terms }),
      happened('ApprovalGiven', '2026-06-01', 'tang', { approval: both.length, matter: 'early-disposal' }),
    ];
    const dispose = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-06',
        by: 'lin',
        act: 'seizure/dispose-early',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('signed'),
          approval: both.length,
          manner: 'sold',
          fen: 100,
          record: paper('record'),
        },
      });
    dispose(decidedFor(approved, manager, managersSmallFine)).thenRecords('GoodsDisposedOfEarly');
    dispose(decidedFor(approved, manager, { kind: 'penalty', penalties: [takes] })).thenRefused(
      confiscatedNotGivenBack,
      stillSeized,
      beforeConfiscation,
    );
  });
});

describe('The term of a seizure', () => {
  it('ends for every party when the decision on one of them confiscates the goods', () => {
    const found = (history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-08-01' }).filter(
        ({ id }) => id === 'seizure-term',
      );
    expect(found(confiscated).map(({ metBy }) => metBy)).toEqual(found(confiscated).map(() => both.length));
    expect(found(fined).every(({ metBy }) => metBy === undefined)).toBe(true);
  });
});

describe('What nobody can sign any more', () => {
  it('of a party that has left keeps the case from no closure', () => {
    const unsigned = of(
      manager,
      happened('StatementRechecked', '2026-05-12', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        result: 'not-adopted',
        reason: '无证据',
      }),
    );
    const left = happened('PartySeparated', '2026-05-20', 'tang', {
      joined: manager,
      way: 'own-case',
      number: '朝市监案〔2026〕9号',
      reason: '分案处理',
      paper: paper('separated'),
    });
    const holds = (...history: readonly Happened[]) => {
      const file = fileOf(...history);
      return allConfirmed.holds(file, contextOn('2026-06-06', 'lin', file));
    };
    expect([holds(...both, unsigned), holds(...both, unsigned, left)]).toEqual([false, true]);
  });
});
