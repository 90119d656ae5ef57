/** Organisations that an agency entrusts with penalties (委托实施行政处罚), in its name and for a term: APL 20–21; SAMR-P 9. */
import type { PersonOnDay } from '@anjuan/case';
import {
  addYears,
  folded,
  mattersMeet,
  type EntrustablePower,
  type LocalDate,
  type Matter,
} from '@anjuan/law';
import type { Person, PersonChange, Standing } from './person.js';
import { mattersListed } from './matters-listed.js';
import { RegistryRefusal } from './registry-refusal.js';
import { bothOf, covers, hasDays, firstEnd, meet } from './spans.js';

/** By its unified social credit code: a renewal is another entrustment of the same organisation. */
export type Organisation = Readonly<{ uscc: string; title: string }>;
/** APL 21, (一)–(三): what the agency has examined. */
export type Qualified = Readonly<{ publicAffairs: boolean; staff: boolean; equipment?: boolean }>;
export type Entrustment = Readonly<{
  entrustment: string;
  organisation: Organisation;
  /** The law, regulation or rule under which it is entrusted. */
  basis: string;
  qualified: Qualified;
  /** 委托书: its number, when it was made public, and where. */
  document: string;
  publishedOn: LocalDate;
  publishedAt: string;
  matters: readonly Matter[];
  powers: readonly EntrustablePower[];
  from: LocalDate;
  to: LocalDate;
}>;

export type EntrustmentChange =
  | Readonly<{ type: 'OrganisationEntrusted'; data: Entrustment }>
  | Readonly<{
      type: 'EntrustmentEnded';
      data: Readonly<{ entrustment: string; to: LocalDate; reason: string }>;
    }>;

export const isEntrustmentChange = (change: Readonly<{ type: string }>): change is EntrustmentChange =>
  change.type === 'OrganisationEntrusted' || change.type === 'EntrustmentEnded';

export const withEntrustmentChange = (
  known: readonly Entrustment[],
  { type, data }: EntrustmentChange,
): readonly Entrustment[] =>
  type === 'OrganisationEntrusted'
    ? [...known, data]
    : known.map((one) => (one.entrustment === data.entrustment ? { ...one, to: data.to } : one));

/** An end from today on takes one: what goes wrong in the agency's name stops with the end of that day (APL 20(3)). */
export const entrustmentTakesTwo = ({ type, data }: EntrustmentChange, today: LocalDate): boolean =>
  type === 'OrganisationEntrusted' || data.to < today;

type Entrusting = Readonly<{ uscc: string; entrustments: readonly Entrustment[] }>;
const sameCode = (one: string, other: string): boolean => folded(one) === folded(other);
const ofOrganisation = (known: readonly Entrustment[], uscc: string): readonly Entrustment[] =>
  known.filter((one) => hasDays(one) && sameCode(one.organisation.uscc, uscc));

/** @throws RegistryRefusal */
export const checkEntrustments = (
  { uscc, entrustments }: Entrusting,
  change: EntrustmentChange,
  today: LocalDate,
): void => {
  if (change.type === 'EntrustmentEnded') {
    mayBeEnded(entrustments, change.data, today);
    return;
  }
  const { data } = change;
  if (sameCode(data.organisation.uscc, uscc)) throw passedOn(data.organisation);
  const { publicAffairs, staff, equipment = true } = data.qualified;
  if (!publicAffairs || !staff || !equipment) throw notQualified();
  mattersListed(data.matters);
  if (data.publishedOn > today || data.from < data.publishedOn) throw entrustedBeforePublished(data);
  if (data.to > addYears(data.from, mostYears)) throw termTooLong();
  const before = ofOrganisation(entrustments, data.organisation.uscc).find((one) => meet(one, data));
  if (before) throw entrustedAlready(before);
};

/** No law limits the term: five years is our limit. */
const mostYears = 5;

const mayBeEnded = (
  known: readonly Entrustment[],
  { entrustment, to }: Readonly<{ entrustment: string; to: LocalDate }>,
  today: LocalDate,
): void => {
  const ended = known.find((one) => one.entrustment === entrustment);
  if (!ended || to < firstEnd(ended.from, today) || ended.to <= to) throw noSuchEntrustment(to);
};

/**
 * Who is entrusted does not entrust others with the same matter on the same days, whichever comes first; nor do two
 * agencies entrust each other (APL 20(4)).
 * @throws RegistryRefusal
 */
export const notPassedOn = (
  { uscc }: Pick<Entrusting, 'uscc'>,
  change: Readonly<{ type: string }>,
  others: readonly Entrusting[],
): void => {
  if (!isEntrustmentChange(change) || change.type !== 'OrganisationEntrusted') return;
  const { data } = change;
  const overlaps = (one: Entrustment): boolean => meet(one, data) && mattersMeet(one.matters, data.matters);
  const entrustedHere = others.filter((one) => !sameCode(one.uscc, uscc));
  const above = entrustedHere.flatMap((one) => ofOrganisation(one.entrustments, uscc));
  const below = entrustedHere
    .filter((one) => sameCode(one.uscc, data.organisation.uscc))
    .flatMap((one) => one.entrustments.filter(hasDays));
  if ([...above, ...below].some(overlaps)) throw passedOn(data.organisation);
};

/** Somebody is granted as staff of an organisation that is entrusted on that day. @throws RegistryRefusal */
export const entrustmentFits = (known: readonly Entrustment[], { type, data }: PersonChange): void => {
  if (type !== 'CapacityGranted' || data.organisation === undefined) return;
  const { organisation, from } = data;
  if (!ofOrganisation(known, organisation).some((one) => covers(one, from))) throw notEntrusted(from);
};

type Grants = Person['capacities'];

/** What staff of an organisation may do they may on the days of its entrustment, whatever their grant says. */
export const withinEntrustments = (grants: Grants, known: readonly Entrustment[]): Grants =>
  grants.flatMap((grant) => {
    if (grant.organisation === undefined) return [grant];
    const { from: _from, to: _to, ...held } = grant;
    return ofOrganisation(known, grant.organisation)
      .flatMap((one) => bothOf(grant, one))
      .map((span) => ({ ...held, ...span }));
  });

/** `capacities`: within entrustments. Who has a grant of the agency itself on that day is of the agency. */
export const asEntrusted = (
  person: PersonOnDay,
  { capacities }: Pick<Standing, 'capacities'>,
  known: readonly Entrustment[],
  day: LocalDate,
): PersonOnDay => {
  const began = capacities.filter((held) => hasDays(held) && held.from <= day);
  const [last] = began
    .filter((held) => (held.organisation === undefined ? covers(held, day) : true))
    .sort((one, other) => (one.from < other.from ? 1 : -1));
  const organisation = last?.organisation;
  if (last === undefined || organisation === undefined) return person;
  const now = covers(last, day)
    ? ofOrganisation(known, organisation).find((one) => covers(one, day))
    : undefined;
  return {
    ...person,
    entrusted: {
      organisation,
      ...(now && { with: { matters: now.matters, powers: now.powers } }),
    },
  };
};

const passedOn = ({ title }: Organisation): RegistryRefusal =>
  new RegistryRefusal(
    'entrusted-again',
    `受委托组织不得再委托其他组织或者个人实施行政处罚（《行政处罚法》第二十条第四款）：该事项已由其他机关委托本机关，或者“${title}”已将其委托他人，或者受托人就是本机关。请由有权的机关直接委托，或者删去该事项。What one is entrusted with is not entrusted again (APL 20(4)): another agency entrusts this one with the matter, or ${title} entrusts others with it, or is this agency itself. Let the agency whose power it is entrust it, or leave the matter out.`,
  );

const notQualified = (): RegistryRefusal =>
  new RegistryRefusal(
    'organisation-not-qualified',
    '受委托组织须依法成立并具有管理公共事务职能，有取得行政执法资格的工作人员，需要检查、鉴定的有相应条件（《行政处罚法》第二十一条）；不符合的不得委托。An organisation that is entrusted manages public affairs, has staff qualified to enforce, and the equipment where the matter asks for it (APL 21): none other may be entrusted.',
  );

const entrustedBeforePublished = ({ publishedOn }: Entrustment): RegistryRefusal =>
  new RegistryRefusal(
    'not-published',
    `委托书应当向社会公布（《行政处罚法》第二十条第二款）：公布之日（${publishedOn}）不得晚于今日，委托自公布之日起方可开始。The entrustment is made public first (APL 20(2)), on ${publishedOn}: not later than today, and it does not begin before that day.`,
  );

const termTooLong = (): RegistryRefusal =>
  new RegistryRefusal(
    'term-too-long',
    `委托书应当载明期限（《行政处罚法》第二十条第二款），最长 ${String(mostYears)} 年；届满可以续订。An entrustment has a term (APL 20(2)), of ${String(mostYears)} years at most: renew it when it is over.`,
  );

const entrustedAlready = ({ from, to }: Entrustment): RegistryRefusal =>
  new RegistryRefusal(
    'dates-overlap',
    `该组织自 ${from} 至 ${to} 已受委托；请先终止原委托，或者改为其后的日期，事项、权限合并载明。The organisation is entrusted already, from ${from} to ${to}: end that first, or begin after it, with all matters and powers in one.`,
  );

const noSuchEntrustment = (day: LocalDate): RegistryRefusal =>
  new RegistryRefusal(
    'not-entrusted',
    `没有在 ${day} 以后仍有效的该项委托，请核对编号和日期（GET /v1/agencies/{agency}/entrustments）。There is no such entrustment that goes on after ${day}: check its id and the day (GET /v1/agencies/{agency}/entrustments).`,
  );

const notEntrusted = (day: LocalDate): RegistryRefusal =>
  new RegistryRefusal(
    'not-entrusted',
    `本机关在 ${day} 没有委托该组织（《行政处罚法》第二十条第二款），请先登记委托并经批准（POST /v1/agencies/{agency}/entrustments）。The agency entrusts no such organisation on ${day} (APL 20(2)): enter the entrustment and have it approved first (POST /v1/agencies/{agency}/entrustments).`,
  );
