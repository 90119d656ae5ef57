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

type Carried = Pick<Findings, 'act' | 'discoveredOn' | 'endangersLifeOrProperty' | 'ourJurisdiction'>;

/**
 * What the report before has found and this one leaves unsaid: silence takes nothing back, an answer does. Of several
 * breaches each says its own days.
 */
export const carriedInto = (
  { breaches = [] }: Pick<Findings, 'breaches'>,
  { reports }: Pick<CaseFile, 'reports'>,
): Carried => {
  const { act, discoveredOn, endangersLifeOrProperty, ourJurisdiction }: Carried = reports.at(-1) ?? {};
  return {
    ...(ourJurisdiction !== undefined && { ourJurisdiction }),
    ...(breaches.length === 0 && {
      ...(act !== undefined && { act }),
      ...(discoveredOn !== undefined && { discoveredOn }),
      ...(endangersLifeOrProperty !== undefined && { endangersLifeOrProperty }),
    }),
  };
};

/** What a report that is being written goes by where it is silent. */
export const asLastFound = (file: Filed & Pick<CaseFile, 'reports'>): Filed => {
  const { ourJurisdiction: _, ...found } = carriedInto({}, file);
  return file.filing === undefined ? {} : { filing: { ...file.filing, ...found } };
};

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
