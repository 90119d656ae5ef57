/** The sides of papers: served and published as they were issued. */
import { minorPenalty, served } from '../histories.testing.js';
import {
  changeByCourt,
  issuedAndServed,
  issuedBeforeJoining,
  publishedFrom,
  slip,
} from './faulty-histories.testing.js';
import type { Side } from './sides-of-hearing.testing.js';

const met = 'met';
const notMet = 'not-met';

export const ofPapers: Readonly<Record<string, readonly Side[]>> = {
  'paper-not-as-issued': [
    ['never issued', 'not-applicable', served(minorPenalty), []],
    ['as issued', met, issuedAndServed('decision'), [12]],
    ['another', notMet, issuedAndServed('another'), [12]],
    ['rectified in between', notMet, issuedAndServed('decision', slip), [13]],
    ['published, another', notMet, [...issuedAndServed('decision'), publishedFrom('another')], [13]],
    ['issued before another party was joined', met, issuedBeforeJoining('notice'), [11]],
    ['another, after a party was joined', notMet, issuedBeforeJoining('another'), [11]],
    [
      'changed by a court',
      met,
      [...issuedAndServed('decision'), changeByCourt(13), publishedFrom('judgment')],
      [12],
    ],
    ['published as issued', met, [...issuedAndServed('decision'), publishedFrom('decision')], [12, 13]],
  ],
};
