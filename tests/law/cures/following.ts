/** The ways in which a cure is followed: the entry mended, the day checked, somebody else asked, time let pass. */
import { acts, type Capacity, type CaseFile, type PersonOnDay } from '@anjuan/case';
import { addDays, addHours, dayOf, startOfDay } from '@anjuan/law';
import { registryOn } from '../adversary/people.js';
import type { Entry, Trial } from './trial.js';

/** What the reader of a cure tries, in turn: one of these has to meet the provision. */
export type Way = (trial: Trial) => readonly Trial[];

export const paper = { sha256: 'c'.repeat(64), name: '补充材料' };
export const words = '写明如下';

export const mend =
  (change: (entry: Entry, trial: Trial) => Entry): Way =>
  (trial) => [{ ...trial, entry: change(trial.entry, trial) }];
/** Several corrections are thinkable: the reader knows which is true. */
export const mendAs =
  (changes: (entry: Entry, trial: Trial) => readonly Entry[]): Way =>
  (trial) =>
    changes(trial.entry, trial).map((entry) => ({ ...trial, entry }));

/** It is returned, and asked for anew on the same terms. */
export const asItIs: Way = (trial) => [trial];

export const enter = (values: Entry): Way => mend((entry) => ({ ...entry, ...values }));
export const write = (...fields: readonly string[]): Way =>
  mend((entry) => ({ ...entry, ...Object.fromEntries(fields.map((field) => [field, words])) }));
export const add = (...fields: readonly string[]): Way =>
  mend((entry) => ({ ...entry, ...Object.fromEntries(fields.map((field) => [field, paper])) }));
export const addAll = (...fields: readonly string[]): Way =>
  mend((entry) => ({ ...entry, ...Object.fromEntries(fields.map((field) => [field, [paper]])) }));
export const affirm = (...fields: readonly string[]): Way =>
  mend((entry) => ({ ...entry, ...Object.fromEntries(fields.map((field) => [field, true])) }));
export const choose = (field: string, ...values: readonly unknown[]): Way =>
  mendAs((entry) => values.map((value) => ({ ...entry, [field]: value })));
export const leaveOut = (...fields: readonly string[]): Way =>
  mend((entry) => Object.fromEntries(Object.entries(entry).filter(([field]) => !fields.includes(field))));

export const inside = (entry: Entry, field: string): Entry => {
  const value = entry[field];
  return typeof value === 'object' && value !== null ? (value as Entry) : {};
};

const around = (day: string, before: number, after: number): readonly string[] =>
  Array.from({ length: before + after + 1 }, (_, index) => addDays(day, index - before));

/** The day of an act outside was mistyped: it was now, or on some day before. */
export const checkTheDay: Way = mendAs((entry, { context: { today } }) => [
  Object.fromEntries(Object.entries(entry).filter(([field]) => field !== 'occurredAt')),
  ...around(today, 400, 0).map((day) => ({
    ...entry,
    occurredAt: addHours(startOfDay(day), 10),
    lateReason: words,
  })),
]);
/** A day in a field was mistyped. */
export const checkDay = (field: string): Way =>
  mendAs((entry, { context: { today } }) => around(today, 60, 60).map((day) => ({ ...entry, [field]: day })));

/** Another entry of the file was meant. */
export const ofTheFile = (
  field: string,
  entries: (file: CaseFile) => readonly Readonly<{ entry: number }>[],
): Way => mendAs((entry, { file }) => entries(file).map((meant) => ({ ...entry, [field]: meant.entry })));

const days = [
  ...Array.from({ length: 45 }, (_, index) => index + 1),
  60,
  90,
  100,
  120,
  190,
  200,
  370,
  1_100,
  1_200,
];
export const later = (trial: Trial, passed: number): Trial => {
  const now = addHours(trial.context.now, 24 * passed);
  return { ...trial, context: { ...trial.context, now, today: dayOf(now) } };
};
/** Time passes. */
export const wait: Way = (trial) => days.map((passed) => later(trial, passed));

const others: Readonly<Record<string, PersonOnDay>> = {
  xu: { person: 'xu', capacities: ['leader'] },
  pan: { person: 'pan', capacities: ['principal'] },
  qin: {
    person: 'qin',
    capacities: ['officer'],
    credential: { number: '执-qin', validFrom: '2020-01-01', validTo: '2035-12-31' },
  },
};

// The credentials of the specs' people run out after it.
const specsEnd = '2028-12-31';
const renewed = ({ credential, ...known }: PersonOnDay): PersonOnDay => ({
  ...known,
  ...(credential && { credential: { ...credential, validTo: '2035-12-31' } }),
});

/** Everybody of the agency on the day, those of the spec and some who have nothing to do with the case. */
export const peopleOf = ({ context: { people, today } }: Trial): Readonly<Record<string, PersonOnDay>> => ({
  ...registryOn(today),
  ...Object.fromEntries(
    Object.entries(people).map(([person, known]) => [person, today > specsEnd ? renewed(known) : known]),
  ),
  ...others,
});

const held = (
  people: Readonly<Record<string, PersonOnDay>>,
  by: readonly Capacity[],
): readonly Readonly<{ who: PersonOnDay; capacity: Capacity }>[] =>
  Object.values(people).flatMap((who) =>
    who.capacities.filter((capacity) => by.includes(capacity)).map((capacity) => ({ who, capacity })),
  );

/** Somebody else does it, in a capacity that they hold. */
export const somebodyElse: Way = (trial) => {
  const people = peopleOf(trial);
  const { heldToday: _, credentialHeld: __, ...context } = trial.context;
  return held(people, acts[trial.act].by).map(({ who, capacity }) => {
    const { person, credential } = who;
    return {
      ...trial,
      context: { ...context, people, actor: { person, capacity, ...(credential && { credential }) } },
    };
  });
};

/** Others are named in a field: one, or as many as stand there. */
export const nameAnother =
  (field: string): Way =>
  (trial) => {
    const people = peopleOf(trial);
    return Object.keys(people).map((person) => ({
      ...trial,
      entry: { ...trial.entry, [field]: person },
      context: { ...trial.context, people },
    }));
  };
export const nameOthers =
  (field: string, capacities: readonly Capacity[], most = 2): Way =>
  (trial) => {
    const people = peopleOf(trial);
    const able = held(people, capacities).map(({ who }) => who.person);
    const { person } = trial.context.actor;
    const pairs = able.flatMap((one) => [[one], ...able.map((other) => [one, other])]);
    return [...pairs, ...able.map((other) => [person, other])]
      .filter((named) => new Set(named).size === named.length && named.length <= most)
      .map((named) => ({
        ...trial,
        entry: { ...trial.entry, [field]: named },
        context: { ...trial.context, people },
      }));
  };

/** One after the other. */
export const then =
  (...ways: readonly Way[]): Way =>
  (trial) =>
    ways.reduce<readonly Trial[]>((trials, way) => trials.flatMap(way), [trial]);
/** Whichever of these fits. */
export const either =
  (...ways: readonly Way[]): Way =>
  (trial) =>
    ways.flatMap((way) => way(trial));
