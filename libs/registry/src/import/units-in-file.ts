/** A file names units by their titles, as people write them. */
import { folded, type LocalDate } from '@anjuan/law';
import { covers } from '../spans.js';
import type { Unit } from '../units.js';
import type { ImportColumn, ImportedChange, ImportFault, ImportLine } from './import-line.js';

const unknown = (line: number, column: ImportColumn, title: string, day: LocalDate): ImportFault => ({
  line,
  column,
  zh: `本机关在 ${day} 没有名为“${title}”的内设机构；提出后尚待批准的，批准后再导入`,
  en: `The agency has no unit called ${title} on ${day}; one that is proposed has to be approved first`,
});

/** With the units that are meant; where there is none of that title on that day, with the fault. */
export const withItsUnits = (
  given: ImportLine,
  units: readonly Unit[],
): Readonly<{ line: ImportLine; faults: readonly ImportFault[] }> => {
  const { joins, heads, ...line } = given;
  const faults: ImportFault[] = [];
  const unitCalled = (column: ImportColumn, title: string, day: LocalDate): string | undefined => {
    const found = units.find((one) => folded(one.title) === folded(title) && covers(one, day));
    if (!found) faults.push(unknown(line.line, column, title, day));
    return found?.unit;
  };
  const changes = line.changes.flatMap((change): readonly ImportedChange[] => {
    if (change.type !== 'CapacityGranted' || heads === undefined) return [change];
    const unit = unitCalled('heads', heads, change.data.from);
    // Without the unit that was meant it would be refused a second time.
    return unit === undefined ? [] : [{ ...change, data: { ...change.data, unit } }];
  });
  const unit = joins && unitCalled('unit', joins.title, joins.from);
  const joining: readonly ImportedChange[] =
    joins && unit !== undefined ? [{ type: 'UnitJoined', data: { unit, from: joins.from } }] : [];
  return { line: { ...line, changes: [...changes, ...joining] }, faults };
};
