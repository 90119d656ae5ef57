/** Who investigates does not review, and who does either does not decide. By person, whatever the account. */
import { policy, samrP } from '@anjuan/law';
import type { CaseEvent } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import type { PersonId } from '../kernel/people.js';
import type { Provision } from '../kernel/provision.js';

const investigating: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'SceneRecorded',
  'InquiryRecorded',
  'EvidenceAdded',
  'SamplesTaken',
  'TestCommissioned',
  'TestResultRecorded',
  'EvidenceExcluded',
  'EvidencePreserved',
  'ItemsSeized',
  'ItemsSeizedUrgently',
  'CorrectionOrdered',
  'CorrectionVerified',
  'InvestigationConcluded',
]);

type Investigated = Pick<CaseFile, 'filing' | 'entries'>;

/** Handler, or officer in an act of the investigation: withdrawing the entry leaves its officers involved. */
export const investigatedBy = ({ filing, entries }: Investigated, person: PersonId): boolean =>
  (filing?.handlers.includes(person) ?? false) ||
  entries.some(
    ({ type, recordedBy, officers }) =>
      investigating.has(type) && (recordedBy === person || officers.includes(person)),
  );

export const handlerMayNotReview: Provision<Investigated> = {
  id: 'review/handler-may-not-review',
  cites: samrP(49, 3),
  says: '办案人员不得作为审核人员',
  en: 'Nobody reviews a case they handled or took evidence in',
  cure: { zh: '由未参与办案的审核人员审核', en: 'Let a reviewer who took no part review it' },
  holds: (file, { actor }) => !investigatedBy(file, actor.person),
};

export const leaderStandsApart: Provision<Investigated & Pick<CaseFile, 'reviews'>> = {
  id: 'review/leader-stands-apart',
  cites: policy(
    '调查、审核与决定由不同的人作出；Whoever investigated or reviewed a case does not approve or decide it',
  ),
  also: [samrP(49, 3)],
  says: '批准和决定案件的负责人不得是本案的办案人员或者审核人员',
  en: 'The leader who approves or decides has neither handled nor reviewed the case',
  cure: { zh: '由其他负责人作出', en: 'Let another leader do it' },
  holds: (file, { actor }) =>
    !investigatedBy(file, actor.person) &&
    !file.reviews.some(({ answeredBy }) => answeredBy === actor.person),
};
