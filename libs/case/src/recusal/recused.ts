import { forSomebodyElse } from '@anjuan/procedure';
import { apl, samrP } from '@anjuan/law';
import type { PersonId, Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

type Recusals = Pick<CaseFile, 'recusals'>;

/** Taken off the case: by a decision that was granted, from then on. */
export const isRecused = ({ recusals }: Recusals, person: PersonId): boolean =>
  recusals.some((asked) => asked.person === person && asked.state === 'granted');

/** Asked of every act: of who acts, and of everybody named in what is entered. */
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
