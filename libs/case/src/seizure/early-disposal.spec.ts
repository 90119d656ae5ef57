import type { Stated } from '@anjuan/procedure';
import { twoOfficers } from '../officers.js';
import { approvalOpenFor, approverNotRequester } from '../approval/approval.js';
import { investigated, seizedAt } from '../histories.testing.js';
import { bottles, van } from '../goods/goods.testing.js';
import { kept } from '../goods/ledger.js';
import { namesALine, stillHere } from '../goods/provisions.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import * as law from './early-disposal-provisions.js';
import type { DisposeEarly, EarlyDisposalTerms } from './early-disposal.js';
import { proceedsReturned } from './giving-back.js';
import { stillSeized } from './provisions.js';

/** The seizure is entry 7. */
const seized: readonly Happened[] = [...investigated, ...seizedAt(investigated.length, '鲜桃40箱')];
const seizure = seized.length - 1;
const terms: EarlyDisposalTerms = {
  seizure,
  what: '鲜桃40箱',
  ground: 'perishable',
  consent: paper('consent'),
  evidence: [paper('photo')],
};
/** Entry 8 is the request. */
const requested: readonly Happened[] = [
  ...seized,
  happened('ApprovalRequested', '2026-03-12', 'lin', { matter: 'early-disposal', terms }),
];
const approval = seized.length;
const approved: readonly Happened[] = [
  ...requested,
  happened('ApprovalGiven', '2026-03-12', 'tang', { approval, matter: 'early-disposal' }),
];
const sale: DisposeEarly = {
  officers: ['lin', 'gao'],
  approval,
  manner: 'sold',
  fen: 320_000,
  record: paper('record'),
};
const sold: readonly Happened[] = [
  ...approved,
  happened('GoodsDisposedOfEarly', '2026-03-13', ['lin', 'gao'], {
    ...sale,
    seizure,
    what: terms.what,
    ground: terms.ground,
  }),
];
const lifted = happened('SeizureLifted', '2026-03-13', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  seizure,
  reason: '没有违法行为',
});
const decided = happened('DecisionMade', '2026-03-13', 'he', {
  outcome: { kind: 'facts-not-established', reason: '证据不足' },
  number: '朝市监不罚〔2026〕1号',
  dossier: '',
  dueOn: '2026-06-08',
});

const ask = (history: readonly Happened[], entry: EarlyDisposalTerms = terms, on = '2026-03-13') =>
  given(...history).when({ on, by: 'lin', act: 'seizure/request-early-disposal', entry });
const dispose = (history: readonly Happened[], change: Partial<DisposeEarly> = {}) =>
  given(...history).when({
    on: '2026-03-13',
    by: 'lin',
    act: 'seizure/dispose-early',
    entry: { ...sale, ...change },
  });

describe('asking to dispose of seized goods early (SAMR-P 41(3))', () => {
  it('names the goods, the consent and what is kept of them', () => {
    ask(seized).then({ type: 'ApprovalRequested', data: { matter: 'early-disposal', terms } });
    ask(seized, { ...terms, what: ' ' }).thenRefused(law.goodsNamed);
    ask(seized, { ...terms, evidence: [] }).thenRefused(law.evidenceKept);
  });

  it('waits for a public notice where nobody is known to hold the right', () => {
    const { consent: _, ...unknown } = terms;
    ask(seized, unknown).thenRefused(law.consentOrNotice);
    const announced = { notice: paper('notice'), until: '2026-03-13' };
    ask(seized, { ...unknown, announced }).thenRefused(law.consentOrNotice);
    ask(seized, { ...unknown, announced }, '2026-03-14').then({
      type: 'ApprovalRequested',
      data: { matter: 'early-disposal', terms: { ...unknown, announced } },
    });
  });

  it('waits for a notice of these goods, not for one that was over when they were taken', () => {
    const { consent: _, ...unknown } = terms;
    const over = (until: string) => ({ ...unknown, announced: { notice: paper('notice'), until } });
    ask(seized, over('2026-03-10'), '2026-03-14').thenRefused(law.consentOrNotice);
    ask(seized, over('2026-03-11'), '2026-03-14').thenRefused(law.consentOrNotice);
    ask(seized, over('2026-03-12'), '2026-03-14').thenRecords('ApprovalRequested');
  });

  it('is for what is seized, before the decision, by a handler', () => {
    ask([...seized, lifted]).thenRefused(stillSeized);
    ask(investigated).thenRefused(stillSeized);
    ask([...seized, decided]).thenRefused(law.beforeConfiscation);
    given(...seized)
      .when({ on: '2026-03-13', by: 'zhou', act: 'seizure/request-early-disposal', entry: terms })
      .thenRefused(byHandler);
  });
});

describe('approving it', () => {
  const approve = (history: readonly Happened[], by: 'tang' | 'zhou' = 'tang') =>
    given(...history).when({
      on: '2026-03-12',
      by,
      act: 'seizure/approve-early-disposal',
      entry: { approval },
    });

  it('is a leader’s who did not ask', () => {
    approve(requested).then({ type: 'ApprovalGiven', data: { approval, matter: 'early-disposal' } });
    approve(requested, 'zhou').thenRefused(law.disposalByLeader);
    const own = requested.map((event, index) =>
      index === approval ? { ...event, recordedBy: 'tang' } : event,
    );
    approve(own).thenRefused(approverNotRequester);
    approve(approved).thenRefused(approvalOpenFor('early-disposal'));
  });
});

describe('disposing of it', () => {
  it('enters what it brought in, which is kept', () => {
    dispose(approved).then({
      type: 'GoodsDisposedOfEarly',
      data: {
        ...sale,
        seizure,
        what: '鲜桃40箱',
        parts: [{ line: 1, quantity: 1 }],
        ground: 'perishable',
      },
    });
    expect(fileOf(...sold).seizures[0]?.disposals).toStrictEqual([
      { entry: approved.length, approval, on: '2026-03-13', what: '鲜桃40箱', fen: 320_000 },
    ]);
  });

  it.each<[Stated, Partial<DisposeEarly>]>([
    [law.disposalApproved, { approval: 1 }],
    [law.disposalApproved, { occurredAt: morningOf('2026-03-11'), lateReason: '补录' }],
    [law.proceedsEntered, { fen: 0 }],
    [law.proceedsEntered, { fen: 0.5 }],
    [law.proceedsEntered, { manner: 'destroyed' }],
    [twoOfficers, { officers: ['lin', 'lin'] }],
  ])('$id', (provision, change) => {
    dispose(approved, change).thenRefused(provision);
  });

  it('destroys for nothing', () => {
    dispose(approved, { manner: 'destroyed', fen: 0 }).thenRecords('GoodsDisposedOfEarly');
  });

  it('comes once, under an approval, while the goods are seized and undecided', () => {
    dispose(requested).thenRefused(law.disposalApproved);
    dispose(sold).thenRefused(law.disposedOnce);
    dispose([...approved, lifted]).thenRefused(law.stillSeizedThen);
    dispose([...approved, decided]).thenRefused(law.beforeConfiscation);
  });
});

describe('all that is left, where no parts are named', () => {
  const listed = [...investigated, ...seizedAt(investigated.length, '鲜桃、包装箱', [bottles, van])];
  const allowed = (history: readonly Happened[], all: EarlyDisposalTerms = terms) => [
    ...history,
    happened('ApprovalRequested', '2026-03-12', 'lin', { matter: 'early-disposal', terms: all }),
    happened('ApprovalGiven', '2026-03-12', 'tang', { approval: history.length, matter: 'early-disposal' }),
  ];
  const gone = (parts: EarlyDisposalTerms['parts'], manner: 'sold' | 'destroyed', what = terms.what) =>
    happened('GoodsDisposedOfEarly', '2026-03-13', ['lin', 'gao'], {
      ...sale,
      manner,
      seizure,
      what,
      ...(parts && { parts }),
      ground: terms.ground,
    });
  const left = (history: readonly Happened[]) =>
    fileOf(...history).goods.map((goods) => [kept(goods), goods.soldEarly ?? 0]);
  const some = [{ line: 1, quantity: 20 }];

  it('goes, and is named in the record', () => {
    const rest = [
      { line: 1, quantity: 100 },
      { line: 2, quantity: 1 },
    ];
    dispose(allowed([...listed, gone(some, 'sold')]), { approval: 9 }).then({
      type: 'GoodsDisposedOfEarly',
      data: { ...sale, approval: 9, seizure, what: terms.what, parts: rest, ground: terms.ground },
    });
    expect(left([...listed, gone(some, 'sold'), gone(undefined, 'destroyed')])).toStrictEqual([
      [20, 20],
      [0, 0],
    ]);
    expect(left([...listed, gone(undefined, 'sold')])).toStrictEqual([
      [120, 120],
      [1, 1],
    ]);
    ask([...listed, gone(undefined, 'sold')]).thenRefused(stillHere);
    ask(listed, { ...terms, parts: [] }).thenRefused(namesALine);
    dispose(allowed(listed, { ...terms, parts: [] }), { approval: 8 }).thenRefused(law.disposalApproved);
  });

  it('goes under an approval of its own', () => {
    const once = allowed(listed, { ...terms, parts: some });
    dispose([...once, { ...gone(some, 'sold'), data: { ...gone(some, 'sold').data, approval: 8 } }], {
      approval: 8,
    }).thenRefused(law.disposedOnce);
  });

  it('of a list that was recorded as one text only by the whole of its text', () => {
    expect(left([...seized, gone(undefined, 'destroyed')])).toStrictEqual([[0, 0]]);
    expect(left([...seized, gone(undefined, 'destroyed', '鲜桃')])).toStrictEqual([[1, 0]]);
  });
});

describe('lifting the seizure afterwards (SAMR-P 42(2))', () => {
  const lift = (history: readonly Happened[], returned: boolean) => {
    const leave: readonly Happened[] = [
      ...history,
      happened('ApprovalRequested', '2026-03-13', 'lin', {
        matter: 'seizure-lifting',
        terms: { seizure, reason: '没有违法行为' },
      }),
      happened('ApprovalGiven', '2026-03-13', 'tang', {
        approval: history.length,
        matter: 'seizure-lifting',
      }),
    ];
    return given(...leave).when({
      on: '2026-03-16',
      by: 'lin',
      act: 'seizure/lift',
      entry: {
        officers: ['lin', 'gao'],
        seizure,
        reason: '没有违法行为',
        ...(returned && { proceedsReturned: paper('receipt') }),
      },
    });
  };

  it('gives the money back in the place of the goods', () => {
    lift(sold, false).thenRefused(proceedsReturned);
    lift(sold, true).then({
      type: 'SeizureLifted',
      data: {
        officers: ['lin', 'gao'],
        seizure,
        reason: '没有违法行为',
        proceedsReturned: paper('receipt'),
      },
    });
  });

  it('of what is given back, and of nothing else of the list', () => {
    const listed = [...investigated, ...seizedAt(investigated.length, '白酒和车', [bottles, van])];
    const soldOf = (line: number, quantity: number): readonly Happened[] => [
      ...listed,
      happened('GoodsDisposedOfEarly', '2026-03-13', ['lin', 'gao'], {
        ...sale,
        seizure,
        what: '先行处置',
        parts: [{ line, quantity }],
        ground: terms.ground,
      }),
    ];
    const liftPart = (history: readonly Happened[], line: number, quantity: number) =>
      given(
        ...history,
        happened('ApprovalRequested', '2026-03-13', 'lin', {
          matter: 'seizure-lifting',
          terms: { seizure, parts: [{ line, quantity }], reason: '与案件无关' },
        }),
        happened('ApprovalGiven', '2026-03-13', 'tang', {
          approval: history.length,
          matter: 'seizure-lifting',
        }),
      ).when({
        on: '2026-03-16',
        by: 'lin',
        act: 'seizure/lift',
        entry: {
          officers: ['lin', 'gao'],
          seizure,
          parts: [{ line, quantity }],
          reason: '与案件无关',
        },
      });
    liftPart(soldOf(2, 1), 1, 120).thenRecords('SeizureLifted');
    liftPart(soldOf(2, 1), 2, 1).thenRefused(proceedsReturned);
    liftPart(soldOf(1, 20), 1, 100).thenRecords('SeizureLifted');
    liftPart(soldOf(1, 20), 1, 101).thenRefused(proceedsReturned);
    liftPart(soldOf(1, 20), 2, 1).thenRecords('SeizureLifted');
    lift(soldOf(2, 1), false).thenRefused(proceedsReturned);
  });

  it('has none to give back where nothing was sold', () => {
    lift(seized, false).thenRecords('SeizureLifted');
    const destroyed = sold.map((event): Happened =>
      event.type === 'GoodsDisposedOfEarly'
        ? happened('GoodsDisposedOfEarly', '2026-03-13', ['lin', 'gao'], {
            ...sale,
            manner: 'destroyed',
            fen: 0,
            seizure,
            what: terms.what,
            ground: terms.ground,
          })
        : event,
    );
    // All of it is gone, and nothing is left to lift.
    lift(destroyed, false).thenRefused(stillSeized);
  });
});
