/** A breach is punished as the report finds it and as the party was notified of it: APL 44, 57(1), 62. */
import { apl, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { accountedAsReported } from '../investigation/breach-provisions.js';
import { identityOf, isPartOf, punished } from '../investigation/breaches.js';
import { latestNotice } from '../notice/served.js';
import type { CaseFile } from '../steps.js';
import type { MakeDecision } from './decision.js';

export const breachesAsReported = accountedAsReported<MakeDecision>('decision/each-penalty-of-a-breach');

type Notified = Pick<CaseFile, 'filing' | 'investigation' | 'notices'>;

/** Another report may have come after the notice: of the party that was heard on one breach, another is not punished. */
export const everyBreachNotified: EntryProvision<Notified, MakeDecision> = {
  id: 'decision/every-breach-notified',
  cites: apl(62),
  also: [apl(44), samrP(57, 1)],
  says: '未依照本法第四十四条、第四十五条的规定向当事人告知拟作出的行政处罚内容及事实、理由、依据，不得作出行政处罚决定',
  en: 'Each breach that is punished is one that the last notice was served for: by its name, and within its days and its articles',
  cure: {
    zh: '告知之后另行认定的违法行为，或者超出告知的起止、依据的，重新告知',
    en: 'For a breach found after the notice, or on more days or under other articles, serve a new notice',
  },
  curedBy: ['notice/serve'],
  fields: ['/outcome/kind', '/outcome/penalties/*/breach'],
  holds: ({ outcome }, file) => {
    const notice = latestNotice(file);
    const { investigation } = file;
    // Without them `decision/notice-served` and `review/investigation-concluded` refuse.
    if (notice === undefined || investigation === undefined) return true;
    return punished(outcome, investigation).every((breach) =>
      notice.breaches.some((notified) => isPartOf(identityOf(file, breach), notified)),
    );
  },
};
