/** What the staff of an organisation that the agency entrusts (受委托组织) may do in its name: APL 20–21, SAMR-P 9, ACL 17. */
import {
  forSomebodyElse,
  personIn,
  type EntryProvision,
  type PersonId,
  type PersonOnDay,
  type Provision,
  type Stated,
} from '@anjuan/procedure';
import { acl, apl, samrP, withinMatters, type Applied, type EntrustablePower } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { appliedIn, type Applying } from './applied.js';

type Staff = NonNullable<PersonOnDay['entrusted']>;
/** What is asked of who acts is asked of everybody named with them; who is of the agency itself meets it. */
type OfStaff = Provision<CaseFile> & Readonly<{ metBy: (staff: Staff, file: Applying) => boolean }>;

const ofStaff = (stated: Stated, metBy: OfStaff['metBy']): OfStaff => ({
  ...stated,
  noCure: forSomebodyElse,
  metBy,
  holds: (file, { actor, people }) => {
    const staff = personIn(people, actor.person)?.entrusted;
    return staff === undefined || metBy(staff, file);
  },
});

export const entrustmentInForce = ofStaff(
  {
    id: 'entrustment/in-force',
    cites: apl(20, 2),
    also: [samrP(9, 3)],
    says: '委托书应当载明委托的具体事项、权限、期限等内容',
    en: 'Staff of an entrusted organisation act, and are named, on a day on which its entrustment is in force',
  },
  (staff) => staff.with !== undefined,
);

const withinTheEntrustment = {
  cites: apl(20, 4),
  also: [samrP(9, 2)],
  says: '受委托组织在委托范围内，以委托行政机关名义实施行政处罚',
} as const;

/** What is applied says what the case is of; before that nothing does. */
export const withinEntrustedMatters = ofStaff(
  {
    id: 'entrustment/within-its-matters',
    ...withinTheEntrustment,
    en: 'Every provision that the case applies is among the matters with which the organisation is entrusted',
  },
  (staff, file) => {
    const applied = appliedIn(file);
    return staff.with === undefined || applied.length === 0 || withinMatters(applied, staff.with.matters);
  },
);

/** The same of what an entry applies, whoever of those named does it. */
export const entryWithinEntrustedMatters = <Data>(
  at: EntryProvision<unknown, Data>['fields'],
  applied: (entry: Data) => readonly Applied[],
  people: (entry: Data) => readonly PersonId[],
): EntryProvision<unknown, Data> => {
  const { id, cites, also = [], says, en, noCure = forSomebodyElse } = withinEntrustedMatters;
  return {
    ...{ id, cites, also, says, en, noCure },
    fields: at,
    holds: (entry, _, context) =>
      [context.actor.person, ...people(entry)].every((person) => {
        const given = personIn(context.people, person)?.entrusted?.with;
        return given === undefined || withinMatters(applied(entry), given.matters);
      }),
  };
};

const powerHeld = (power: EntrustablePower): OfStaff =>
  ofStaff(
    {
      id: 'entrustment/within-its-powers',
      ...withinTheEntrustment,
      en: 'The organisation is entrusted with the power that the act takes',
    },
    (staff) => staff.with === undefined || staff.with.powers.includes(power),
  );

export const entrustedToInvestigate = powerHeld('investigate');
export const entrustedOnTheSpot = powerHeld('on-the-spot');
export const entrustedToServe = powerHeld('serve');
export const entrustedToExecute = powerHeld('execute');

export const measuresNotEntrusted = ofStaff(
  {
    id: 'entrustment/measures-not-entrusted',
    cites: acl(17, 1),
    also: [acl(17, 3)],
    says: '行政强制措施权不得委托',
    en: 'Measures of coercion are taken by officers of the agency itself; no power to take them is entrusted',
  },
  () => false,
);

/** Whatever it is entrusted with, it decides nothing: the agency does, and answers for it (APL 20(3)). */
export const entrustingAgencyDecides: Provision<unknown> = {
  id: 'entrustment/agency-decides',
  cites: apl(20, 4),
  also: [apl(20, 3), samrP(9, 2)],
  says: '受委托组织在委托范围内，以委托行政机关名义实施行政处罚；不得再委托其他组织或者个人实施行政处罚',
  en: 'Staff of an entrusted organisation act as officers alone: who reviews, hears, approves and decides is of the agency',
  noCure: forSomebodyElse,
  holds: (_, { actor, people }) =>
    actor.capacity === 'officer' || personIn(people, actor.person)?.entrusted === undefined,
};

const isOfStaff = (provision: Stated): provision is OfStaff => 'metBy' in provision;

/** Of somebody named in an act, by what the act asks of who does it. */
export const notEntrustedWith = (
  named: PersonOnDay | undefined,
  file: CaseFile,
  requires: readonly Stated[],
): readonly Stated[] => {
  const asked = requires.filter(isOfStaff);
  const staff = named?.entrusted;
  if (staff === undefined || asked.length === 0) return [];
  return [entrustmentInForce, ...asked].filter(({ metBy }) => !metBy(staff, file));
};
