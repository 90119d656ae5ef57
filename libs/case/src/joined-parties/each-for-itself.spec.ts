/** After the reports: what is corrected, put before a leader, paid, confiscated and closed is of one party. */
import { approvalOpenFor } from '../approval/approval.js';
import { caseProcedure } from '../case-procedure.js';
import { everyPartyClosed } from '../closure/each-party.js';
import { moneyPaid, noPenaltyServed, penaltyServed } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { beforeDecision } from '../entry/provisions.js';
import { notMoreThanOwed } from '../execution/provisions.js';
import { owed } from '../execution/owed.js';
import { confiscatedFromOneParty } from '../goods/of-penalties.js';
import { stillSeized } from '../seizure/provisions.js';
import { concluded, minorPenalty, oneLine, seizedAt } from '../histories.testing.js';
import { fileOf as laid, seenFor } from '../parties.js';
import { openOrSentBack } from '../investigation/provisions.js';
import { undecidedYet } from '../suspension/provisions.js';
import { chinaCalendar } from '@anjuan/law';
import type { Penalty } from '../penalty/penalty.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { evidenceBeforeDecision } from '../evidence/provisions.js';
import type { ClosureTerms } from '../closure/closure.js';
import { nobodyWithoutOutcome } from './outcome.js';
import {
  course,
  decidedFor,
  digestFor,
  firm,
  joined,
  manager,
  managersSmallFine,
  of,
  paidBy,
  reported,
  reviewedFor,
  servedOn,
  upToNotice,
} from './several.testing.js';

const both = upToNotice(upToNotice(joined, firm, minorPenalty), manager, managersSmallFine);
const managerDecided = decidedFor(both, manager, managersSmallFine);
const bothDecided = decidedFor(managerDecided, firm, minorPenalty);
const bothServed = servedOn(servedOn(bothDecided, manager, minorPenalty), firm, minorPenalty);

describe('What was recorded before there were several', () => {
  it('is of the party of the filing', () => {
    const history = [...concluded(minorPenalty), ...joined.slice(-1)];
    const file = fileOf(...history);
    expect(file.investigation).toBeDefined();
    expect(seenFor(file, history.length - 1).investigation).toBeUndefined();
    expect(seenFor(file, undefined).investigation).toBeDefined();
  });
});

describe('An entry of one party', () => {
  const said = of(
    manager,
    happened('StatementMade', '2026-05-06', 'lin', { what: '请求从轻', paper: paper('statement') }),
  );
  const withdrawn = happened('EntryWithdrawn', '2026-05-07', 'lin', { entry: both.length, reason: '误录' });

  it('changes the file of that party alone, and so does its withdrawal', () => {
    const spoken = [...both, said];
    expect(digestFor(spoken, firm)).toBe(digestFor(both, firm));
    expect(digestFor(spoken, manager)).not.toBe(digestFor(both, manager));
    const undone = fileOf(...spoken, withdrawn);
    expect(laid(undone, manager).statements.made).toStrictEqual([]);
    expect(digestFor([...spoken, withdrawn], firm)).toBe(digestFor(both, firm));
    const corrected = happened('EntryCorrected', '2026-05-07', 'lin', {
      entry: both.length,
      changes: { what: '请求减轻' },
      reason: '笔误',
    });
    const file = fileOf(...spoken, corrected);
    expect(laid(file, manager).statements.made).toHaveLength(1);
    expect(file.statements.made).toStrictEqual([]);
  });

  it('is corrected and withdrawn before the decision on that party, a common one before any', () => {
    const withdraw = (entry: number, history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-06',
        by: 'lin',
        act: 'entry/withdraw',
        entry: { entry, reason: '误录', paper: paper('withdrawal') },
      });
    const firmsWord = { ...said, data: Object.assign({}, said.data, { ofParty: firm }) };
    const decided = decidedFor([...both, firmsWord], manager, managersSmallFine);
    withdraw(both.length, decided).thenRecords('EntryWithdrawn');
    withdraw(both.length, decidedFor([...both, said], manager, managersSmallFine)).thenRefused(
      beforeDecision,
    );
    withdraw(4, decided).thenRefused(beforeDecision);
    // What was entered after the one decision, and before the other, is no ground of the one.
    const scene = {
      ...happened('EvidenceAdded', '2026-06-05', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        kind: '书证',
        what: '台账',
        provider: '当事人',
        papers: [paper('ledger')],
      }),
    };
    withdraw(decided.length, [...decided, scene]).thenRecords('EntryWithdrawn');
  });

  it('that two officers have yet to confirm keeps the other party waiting for nothing', () => {
    const unsigned = of(
      firm,
      happened('StatementRechecked', '2026-05-12', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        result: 'not-adopted',
        reason: '无证据',
      }),
    );
    given(...both, unsigned)
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: managersSmallFine, ofParty: manager },
      })
      .thenRecords('DecisionMade');
  });
});

describe('The whole case', () => {
  const add = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-06-10',
      by: 'lin',
      act: 'evidence/add',
      entry: {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        kind: '书证',
        what: '进货票据',
        provider: '郑晓岚',
        papers: [paper('invoice')],
      },
    });

  it('is investigated further while one party is undecided', () => {
    add(managerDecided).thenRecords('EvidenceAdded');
    add(bothDecided).thenRefused(evidenceBeforeDecision);
  });

  it('is not suspended once a party has been decided on', () => {
    const suspend = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-10',
        by: 'lin',
        act: 'suspension/request',
        entry: { ground: 'depends-on-another-case', reason: '须以另案结果为依据' },
      });
    suspend(both).thenRecords('ApprovalRequested');
    suspend(managerDecided).thenRefused(undecidedYet);
  });
});

describe('What is put before a leader for one party', () => {
  it('is not given to the other', () => {
    const asked = of(
      firm,
      happened('ApprovalRequested', '2026-06-04', 'lin', {
        matter: 'decision-extension',
        terms: { reason: '案情复杂' },
      }),
    );
    const give = (ofParty: number) =>
      given(...both, asked).when({
        on: '2026-06-05',
        by: 'tang',
        act: 'decision-period/approve-extension',
        entry: { approval: both.length, ofParty },
      });
    give(manager).thenRefused(approvalOpenFor('decision-extension'));
    give(firm).thenRecords('ApprovalGiven', 'DecisionPeriodExtended');
    given(...both, asked)
      .when({
        on: '2026-06-05',
        by: 'lin',
        act: 'decision-period/request-extension',
        entry: { reason: '案情复杂', ofParty: manager },
      })
      .thenRecords('ApprovalRequested');
  });
});

describe('What is owed', () => {
  it('is paid by each for itself', () => {
    const pay = (ofParty: number, fen: number, history: readonly Happened[] = bothServed) =>
      given(...history).when({
        on: '2026-06-12',
        by: 'lin',
        act: 'execution/record-payment',
        entry: { fen, for: 'fine', channel: 'bank', receipt: paper('bank-notice'), ofParty },
      });
    pay(manager, 90_000).thenRecords('PaymentReceived');
    pay(manager, 100_000).thenRefused(notMoreThanOwed);
    const paid = fileOf(...paidBy(bothServed, manager, 90_000));
    expect(owed(laid(paid, manager)).left.fine).toBe(0);
    expect(owed(paid).left.fine).toBe(100_000);
    pay(manager, 1, paidBy(bothServed, manager, 90_000)).thenRefused(notMoreThanOwed);
  });
});

describe('The closure', () => {
  const close = (history: readonly Happened[], terms: ClosureTerms) =>
    given(...history).when({ on: '2026-06-15', by: 'lin', act: 'closure/request', entry: terms });
  const executed = { ground: 'executed', others: [{ ofParty: manager, ground: 'executed' }] } as const;
  const allPaid = paidBy(paidBy(bothServed, manager, 90_000), firm, 100_000);

  it('is for every party, on the ground of each', () => {
    close(allPaid, executed).thenRecords('ApprovalRequested');
    close(allPaid, { ground: 'executed' }).thenRefused(everyPartyClosed);
    close(allPaid, { ground: 'executed', others: [{ ofParty: firm, ground: 'executed' }] }).thenRefused(
      everyPartyClosed,
    );
    close(paidBy(bothServed, firm, 100_000), executed).thenRefused(moneyPaid);
    close(paidBy(bothServed, manager, 90_000), executed).thenRefused(moneyPaid);
    close(allPaid, { ...executed, others: [{ ofParty: manager, ground: 'no-penalty' }] }).thenRefused(
      noPenaltyServed,
    );
  });

  it('is not there while somebody is undecided, or was not served', () => {
    const firmAlone = course(both, firm, minorPenalty, decidedFor, servedOn);
    close(paidBy(firmAlone, firm, 100_000), executed).thenRefused(nobodyWithoutOutcome, penaltyServed);
    close(
      paidBy(paidBy(servedOn(bothDecided, firm, minorPenalty), firm, 100_000), manager, 90_000),
      executed,
    ).thenRefused(penaltyServed);
  });

  it('is given for all, and says for each on which ground', () => {
    const asked = [
      ...allPaid,
      happened('ApprovalRequested', '2026-06-15', 'lin', { matter: 'closure', terms: executed }),
    ];
    const approval = allPaid.length;
    given(...asked)
      .when({ on: '2026-06-16', by: 'tang', act: 'closure/approve', entry: { approval } })
      .then(
        { type: 'ApprovalGiven', data: { approval, matter: 'closure' } },
        {
          type: 'CaseClosed',
          data: { approval, ground: 'executed', others: [{ ofParty: manager, ground: 'executed' }] },
        },
      );
  });
});

describe('Goods of a list', () => {
  const seized = [...joined.slice(0, -1), ...seizedAt(5, '腊肠原料32箱', oneLine)];
  const lineOfList = seized.length - 1;
  const someone = seized.length;
  const withManager = [...seized, ...joined.slice(-1)];
  const takes: Penalty = {
    kind: 'confiscation-of-goods',
    what: '腊肠原料',
    items: [{ entry: lineOfList, line: 1, quantity: 32 }],
  };
  const confiscates = { kind: 'penalty', penalties: [takes] } as const;
  const managers = decidedFor(
    upToNotice(upToNotice(withManager, firm, minorPenalty), someone, confiscates),
    someone,
    confiscates,
  );

  it('confiscated from one party are not confiscated from another, nor given back', () => {
    given(...managers)
      .when({
        on: '2026-06-08',
        by: 'lin',
        act: 'investigation/conclude',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('signed'),
          facts: '使用超过保质期的原料',
          basis: [{ law: '食品安全法', article: '124(1)(2)' }],
          proposal: confiscates,
          discretion: '从轻',
          benchmark: '裁量基准（食品类）',
          goodsValueFen: 96_000,
          report: paper('report-2'),
          ofParty: firm,
        },
      })
      .thenRefused(openOrSentBack, confiscatedFromOneParty);
    given(...managers)
      .when({
        on: '2026-06-08',
        by: 'lin',
        act: 'seizure/request-lifting',
        entry: { seizure: lineOfList, reason: '已作出决定' },
      })
      .thenRefused(stillSeized);
  });
});

describe('Clocks', () => {
  it('run for each party, and say for which; what runs alike for all runs once', () => {
    const day = { calendar: chinaCalendar, today: '2026-06-15' };
    const running = deadlines(fileOf(...managerDecided), day);
    const decision = running.filter(({ id }) => id === 'decision-period');
    expect(decision.map(({ ofParty, state }) => [ofParty, state])).toStrictEqual([
      [firm, 'missed'],
      [manager, 'met'],
    ]);
    expect(deadlines(fileOf(...joined), day).every(({ ofParty }) => ofParty === undefined)).toBe(true);
  });

  it('of the closure runs from when the last of them could be closed', () => {
    const day = { calendar: chinaCalendar, today: '2026-06-15' };
    const closing = (history: readonly Happened[]) =>
      deadlines(fileOf(...history), day).filter(({ id }) => id === 'closure');
    expect(closing(paidBy(bothServed, manager, 90_000))).toStrictEqual([]);
    const allPaid = paidBy(paidBy(bothServed, manager, 90_000), firm, 100_000);
    expect(closing(allPaid)).toHaveLength(1);
  });
});

describe('What the program is told of the case', () => {
  it('is of the party that was asked for', () => {
    const file = fileOf(...course(joined, manager, managersSmallFine, reported, reviewedFor));
    expect(caseProcedure.digested?.(file, { ofParty: manager })).toStrictEqual(
      expect.objectContaining({ ofParty: manager }),
    );
    expect(caseProcedure.digested?.(file)).not.toHaveProperty('ofParty');
    expect(caseProcedure.inFile(file)).toContain('fang');
  });
});
