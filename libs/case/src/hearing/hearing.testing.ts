/** A case on its way through a hearing: what the specs of this step begin with. */
import { majorPenalty, notified } from '../histories.testing.js';
import { hearingPrepared } from '../histories-to-decision.testing.js';
import { happened, paper, type Happened } from '../testing.js';

export const afterNotice = notified(majorPenalty);

/** So many entries of the hearing's preparation have been made. */
export const after = (entries: number): readonly Happened[] => [
  ...afterNotice,
  ...hearingPrepared.slice(0, entries),
];

export const ended = (ground: 'withdrawn' | 'absent'): Happened =>
  happened('HearingEnded', '2026-05-09', 'tang', { ground, reason: '撤回', paper: paper('withdrawal') });

export const nameHost = {
  on: '2026-05-11',
  by: 'tang',
  act: 'hearing/name-host',
  entry: { host: 'qiu' },
} as const;
