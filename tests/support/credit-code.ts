import { randomInt } from 'node:crypto';
import { usccOk } from '@anjuan/law';

const characters = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');

/** The credit code of a public body of the district, another one each time. */
export const creditCode = (): string => {
  const body = `11110105${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
  return body + (characters.find((check) => usccOk(body + check)) ?? '');
};
