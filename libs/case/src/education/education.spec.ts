import { credentialsValid, officerCredentialValid, twoOfficers } from '../officers.js';
import { byHandler } from '../initiation/initiation.js';
import { concluded, firstBreach, investigated, majorPenalty } from '../histories.testing.js';
import { discussedOn, heard, reviewedAgain } from '../histories-to-decision.testing.js';
import {
  labelDropped,
  onlyExpired,
  readyAfterHearing,
  reported,
} from '../investigation/two-breaches.testing.js';
import type { Dropped } from '../penalty/penalty.js';
import { fileOf, given, happened, paper } from '../testing.js';
import { nobodyPunished } from './education.js';

const give = {
  on: '2026-05-27',
  by: 'lin',
  act: 'education/give',
  entry: { officers: ['lin', 'gao'], record: paper('education') },
} as const;

describe('education/give (APL 33(3))', () => {
  it('takes the place of a penalty that is not proposed', () => {
    given(...concluded(firstBreach))
      .when(give)
      .then({ type: 'EducationGiven', data: give.entry });
    given(...concluded(majorPenalty))
      .when(give)
      .thenRefused(nobodyPunished);
    given(...investigated)
      .when(give)
      .thenRefused(nobodyPunished);
  });

  it('or that the leaders together let the party off', () => {
    const history = reviewedAgain(heard(majorPenalty), '2026-06-02');
    given(...discussedOn(history, '2026-06-04', firstBreach))
      .when({ ...give, on: '2026-06-05' })
      .thenRecords('EducationGiven');
  });

  it('or of a penalty for one of several breaches that is let off, though another is punished (APL 33(1))', () => {
    const dropping = (ground: Dropped['ground']) => ({
      ...onlyExpired,
      dropped: [{ ...labelDropped, ground }],
    });
    const proposed = (ground: Dropped['ground']) =>
      given(...investigated, reported('2026-04-14', { proposal: dropping(ground) })).when(give);
    for (const ground of ['minor', 'first-breach', 'no-fault', 'past-limitation'] as const)
      proposed(ground).thenRecords('EducationGiven');
    for (const ground of ['facts-not-established', 'transferred', 'one-act-with'] as const)
      proposed(ground).thenRefused(nobodyPunished);
    given(...readyAfterHearing({}, dropping('minor')))
      .when({ ...give, on: '2026-06-05' })
      .thenRecords('EducationGiven');
  });

  it('by two officers of the case', () => {
    given(...concluded(firstBreach))
      .when({ ...give, entry: { ...give.entry, officers: ['lin'] } })
      .thenRefused(twoOfficers);
    given(...concluded(firstBreach))
      .when({ ...give, by: 'shen', entry: { ...give.entry, officers: ['shen', 'lin'] } })
      .thenRefused(officerCredentialValid, byHandler, credentialsValid);
  });

  it('is remembered with its day', () => {
    const educated = happened('EducationGiven', '2026-05-27', ['lin', 'gao'], give.entry);
    expect(fileOf(...concluded(firstBreach), educated).education).toStrictEqual({
      entry: 6,
      givenOn: '2026-05-27',
    });
  });
});
