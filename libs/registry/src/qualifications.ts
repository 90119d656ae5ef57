import type { LocalDate } from '@anjuan/law';
import { RegistryRefusal } from './registry-refusal.js';
import { covers, endless, type Span } from './spans.js';

/** Number of a legal professional qualification (法律职业资格). Without `from`: since before it was entered. */
export type Qualification = Readonly<{ number: string; from?: LocalDate; to?: LocalDate }>;
export type QualificationEnd = Readonly<{ legalQualification: string; to: LocalDate }>;

type Held = readonly Qualification[];

const spanOf = ({ from = '', to }: Qualification): Span => ({ from, ...(to !== undefined && { to }) });

/** A qualification entered after an end counts from that day on: acts in between were done without it. */
export const withQualification = (known: Held, number: string, enteredOn: LocalDate): Held => {
  const open = known.filter(({ to }) => to === undefined);
  const ended = known.filter(({ to }) => to !== undefined);
  if (ended.length > 0 && open.length === 0) return [...ended, { number, from: enteredOn }];
  return [...ended, { ...open.at(-1), number }];
};

export const withoutQualification = (known: Held, { legalQualification, to }: QualificationEnd): Held =>
  known.map((one) => (one.number === legalQualification && (one.to ?? endless) > to ? { ...one, to } : one));

export const qualificationOn = (known: Held, day: LocalDate): string | undefined =>
  known.findLast((one) => covers(spanOf(one), day))?.number;

/** @throws RegistryRefusal */
export const mayEndQualification = (known: Held, { legalQualification, to }: QualificationEnd): void => {
  const held = known.some(
    (one) => one.number === legalQualification && (one.from ?? '') <= to && to < (one.to ?? endless),
  );
  if (!held)
    throw new RegistryRefusal(
      'qualification-not-held',
      `该人员没有编号 ${legalQualification}、有效至 ${to} 以后的法律职业资格，请核对编号和日期。The person holds no qualification ${legalQualification} beyond ${to}: check the number and the day.`,
    );
};
