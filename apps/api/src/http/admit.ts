import { holdsOneOf, type Right } from '@anjuan/rights';
import { Problem } from './problems.js';
import type { SignedIn } from './signed-in.js';

/**
 * Admits holders of a capacity that the right names; what the law refuses, with its articles, is not refused here.
 * @throws Problem `not-competent`
 */
export const admit = (
  right: Right,
  { agency, capacities }: Pick<SignedIn, 'agency' | 'capacities'>,
  doing: '查阅' | '办理' = '查阅',
): void => {
  const { who, whose, refusedBy } = right;
  if (refusedBy === 'law' || typeof who === 'string') return;
  if (capacities.length === 0)
    throw new Problem(
      'not-competent',
      '该人员当日没有任何登记的身份；The person holds no registered capacity on this day',
    );
  if (whose === 'system' && agency !== undefined)
    throw new Problem('not-competent', '由系统管理员办理；For the system administrator');
  if (holdsOneOf(capacities, right) && (whose !== 'agency' || agency !== undefined)) return;
  throw new Problem('not-competent', `限以下身份${doing}；For ${who.join(', ')}`);
};
