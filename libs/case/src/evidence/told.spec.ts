/** K3, SAMR-P 32: the result of a test is told to every party, to who was joined since as well. */
import { investigated } from '../histories.testing.js';
import { testResultsNotified } from '../investigation/provisions.js';
import { partyInTheCase } from '../joined-parties/named.js';
import { answers, firm, of } from '../joined-parties/several.testing.js';
import { seenFor } from '../parties.js';
import { digestOf, fileOf, given, happened, paper, contextOn, type Happened } from '../testing.js';
import { servedAsIssued } from '../paper/issued.js';
import { testResultUntold } from './provisions.js';

const test = investigated.length;
const tested: readonly Happened[] = [
  ...investigated,
  happened('TestCommissioned', '2026-03-12', 'lin', { body: '检验院', periodDays: 20, toldInWriting: true }),
  happened('TestResultRecorded', '2026-03-30', 'lin', {
    test,
    kind: '鉴定意见',
    what: '检验报告',
    report: paper('report'),
  }),
];
const told = (on: string) => happened('TestResultTold', on, 'lin', { test, paper: paper('told') });
const joined = happened('PartyJoined', '2026-04-10', 'lin', answers);
const manager = tested.length + 1;
const toFirm = [...tested, told('2026-04-01'), joined];
const tell = (history: readonly Happened[]) =>
  given(...history).when({
    on: '2026-04-20',
    by: 'lin',
    act: 'evidence/tell-test-result',
    entry: { test, paper: paper('told') },
  });
const notified = (history: readonly Happened[], party: number | undefined) => {
  const file = seenFor(fileOf(...history), party);
  return testResultsNotified.holds(file, contextOn('2026-05-01', 'lin', file));
};

describe('Of a test result', () => {
  it('who was joined after the party was told has not been told', () => {
    expect([notified(toFirm, undefined), notified(toFirm, manager)]).toEqual([true, false]);
    const both = [...toFirm, told('2026-04-20')];
    expect([notified(both, undefined), notified(both, manager)]).toEqual([true, true]);
  });

  it('everybody is told, and nobody who was told already', () => {
    tell(toFirm).thenRecords('TestResultTold');
    tell([...toFirm, told('2026-04-20')]).thenRefused(testResultUntold);
    tell([...tested, told('2026-04-01')]).thenRefused(testResultUntold);
    const left = happened('PartySeparated', '2026-04-15', 'tang', {
      joined: manager,
      way: 'not-answerable',
      reason: '不承担责任',
      paper: paper('left'),
    });
    tell([...toFirm, left]).thenRefused(testResultUntold);
  });

  it('and who is named alone is told alone: the others wait', () => {
    const once = [...toFirm.filter(({ type }) => type !== 'TestResultTold')];
    const one = once.length - 1;
    const tellOne = (history: readonly Happened[], ofParty: number) =>
      given(...history).when({
        on: '2026-04-20',
        by: 'lin',
        act: 'evidence/tell-test-result',
        entry: { test, paper: paper('told'), ofParty },
      });
    const toldOne = (ofParty: number) => of(ofParty, told('2026-04-20'));
    const firmAlone = [...once, toldOne(firm)];
    expect([notified(firmAlone, undefined), notified(firmAlone, one)]).toEqual([true, false]);
    const managerAlone = [...once, toldOne(one)];
    expect([notified(managerAlone, undefined), notified(managerAlone, one)]).toEqual([false, true]);
    tellOne(firmAlone, firm).thenRefused(testResultUntold);
    tellOne(firmAlone, one).then({
      type: 'TestResultTold',
      data: { test, result: test + 1, paper: paper('told'), ofParty: one },
    });
    tell([...firmAlone, toldOne(one)]).thenRefused(testResultUntold);
    tellOne(once, 0).thenRefused(partyInTheCase);
  });

  it('a paper that was issued to one of them is told to that one', () => {
    const once = [...tested, joined];
    const one = tested.length;
    const result = { kind: 'test-result', of: test + 1, sealed: false } as const;
    const issuedTo = (ofParty: number, name: string) =>
      of(ofParty, happened('PaperIssued', '2026-04-15', 'lin', { ...result, paper: paper(name) }));
    const issued = [...once, issuedTo(firm, 'firm'), issuedTo(one, 'manager')];
    const tellWith = (history: readonly Happened[], name: string, more: object = {}) =>
      given(...history).when({
        on: '2026-04-20',
        by: 'lin',
        act: 'evidence/tell-test-result',
        entry: { test, paper: paper(name), ...more },
      });
    tellWith(issued, 'manager').then({
      type: 'TestResultTold',
      data: { test, result: test + 1, paper: paper('manager'), issued: once.length + 1, ofParty: one },
    });
    tellWith(issued, 'manager', { ofParty: firm }).thenRefused(servedAsIssued);
    const managerTold = [
      ...issued,
      of(
        one,
        happened('TestResultTold', '2026-04-20', 'lin', {
          test,
          paper: paper('manager'),
          issued: once.length + 1,
        }),
      ),
    ];
    expect([notified(managerTold, undefined), notified(managerTold, one)]).toEqual([false, true]);
    tellWith(managerTold, 'firm').thenRecords('TestResultTold');
  });

  it('whoever is joined later on the same day was not in the case when it was told', () => {
    const at = (event: Happened, hour: string): Happened => ({
      ...event,
      occurredAt: event.occurredAt.replace('T02', hour),
    });
    const morning = [...tested, at(told('2026-04-10'), 'T01'), at(joined, 'T07')];
    expect([notified(morning, undefined), notified(morning, manager)]).toEqual([true, false]);
  });

  it('telling one changes nothing of what was reviewed for the other', () => {
    const digest = (history: readonly Happened[]) => digestOf(fileOf(...history));
    expect(digest([...toFirm, told('2026-04-20')])).toBe(digest(toFirm));
  });
});
