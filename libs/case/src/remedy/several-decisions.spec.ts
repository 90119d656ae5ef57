/** A remedy against one decision bars nothing against another, and ends no period of it: ARL 29; ACL 53; ALL 46. */
import { chinaCalendar } from '@anjuan/law';
import { noRemedyPending, remedyPeriodOver } from '../court-enforcement/provisions.js';
import { remedyEnds } from '../court-enforcement/remedy-period.js';
import { concluded, decidedAfter, minorPenalty, served, servedAfter } from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { acceptedAfterReceipt, decisionReceived, oneAtATime, servedDecisionNamed } from './provisions.js';

const first = served(minorPenalty);
const firstDecision = first.length - 2;
const suit = { kind: 'litigation', organ: '人民法院', number: '1', notice: paper('a') } as const;
const redo = happened('DecisionChanged', '2026-06-10', 'tang', {
  kind: 'annulled-to-redo',
  ground: 'own-correction',
  reason: '有误',
  paper: paper('d'),
});
const annulled = [...first, redo];
/** Annulled by the agency itself, decided and served anew (on 2026-06-08 by the histories). */
const again = servedAfter(decidedAfter([...annulled, ...concluded(minorPenalty).slice(-1)], minorPenalty));
const secondDecision = again.length - 2;
const accept = (on: string, entry: object = {}) =>
  ({ on, by: 'lin', act: 'remedy/record-acceptance', entry: { ...suit, ...entry } }) as const;
const acceptedOf = (against: number, on = '2026-06-20') =>
  happened('RemedyAccepted', on, 'lin', { ...suit, against });
const upheldOn = (on: string, remedy: number): Happened =>
  happened('RemedyConcluded', on, 'lin', { remedy, outcome: 'upheld', paper: paper('judgment') });

describe('of two decisions in one case', () => {
  it('ARL 29: each may be attacked while the other is before an organ or a court', () => {
    const pendingOfFirst = [...again, acceptedOf(firstDecision)];
    given(...pendingOfFirst)
      .when(accept('2026-07-01'))
      .thenRecords('RemedyAccepted');
    given(...pendingOfFirst)
      .when(accept('2026-07-01', { against: firstDecision }))
      .thenRefused(oneAtATime);
    given(...again, acceptedOf(secondDecision))
      .when(accept('2026-07-01'))
      .thenRefused(oneAtATime);
  });

  it('ALL 46: a judgment on the first ends no period of the second', () => {
    const judged = (against: number) => [...again, acceptedOf(against), upheldOn('2026-08-20', again.length)];
    expect(remedyEnds(fileOf(...judged(secondDecision)), chinaCalendar)).toBe('2026-08-20');
    expect(remedyEnds(fileOf(...judged(firstDecision)), chinaCalendar)).toBe('2026-12-08');
  });

  it('ACL 53: so the court is not asked before the party’s time for the second is over', () => {
    const terms = { court: '北京市朝阳区人民法院', object: '罚款1000元' };
    const reminder = happened('ReminderServed', '2026-08-01', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('reminder-signed'),
      payBy: '2026-08-20',
      how: '到指定银行缴纳',
      reminder: paper('reminder'),
      method: 'direct',
      proof: paper('receipt'),
    });
    const ready = (...history: readonly Happened[]) => {
      const before = [...history, reminder];
      return [
        ...before,
        happened('ApprovalRequested', '2026-08-21', 'lin', { matter: 'court-enforcement', terms }),
        happened('ApprovalGiven', '2026-08-22', 'tang', {
          approval: before.length,
          matter: 'court-enforcement',
        }),
      ];
    };
    const apply = (...history: readonly Happened[]) => {
      const all = ready(...history);
      return given(...all).when({
        on: '2026-08-24',
        by: 'lin',
        act: 'court-enforcement/apply',
        entry: {
          approval: all.length - 2,
          application: paper('application'),
          enclosed: [paper('decision'), paper('reminder')],
        },
      });
    };
    const ended = upheldOn('2026-08-20', again.length);
    apply(...again, acceptedOf(firstDecision), ended).thenRefused(remedyPeriodOver);
    apply(...again, acceptedOf(secondDecision), ended).thenRecords('CourtApplied');
    apply(...again, acceptedOf(firstDecision)).thenRefused(remedyPeriodOver);
    apply(...again, acceptedOf(secondDecision)).thenRefused(noRemedyPending, remedyPeriodOver);
  });
});

describe('a suit that goes on after the agency has annulled its decision', () => {
  it('is entered against the decision that was served, which it names', () => {
    given(...annulled)
      .when(accept('2026-07-01', { against: firstDecision }))
      .thenRecords('RemedyAccepted');
    given(...annulled)
      .when(accept('2026-07-01'))
      .thenRefused(servedDecisionNamed);
    const unserved = decidedAfter([...annulled, ...concluded(minorPenalty).slice(-1)], minorPenalty);
    given(...unserved)
      .when(accept('2026-07-01'))
      .thenRefused(servedDecisionNamed);
    given(...first.slice(0, -1))
      .when(accept('2026-07-01'))
      .thenRefused(decisionReceived);
    given(...annulled)
      .when({
        ...accept('2026-07-01'),
        entry: {
          ...suit,
          against: firstDecision,
          occurredAt: '2026-05-01T02:00:00.000Z',
          lateReason: '补录',
        },
      })
      .thenRefused(acceptedAfterReceipt);
  });
});
