import type { Agency, Registry } from '@anjuan/registry';
import type { SignedInRequest } from '../http/command-headers.js';
import { Problem } from '../http/problems.js';

/** What the reader's own agency has entered, for an administrator of the system any. @throws Problem `not-found` */
export const agencyOfReader = async (
  registry: Registry,
  { signedIn }: Pick<SignedInRequest, 'signedIn'>,
  agency: string,
): Promise<Agency> => {
  const here = signedIn.agency === undefined || signedIn.agency === agency;
  const known = here ? await registry.agency(agency) : undefined;
  if (!known) throw new Problem('not-found', '无此机关；There is no such agency');
  return known;
};
