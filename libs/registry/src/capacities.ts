import type { Capacity } from '@anjuan/case';
import { addDays, type LocalDate } from '@anjuan/law';
import type { PersonChange, Standing } from './person.js';
import { grantTakesTwo } from './proposals.js';
import { whyIncompatible } from './incompatible.js';
import { mayEndQualification } from './qualifications.js';
import { noAccountOpen, RegistryRefusal, resetWaits } from './registry-refusal.js';
import { endless, hasDays, firstEnd, meet, validity } from './spans.js';

type Held = Standing['capacities'][number];

/** An entrusted organisation acts in the name of the agency, which itself leads, reviews and decides (APL 20). */
const ofOneBody = (capacities: readonly Held[], granted: Held): void => {
  const other = capacities.find(
    (held) => held.organisation !== granted.organisation && hasDays(held) && meet(held, granted),
  );
  if (other === undefined && (granted.organisation === undefined || granted.capacity === 'officer')) return;
  const first = {
    zh: other ? `；该人员自 ${other.from} 起为 ${other.capacity}，请先终止` : '',
    en: other ? `: from ${other.from} on this person is ${other.capacity}, end that first` : '',
  };
  throw new RegistryRefusal(
    'officers-alone',
    `受委托组织的人员以委托机关名义实施行政处罚，仅为执法人员，不得同时为本机关人员、其他组织人员或者具有其他身份（《行政处罚法》第二十条第四款）${first.zh}。Staff of an entrusted organisation are officers alone, in the name of the agency, and at the same time neither of the agency itself nor of another organisation (APL 20(4))${first.en}.`,
  );
};

const excluded = (capacities: readonly Held[], granted: Held): void => {
  for (const held of capacities) {
    const why = whyIncompatible(held.capacity, granted.capacity);
    if (why === undefined || !meet(held, granted)) continue;
    throw new RegistryRefusal(
      'capacities-exclude-each-other',
      `${why.zh}：该人员自 ${held.from} 起为 ${held.capacity}；请授予他人，或者先终止该身份。${why.en}: from ${held.from} on this person is ${held.capacity}. Grant it to somebody else, or end that one first.`,
    );
  }
};

/** People who belong to no agency work for none: they would have access to every agency. */
const ofNoAgency: readonly Capacity[] = ['administrator', 'auditor'];

/** A capacity is held once at a time: what ends one grant would leave the other. */
const mayBeGranted = ({ agency, capacities }: Standing, granted: Held): void => {
  if (agency === undefined && !ofNoAgency.includes(granted.capacity))
    throw new RegistryRefusal(
      'of-no-agency',
      '该人员不属于任何机关，只能为系统管理员或者执法监督人员；请在其机关登记该人员。The person belongs to no agency and can be an administrator or an auditor of the system alone: register them in their agency.',
    );
  excluded(capacities, granted);
  ofOneBody(capacities, granted);
  const before = capacities.find((held) => held.capacity === granted.capacity && meet(held, granted));
  if (before)
    throw new RegistryRefusal(
      'dates-overlap',
      `该身份已授予，自 ${before.from} 至 ${before.to ?? '今'}；请先终止，或改为其后的日期。The capacity is held already, from ${before.from} to ${before.to ?? 'now on'}: end it first, or grant it from a later day.`,
    );
};

const mayBeEnded = (
  { capacities }: Standing,
  ended: Readonly<{ capacity: Capacity; to: LocalDate }>,
  today: LocalDate,
): void => {
  const same = capacities.filter((held) => held.capacity === ended.capacity && hasDays(held));
  const held = same.some(({ from, to = endless }) => firstEnd(from, today) <= ended.to && ended.to <= to);
  notBeforeAnother(
    same.map(({ from }) => from),
    ended.to,
  );
  if (!held)
    throw new RegistryRefusal(
      'capacity-not-held',
      `该人员在 ${ended.to} 不具有该身份，请核对身份和日期。The person does not hold that capacity on ${ended.to}: check the capacity and the day.`,
    );
};

/** An end ends all that is held from then on: what begins later is ended first, by name. */
const notBeforeAnother = (beginnings: readonly LocalDate[], end: LocalDate): void => {
  const later = beginnings.find((from) => from > addDays(end, 1));
  if (later !== undefined)
    throw new RegistryRefusal(
      'dates-overlap',
      `自 ${later} 起另有一项，将一并终止；请先将其终止于 ${addDays(later, -1)}。Another begins on ${later} and would end with it: end that one first, on ${addDays(later, -1)}.`,
    );
};

/** Withdrawn or handed back before its time: it is not valid after that day. */
const credentialMayBeEnded = (
  { credentials }: Standing,
  ended: Readonly<{ number: string; to: LocalDate }>,
  today: LocalDate,
): void => {
  const same = credentials.filter((held) => held.number === ended.number && hasDays(validity(held)));
  const held = same.some(
    ({ validFrom, validTo }) => firstEnd(validFrom, today) <= ended.to && ended.to < validTo,
  );
  notBeforeAnother(
    same.map(({ validFrom }) => validFrom),
    ended.to,
  );
  if (!held)
    throw new RegistryRefusal(
      'credential-not-held',
      `该人员没有编号 ${ended.number}、有效期超过 ${ended.to} 的执法证，请核对编号和日期。The person holds no credential ${ended.number} that is valid beyond ${ended.to}: check the number and the day.`,
    );
};

/** Two would be approved one after the other, the second over the factors registered after the first. */
const noOtherReset = ({ proposals }: Standing, change: PersonChange): void => {
  const other = proposals.find(
    // Approved, it is one of the proposals itself.
    (one) => one.outcome === undefined && one.change.type === 'SecondFactorsReset' && one.change !== change,
  );
  if (other) throw resetWaits(other.number);
};

/** @throws RegistryRefusal */
export const checkOfPerson = (known: Standing, change: PersonChange, today: LocalDate): void => {
  switch (change.type) {
    case 'CapacityGranted':
      mayBeGranted(known, change.data);
      return;
    case 'CapacityEnded':
      mayBeEnded(known, change.data, today);
      return;
    case 'CredentialEnded':
      credentialMayBeEnded(known, change.data, today);
      return;
    case 'QualificationEnded':
      mayEndQualification(known.qualifications, change.data);
      return;
    case 'SecondFactorsReset':
      if (!known.accounts.some(({ closed }) => !closed)) throw noAccountOpen();
      noOtherReset(known, change);
      return;
    case 'UnitJoined':
    case 'CredentialIssued':
    case 'QualificationRecorded':
    case 'RegistrationCorrected':
      return;
  }
};

/** Who enters, approves and looks at the registry: none of them is put out by one of the others alone. */
const keepTheRegistry: readonly Capacity[] = ['administrator', 'auditor', 'principal'];

/**
 * What gives a right to review, lead, audit or grant, what is dated back, and who somebody is said to be: one proposes
 * it, another approves it.
 */
export const personChangeTakesTwo = (change: PersonChange, today: LocalDate): boolean => {
  switch (change.type) {
    case 'CapacityGranted':
      return grantTakesTwo(change.data, today);
    case 'CapacityEnded':
      return keepTheRegistry.includes(change.data.capacity) || change.data.to < today;
    case 'CredentialEnded':
    case 'QualificationEnded':
      return change.data.to < today;
    case 'UnitJoined':
      return change.data.from < today;
    case 'CredentialIssued':
      return change.data.validFrom < today;
    case 'QualificationRecorded':
    case 'SecondFactorsReset':
    case 'RegistrationCorrected':
      return true;
  }
};
