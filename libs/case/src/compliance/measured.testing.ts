/** Histories measured, and histories with one entry other than it was. */
import { chinaCalendar, type LocalDate, type SwitchedOff } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { fileOf, numbered, sampleLists, type Happened } from '../testing.js';
import { compliance, type Compliance } from './compliance.js';

export const measured = (
  today: LocalDate,
  history: readonly Happened[],
  switches: readonly SwitchedOff[] = [],
): Compliance => {
  const file = fileOf(...history);
  return compliance({
    file,
    history: numbered(history),
    deadlines: deadlines(file, { calendar: chinaCalendar, today }),
    lists: sampleLists,
    today,
    switches,
  });
};

/** The same history, in the last entry of that type these fields being others, or absent where undefined. */
export const but = (
  history: readonly Happened[],
  type: Happened['type'],
  fields: Readonly<Record<string, unknown>>,
): readonly Happened[] => {
  const at = history.findLastIndex((event) => event.type === type);
  if (at < 0) throw new Error(`no ${type} in the history`);
  return history.map((event, index) =>
    index === at ? Object.assign({}, event, { data: present({ ...event.data, ...fields }) }) : event,
  );
};

const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
