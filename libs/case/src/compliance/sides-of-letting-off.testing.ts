/** What lets the party off late or wholly, from both sides. */
import {
  bottlesTaken,
  byFoodLaw,
  exempted,
  letOffBy,
  notifiedOf,
  reportedOf,
  takenBy,
  without,
} from '../exemption/exemption.testing.js';
import { decidedAfter, fine, majorPenalty, served } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { happened } from '../testing.js';
import { deferredTo } from './faulty-histories.testing.js';
import type { Side } from './sides-of-hearing.testing.js';

const decidedOf = (outcome: Outcome) => decidedAfter(notifiedOf(outcome), outcome);
const fined: Outcome = { kind: 'penalty', penalties: [bottlesTaken, fine] };
const people = 'for-people';
const notMet = 'not-met';

export const ofLettingOff: Readonly<Record<string, readonly Side[]>> = {
  'paid-far-later': [
    ['at once', 'not-applicable', served(majorPenalty), []],
    ['within a year', 'met', deferredTo('2027-06-09'), [12]],
    ['in many years', people, deferredTo('2099-12-31'), [12]],
  ],
  'exempted-without-its-conditions': [
    ['punished', 'not-applicable', served(majorPenalty), []],
    ['proposed, each condition proven', people, reportedOf(exempted), [8, 9, 10]],
    ['decided so', people, decidedOf(exempted), [8, 9, 10]],
    ['one condition not proven', notMet, decidedOf(takenBy(without(byFoodLaw, 'unaware'))), [16]],
    ['by another article', notMet, decidedOf(takenBy({ ...byFoodLaw, article: '135' })), [16]],
    ['without a penalty, on nothing', notMet, reportedOf(letOffBy({ ...byFoodLaw, conditions: [] })), [11]],
    ['beside a fine', notMet, decidedOf(fined), [16]],
    [
      'on evidence that was excluded',
      notMet,
      [
        ...decidedOf(exempted),
        happened('EvidenceExcluded', '2026-06-05', 'lin', {
          piece: 9,
          ground: 'not-verified',
          reason: '伪造',
        }),
      ],
      [16],
    ],
  ],
};
