/** K3, SAMR-P 32: the result of a test is told to every party, to who was joined since as well. */
import { investigated } from '../histories.testing.js';
import { testResultsNotified } from '../investigation/provisions.js';
import { answers } from '../joined-parties/several.testing.js';
import { seenFor } from '../parties.js';
import { digestOf, fileOf, given, happened, paper, contextOn, type Happened } from '../testing.js';
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

  it('telling one changes nothing of what was reviewed for the other', () => {
    const digest = (history: readonly Happened[]) => digestOf(fileOf(...history));
    expect(digest([...toFirm, told('2026-04-20')])).toBe(digest(toFirm));
  });
});
