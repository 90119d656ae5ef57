/** The party's time for remedies, and the days to tell the public of a change. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { againstThis, reconsideredFirst } from '../court-enforcement/remedy-period.js';
import { orders, uncarried } from '../decision-change/orders.js';
import { receivedOn } from '../execution/surcharge.js';
import { dayOfEntry } from './entry-on.js';
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

/** The days run from what was ordered, however late the agency carries it out; else from its own change. */
const orderedOn = (file: CaseFile, remedy: EntryNumber | undefined): LocalDate | undefined => {
  const order = orders(file).find(({ entry }) => entry === remedy);
  return order && dayOfEntry(file, order.orderedAt);
};

const withdrawals = (file: CaseFile, day: Day): readonly Deadline[] => {
  const id = 'publication-withdrawal';
  const { publication, formerDecisions } = file;
  const waiting = publication === undefined ? undefined : uncarried(file).at(-1);
  const waitingFrom = waiting && dayOfEntry(file, waiting.orderedAt);
  return [
    ...formerDecisions
      .filter(({ published }) => published)
      .flatMap(({ entry, on, remedy, withdrawn }) => {
        const ordered = orderedOn(file, remedy) ?? on;
        const from = ordered < on ? ordered : on;
        return clock({ id, startedBy: entry, from, met: withdrawn }, day);
      }),
    ...(waiting && waitingFrom
      ? clock({ id, startedBy: waiting.orderedAt, from: waitingFrom, met: publication?.withdrawn }, day)
      : []),
  ];
};

export const ofRemedies = [periods, withdrawals];
