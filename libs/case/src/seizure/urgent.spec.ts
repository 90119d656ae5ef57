import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { decided, investigated, majorPenalty } from '../histories.testing.js';
import { fileOf, given, happened, paper } from '../testing.js';
import { credentialShownAtSeizure, seizureFilmed } from './checklist.js';
import { seizureApprovedByLeader, seizureBeforeDecision, thirtyDaysAtMost } from './provisions.js';
import { formalities } from './seizing.testing.js';
import type { SeizeUrgently } from './urgent.js';
import {
  disagreementReasoned,
  seizureMadeUpByAnother,
  seizureWaitsForApproval,
  urgencyStated,
} from './urgency.js';
import { leaderStandsApart } from '../review/separation.js';

const onTheSpot: SeizeUrgently = {
  officers: ['lin', 'gao'],
  signedPaper: paper('seizure-signed'),
  ...formalities,
  items: '腊肠原料32箱',
  basis: { law: '食品安全法', article: '110(4)' },
  days: 30,
  reason: '使用过期原料',
  urgency: '当事人正在装车转移',
};
const seize = (entry: Partial<SeizeUrgently> = {}) =>
  ({
    on: '2026-03-12',
    by: 'lin',
    act: 'seizure/seize-urgently',
    entry: { ...onTheSpot, ...entry },
  }) as const;
/** Entry 5. */
const seized = [
  ...investigated,
  happened('ItemsSeizedUrgently', '2026-03-12', ['lin', 'gao'], { ...onTheSpot, until: '2026-04-11' }),
];
const makeUp = {
  on: '2026-03-12',
  by: 'tang',
  act: 'seizure/make-up-approval',
  entry: { seizure: 5, agreed: true },
} as const;

describe('seizure/seize-urgently (ACL 19)', () => {
  it('says why it could not wait, and is done as any other', () => {
    given(...investigated)
      .when(seize())
      .then({ type: 'ItemsSeizedUrgently', data: { ...onTheSpot, until: '2026-04-11' } });
    given(...investigated)
      .when(seize({ urgency: ' ' }))
      .thenRefused(urgencyStated);
    given(...investigated)
      .when(seize({ days: 31, credentialShown: false, media: [] }))
      .thenRefused(thirtyDaysAtMost, credentialShownAtSeizure, seizureFilmed);
    given(...decided(majorPenalty))
      .when({ ...seize(), on: '2026-06-06' })
      .thenRefused(seizureBeforeDecision);
  });

  it('runs thirty days, and twenty-four hours until a leader has spoken (urgent-measure-approval, seizure-term)', () => {
    const clocks = (today: string) =>
      deadlines(fileOf(...seized), { calendar: chinaCalendar, today })
        .filter(({ id }) => id === 'urgent-measure-approval' || id === 'seizure-term')
        .map(({ id, due, state }) => `${id} ${due} ${state}`);
    expect(clocks('2026-03-12').sort()).toStrictEqual([
      'seizure-term 2026-04-11 running',
      'urgent-measure-approval 2026-03-13 running',
    ]);
    expect(clocks('2026-03-14').sort()).toStrictEqual([
      'seizure-term 2026-04-11 running',
      'urgent-measure-approval 2026-03-13 missed',
    ]);
  });
});

describe('seizure/make-up-approval (ACL 19)', () => {
  it('is a leader’s, once', () => {
    given(...seized)
      .when(makeUp)
      .then({ type: 'SeizureMadeUp', data: { seizure: 5, agreed: true } });
    given(...seized)
      .when({ ...makeUp, by: 'zhou' })
      .thenRefused(seizureApprovedByLeader);
    given(...seized, happened('SeizureMadeUp', '2026-03-12', 'tang', { seizure: 5, agreed: true }))
      .when(makeUp)
      .thenRefused(seizureWaitsForApproval);
    given(...investigated)
      .when(makeUp)
      .thenRefused(seizureWaitsForApproval);
  });

  it('is not of whoever seized, and a refusal says why', () => {
    const own = happened('ItemsSeizedUrgently', '2026-03-12', ['tang', 'gao'], {
      ...onTheSpot,
      officers: ['tang', 'gao'],
      until: '2026-04-11',
    });
    given(...investigated, own)
      .when(makeUp)
      .thenRefused(leaderStandsApart, seizureMadeUpByAnother);
    given(...seized)
      .when({ ...makeUp, entry: { seizure: 5, agreed: false } })
      .thenRefused(disagreementReasoned);
    given(...seized)
      .when({ ...makeUp, entry: { seizure: 5, agreed: false, reason: '没有必要' } })
      .thenRecords('SeizureMadeUp');
  });
});
