/** The capacities that an act names are those that its provisions let through: the table of rights says them of its route. */
import { capacities, Refusal, type Capacity, type Context } from '@anjuan/procedure';
import { chinaCalendar, defaultLists } from '@anjuan/law';
import { procedures } from '@anjuan/record';
import { caseProcedure } from '@anjuan/case';
import { heard } from '../../libs/case/src/histories-to-decision.testing.js';
import {
  concluded,
  filed,
  majorPenalty,
  onTheSpot,
  sentForLegalReview,
} from '../../libs/case/src/histories.testing.js';
import { numbered, type Happened } from '../../libs/case/src/testing.js';
import { sampleOf } from '../support/samples.js';

const on = '2026-05-06';
const contextAs = (capacity: Capacity): Context => {
  const credential = { number: '执-1', validFrom: '2020-01-01', validTo: '2030-01-01' };
  const actor = { person: 'lin', capacity, ...(capacity === 'officer' && { credential }) };
  return {
    now: `${on}T07:00:00.000Z`,
    today: on,
    actor,
    people: {
      gao: { person: 'gao', capacities: ['officer'], credential },
      lin: { person: 'lin', capacities: [capacity], ...(capacity === 'officer' && { credential }) },
    },
    lists: defaultLists,
    calendar: chinaCalendar,
    dossierDigest: '',
    allotted: {},
  };
};

const acts = procedures.flatMap((procedure) =>
  Object.entries(procedure.acts).map(([act, { by, entry }]) => ({ act, by, entry, procedure })),
);
type Act = (typeof acts)[number];

/** Who acts handles the case, and hosts its hearing: what is left to refuse is the capacity. */
const filesOf = ({ procedure: { name, sideStream, empty } }: Act): readonly unknown[] => {
  if (name !== 'case' && sideStream === undefined) return [empty];
  const cases = [[], filed, sentForLegalReview(concluded(majorPenalty)), heard(majorPenalty), onTheSpot].map(
    (history) => {
      const hosted = JSON.parse(JSON.stringify(history).replaceAll('"qiu"', '"lin"')) as readonly Happened[];
      return caseProcedure.replay(numbered(hosted));
    },
  );
  return sideStream === undefined ? cases : cases.map((one) => sideStream.file(one, [], []));
};

const refusedAs = (
  { procedure, act, entry }: Act,
  capacity: Capacity,
  file: unknown,
): ReadonlySet<string> => {
  try {
    procedure.decide(act, sampleOf(entry), file, contextAs(capacity));
    return new Set();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Set(error.provisions.map(({ id }) => id));
  }
};

it.each(acts)('$act refuses every capacity that it does not name by a provision of its own', (it) => {
  const files = filesOf(it);
  const letThrough = capacities.filter(
    (capacity) =>
      !it.by.includes(capacity) &&
      // By none that is not met by one of those whom it names.
      !files.some((file) => {
        const named = it.by.map((one) => refusedAs(it, one, file));
        return [...refusedAs(it, capacity, file)].some((id) => named.some((ids) => !ids.has(id)));
      }),
  );
  expect(letThrough).toEqual([]);
});
