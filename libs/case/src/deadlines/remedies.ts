/** The party's time for remedies, and the days to tell the public of a change. */
import type { CaseFile } from '../steps.js';
import { againstThis, reconsideredFirst } from '../court-enforcement/remedy-period.js';
import { receivedOn } from '../execution/surcharge.js';
import { clock, overUnused, type Day, type Deadline } from './clock.js';

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
  const sueAtOnce = reconsideredFirst(file)
    ? []
    : clock({ id: 'suit', startedBy, from, met: first('litigation') }, day);
  return [
    ...clock({ id: 'reconsideration', startedBy, from, met: first('reconsideration') }, day),
    ...(reconsidered
      ? clock(
          {
            id: 'suit-after-reconsideration',
            startedBy: reconsidered.entry,
            from: reconsidered.on,
            met: first('litigation'),
          },
          day,
        )
      : sueAtOnce),
  ].map(overUnused);
};

const withdrawals = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.formerDecisions
    .filter(({ published }) => published)
    .flatMap(({ entry, on, withdrawn }) =>
      clock({ id: 'publication-withdrawal', startedBy: entry, from: on, met: withdrawn }, day),
    );

export const ofRemedies = [periods, withdrawals];
