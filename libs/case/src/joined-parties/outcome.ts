/** Nobody who was joined is left without an outcome. */
import type { Provision } from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';

/** Asked of every party before the closure: who was joined is decided on, or has left. */
export const nobodyWithoutOutcome: Provision<Pick<CaseFile, 'ofParty' | 'decision' | 'formerDecisions'>> = {
  id: 'joined-parties/nobody-without-an-outcome',
  cites: policy(
    '共同当事人均应处理；Every party of the breach is dealt with: none is left in a case that is closed on another',
  ),
  also: [apl(57, 1), samrP(60, 1)],
  says: '追加的共同当事人尚未决定、分案、移送或者查明不承担责任的，本案不得结案',
  en: 'No party that was joined is left without an outcome when the case is closed',
  cure: {
    zh: '先对追加的当事人作出决定，或者分案、移送，或者认定其不承担责任',
    en: 'Decide on each joined party first, or separate it: into a case of its own, to another agency, or as not answerable',
  },
  curedBy: ['joined-parties/separate', 'decision/make'],
  holds: ({ ofParty, decision, formerDecisions }) =>
    ofParty === undefined || decision !== undefined || formerDecisions.length > 0,
};
