import { majorPenalty } from '../histories.testing.js';
import { hearingHeld, noticeOf } from '../histories-to-decision.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { hearingHeldIfRequested } from '../decision/of-penalty.js';
import { leaderStandsApart } from '../review/separation.js';
import { contextOn, fileOf, given, happened, paper, people, type Happened } from '../testing.js';
import { after } from './hearing.testing.js';
import {
  absentOnTheDay,
  endedByHostOrLeader,
  endingShown,
  partyEndedFirst,
  withdrawnInWriting,
} from './holding.js';
import { hostStillApart, notOverYet } from './provisions.js';

const renewed = noticeOf(penaltiesOf(majorPenalty), '2026-05-27', '2026-06-03');
const end = {
  on: '2026-05-22',
  by: 'qiu',
  act: 'hearing/end',
  entry: { ground: 'absent', reason: '无正当理由未到场', paper: paper('nobody-came') },
} as const;

describe('hearing/end (SAMR-H 27)', () => {
  it('when the party stays away on the day, not before it', () => {
    given(...after(4))
      .when(end)
      .then({ type: 'HearingEnded', data: end.entry });
    given(...after(4))
      .when({ ...end, on: '2026-05-21' })
      .thenRefused(absentOnTheDay);
    given(...after(2))
      .when(end)
      .thenRefused(absentOnTheDay);
  });

  it('when the party withdraws, in writing', () => {
    const entry = { ground: 'withdrawn', reason: '撤回' } as const;
    given(...after(1))
      .when({ ...end, by: 'tang', entry })
      .thenRefused(withdrawnInWriting);
    given(...after(1))
      .when({ ...end, by: 'tang', entry: { ...entry, paper: paper('withdrawal') } })
      .thenRecords('HearingEnded');
  });

  it('by the host or a leader, never by a handler', () => {
    given(...after(4))
      .when({ ...end, by: 'lin' })
      .thenRefused(endedByHostOrLeader, hostStillApart);
    given(...after(4))
      .when({ ...end, by: 'tang' })
      .thenRefused(endedByHostOrLeader);
    const lin = { ...people.lin, capacities: ['officer', 'leader'] as const };
    const entry = { ground: 'withdrawn', reason: '撤回', paper: paper('withdrawal') } as const;
    given(...after(1))
      .when({ ...end, by: 'lin', as: 'leader', entry, context: { people: { ...people, lin } } })
      .thenRefused(leaderStandsApart, hostStillApart);
  });

  it('on no mere word: by a paper that shows it', () => {
    for (const ground of ['absent', 'left'] as const) {
      given(...after(4))
        .when({ ...end, entry: { ground, reason: '未到场' } })
        .thenRefused(endingShown);
    }
  });

  it('because the party came to an end, once it has: and that is no giving up of its right by the next', () => {
    const entry = { ground: 'party-ended', reason: '注销', paper: paper('register') } as const;
    given(...after(4))
      .when({ ...end, entry })
      .thenRefused(partyEndedFirst);
    const gone = happened('PartyDeregistered', '2026-05-20', 'lin', {
      on: '2026-05-19',
      manner: 'ordinary',
      paper: paper('register'),
    });
    given(...after(4), gone)
      .when({ ...end, entry })
      .thenRecords('HearingEnded');
    const back = happened('PartyRestored', '2026-05-25', 'lin', {
      on: '2026-05-24',
      paper: paper('restored'),
    });
    const ended = happened('HearingEnded', '2026-05-22', 'qiu', entry);
    const decide = { outcome: majorPenalty, number: '1', onStatements: '无' };
    const over = (...history: readonly Happened[]) => {
      const file = fileOf(...after(4), gone, ...history);
      return hearingHeldIfRequested.holds(decide, file, contextOn('2026-06-05', 'he', file));
    };
    expect(over(ended, back)).toBe(false);
    expect(over(ended, back, renewed)).toBe(true);
  });

  it('and not twice', () => {
    given(...after(4), hearingHeld)
      .when(end)
      .thenRefused(notOverYet);
  });
});
