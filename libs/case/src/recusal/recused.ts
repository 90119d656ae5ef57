import { forSomebodyElse } from '@anjuan/procedure';
import { apl, samrP } from '@anjuan/law';
import type { PersonId, Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

type Recusals = Pick<CaseFile, 'recusals'>;

/** Taken off the case: by a decision that was granted, from then on. */
export const isRecused = ({ recusals }: Recusals, person: PersonId): boolean =>
  recusals.some((request) => request.person === person && request.state === 'granted');

export const recusedIn = ({ recusals }: Recusals): readonly PersonId[] => [
  ...new Set(recusals.filter(({ state }) => state === 'granted').map(({ person }) => person)),
];

/** Checked for every act: for the actor, and for everybody named in the entry. */
export const notRecused: Provision<Recusals> = {
  id: 'recusal/not-recused',
  cites: apl(43, 1),
  also: [samrP(4)],
  says: '执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
  en: 'Nobody whose recusal was granted acts in the case or is named in an act of it',
  cure: { zh: '由未被决定回避的人员办理', en: 'Let somebody act who has not been taken off the case' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => !isRecused(file, actor.person),
};
