/** What a file of rules covers, in a line: Chinese first. */
import type { HolidayTable, RulePack, SwitchedOff } from '@anjuan/law';
import { isAmendment } from './holidays.js';

export const coversHolidays = (table: HolidayTable): string => {
  const year = String(table.year);
  return isAmendment(table)
    ? `${year} 年放假安排，自 ${table.published} 起变更（${table.source}）；holidays of ${year}, amended from ${table.published}`
    : `${year} 年放假安排（${table.source}）；holidays of ${year}`;
};

export const coversPack = ({ zh, en, domains, limits }: RulePack): string => {
  const periods = [...new Set(limits.map(({ id }) => id))].join(', ') || '—';
  return `${zh}（${domains.join('、')}）的规则包，期限 ${periods}；the pack of ${en}, periods ${periods}`;
};

export const coversSwitches = (switches: readonly SwitchedOff[]): string => {
  const provisions = [...new Set(switches.map(({ provision }) => provision))].join(', ') || '—';
  const domains = [...new Set(switches.flatMap((one) => one.domains))].join(', ') || '—';
  return `${domains} 不适用 ${provisions}；not asked of ${domains}: ${provisions}`;
};
