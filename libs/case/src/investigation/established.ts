/** What the report has found out (查明), and where it is silent what the filing said: APL 36; SAMR-P 48(3). */
import { addYears, isLocalDate, nationalConstantsOn, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { Findings } from './investigation.js';

export type Established = Readonly<{
  [Part in 'act' | 'discoveredOn' | 'endangersLifeOrProperty']?: Findings[Part] | undefined;
}>;
export type Filed = Pick<CaseFile, 'filing'>;

/** The days of the act and of its discovery, and whether it did harm, as that report leaves them. */
export const establishedBy = ({ filing }: Filed, found: Established): Established => ({
  act: found.act ?? filing?.act,
  discoveredOn: found.discoveredOn ?? filing?.discoveredOn,
  endangersLifeOrProperty: found.endangersLifeOrProperty ?? filing?.endangersLifeOrProperty,
});

/** Found within two years of its end, five where life, health or financial safety was harmed (APL 36(1)). */
export const foundInTime = (
  { act, discoveredOn, endangersLifeOrProperty }: Established,
  today: LocalDate,
): boolean => {
  if (act === undefined || discoveredOn === undefined) return true;
  const { years, seriousYears } = nationalConstantsOn(today).limitation;
  const limit = endangersLifeOrProperty === true ? seriousYears : years;
  return isLocalDate(act.to) && discoveredOn <= addYears(act.to, limit);
};
