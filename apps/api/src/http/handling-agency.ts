import { Problem } from './problems.js';
import type { SignedIn } from './signed-in.js';

/**
 * The agency for which somebody works on a case.
 * @throws Problem `not-competent`
 */
export const handlingAgency = ({ agency }: SignedIn): string => {
  if (agency === undefined)
    throw new Problem('not-competent', '系统管理员不办理案件；The system administrator handles no cases');
  return agency;
};
