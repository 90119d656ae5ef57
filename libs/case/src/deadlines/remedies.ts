/** The party's time for remedies, and the days to tell the public of a change: C27, C31–C33. */
import type { CaseFile } from '../case-file.js';
import { againstThis } from '../court-enforcement/remedy-period.js';
import { receivedOn } from '../execution/surcharge.js';
import { clock, type Day, type Deadline } from './clock.js';

/** The party's right, not the agency's duty: unused, it is over. */
const overUnused = (deadline: Deadline): Deadline =>
  deadline.state === 'missed' && deadline.metBy === undefined ? { ...deadline, state: 'lapsed' } : deadline;

const periods = (file: CaseFile, day: Day): readonly Deadline[] => {
  const from = receivedOn(file);
  if (from === undefined) return [];
  const startedBy = file.service?.entry ?? file.summary?.entry ?? -1;
  const first = (kind: string) => {
    const remedy = againstThis(file).find((one) => one.kind === kind);
    return remedy && { entry: remedy.entry, on: remedy.acceptedOn };
  };
  const reconsidered = againstThis(file).findLast(
    ({ kind, concluded }) => kind === 'reconsideration' && concluded !== undefined,
  )?.concluded;
  return [
    ...clock({ id: 'C31', startedBy, from, met: first('reconsideration') }, day),
    ...(reconsidered
      ? clock(
          { id: 'C33', startedBy: reconsidered.entry, from: reconsidered.on, met: first('litigation') },
          day,
        )
      : clock({ id: 'C32', startedBy, from, met: first('litigation') }, day)),
  ].map(overUnused);
};

const withdrawals = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.formerDecisions
    .filter(({ published }) => published)
    .flatMap(({ entry, on, withdrawn }) =>
      clock({ id: 'C27', startedBy: entry, from: on, met: withdrawn }, day),
    );

export const ofRemedies = [periods, withdrawals];
