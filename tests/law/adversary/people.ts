/** The people of the simulated year: of every capacity, with dates that end in it, two of one name, and no saints. */
import type { Capacity, PersonOnDay } from '@anjuan/case';
import type { LocalDate } from '@anjuan/law';

type Term = Readonly<{ from: LocalDate; to: LocalDate }>;
type Registered = Readonly<{
  name: string;
  capacities: readonly Readonly<{ capacity: Capacity } & Term>[];
  credentials?: readonly Term[];
  legalQualification?: string;
  reviewerSince?: LocalDate;
}>;

const as = (capacity: Capacity, from = '2020-01-01', to = '2030-12-31') => ({ capacity, from, to });
const always: Term = { from: '2022-01-01', to: '2028-12-31' };

export const registered = {
  lin: { name: '林岚', capacities: [as('officer')], credentials: [always] },
  gao: { name: '高远', capacities: [as('officer')], credentials: [{ from: '2023-06-01', to: '2027-05-31' }] },
  // Runs out in the year and is not renewed.
  shen: {
    name: '沈默',
    capacities: [as('officer')],
    credentials: [{ from: '2022-04-01', to: '2026-03-31' }],
  },
  // Runs out and is renewed after a gap.
  dong: {
    name: '董平',
    capacities: [as('officer')],
    credentials: [
      { from: '2021-07-01', to: '2026-06-30' },
      { from: '2026-08-15', to: '2031-08-14' },
    ],
  },
  // Two people of one name: an officer and a reviewer.
  wangWeiOfficer: { name: '王伟', capacities: [as('officer')], credentials: [always] },
  wangWeiReviewer: {
    name: '王伟',
    capacities: [as('legal-reviewer'), as('case-reviewer')],
    legalQualification: 'A20181101050399',
    reviewerSince: '2018-06-01',
  },
  // Everything that is to be kept apart, in one person.
  yan: {
    name: '严立',
    capacities: [as('officer'), as('legal-reviewer'), as('case-reviewer'), as('hearing-host')],
    credentials: [always],
    legalQualification: 'A20161101050001',
    reviewerSince: '2016-01-01',
  },
  bai: {
    name: '白晶',
    capacities: [as('officer'), as('unit-head'), as('leader')],
    credentials: [always],
  },
  kong: {
    name: '孔明',
    capacities: [as('leader'), as('legal-reviewer')],
    legalQualification: 'A20151101050002',
    reviewerSince: '2015-01-01',
  },
  // A badge without the capacity, and the capacity without a badge.
  tao: { name: '陶然', capacities: [as('officer', '2020-01-01', '2025-12-31')], credentials: [always] },
  niu: { name: '牛力', capacities: [as('officer')] },
  zhou: { name: '周正', capacities: [as('unit-head')] },
  fang: {
    name: '方哲',
    capacities: [as('legal-reviewer')],
    legalQualification: 'A20191101050312',
    reviewerSince: '2019-07-01',
  },
  // A first-time reviewer who never passed the examination.
  ding: { name: '丁一', capacities: [as('legal-reviewer')], reviewerSince: '2024-03-01' },
  meng: { name: '孟晓', capacities: [as('case-reviewer')] },
  tang: { name: '唐澄', capacities: [as('leader')] },
  he: { name: '何立', capacities: [as('principal')] },
  // Leaves office in the year.
  sun: { name: '孙和', capacities: [as('leader', '2024-01-01', '2026-06-30')] },
  qiu: { name: '邱明', capacities: [as('hearing-host')] },
  luo: { name: '罗敏', capacities: [as('auditor')] },
  root: { name: '系统管理员', capacities: [as('administrator')] },
} satisfies Record<string, Registered>;

/** `ghost` is in no registry. */
export const everybody: readonly string[] = [...Object.keys(registered), 'ghost'];

const known = new Map<string, Registered>(Object.entries(registered));
const within = (day: LocalDate) => (term: Term) => term.from <= day && day <= term.to;

export const nameOf = (person: string): string => known.get(person)?.name ?? person;

export const heldOn = (person: string, day: LocalDate): readonly Capacity[] =>
  (known.get(person)?.capacities ?? []).filter(within(day)).map(({ capacity }) => capacity);

/** The credential valid on the day; without one, the last that was. */
const credentialOn = ({ credentials = [] }: Registered, day: LocalDate) =>
  credentials.find(within(day)) ?? credentials.filter(({ from }) => from <= day).at(-1);

const onDay = (person: string, all: Registered, day: LocalDate): PersonOnDay => {
  const credential = credentialOn(all, day);
  const { legalQualification, reviewerSince } = all;
  return {
    person,
    capacities: heldOn(person, day),
    ...(credential && {
      credential: { number: `执-${person}`, validFrom: credential.from, validTo: credential.to },
    }),
    ...(legalQualification !== undefined && { legalQualification }),
    ...(reviewerSince !== undefined && { reviewerSince }),
  };
};

const registryByDay = new Map<LocalDate, Readonly<Record<string, PersonOnDay>>>();

/** What the registry says of everybody on a day; the same answer to whoever asks again. */
export const registryOn = (day: LocalDate): Readonly<Record<string, PersonOnDay>> => {
  const found =
    registryByDay.get(day) ??
    Object.fromEntries([...known].map(([person, all]) => [person, onDay(person, all, day)]));
  registryByDay.set(day, found);
  return found;
};

/** For the oracle: its own reading of the same list. */
export const hasValidCredential = (person: string, day: LocalDate): boolean =>
  (known.get(person)?.credentials ?? []).some(within(day));

/** APL 58(2): since 2018 a first-time reviewer needs the national qualification. */
export const mayReviewLegally = (person: string): boolean => {
  const all = known.get(person);
  const since = all?.reviewerSince ?? '2018-01-01';
  return all !== undefined && (since < '2018-01-01' || all.legalQualification !== undefined);
};
