/** The sides of the faults of hearing the party, (14) and (15) of the list. */
import type { LocalDate } from '@anjuan/law';
import { concluded, decided, investigated, majorPenalty, notified } from '../histories.testing.js';
import { hearingPrepared, hearingRequested, statementOf } from '../histories-to-decision.testing.js';
import { happened, morningOf, paper } from '../testing.js';
import {
  conclusion,
  decide,
  rechecked,
  recusal,
  spoken,
  test,
  unproven,
  whole,
  type History,
} from './faulty-histories.testing.js';
import type { FindingState } from './finding.js';
import { but } from './measured.testing.js';

/** One side: the history, what is found in it on the day, shown by these entries. */
export type Side = readonly [
  says: string,
  state: FindingState,
  history: History,
  entries: readonly number[],
  on?: LocalDate,
];
const met = 'met';
const notMet = 'not-met';

export const ofHearing: Readonly<Record<string, readonly Side[]>> = {
  'rights-not-notified': [
    ['told, and the period waited for', met, decided(majorPenalty), [9, 10]],
    ['a result still to be told', 'open', [...investigated, ...test], [5]],
    ['a result never told', notMet, [...investigated, ...test, ...conclusion], [5]],
    ['no notice', notMet, decide(concluded(majorPenalty)), [6]],
    [
      'no word of the hearing',
      notMet,
      but(notified(majorPenalty), 'NoticeServed', { hearingRightTold: false }),
      [9],
    ],
    ['a service not proven', notMet, but(notified(majorPenalty), 'NoticeServed', unproven), [9]],
    [
      'SAMR-P 82(2): left, and filmed',
      met,
      but(decided(majorPenalty), 'NoticeServed', { ...unproven, method: 'lien', media: [paper('film')] }),
      [9, 10],
    ],
    [
      'SAMR-P 82(5): posted, and photographed',
      met,
      but(decided(majorPenalty), 'NoticeServed', {
        ...unproven,
        method: 'public-notice',
        media: [paper('board')],
      }),
      [9, 10],
    ],
    [
      'SAMR-P 82(3): sent, with a screenshot of its arrival',
      met,
      but(decided(majorPenalty), 'NoticeServed', {
        ...unproven,
        method: 'electronic',
        media: [paper('screenshot')],
      }),
      [9, 10],
    ],
    [
      'signed for on the paper',
      met,
      but(decided(majorPenalty), 'NoticeServed', { proof: undefined }),
      [9, 10],
    ],
    [
      'decided too early',
      notMet,
      but(decided(majorPenalty), 'NoticeServed', { lastDay: '2026-06-05' }),
      [10],
    ],
    [
      'decided early after a waiver',
      met,
      decide([
        ...but(notified(majorPenalty), 'NoticeServed', { lastDay: '2026-06-05' }),
        happened('StatementWaived', '2026-05-06', 'lin', { paper: paper('waiver') }),
      ]),
      [9, 11],
    ],
    [
      'seven days of the calendar before the hearing',
      notMet,
      [...notified(majorPenalty), ...but(hearingPrepared, 'HearingNoticeServed', { for: '2026-05-20' })],
      [12],
    ],
  ],
  'party-not-heard': [
    ['heard and re-checked', met, whole, [16, 15]],
    ['re-checked in writing', met, decide(rechecked), [11]],
    ['a recusal to be decided', 'open', [...notified(majorPenalty), recusal], [10]],
    ['a recusal undecided', notMet, decide([...notified(majorPenalty), recusal]), [10]],
    ['a statement to be re-checked', 'open', spoken, [10]],
    ['a statement not re-checked', notMet, decide(spoken), [10]],
    ['a hearing to be held', 'open', [...notified(majorPenalty), hearingRequested], [10]],
    ['a hearing not held', notMet, decide([...notified(majorPenalty), hearingRequested]), [10]],
    [
      'typed in after the decision',
      notMet,
      [...whole, { ...statementOf('2026-05-08'), recordedAt: morningOf('2026-06-06') }],
      [whole.length],
    ],
  ],
};
