/** Penalty power that a province charges a township or street office with (交由乡镇人民政府、街道办事处行使): APL 24. */
import type { Delegated, LocalDate, Matter } from '@anjuan/law';
import { mattersListed } from './matters-listed.js';
import { RegistryRefusal } from './registry-refusal.js';
import { covers, endless, hasDays, firstEnd } from './spans.js';

/** `level` of an agency that has penalty power by such a decision alone. */
export const chargedLevel = 'township';

export type Evaluation = Readonly<{ on: LocalDate; by: string; result: string }>;
export type Delegation = Readonly<{
  delegation: string;
  /** Of the province: who decided, how it is called, its number. */
  decision: Readonly<{ by: string; title: string; number?: string }>;
  /** The department of the county that had the power, and has it again afterwards. */
  department: string;
  decidedOn: LocalDate;
  publishedOn: LocalDate;
  publishedAt: string;
  matters: readonly Matter[];
  /** Whether measures of coercion in these matters go with it. */
  measures: boolean;
  from: LocalDate;
  to?: LocalDate;
}>;
/** With what became of it. */
export type KnownDelegation = Delegation & Readonly<{ evaluations: readonly Evaluation[] }>;

export type DelegationChange =
  | Readonly<{ type: 'PowersDelegated'; data: Delegation }>
  | Readonly<{
      type: 'DelegationEnded';
      data: Readonly<{ delegation: string; to: LocalDate; reason: string }>;
    }>
  | Readonly<{ type: 'DelegationEvaluated'; data: Readonly<{ delegation: string }> & Evaluation }>;

export const isDelegationChange = (change: Readonly<{ type: string }>): change is DelegationChange =>
  change.type === 'PowersDelegated' ||
  change.type === 'DelegationEnded' ||
  change.type === 'DelegationEvaluated';

const changed = (
  known: readonly KnownDelegation[],
  delegation: string,
  change: (one: KnownDelegation) => KnownDelegation,
): readonly KnownDelegation[] => known.map((one) => (one.delegation === delegation ? change(one) : one));

export const withDelegationChange = (
  known: readonly KnownDelegation[],
  { type, data }: DelegationChange,
): readonly KnownDelegation[] => {
  if (type === 'PowersDelegated') return [...known, { ...data, evaluations: [] }];
  const { delegation } = data;
  if (type === 'DelegationEnded') return changed(known, delegation, (one) => ({ ...one, to: data.to }));
  const { on, by, result } = data;
  return changed(known, delegation, (one) => ({
    ...one,
    evaluations: [...one.evaluations, { on, by, result }],
  }));
};

type Charged = Readonly<{ level: string; delegations: readonly KnownDelegation[] }>;

/** @throws RegistryRefusal */
export const checkDelegations = (
  { level, delegations }: Charged,
  change: DelegationChange,
  today: LocalDate,
): void => {
  if (change.type === 'PowersDelegated') {
    if (level !== chargedLevel) throw powerItsOwn();
    mayBeEntered(change.data, today);
    return;
  }
  const known = delegations.find(({ delegation }) => delegation === change.data.delegation);
  const day = change.type === 'DelegationEnded' ? change.data.to : change.data.on;
  const fits = change.type === 'DelegationEnded' ? mayBeEnded : mayBeEvaluated;
  if (known === undefined || !fits(known, day, today)) throw noSuchDelegation(day);
};

const mayBeEntered = (entered: Delegation, today: LocalDate): void => {
  mattersListed(entered.matters);
  const { decidedOn, publishedOn, from } = entered;
  if (publishedOn > today || publishedOn < decidedOn || from < publishedOn)
    throw delegatedBeforePublished(entered);
};
const mayBeEnded = ({ from, to = endless }: Delegation, day: LocalDate, today: LocalDate): boolean =>
  firstEnd(from, today) <= day && day < to;
const mayBeEvaluated = ({ from }: Delegation, day: LocalDate, today: LocalDate): boolean =>
  from <= day && day <= today;

/** With what the agency is charged on that day; other agencies have their power by law: no list is looked at. */
export const delegatedOn = (agency: Charged | undefined, day: LocalDate): readonly Delegated[] | 'its-own' =>
  agency?.level === chargedLevel
    ? agency.delegations
        .filter((one) => hasDays(one) && covers(one, day))
        .map(({ matters, measures }) => ({ matters, measures }))
    : 'its-own';

const powerItsOwn = (): RegistryRefusal =>
  new RegistryRefusal(
    'power-its-own',
    '省级决定可以将行政处罚权交由乡镇人民政府、街道办事处行使（《行政处罚法》第二十四条第一款）：仅为层级 township 的机关登记。A province charges townships and street offices with penalty power (APL 24(1)): it is entered of an agency of the level township alone.',
  );

const delegatedBeforePublished = ({ decidedOn, publishedOn }: Delegation): RegistryRefusal =>
  new RegistryRefusal(
    'not-published',
    `决定应当公布（《行政处罚法》第二十四条第一款）：公布之日（${publishedOn}）不早于决定之日（${decidedOn}）、不晚于今日，行使自公布之日起方可开始。The decision is made public (APL 24(1)), on ${publishedOn}: not before it was made (${decidedOn}), not later than today, and the power is exercised from that day on at the earliest.`,
  );

const noSuchDelegation = (day: LocalDate): RegistryRefusal =>
  new RegistryRefusal(
    'not-delegated',
    `没有与 ${day} 相符的该项决定，请核对编号和日期（GET /v1/agencies/{agency}/delegations）。There is no such decision that fits ${day}: check its id and the day (GET /v1/agencies/{agency}/delegations).`,
  );

/** Nothing lets a township entrust others with power that a province delegated to it. @throws RegistryRefusal */
export const townshipEntrustsNobody = ({ level }: Readonly<{ level: string }>): void => {
  if (level === chargedLevel)
    throw new RegistryRefusal(
      'entrusted-again',
      '乡镇人民政府、街道办事处承接的行政处罚权应当自行按照规定范围实施（《行政处罚法》第二十四条第二款），不得委托其他组织；由原县级人民政府部门依法委托。A township or street office exercises itself the power it is charged with, within its list (APL 24(2)): it entrusts nobody. Let the department of the county do that.',
    );
};
