import type { WhichAdministrator } from '@anjuan/program';

/** Begins the keys of the commands by which the first start makes each administrator. */
export const firstStartKey = (which: WhichAdministrator): string =>
  which === 'first' ? 'first-start' : 'first-start/second';
