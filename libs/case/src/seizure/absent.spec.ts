import { inspected } from '../histories.testing.js';
import { receiptKept } from '../service/provisions.js';
import { contextOn, fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { papersServed } from './absent.js';
import {
  absenceWitnessed,
  decisionHandedOver,
  listHandedOver,
  partyCalled,
  rightsToldAtSeizure,
  statementHeardAtSeizure,
} from './checklist.js';
import type { Seize } from './seizure.js';
import { papersWaiting, servedAfterTaken, type ServeSeizurePapers } from './serving.js';
import { approved, seize, seized, taken } from './seizing.testing.js';

describe('A party that is not there (ACL 18(9), 24(1))', () => {
  const nothingSaid = {
    rightsTold: false,
    statementHeard: false,
    decisionHandedOver: false,
    listHandedOver: false,
  };
  const told = { partyPresent: false, absence: '电话通知，称在外地', witness: '社区工作人员' };
  const away = { ...nothingSaid, ...told };
  const takenAway = happened('ItemsSeized', '2026-03-11', ['lin', 'gao'], { ...taken, ...away });
  const history = [...approved, takenAway];
  const papers: ServeSeizurePapers = {
    officers: ['lin', 'gao'],
    seizure: 7,
    method: 'direct',
    proof: paper('receipt'),
  };
  const take = (history: readonly Happened[], change: Partial<Seize>) =>
    given(...history).when({
      on: '2026-03-11',
      by: 'lin',
      act: 'seizure/seize',
      entry: { ...seize, ...change },
    });
  const serve = (from: readonly Happened[], more: Partial<ServeSeizurePapers> = {}) =>
    given(...from).when({
      on: '2026-03-12',
      by: 'lin',
      act: 'seizure/serve-papers',
      entry: { ...papers, ...more },
    });
  const served = happened('SeizurePapersServed', '2026-03-12', ['lin', 'gao'], {
    ...papers,
    servedOn: '2026-03-12',
  });

  it('is neither told, heard, nor handed anything: a witness signs, and nothing untrue is entered', () => {
    take(approved, away).then({ type: 'ItemsSeized', data: { ...taken, ...away } });
    take(approved, { ...away, witness: '' }).thenRefused(absenceWitnessed);
    const { absence: _, ...unsaid } = away;
    take(approved, { ...unsaid, absence: '' }).thenRefused(
      rightsToldAtSeizure,
      statementHeardAtSeizure,
      decisionHandedOver,
      listHandedOver,
      partyCalled,
    );
    take(approved, nothingSaid).thenRefused(
      rightsToldAtSeizure,
      statementHeardAtSeizure,
      decisionHandedOver,
      listHandedOver,
    );
  });

  it('is served decision and list afterwards, once', () => {
    serve(history).then({ type: 'SeizurePapersServed', data: { ...papers, servedOn: '2026-03-12' } });
    serve([...history, served]).thenRefused(papersWaiting);
    serve(seized).thenRefused(papersWaiting);
    serve(history, { seizure: 1 }).thenRefused(papersWaiting);
    serve(history, { occurredAt: morningOf('2026-03-10'), lateReason: '补录' }).thenRefused(servedAfterTaken);
    const { proof: _, ...unproven } = papers;
    given(...history)
      .when({ on: '2026-03-12', by: 'lin', act: 'seizure/serve-papers', entry: unproven })
      .thenRefused(receiptKept);
  });

  it('before that nothing is decided and nothing is closed', () => {
    const holds = (today: string, ...more: readonly Happened[]) =>
      papersServed.holds(fileOf(...history, ...more), contextOn(today, 'lin', fileOf(...history)));
    expect([holds('2026-03-12'), holds('2026-03-12', served)]).toStrictEqual([false, true]);
    const posted = happened('SeizurePapersServed', '2026-03-12', ['lin', 'gao'], {
      ...papers,
      method: 'public-notice',
      media: [paper('board')],
      otherMethodsFailed: '下落不明',
      servedOn: '2026-04-11',
    });
    expect([holds('2026-04-10', posted), holds('2026-04-11', posted)]).toStrictEqual([false, true]);
    // Handed over on the spot to one that is there, or to whoever took them for it.
    expect(papersServed.holds(fileOf(...seized), contextOn('2026-03-12', 'lin', fileOf(...seized)))).toBe(
      true,
    );
    const onALead = [
      ...inspected,
      happened('ItemsSeizedUrgently', '2026-03-04', ['lin', 'gao'], {
        ...taken,
        ...away,
        urgency: '正在转移',
      }),
      happened('SeizureLifted', '2026-03-05', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        seizure: 2,
        parts: [{ line: 1, quantity: 32 }],
        reason: '不需要',
      }),
    ];
    given(...onALead)
      .when({
        on: '2026-03-10',
        by: 'lin',
        act: 'initiation/request-not-filing',
        entry: { ground: 'minor-and-corrected', reason: '轻微并及时改正', evidence: [1] },
      })
      .thenRefused(papersServed);
  });
});
