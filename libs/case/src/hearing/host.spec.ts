import { decided, majorPenalty } from '../histories.testing.js';
import { hearingHeld, hearingReported, hearingRequested } from '../histories-to-decision.testing.js';
import { beforeDecision } from '../review/provisions.js';
import { given, happened, paper, people } from '../testing.js';
import { after, afterNotice, ended, nameHost } from './hearing.testing.js';
import {
  byTheHost,
  hostDidNotInvestigate,
  hostQualified,
  hostReplacedForReason,
  hostStillNeeded,
  namedByLeader,
  requestedInTime,
} from './provisions.js';

/** Qiu has fallen ill. */
const replace = {
  ...nameHost,
  on: '2026-05-19',
  entry: { host: 'ke', reason: '原主持人患病' },
  context: { people: { ...people, ke: { person: 'ke', capacities: ['hearing-host' as const] } } },
};
describe('hearing/name-host (APL 64(4), SAMR-H 11)', () => {
  it('by a leader, of a hearing asked for in time', () => {
    given(...after(1))
      .when(nameHost)
      .then({ type: 'HearingHostNamed', data: { host: 'qiu' } });
    given(...after(1))
      .when({ ...nameHost, by: 'zhou' })
      .thenRefused(namedByLeader);
    given(...afterNotice)
      .when(nameHost)
      .thenRefused(requestedInTime);
  });

  it('nobody who investigated, whatever they are besides', () => {
    given(...after(1))
      .when({ ...nameHost, entry: { host: 'lin' } })
      .thenRefused(hostDidNotInvestigate, hostQualified);
    const gao = { ...people.gao, capacities: ['officer' as const, 'hearing-host' as const] };
    given(...after(1))
      .when({ ...nameHost, entry: { host: 'gao' }, context: { people: { ...people, gao } } })
      .thenRefused(hostDidNotInvestigate);
  });

  it('before the hearing is over, and before the decision', () => {
    given(...after(4), hearingHeld, hearingReported)
      .when({ ...replace, on: '2026-05-27' })
      .thenRefused(hostStillNeeded);
    given(...after(1), ended('withdrawn'))
      .when(nameHost)
      .thenRefused(hostStillNeeded);
    given(...after(1), ...decided(majorPenalty).slice(-1))
      .when({ ...nameHost, on: '2026-06-08' })
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
      .when({ ...nameHost, on: '2026-06-08' })
      .thenRecords('HearingHostNamed');
  });
});
