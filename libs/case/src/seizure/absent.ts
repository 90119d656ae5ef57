/** What cannot be done on the spot where the party is not there, and is made up for afterwards: ACL 18(9), 24(1). */
import { acl, samrP } from '@anjuan/law';
import { filled, type Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { OnTheSpot } from './seizure.js';

type Presence = Pick<OnTheSpot, 'partyPresent' | 'absence' | 'decisionHandedOver' | 'listHandedOver'>;

/** It was told to come, and did not: nobody is there to be told, to be heard, or to take a paper. */
export const isAbsent = ({ partyPresent, absence }: Pick<Presence, 'partyPresent' | 'absence'>): boolean =>
  partyPresent !== true && filled(absence);

/** For the fold: the decision and the list wait to be served. */
export const papersOwed = (taken: Presence): Readonly<{ papersOwed?: true }> =>
  isAbsent(taken) && !(taken.decisionHandedOver && taken.listHandedOver) ? { papersOwed: true } : {};

/** Checked before the decision and the closure: the party is told of the measure, and of its remedies. */
export const papersServed: Provision<Pick<CaseFile, 'seizures'>> = {
  id: 'seizure/papers-served-on-an-absent-party',
  cites: acl(24, 1),
  also: [acl(18, 1, 9), samrP(82)],
  says: '制作并当场交付查封、扣押决定书和清单',
  en: 'Where the party was not there, the decision on the seizure and the list have been served on it since',
  cure: {
    zh: '将查封、扣押决定书和清单送达当事人；公告送达的待期满',
    en: 'Serve the decision on the seizure and the list; wait for a public notice to run out',
  },
  curedBy: ['seizure/serve-papers'],
  holds: ({ seizures }, { today }) =>
    seizures.every((one) => one.papersOwed !== true || (one.papersServedOn ?? '9999-12-31') <= today),
};
