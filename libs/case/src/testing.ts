/** Tests read like the law: given events, when a command, then events or refused with exactly these provisions. */
import {
  addHours,
  chinaCalendar,
  defaultLists,
  startOfDay,
  type AgencyLists,
  type LocalDate,
} from '@anjuan/law';
import { Refusal } from '@anjuan/procedure';
import type { Actor, Capacity, Context, PersonId, PersonOnDay, Stated } from '@anjuan/procedure';
import { decide, replay, seenBy, type ActName, type EntryOf } from './case.js';
import type { CaseEvent } from './case-event.js';
import { dossier, reviewedDossier } from './review/dossier.js';

const officer = (person: PersonId, validTo: LocalDate): PersonOnDay => ({
  person,
  capacities: ['officer'],
  credential: { number: `执-${person}`, validFrom: '2022-01-01', validTo },
});
const holder = (person: PersonId, ...capacities: Capacity[]): PersonOnDay => ({ person, capacities });

/** The people of the specs; `shen`'s credential ran out on 2026-03-31. */
export const people = {
  lin: officer('lin', '2028-12-31'),
  gao: officer('gao', '2027-05-31'),
  shen: officer('shen', '2026-03-31'),
  zhou: holder('zhou', 'unit-head'),
  fang: {
    ...holder('fang', 'legal-reviewer'),
    legalQualification: 'A20191101050312',
    reviewerSince: '2019-07-01',
  },
  meng: holder('meng', 'case-reviewer'),
  tang: holder('tang', 'leader'),
  he: holder('he', 'principal'),
  qiu: holder('qiu', 'hearing-host'),
  luo: holder('luo', 'auditor'),
} satisfies Record<string, PersonOnDay>;
export type Person = keyof typeof people;

export const sampleLists: AgencyLists = {
  ...defaultLists,
  majorDecisions: {
    basis: 'SAMR-P 50(3)',
    triggers: [
      'hearing-eligible',
      'suspension-or-closure',
      'revocation-or-lowering',
      'opened-to-public-interest',
    ],
  },
};

/** Ten in the morning in Asia/Shanghai. */
export const morningOf = (day: LocalDate): string => addHours(startOfDay(day), 10);

const actorOf = (person: Person, capacity?: Capacity): Actor => {
  const { capacities, credential }: PersonOnDay = people[person];
  const named = capacity ?? capacities[0] ?? 'officer';
  return { person, capacity: named, ...(credential && { credential }) };
};

/** An event without its number: `given` numbers the history. */
export type Happened = Omit<CaseEvent, 'revision'>;
type Data<Type extends CaseEvent['type']> = Extract<CaseEvent, { type: Type }>['data'];

/** An entry of the past: recorded on its day at ten, by the first of `by`. */
export const happened = <Type extends CaseEvent['type']>(
  type: Type,
  on: LocalDate,
  by: Person | readonly Person[],
  data: Data<Type>,
): Happened => {
  const who = typeof by === 'string' ? [by] : by;
  const at = morningOf(on);
  const event = {
    type,
    v: 1 as const,
    occurredAt: at,
    recordedAt: at,
    recordedBy: who[0] ?? 'lin',
    actors: who.map((person) => actorOf(person)),
    data,
  };
  return event;
};

export const paper = (name: string) => ({ sha256: name.padEnd(64, '0').slice(0, 64), name });

type When<Name extends ActName> = Readonly<{
  on: LocalDate;
  by: Person;
  as?: Capacity;
  act: Name;
  entry: EntryOf<Name>;
  context?: Partial<Context>;
}>;

export const numbered = (history: readonly Happened[]): readonly CaseEvent[] =>
  history.map((event, revision) => ({ ...event, revision }) as CaseEvent);

export const fileOf = (...history: readonly Happened[]) => replay(numbered(history));

export const contextOn = (
  on: LocalDate,
  by: Person,
  file: ReturnType<typeof fileOf>,
  as?: Capacity,
): Context => ({
  now: addHours(morningOf(on), 5),
  today: on,
  actor: actorOf(by, as),
  people,
  lists: sampleLists,
  calendar: chinaCalendar,
  dossierDigest: digestOf(file),
  reviewedDigest: reviewedDigestOf(file),
  allotted: { caseNumber: '朝市监案〔2026〕1号', documentNumber: '朝市监处罚〔2026〕1号' },
});

/** The specs need no hash: any text that differs when the dossier differs. */
export const digestOf = (file: ReturnType<typeof fileOf>): string => JSON.stringify(dossier(file));

export const reviewedDigestOf = (file: ReturnType<typeof fileOf>): string =>
  JSON.stringify(reviewedDossier(file));

/** An attempt of a spec: what was entered for which act, on which history. */
export type Attempted = Readonly<{
  history: readonly Happened[];
  act: ActName;
  entry: unknown;
  context: Context;
}>;
/** Every attempt that the specs of this run have made, in their order. */
export const attempts: Attempted[] = [];

const attempt = <Name extends ActName>(history: readonly Happened[], when: When<Name>) => {
  const file = fileOf(...history);
  const context = { ...contextOn(when.on, when.by, seenBy(file, when.entry), when.as), ...when.context };
  attempts.push({ history, act: when.act, entry: when.entry, context });
  return decide(when.act, when.entry, file, context);
};

/** What an attempt comes to. */
export const outcomeOf = <Type extends string>(
  attempted: () => readonly Readonly<{ type: Type; data: unknown }>[],
) => ({
  /** Exactly these events, by type and data. */
  then: (...events: readonly Readonly<{ type: string; data: unknown }>[]) => {
    const recorded = attempted().map(({ type, data }) => ({ type, data }));
    expect(recorded).toStrictEqual(events);
  },
  /** Accepted, with events of these types. */
  thenRecords: (...types: readonly Type[]) => {
    expect(attempted().map(({ type }) => type)).toStrictEqual(types);
  },
  /** Refused under exactly these provisions, in this order. */
  thenRefused: (...provisions: readonly Stated[]) => {
    let reasons: readonly string[] = [];
    try {
      attempted();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reasons = error.provisions.map(({ id }) => id);
    }
    expect(reasons).toStrictEqual(provisions.map(({ id }) => id));
  },
});

export const given = (...history: readonly Happened[]) => ({
  when: <Name extends ActName>(when: When<Name>) => outcomeOf(() => attempt(history, when)),
});
