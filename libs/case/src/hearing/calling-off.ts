/** The agency ends a hearing of its own accord (其他需要终止听证的情形): SAMR-H 27(5). */
import type { Entry } from '@anjuan/entry';
import { policy, samrH } from '@anjuan/law';
import { type Provision, actsAs, forSomebodyElse } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { investigatedByThePolice } from '../crime-transfer/provisions.js';
import type { Investigation } from '../investigation/investigation.js';
import { latestNotice } from '../notice/served.js';
import { hearingEligible } from '../penalty/hearing-eligible.js';
import type { Penalty } from '../penalty/penalty.js';
import type { callOffHearingSchema } from './entries.js';

/** hearing/call-off */
export type CallOffHearing = Entry<typeof callOffHearingSchema>;

const others = { cites: samrH(27, undefined, 5), says: '其他需要终止听证的情形' } as const;

/** The host decides nothing of the penalty. */
export const calledOffByLeader = actsAs({
  id: 'hearing/called-off-by-a-leader',
  ...others,
  also: [
    policy(
      '行政机关自行终止听证的，由负责人决定；A leader decides that the agency ends a hearing of its own accord',
    ),
  ],
  en: 'A leader ends a hearing that the party still wants',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

type File = Pick<CaseFile, 'notices' | 'investigation' | 'reports' | 'goods' | 'filing' | 'crimeTransfers'>;

/**
 * Otherwise it would be the way around the hearing: until the agency says in a report that it wants less, it goes on.
 * One that the notice granted of itself was promised for that very penalty, and goes on as well.
 */
export const nothingLeftToHear: Provision<File> = {
  id: 'hearing/nothing-left-to-hear',
  ...others,
  also: [
    policy(
      '终结报告不再提出需要听证的处罚，或者公安机关已经立案的，听证终止；A hearing has nothing left to hear when another report proposes no penalty that gives one, or when the police have the case',
    ),
  ],
  en: 'Since the notice another report proposes no penalty, or none that gives a right to a hearing as the one notified did; or the police have filed the case',
  cure: {
    zh: '不再拟给予该处罚的，先重新撰写调查终结报告；否则组织听证',
    en: 'Where the penalty is given up, conclude the investigation anew first; otherwise hold the hearing',
  },
  curedBy: ['investigation/conclude', 'crime-transfer/record-answer'],
  holds: (file, { lists }) => {
    // What they have dealt with may be punished again, and heard: a permit is revoked besides a criminal fine.
    if (investigatedByThePolice(file)) return true;
    const { investigation, reports } = file;
    const notice = latestNotice(file);
    if (investigation === undefined || notice === undefined || investigation.entry < notice.entry)
      return false;
    const { proposal } = investigation;
    if (proposal.kind !== 'penalty') return true;
    // Each is worth what its own report says: the notice what the report said that it was of.
    const gives = (penalties: readonly Penalty[], by: Investigation | undefined) =>
      hearingEligible(penalties, { ...file, investigation: by }, lists);
    const noticed = reports.findLast(({ entry }) => entry < notice.entry);
    return gives(notice.penalties, noticed) && !gives(proposal.penalties, investigation);
  },
};
