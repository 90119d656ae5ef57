import type { Entrusted, Instant, LocalDate } from '@anjuan/law';

/** Pseudonymous id of a person of the agency. A person is not an account: duties are kept apart by person. */
export type PersonId = string;

/** The capacities (身份) in which somebody acts; granted by the registry, with dates. */
export const capacities = [
  'officer', // 执法人员
  'unit-head', // 办案机构负责人
  'legal-reviewer', // 法制审核人员
  'case-reviewer', // 案件审核人员
  'leader', // 行政机关负责人（分管）
  'principal', // 主要负责人
  'hearing-host', // 听证主持人
  'auditor', // 执法监督人员
  'administrator', // 系统管理员
] as const;
export type Capacity = (typeof capacities)[number];

/**
 * How somebody of an agency is related to one of its records (与案件的关系); who is related in several ways is so by the
 * first of these.
 */
export const relations = [
  'recused', // 已被决定回避
  'handler', // 承办
  'reviewer', // 正在审核或者审核过
  'host', // 主持其听证
  'took-part', // 以其他方式参与
  'line', // 领导和办案机构负责人
  'auditor', // 执法监督
  'none', // 无
] as const;
export type Relation = (typeof relations)[number];

/** Who reads a record, in the capacities that they hold today. */
export type Reader = Readonly<{ person: PersonId; capacities: readonly Capacity[] }>;

const lineCapacities: readonly Capacity[] = ['unit-head', 'leader', 'principal'];

/** The relation that capacities alone give. */
export const relationByCapacity = ({ capacities }: Reader): Relation => {
  if (capacities.includes('auditor')) return 'auditor';
  return capacities.some((held) => lineCapacities.includes(held)) ? 'line' : 'none';
};

/** Enforcement credential (执法证) as it stood on the day of the act; copied into the event. */
export type Credential = Readonly<{ number: string; validFrom: LocalDate; validTo: LocalDate }>;

/** What the registry says of a person on the day of the act. Unknown people are absent from the context. */
export type PersonOnDay = Readonly<{
  person: PersonId;
  capacities: readonly Capacity[];
  credential?: Credential;
  /** Number of the national legal professional qualification (国家统一法律职业资格). */
  legalQualification?: string;
  reviewerSince?: LocalDate;
  /** The unit (内设机构) they belong to, or did last; absent: none is entered. */
  unit?: string;
  /** The units they head, with those below; absent on a day without units, but for a head who was granted with one. */
  heads?: readonly string[];
  /** Of the staff of an organisation that the agency entrusts: which one, and with what it is on that day. */
  entrusted?: Readonly<{ organisation: string; with?: Entrusted }>;
}>;

/**
 * Through which account somebody acted, and as far as its issuer says by which methods (RFC 8176: `pwd`, `otp`) and when
 * they had signed in, by the real clock.
 */
export type SignIn = Readonly<{
  issuer: string;
  account: string;
  methods?: readonly string[];
  at?: Instant;
}>;

/** Somebody who took part in an act, in one capacity. `signIn`: of who recorded it; older entries have none. */
export type Actor = Readonly<{
  person: PersonId;
  capacity: Capacity;
  credential?: Credential;
  signIn?: SignIn;
}>;

/** Who is known by that id; an id that somebody typed may be any word, `constructor` too. */
export const personIn = (
  people: Readonly<Record<PersonId, PersonOnDay>>,
  person: PersonId,
): PersonOnDay | undefined => (Object.hasOwn(people, person) ? people[person] : undefined);
