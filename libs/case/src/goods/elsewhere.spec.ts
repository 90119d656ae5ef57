/** What goes elsewhere, with the case, to a test or to the police, goes line by line. */
import { policeFiled } from '../crime-transfer/provisions.js';
import { seizuresEnded } from '../closure/provisions.js';
import { notOfOneText, samplesFromTheList } from '../evidence/sampling.js';
import { investigated, seizedAt } from '../histories.testing.js';
import { disposalApproved } from '../seizure/early-disposal-provisions.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  confiscationOf,
  decidedAndServed,
  givenBack,
  left,
  listedHistory,
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

describe('Fault 14: goods go elsewhere in parts', () => {
  it('samples are drawn from a line (SAMR-P 31)', () => {
    const take = (of?: readonly ReturnType<typeof ofLine>[], history = listedHistory) =>
      given(...history).when({
        on: '2026-03-12',
        by: 'lin',
        act: 'evidence/take-samples',
        entry: {
          ...two,
          manner: 'on-the-scene',
          what: '白酒6瓶',
          ...(of && { of }),
          place: '仓库',
          credentialShown: true,
          partyPresent: true,
          sealed: true,
          recordSigned: true,
          record: paper('record'),
          list: paper('list'),
        },
      });
    take([ofLine(1, 6)]).thenRecords('SamplesTaken');
    take([ofLine(1, 121)]).thenRefused(notMoreThanIsHere);
    take([ofLine(3, 1)]).thenRefused(lineOfTheList);
    take([ofLine(2, 1)], [...listedHistory, givenBack('2026-03-12', [{ line: 2, quantity: 1 }])]).thenRefused(
      stillHere,
    );
    const inOneText = [...investigated, ...seizedAt(5, '侵权白酒120瓶')];
    take([ofLine(1, 1)], inOneText).thenRefused(notOfOneText);
    take(undefined, inOneText).thenRecords('SamplesTaken');
    take([], inOneText).thenRefused(namesALine);
    expect(samplesFromTheList.map(({ id }) => id)).toStrictEqual([
      namesALine.id,
      lineOfTheList.id,
      stillHere.id,
      notMoreThanIsHere.id,
    ]);
  });

  it('to the agency that is competent, with the case (SAMR-P 17)', () => {
    const terms = { to: 'other-agency', agency: '烟草专卖局', reason: '属于烟草专卖' } as const;
    const approved = [
      ...listedHistory,
      happened('ApprovalRequested', '2026-03-12', 'lin', { matter: 'transfer', terms }),
      happened('ApprovalGiven', '2026-03-12', 'tang', { approval: 8, matter: 'transfer' }),
      happened('CaseTransferApproved', '2026-03-12', 'tang', { approval: 8, ...terms }),
    ];
    const send = (goods?: readonly ReturnType<typeof ofLine>[]) =>
      given(...approved).when({
        on: '2026-03-13',
        by: 'lin',
        act: 'jurisdiction/send-transfer',
        entry: { letter: paper('letter'), enclosed: [], ...(goods && { goods }) },
      });
    const all = { letter: paper('letter'), enclosed: [], goods: [ofLine(1, 120), ofLine(2, 1)] };
    send().then({ type: 'CaseTransferred', data: all });
    expect(left([...approved, happened('CaseTransferred', '2026-03-13', 'lin', all)])).toStrictEqual([0, 0]);
    // Nothing goes along: left out, everything does.
    send([]).then({ type: 'CaseTransferred', data: { ...all, goods: [] } });
    send([ofLine(1, 120)]).thenRecords('CaseTransferred');
    send([ofLine(1, 60), ofLine(1, 61)]).thenRefused(notMoreThanIsHere);
    send([ofLine(5, 1)]).thenRefused(lineOfTheList);
    const sent = happened('CaseTransferred', '2026-03-13', 'lin', {
      letter: paper('letter'),
      enclosed: [],
      goods: [ofLine(1, 120)],
    });
    expect(left([...approved, sent])).toStrictEqual([0, 1]);
    // Before goods were named with it, a letter said nothing of them.
    const before = happened('CaseTransferred', '2026-03-13', 'lin', {
      letter: paper('letter'),
      enclosed: [],
    });
    expect(left([...approved, before])).toStrictEqual([120, 1]);
  });

  it('to the police, who take everything where nothing is named (ACL 21; TRANS 12)', () => {
    const withThePolice = [
      ...listedHistory,
      happened('CrimeTransferProposed', '2026-03-20', ['lin', 'gao'], {
        ...two,
        offence: '假冒注册商标罪',
        report: paper('report'),
      }),
      happened('CrimeTransferDecided', '2026-03-20', 'he', { approved: true }),
      happened('CrimeTransferSent', '2026-03-20', 'lin', {
        letter: paper('letter'),
        police: '朝阳分局',
        enclosed: [],
      }),
      happened('PoliceAnswered', '2026-03-21', 'lin', { answer: 'filed', paper: paper('notice') }),
    ];
    const hand = (
      goods?: readonly ReturnType<typeof ofLine>[],
      history: readonly Happened[] = withThePolice,
      on = '2026-03-23',
    ) =>
      given(...history).when({
        on,
        by: 'lin',
        act: 'crime-transfer/hand-over-goods',
        entry: { record: paper('record'), partyNotice: paper('notice'), ...(goods && { goods }) },
      });
    hand([ofLine(1, 120)]).thenRecords('GoodsHandedToPolice');
    hand([ofLine(1, 121)]).thenRefused(notMoreThanIsHere);
    hand([ofLine(0, 1)]).thenRefused(lineOfTheList);
    hand([]).thenRefused(namesALine);
    const materials = { record: paper('record'), partyNotice: paper('notice') };
    hand().then({
      type: 'GoodsHandedToPolice',
      data: { ...materials, goods: [ofLine(1, 120), ofLine(2, 1)] },
    });
    // Everything is no more than what is free: what a decision took is named by nobody, or refused.
    const decided = decidedAndServed(withThePolice, [confiscationOf(ofLine(1, 80))]);
    hand(undefined, decided, '2026-06-10').thenRefused(confiscatedNotGivenBack);
    hand([ofLine(1, 40), ofLine(2, 1)], decided, '2026-06-10').thenRecords('GoodsHandedToPolice');
    // Where a decision took all of it, the materials go alone, and the goods stay for their disposal.
    const allTaken = decidedAndServed(withThePolice, [confiscationOf(ofLine(1, 120), ofLine(2, 1))]);
    hand(undefined, allTaken, '2026-06-10').then({
      type: 'GoodsHandedToPolice',
      data: { ...materials, goods: [] },
    });
    hand([ofLine(1, 1)], allTaken, '2026-06-10').thenRefused(confiscatedNotGivenBack);
    const alone = happened('GoodsHandedToPolice', '2026-06-10', 'lin', { ...materials, goods: [] });
    expect(left([...allTaken, alone])).toStrictEqual([120, 1]);
    const handed = (goods?: readonly ReturnType<typeof ofLine>[]) => [
      ...withThePolice,
      happened('GoodsHandedToPolice', '2026-03-23', 'lin', { record: paper('r'), ...(goods && { goods }) }),
    ];
    // In parts, until nothing of it is here; the first hand-over was in time.
    hand([ofLine(2, 1)], handed([ofLine(1, 120)]), '2026-03-25').thenRecords('GoodsHandedToPolice');
    hand([ofLine(1, 1)], handed([ofLine(1, 120)]), '2026-03-25').thenRefused(stillHere);
    hand(undefined, handed([ofLine(1, 20)]), '2026-03-25').then({
      type: 'GoodsHandedToPolice',
      data: { ...materials, goods: [ofLine(1, 100), ofLine(2, 1)] },
    });
    hand(undefined, handed(), '2026-03-25').thenRefused(policeFiled);
    const rest = happened('GoodsHandedToPolice', '2026-03-25', 'lin', {
      ...materials,
      goods: [ofLine(2, 1)],
    });
    const twice = fileOf(...handed([ofLine(1, 120)]), rest);
    expect(twice.crimeTransfers.at(-1)?.handedOverOn).toBe('2026-03-23');
    hand(undefined, [...handed([ofLine(1, 120)]), rest], '2026-03-26').thenRefused(policeFiled);
    // A court has found no crime: what is left stays with the agency.
    const noCrime = happened('CriminalOutcomeRecorded', '2026-03-24', 'lin', {
      outcome: 'no-crime',
      paper: paper('judgment'),
    });
    hand([ofLine(2, 1)], [...handed([ofLine(1, 120)]), noCrime], '2026-03-25').thenRefused(policeFiled);
    expect(left(handed([ofLine(1, 120)]))).toStrictEqual([0, 1]);
    expect(left(handed())).toStrictEqual([0, 0]);
    expect(seizuresEnded.holds(fileOf(...handed([ofLine(1, 120)])), {} as never)).toBe(false);
    expect(seizuresEnded.holds(fileOf(...handed()), {} as never)).toBe(true);
  });

  it('what was destroyed early is gone, what was sold is here by its price (SAMR-P 41(3), 42(2))', () => {
    const early = (manner: 'destroyed' | 'sold') => [
      ...listedHistory,
      happened('GoodsDisposedOfEarly', '2026-03-20', ['lin', 'gao'], {
        ...two,
        approval: 99,
        seizure,
        what: '白酒20瓶',
        parts: [{ line: 1, quantity: 20 }],
        ground: 'hard-to-keep',
        manner,
        fen: manner === 'sold' ? 100_000 : 0,
        record: paper('record'),
      }),
    ];
    expect(left(early('destroyed'))).toStrictEqual([100, 1]);
    expect(left(early('sold'))).toStrictEqual([120, 1]);
    const ask = (history: readonly Happened[], quantity: number) =>
      given(...history).when({
        on: '2026-03-21',
        by: 'lin',
        act: 'seizure/request-early-disposal',
        entry: {
          seizure,
          what: '白酒',
          parts: [{ line: 1, quantity }],
          ground: 'hard-to-keep',
          consent: paper('consent'),
          evidence: [paper('photo')],
        },
      });
    ask(early('sold'), 100).thenRecords('ApprovalRequested');
    ask(early('sold'), 101).thenRefused(notMoreThanIsHere);
    ask(early('destroyed'), 101).thenRefused(notMoreThanIsHere);
  });

  it('is not disposed of early once it has gone since the approval', () => {
    const terms = {
      seizure,
      what: '车辆',
      parts: [{ line: 2, quantity: 1 }],
      ground: 'hard-to-keep',
      consent: paper('consent'),
      evidence: [paper('photo')],
    } as const;
    const approved = [
      ...listedHistory,
      happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'early-disposal', terms }),
      happened('ApprovalGiven', '2026-03-20', 'tang', { approval: 8, matter: 'early-disposal' }),
    ];
    const dispose = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-03-21',
        by: 'lin',
        act: 'seizure/dispose-early',
        entry: { ...two, approval: 8, manner: 'sold', fen: 5_000_000, record: paper('record') },
      });
    dispose(approved).thenRecords('GoodsDisposedOfEarly');
    dispose([...approved, givenBack('2026-03-20', [{ line: 2, quantity: 1 }])]).thenRefused(disposalApproved);
  });
});
