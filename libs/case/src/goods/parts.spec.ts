/** A seizure is a list, and every line of it goes its own way. */
import { chinaCalendar } from '@anjuan/law';
import { goodsDisposed, seizuresEnded } from '../closure/provisions.js';
import { deadlines } from '../deadlines.js';
import { noMoreThanConfiscated, proceedsToTheTreasury } from '../execution/goods-provisions.js';
import { goodsStillThere } from '../execution/provisions.js';
import { liftingApproved, oneLiftingRequest } from '../seizure/lifting.js';
import { stillSeized } from '../seizure/provisions.js';
import type { Penalty } from '../penalty/penalty.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  annulled,
  approvedLifting,
  bottles,
  confiscationOf,
  decidedAndServed,
  givenBack,
  left,
  lift,
  listedHistory,
  notNeeded,
  ofLine,
  seizure,
  two,
} from './goods.testing.js';
import {
  confiscatedNotGivenBack,
  lineOfTheList,
  namesALine,
  notMoreThanIsHere,
  stillHere,
} from './provisions.js';
import { seizedAt, investigated } from '../histories.testing.js';

const reason = notNeeded;

describe('Fault 14: a seizure is given back in parts (ACL 28)', () => {
  const askFor = (history: readonly Happened[], parts?: readonly { line: number; quantity: number }[]) =>
    given(...history).when({
      on: '2026-06-10',
      by: 'lin',
      act: 'seizure/request-lifting',
      entry: { seizure, reason, ...(parts && { parts }) },
    });
  const forty = [{ line: 1, quantity: 40 }];

  it('forty bottles of a list, the rest stays', () => {
    askFor(listedHistory, forty).thenRecords('ApprovalRequested');
    lift(approvedLifting(listedHistory, forty)).then({
      type: 'SeizureLifted',
      data: { ...two, seizure, parts: forty, reason },
    });
    expect(left([...listedHistory, givenBack('2026-06-11', forty)])).toStrictEqual([80, 1]);
  });

  it('everything that is left, where none are named', () => {
    const after = [...listedHistory, givenBack('2026-06-09', forty)];
    lift(approvedLifting(after, undefined)).then({
      type: 'SeizureLifted',
      data: {
        ...two,
        seizure,
        parts: [
          { line: 1, quantity: 80 },
          { line: 2, quantity: 1 },
        ],
        reason,
      },
    });
  });

  it('no more than is here, of a line that is here, of this list', () => {
    askFor(listedHistory, [{ line: 1, quantity: 121 }]).thenRefused(notMoreThanIsHere);
    askFor(listedHistory, [{ line: 1, quantity: 0.5 }]).thenRefused(notMoreThanIsHere);
    askFor(listedHistory, [{ line: 1, quantity: -1 }]).thenRefused(notMoreThanIsHere);
    askFor(listedHistory, [...forty, { line: 1, quantity: 81 }]).thenRefused(notMoreThanIsHere);
    askFor(listedHistory, [{ line: 3, quantity: 1 }]).thenRefused(lineOfTheList);
    askFor(listedHistory, []).thenRefused(namesALine);
    lift(approvedLifting(listedHistory, undefined), { parts: [] }).thenRefused(namesALine);
    const ofNothing = approvedLifting(listedHistory, []);
    lift(ofNothing).thenRefused(liftingApproved);
    askFor(ofNothing, forty).thenRecords('ApprovalRequested');
    const vanBack = [...listedHistory, givenBack('2026-06-09', [{ line: 2, quantity: 1 }])];
    askFor(vanBack, [{ line: 2, quantity: 1 }]).thenRefused(stillHere);
    askFor(vanBack, [
      { line: 2, quantity: 1 },
      { line: 1, quantity: 200 },
      { line: 9, quantity: 1 },
    ]).thenRefused(lineOfTheList, stillHere, notMoreThanIsHere);
  });

  it('not twice: an approval carries one lifting, of what it names and no more', () => {
    const once = approvedLifting(listedHistory, forty);
    lift(once, { parts: [{ line: 1, quantity: 41 }] }).thenRefused(liftingApproved);
    lift(once, { parts: [{ line: 2, quantity: 1 }] }).thenRefused(liftingApproved);
    lift(once, { parts: [{ line: 1, quantity: 10 }] }).thenRecords('SeizureLifted');
    askFor(once, forty).thenRefused(oneLiftingRequest);
    const done = [...once, givenBack('2026-06-11', forty)];
    lift(done).thenRefused(liftingApproved);
    askFor(done, forty).thenRecords('ApprovalRequested');
    const all = [
      ...done,
      givenBack('2026-06-11', [
        { line: 1, quantity: 80 },
        { line: 2, quantity: 1 },
      ]),
    ];
    askFor(all).thenRefused(stillSeized);
  });

  it('what was approved and then confiscated is approved no more: the rest is asked for and given back', () => {
    const van = [{ line: 2, quantity: 1 }];
    const confiscated = decidedAndServed(approvedLifting(listedHistory, forty, '2026-05-20'), [
      confiscationOf(ofLine(1, 120)),
    ]);
    lift(confiscated, { parts: van }).thenRefused(liftingApproved);
    askFor(confiscated, van).thenRecords('ApprovalRequested');
    lift(approvedLifting(confiscated, van)).then({
      type: 'SeizureLifted',
      data: { ...two, seizure, parts: van, reason },
    });
    // Something of it is free: that approval is to be used first.
    const partly = decidedAndServed(approvedLifting(listedHistory, forty, '2026-05-20'), [
      confiscationOf(ofLine(1, 100)),
    ]);
    askFor(partly, van).thenRefused(oneLiftingRequest);
    lift(partly, { parts: [{ line: 1, quantity: 20 }] }).thenRecords('SeizureLifted');
  });

  it('not what a decision in force confiscates', () => {
    const decided = decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 80))]);
    askFor(decided, [{ line: 1, quantity: 41 }]).thenRefused(confiscatedNotGivenBack);
    askFor(decided, forty).thenRecords('ApprovalRequested');
    lift(approvedLifting(decided, undefined)).then({
      type: 'SeizureLifted',
      data: { ...two, seizure, parts: [...forty, { line: 2, quantity: 1 }], reason },
    });
    // Approved before the decision, of a line that it took since: naming nothing is naming all of that.
    const before = decidedAndServed(
      approvedLifting(listedHistory, [{ line: 1, quantity: 120 }], '2026-06-01'),
      [confiscationOf(ofLine(1, 80))],
    );
    lift(before).thenRefused(confiscatedNotGivenBack);
    lift(before, { parts: forty }).thenRecords('SeizureLifted');
    const whole = decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 120), ofLine(2, 1))]);
    askFor(whole).thenRefused(stillSeized);
    lift(approvedLifting(whole, undefined)).thenRefused(stillSeized);
  });
});

describe('what a decision frees that is annulled is given back, whatever was given back before (ACL 28)', () => {
  const liftAll = (history: readonly Happened[]) => lift(approvedLifting(history, undefined));

  it('of a seizure that was lifted of what was free then', () => {
    const part = decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 80))]);
    const rest = [
      ...part,
      givenBack('2026-06-09', [
        { line: 1, quantity: 40 },
        { line: 2, quantity: 1 },
      ]),
    ];
    liftAll(rest).thenRefused(stillSeized);
    liftAll([...rest, annulled]).then({
      type: 'SeizureLifted',
      data: { ...two, seizure, parts: [{ line: 1, quantity: 80 }], reason },
    });
  });

  it('of one that nobody served before the end of the investigation', () => {
    const all = confiscationOf(ofLine(1, 120), ofLine(2, 1));
    const unserved = decidedAndServed(listedHistory, [all]).filter(({ type }) => type !== 'DecisionServed');
    liftAll(unserved).thenRefused(stillSeized);
    const terminated = happened('InvestigationTerminated', '2026-06-09', 'tang', {
      approval: unserved.length,
      ground: 'entity-ended',
      reason: '企业已注销',
    });
    liftAll([...unserved, terminated]).then({
      type: 'SeizureLifted',
      data: {
        ...two,
        seizure,
        parts: [
          { line: 1, quantity: 120 },
          { line: 2, quantity: 1 },
        ],
        reason,
      },
    });
  });
});

describe('what was handed over under a decision since undone is not handed over under the next one (APL 74)', () => {
  const ofTheParty = (what: string): Penalty => ({ kind: 'confiscation-of-goods', what, fromParty: true });
  const all = happened('GoodsDisposedOf', '2026-07-06', ['lin', 'gao'], {
    ...two,
    manner: 'destroyed',
    record: paper('record'),
  });
  const undone = (change: object) =>
    happened('DecisionChanged', '2026-07-07', 'he', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '认定有误',
      paper: paper('change'),
      ...change,
    });
  const close = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-07-10',
      by: 'lin',
      act: 'closure/request',
      entry: { ground: 'executed' },
    });
  const disposed = [...decidedAndServed(investigated, [ofTheParty('模具')]), all];
  const changedTo = (...whats: readonly string[]) =>
    undone({ kind: 'changed', outcome: { kind: 'penalty', penalties: whats.map(ofTheParty) } });

  it('where the decision is annulled and made anew', () => {
    close(disposed).thenRecords('ApprovalRequested');
    const anew = decidedAndServed([...disposed, undone({})], [ofTheParty('商标标识')]);
    close(anew).thenRefused(goodsDisposed);
    close([...anew, all]).thenRecords('ApprovalRequested');
  });

  it('where it is changed, of what it did not take before', () => {
    close([...disposed, changedTo('模具')]).thenRecords('ApprovalRequested');
    close([...disposed, changedTo('模具', '商标标识')]).thenRefused(goodsDisposed);
    close([...disposed, changedTo('模具', '商标标识'), all]).thenRecords('ApprovalRequested');
  });
});

describe('Fault 14: what is confiscated is disposed of in parts (APL 74)', () => {
  const dispose = (history: readonly Happened[], change: object = {}) =>
    given(...history).when({
      on: '2026-07-06',
      by: 'lin',
      act: 'execution/dispose-of-goods',
      entry: { ...two, manner: 'destroyed', record: paper('record'), ...change },
    });
  const decided = decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 80))]);
  const disposed = (quantity: number) =>
    happened('GoodsDisposedOf', '2026-07-06', ['lin', 'gao'], {
      ...two,
      goods: [ofLine(1, quantity)],
      manner: 'destroyed',
      record: paper('record'),
    });

  it('some destroyed, some auctioned, until nothing is left', () => {
    dispose(decided, { goods: [ofLine(1, 30)] }).thenRecords('GoodsDisposedOf');
    const half = [...decided, disposed(30)];
    expect(fileOf(...half).execution.goodsDisposedOn).toBeUndefined();
    dispose(half, {
      goods: [ofLine(1, 50)],
      manner: 'auctioned',
      fen: 90_000,
      treasury: paper('treasury'),
    }).thenRecords('GoodsDisposedOf');
    const all = [...half, disposed(50)];
    expect(fileOf(...all).execution.goodsDisposedOn).toBe('2026-07-06');
    dispose(all).thenRefused(goodsStillThere);
  });

  it('no more than was confiscated, nor than is here', () => {
    dispose(decided, { goods: [ofLine(1, 81)] }).thenRefused(noMoreThanConfiscated);
    dispose(decided, { goods: [ofLine(2, 1)] }).thenRefused(noMoreThanConfiscated);
    dispose(decided, { goods: [ofLine(1, 121)] }).thenRefused(notMoreThanIsHere);
    dispose(decided, { goods: [ofLine(4, 1)] }).thenRefused(lineOfTheList);
    dispose(decided, { goods: [{ ...ofLine(1, 1), entry: 4 }] }).thenRefused(lineOfTheList);
    dispose(decided, { goods: [] }).thenRefused(namesALine);
  });

  it('all that is left of it, where none is named: the record names the lines', () => {
    const half = [...decided, disposed(30)];
    const entry = { ...two, manner: 'destroyed', record: paper('record') } as const;
    const data = { ...entry, goods: [ofLine(1, 50)], everything: true } as const;
    dispose(half).then({ type: 'GoodsDisposedOf', data });
    // What was entered before lines were recorded went the same way.
    const on = '2026-07-06';
    for (const recorded of [data, entry]) {
      const gone = [...half, happened('GoodsDisposedOf', on, ['lin', 'gao'], recorded)];
      expect(left(gone)).toStrictEqual([40, 1]);
      expect(fileOf(...gone).execution.goodsDisposedOn).toBe(on);
    }
    // Of what the party itself is to hand over there is no line: then it is over by what is said.
    const ofBoth = decidedAndServed(listedHistory, [
      confiscationOf(ofLine(1, 80)),
      { kind: 'confiscation-of-goods', what: '模具', fromParty: true },
    ]);
    const goods = [ofLine(1, 80)];
    dispose(ofBoth).then({ type: 'GoodsDisposedOf', data: { ...data, goods } });
    const over = (more: object) =>
      fileOf(...ofBoth, happened('GoodsDisposedOf', on, ['lin', 'gao'], { ...entry, goods, ...more }))
        .execution.goodsDisposedOn;
    expect(over({ everything: true })).toBe(on);
    expect(over({})).toBeUndefined();
  });

  it('the money of an auction goes to the treasury, and nothing else brings any in', () => {
    const auction = { manner: 'auctioned', goods: [ofLine(1, 80)] };
    dispose(decided, auction).thenRefused(proceedsToTheTreasury);
    dispose(decided, { ...auction, fen: 90_000 }).thenRefused(proceedsToTheTreasury);
    dispose(decided, { ...auction, fen: 0, treasury: paper('t') }).thenRefused(proceedsToTheTreasury);
    dispose(decided, { fen: 90_000, treasury: paper('t') }).thenRefused(proceedsToTheTreasury);
    dispose(decided, { ...auction, fen: 90_000, treasury: paper('t') }).thenRecords('GoodsDisposedOf');
  });
});

describe('Fault 14: nothing that was seized is forgotten when the case is closed', () => {
  const close = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-07-10',
      by: 'lin',
      act: 'closure/request',
      entry: { ground: 'executed' },
    });
  const decided = decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 80))]);
  const free = givenBack('2026-06-11', [
    { line: 1, quantity: 40 },
    { line: 2, quantity: 1 },
  ]);
  const rest = happened('GoodsDisposedOf', '2026-07-06', ['lin', 'gao'], {
    ...two,
    goods: [ofLine(1, 80)],
    manner: 'destroyed',
    record: paper('record'),
  });

  it('the van is not confiscated with the bottles', () => {
    close([...decided, rest]).thenRefused(seizuresEnded);
    close([...decided, free]).thenRefused(goodsDisposed);
    close([...decided, free, rest]).thenRecords('ApprovalRequested');
    close([...decided, givenBack('2026-06-11', [{ line: 1, quantity: 40 }]), rest]).thenRefused(
      seizuresEnded,
    );
  });

  it('of a list that was recorded as one text, words that are a part of it confiscate nothing', () => {
    const asText = (what: string) =>
      decidedAndServed(
        [...investigated, ...seizedAt(5, '侵权白酒120瓶、送货车辆1台')],
        [{ kind: 'confiscation-of-goods', what }],
      );
    const disposed = happened('GoodsDisposedOf', '2026-07-06', ['lin', 'gao'], {
      ...two,
      manner: 'destroyed',
      record: paper('record'),
    });
    close([...asText('侵权白酒120瓶'), disposed]).thenRefused(seizuresEnded);
    close([...asText('侵权白酒120瓶、送货车辆1台'), disposed]).thenRecords('ApprovalRequested');
  });

  it('a seizure ends on the day the last of it went, or was confiscated', () => {
    const term = (history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-07-01' })
        .filter(({ id }) => id === 'seizure-term')
        .map(({ metBy }) => metBy);
    expect(term([...listedHistory, givenBack('2026-03-20', [{ line: 1, quantity: 120 }])])).toStrictEqual([
      undefined,
    ]);
    expect(term(decided)).toStrictEqual([undefined]);
    expect(term([...decided, free])).toStrictEqual([10]);
    expect(
      term(decidedAndServed(listedHistory, [confiscationOf(ofLine(1, 120), ofLine(2, 1))])),
    ).toStrictEqual([8]);
  });
});

describe('Fault 15: a test lengthens the seizure of what is tested alone (ACL 25(3))', () => {
  const second: readonly Happened[] = [...listedHistory, ...seizedAt(8, '印章一枚', [bottles])];
  const tested = (of: readonly { entry: number; line: number }[]) =>
    happened('TestCommissioned', '2026-03-12', 'lin', {
      body: '国家酒类检验中心',
      of,
      periodDays: 40,
      toldInWriting: true,
    });
  const ends = (history: readonly Happened[]) =>
    deadlines(fileOf(...history), { calendar: chinaCalendar, today: '2026-03-20' })
      .filter(({ id }) => id === 'seizure-term')
      .map(({ due }) => due);

  it('by the fixed period that was told in writing', () => {
    expect(ends([...second, tested([{ entry: seizure, line: 1 }])])).toStrictEqual([
      '2026-05-20',
      '2026-04-10',
    ]);
    expect(ends([...second, tested([])])).toStrictEqual(['2026-04-10', '2026-04-10']);
  });

  it('names lines of a list of this case', () => {
    const commission = (of: readonly { entry: number; line: number }[], history = listedHistory) =>
      given(...history).when({
        on: '2026-03-12',
        by: 'lin',
        act: 'evidence/commission-test',
        entry: { body: '国家酒类检验中心', of, periodDays: 40, toldInWriting: true },
      });
    commission([{ entry: seizure, line: 2 }]).thenRecords('TestCommissioned');
    commission([{ entry: seizure, line: 3 }]).thenRefused(lineOfTheList);
    commission([{ entry: 4, line: 1 }]).thenRefused(lineOfTheList);
    commission([]).thenRefused(namesALine);
    const back = [...listedHistory, givenBack('2026-03-12', [{ line: 2, quantity: 1 }])];
    commission([{ entry: seizure, line: 2 }], back).thenRefused(stillHere);
  });
});
