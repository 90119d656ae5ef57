/** A record as a bureau's grows: many cases open at once, each with a dozen events, interleaved. */
import { personalData, type CaseEvent } from '@anjuan/case';
import { commit, type EventStore, type Json, type NewEvent } from '@anjuan/event-store';
import { defaultLists } from '@anjuan/law';
import { longCase } from '../law/long-case.js';

const eventsOfCase = 12;
const openAtOnce = 2_000;

const json = (data: CaseEvent['data']): Json => JSON.parse(JSON.stringify(data)) as Json;

/** As the API would record it: personal data outside the event. */
const asNew = ({ type, v, occurredAt, actors, recordedBy, data }: CaseEvent): NewEvent => ({
  type,
  v,
  occurredAt,
  actors,
  recordedBy,
  agency: 'bureau',
  rules: { lists: defaultLists.version },
  ...commit(json(data), personalData[type]),
});

/** Appends at least so many events, as cases of twelve; gives their number. */
export async function writeTypicalLog(
  store: EventStore,
  events: number,
  report: (written: number) => void,
): Promise<number> {
  const { history } = longCase(eventsOfCase);
  const cases = Math.ceil(events / eventsOfCase);
  let written = 0;
  for (let first = 0; first < cases; first += openAtOnce) {
    const open = Array.from({ length: Math.min(openAtOnce, cases - first) }, (_, index) => first + index);
    for (const [revision, event] of history.entries()) {
      const expected = revision === 0 ? 'none' : revision - 1;
      await Promise.all(
        open.map((number) =>
          store.append(`case-c${String(number)}`, expected, [asNew(event)], {
            id: `c${String(number)}/${String(revision)}`,
            digest: 'typical',
          }),
        ),
      );
      written += open.length;
      report(written);
    }
  }
  return written;
}
