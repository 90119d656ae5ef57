import { decided, majorPenalty, notified } from '../histories.testing.js';
import {
  hearingHeld,
  hearingPrepared,
  hearingReported,
  hearingRequested,
} from '../histories-to-decision.testing.js';
import { beforeDecision } from '../review/provisions.js';
import { given, happened, paper, people, type Happened } from '../testing.js';
import {
  byTheHost,
  hostDidNotInvestigate,
  hostQualified,
  hostReplacedForReason,
  hostStillNeeded,
  namedByLeader,
  requestedInTime,
} from './provisions.js';

const afterNotice = notified(majorPenalty);
const after = (entries: number): readonly Happened[] => [
  ...afterNotice,
  ...hearingPrepared.slice(0, entries),
];
const ended = (ground: 'withdrawn' | 'absent'): Happened =>
  happened('HearingEnded', '2026-05-09', 'tang', { ground, reason: '撤回', paper: paper('withdrawal') });
const name = { on: '2026-05-11', by: 'tang', act: 'hearing/name-host', entry: { host: 'qiu' } } as const;
/** Qiu has fallen ill. */
const replace = {
  ...name,
  on: '2026-05-19',
  entry: { host: 'ke', reason: '原主持人患病' },
  context: { people: { ...people, ke: { person: 'ke', capacities: ['hearing-host' as const] } } },
};
describe('hearing/name-host (APL 64(4), SAMR-H 11)', () => {
  it('by a leader, of a hearing asked for in time', () => {
    given(...after(1))
      .when(name)
      .then({ type: 'HearingHostNamed', data: { host: 'qiu' } });
    given(...after(1))
      .when({ ...name, by: 'zhou' })
      .thenRefused(namedByLeader);
    given(...afterNotice)
      .when(name)
      .thenRefused(requestedInTime);
  });

  it('nobody who investigated, whatever they are besides', () => {
    given(...after(1))
      .when({ ...name, entry: { host: 'lin' } })
      .thenRefused(hostDidNotInvestigate, hostQualified);
    const gao = { ...people.gao, capacities: ['officer' as const, 'hearing-host' as const] };
    given(...after(1))
      .when({ ...name, entry: { host: 'gao' }, context: { people: { ...people, gao } } })
      .thenRefused(hostDidNotInvestigate);
  });

  it('before the hearing is over, and before the decision', () => {
    given(...after(4), hearingHeld, hearingReported)
      .when({ ...replace, on: '2026-05-27' })
      .thenRefused(hostStillNeeded);
    given(...after(1), ended('withdrawn'))
      .when(name)
      .thenRefused(hostStillNeeded);
    given(...after(1), ...decided(majorPenalty).slice(-1))
      .when({ ...name, on: '2026-06-08' })
      .thenRefused(beforeDecision);
  });

  it('Fault 2: another one for a reason, also between the hearing and its report', () => {
    given(...after(4))
      .when({ ...replace, entry: { host: 'ke' } })
      .thenRefused(hostReplacedForReason);
    given(...after(4))
      .when(replace)
      .then({ type: 'HearingHostNamed', data: replace.entry });
    given(...after(4), hearingHeld)
      .when({ ...replace, on: '2026-05-25' })
      .thenRecords('HearingHostNamed');
    const replaced = happened('HearingHostNamed', '2026-05-25', 'tang', replace.entry);
    given(...after(4), hearingHeld, replaced)
      .when({
        on: '2026-05-26',
        by: 'qiu',
        act: 'hearing/report',
        entry: { report: paper('hearing-report'), opinion: '维持拟处罚意见' },
      })
      .thenRefused(byTheHost);
  });

  it('and after a decision that was made before the request was typed in', () => {
    given(...decided(majorPenalty), hearingRequested)
      .when({ ...name, on: '2026-06-08' })
      .thenRecords('HearingHostNamed');
  });
});
