import { hearingRequested, noticeOf, reviewedAgain } from '../histories-to-decision.testing.js';
import { concluded, majorPenalty, minorPenalty, notified } from '../histories.testing.js';
import { hearingHeldIfRequested } from '../decision/of-penalty.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import { calledOffByLeader, nothingLeftToHear } from './calling-off.js';
import { notOverYet, requestedInTime } from './provisions.js';
import type { Outcome } from '../penalty/penalty.js';

const asked = [...notified(majorPenalty), hearingRequested];
/** Another report after the notice. */
const again = (proposal: Outcome): Happened => ({
  ...(concluded(proposal).at(-1) as Happened),
  occurredAt: '2026-05-11T02:00:00.000Z',
  recordedAt: '2026-05-11T02:00:00.000Z',
});
const ended = happened('HearingEnded', '2026-05-12', 'tang', {
  ground: 'nothing-to-hear',
  reason: '不再拟给予需要听证的处罚',
  paper: paper('called-off'),
});
const callOff = (history: readonly Happened[], by: 'tang' | 'lin' | 'qiu' = 'tang') =>
  given(...history).when({
    on: '2026-05-12',
    by,
    act: 'hearing/call-off',
    entry: { reason: '不再拟给予需要听证的处罚', paper: paper('called-off') },
  });
const isHeard = (history: readonly Happened[], outcome: Outcome) =>
  hearingHeldIfRequested.holds(
    { outcome },
    fileOf(...history),
    contextOn('2026-06-05', 'he', fileOf(...history)),
  );

describe('The agency ends a hearing of its own accord (SAMR-H 27(5))', () => {
  it('where another report proposes nothing that gives one', () => {
    callOff([...asked, again(minorPenalty)]).then({
      type: 'HearingEnded',
      data: { ground: 'nothing-to-hear', reason: '不再拟给予需要听证的处罚', paper: paper('called-off') },
    });
    callOff([...asked, again({ kind: 'no-penalty', ground: 'minor', reason: '轻微' })]).thenRecords(
      'HearingEnded',
    );
  });

  it('never while the penalty that gives it is still wanted', () => {
    callOff(asked).thenRefused(nothingLeftToHear);
    callOff([...asked, again(majorPenalty)]).thenRefused(nothingLeftToHear);
  });

  it('nor what the notice granted of itself, while that penalty is wanted', () => {
    const penalties = minorPenalty.kind === 'penalty' ? minorPenalty.penalties : [];
    const notice = noticeOf(penalties, '2026-05-07', '2026-05-14');
    const granted = [
      ...notified(majorPenalty).slice(0, -1),
      { ...notice, data: { ...notice.data, hearingRightTold: true } } as Happened,
      hearingRequested,
    ];
    callOff([...granted, again(minorPenalty)]).thenRefused(nothingLeftToHear);
    callOff([...granted, again({ kind: 'no-penalty', ground: 'minor', reason: '轻微' })]).thenRecords(
      'HearingEnded',
    );
  });

  describe('goods are worth what the report says that the notice was of', () => {
    const goods: Outcome = {
      kind: 'penalty',
      penalties: [{ kind: 'confiscation-of-goods', what: '标识', fromParty: true }],
    };
    const valued = (report: Happened, goodsValueFen: number) =>
      ({ ...report, data: { ...report.data, goodsValueFen } }) as Happened;
    /** The report before the notice said so much. */
    const notifiedAt = (fen: number) => [
      ...notified(goods).map((one) => (one.type === 'InvestigationConcluded' ? valued(one, fen) : one)),
      hearingRequested,
    ];

    it('a hearing of much has nothing left where the next report finds little', () => {
      callOff([...notifiedAt(50_000_000), valued(again(goods), 1_000)]).thenRecords('HearingEnded');
      callOff([...notifiedAt(50_000_000), valued(again(goods), 40_000_000)]).thenRefused(nothingLeftToHear);
    });

    it('one that the notice granted of itself goes on, whatever the next report finds of what it gives up', () => {
      callOff([...notifiedAt(1_000), valued(again(minorPenalty), 50_000_000)]).thenRefused(nothingLeftToHear);
    });
  });

  it('where the police have filed the case', () => {
    const police: readonly Happened[] = [
      happened('CrimeTransferProposed', '2026-05-09', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        offence: '生产、销售伪劣产品罪',
        report: paper('report'),
      }),
      happened('CrimeTransferDecided', '2026-05-09', 'he', { approved: true }),
      happened('CrimeTransferSent', '2026-05-09', 'lin', {
        letter: paper('letter'),
        police: '朝阳公安分局',
        enclosed: [],
      }),
    ];
    callOff([...asked, ...police]).thenRefused(nothingLeftToHear);
    const filed = happened('PoliceAnswered', '2026-05-11', 'lin', {
      answer: 'filed',
      paper: paper('answer'),
    });
    callOff([...asked, ...police, filed]).thenRecords('HearingEnded');
    // The permit may still be revoked, and that is heard.
    const judged = happened('CriminalOutcomeRecorded', '2026-05-12', 'lin', {
      outcome: 'criminal-fine',
      paper: paper('judgment'),
    });
    callOff([...asked, ...police, filed, judged]).thenRefused(nothingLeftToHear);
  });

  it('by a leader who did not handle the case, once, and only what was asked for', () => {
    const less = [...asked, again(minorPenalty)];
    callOff(less, 'qiu').thenRefused(calledOffByLeader);
    callOff(less, 'lin').thenRefused(calledOffByLeader);
    callOff([...less, ended]).thenRefused(notOverYet);
    callOff([...notified(majorPenalty), again(minorPenalty)]).thenRefused(requestedInTime);
  });

  it('a penalty decided after it needs a notice of its own, with its own hearing', () => {
    const off = [...asked, again(minorPenalty), ended];
    expect(isHeard(off, minorPenalty)).toBe(false);
    expect(isHeard([...off, again(majorPenalty)], majorPenalty)).toBe(false);
    const penalties = minorPenalty.kind === 'penalty' ? minorPenalty.penalties : [];
    const anew = [...off, noticeOf(penalties, '2026-05-20', '2026-05-27')];
    expect(isHeard(anew, minorPenalty)).toBe(true);
    expect(isHeard(off, { kind: 'no-penalty', ground: 'minor', reason: '轻微' })).toBe(true);
  });

  it('the way around: called off for less, and then decided for more on the notice before', () => {
    const more = reviewedAgain([...asked, again(minorPenalty), ended, again(majorPenalty)], '2026-06-02');
    expect(isHeard(more, majorPenalty)).toBe(false);
  });
});
