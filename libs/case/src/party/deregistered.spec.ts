/** A party that is deregistered while its case is open: SAMR-P 47. */
import { decided, investigated, majorPenalty, minorPenalty, notified } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { notTerminated } from '../suspension/provisions.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  dayNotToCome,
  ended,
  inTheRegister,
  notEndedYet,
  restoredAfterwards,
  stillThere,
} from './provisions.js';
import { successor, filedAgainstCitizen, ask, changedAfter } from './party.testing.js';

const deregistered = (on: string): Happened =>
  happened('PartyDeregistered', on, 'lin', { manner: 'simplified', on, paper: paper('registry') });
const restored = (on: string): Happened =>
  happened('PartyRestored', on, 'lin', { on, paper: paper('registry') });

describe('Fault 3: a party that is deregistered', () => {
  const record = {
    on: '2026-04-16',
    by: 'lin',
    act: 'party/record-deregistration',
    entry: { manner: 'forced', on: '2026-04-15', paper: paper('registry') },
  } as const;
  const restore = {
    on: '2026-05-20',
    by: 'lin',
    act: 'party/record-restoration',
    entry: { on: '2026-05-19', paper: paper('restored') },
  } as const;
  const notify = {
    on: '2026-05-21',
    by: 'lin',
    act: 'notice/serve',
    entry: {
      officers: ['lin', 'gao'],
      signedPaper: paper('notice-signed'),
      penalties: penaltiesOf(majorPenalty),
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method: 'direct',
      proof: paper('receipt'),
    },
  } as const;

  it('is recorded by a handler, once, of a business or an organisation', () => {
    given(...investigated)
      .when(record)
      .then({ type: 'PartyDeregistered', data: record.entry });
    given(...investigated, deregistered('2026-04-15'))
      .when(record)
      .thenRefused(notEndedYet);
    given(...filedAgainstCitizen)
      .when(record)
      .thenRefused(inTheRegister);
    given(...investigated)
      .when({ ...record, entry: { ...record.entry, on: '2026-04-17' } })
      .thenRefused(dayNotToCome);
  });

  it('is neither notified, nor punished, nor served', () => {
    const history = notified(majorPenalty).slice(0, -1);
    given(...history, deregistered('2026-05-06'))
      .when(notify)
      .thenRefused(stillThere);
    given(...readyToDecide(majorPenalty), deregistered('2026-06-04'))
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: majorPenalty, number: '1', onStatements: '不予采纳' },
      })
      .thenRefused(stillThere);
    given(...decided(minorPenalty), deregistered('2026-06-06'))
      .when({
        on: '2026-06-08',
        by: 'lin',
        act: 'service/serve-decision',
        entry: { officers: ['lin', 'gao'], method: 'direct', proof: paper('receipt') },
      })
      .thenRefused(stillThere);
  });

  it('until the registry restores it, on that day or later', () => {
    const history = [...notified(majorPenalty).slice(0, -1), deregistered('2026-05-06')];
    given(...history)
      .when(restore)
      .then({ type: 'PartyRestored', data: restore.entry });
    given(...history, restored('2026-05-19'))
      .when(notify)
      .thenRecords('NoticeServed');
    given(...history)
      .when({ ...restore, entry: { ...restore.entry, on: '2026-05-05' } })
      .thenRefused(restoredAfterwards);
    given(...investigated)
      .when(restore)
      .thenRefused(ended);
  });

  it('or until somebody succeeds', () => {
    const file = fileOf(...changedAfter([...investigated, deregistered('2026-04-15')], '2026-04-20'));
    expect(file.party.ended).toBeUndefined();
    expect(file.filing?.party).toStrictEqual(successor);
  });

  it('or the investigation ends: then the case takes no other party any more', () => {
    const history = [...investigated, deregistered('2026-04-15')];
    const terminated = happened('InvestigationTerminated', '2026-04-21', 'tang', {
      approval: 1,
      ground: 'entity-ended',
      reason: '注销，无承受人',
    });
    given(...history)
      .when({
        on: '2026-04-20',
        by: 'lin',
        act: 'suspension/request-termination',
        entry: { ground: 'entity-ended', reason: '注销，无承受人', paper: paper('registry') },
      })
      .thenRecords('ApprovalRequested');
    given(...history, terminated)
      .when({ ...ask, on: '2026-04-22' })
      .thenRefused(notTerminated);
  });
});
