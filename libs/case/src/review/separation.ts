/** Who investigates does not review, and who does either does not decide. By person, whatever the account. */
import { forSomebodyElse } from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import type { PersonId, Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

type Investigated = Pick<CaseFile, 'filing' | 'entries'>;

/** Handler, or officer in an act of the investigation: withdrawing the entry leaves its officers involved. */
export const investigatedBy = ({ filing, entries }: Investigated, person: PersonId): boolean =>
  (filing?.handlers.includes(person) ?? false) ||
  entries.some(
    ({ attributes, recordedBy, officers }) =>
      attributes.investigates === true && (recordedBy === person || officers.includes(person)),
  );

export const handlerMayNotReview: Provision<Investigated> = {
  id: 'review/handler-may-not-review',
  cites: samrP(49, 3),
  says: '办案人员不得作为审核人员',
  en: 'Nobody reviews a case they handled or took evidence in',
  cure: { zh: '由未参与办案的审核人员审核', en: 'Let a reviewer who took no part review it' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => !investigatedBy(file, actor.person),
};

/** Whoever put the file or a matter of it forward, or answered such a matter, has taken part in it. */
export const reviewerStandsApart: Provision<Investigated & Pick<CaseFile, 'approvals'>> = {
  id: 'review/reviewer-stands-apart',
  cites: policy(
    '送审、申请、审批与审核由不同的人作出；Whoever sent the file, asked for or gave an approval in the case does not review it',
  ),
  also: [samrP(49, 3)],
  says: '送审以及申请、审批本案事项的人员不得作为审核人员',
  en: 'The reviewer has neither sent the file, nor asked for or answered an approval in the case',
  cure: { zh: '由其他审核人员审核', en: 'Let another reviewer do it' },
  noCure: forSomebodyElse,
  // Of those who investigated `review/handler-may-not-review` speaks.
  holds: (file, { actor: { person } }) =>
    investigatedBy(file, person) ||
    (!file.entries.some(
      ({ type, recordedBy }) =>
        (type === 'SentForLegalReview' || type === 'SentForCaseReview') && recordedBy === person,
    ) &&
      !file.approvals.some(
        ({ matter, requestedBy, answeredBy }) =>
          matter !== 'review-extension' && (requestedBy === person || answeredBy === person),
      )),
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
  noCure: forSomebodyElse,
  holds: (file, { actor }) =>
    !investigatedBy(file, actor.person) &&
    !file.reviews.some(({ answeredBy }) => answeredBy === actor.person),
};
