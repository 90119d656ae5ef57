/** Who the party is, and whether its codes pass their check digits (domain of GB 32100-2015, GB 11643-1999). */
import { apl, citizenIdOk, folded, policy, usccOk } from '@anjuan/law';
import { type EntryProvision, filled } from '@anjuan/procedure';
import type { Override, Party, PartyPerson } from './initiation.js';

/** The number that tells a party from another of its name. */
export const codeOf = ({ kind, uscc, person }: Party): string =>
  folded((kind === 'natural-person' ? person?.idNumber : uscc) ?? '');

type OfParty = Readonly<{ party: Party }>;

export const partyIdentified: EntryProvision<unknown, OfParty> = {
  id: 'initiation/party-identified',
  cites: policy('立案时当事人应当明确；The party is identified when the case is filed'),
  also: [apl(59, 1, 1)],
  says: '应当载明当事人的姓名或者名称、地址',
  en: 'The party has a name: of the person, or of the business or organisation; a filing that says it is unknown describes it, and names nobody',
  cure: {
    zh: '填写当事人姓名或者名称；立案时身份不明的，注明不明并写明已知特征',
    en: 'Enter the name of the party; in a filing of a party that nobody knows yet, say so and describe it',
  },
  fields: ['/party/kind', '/party/name', '/party/person/name'],
  holds: ({ party }) => filled(party.kind === 'natural-person' ? party.person?.name : party.name),
};

type FiledParty = OfParty & Readonly<{ partyUnknown?: boolean; partyDescribed?: string }>;

/**
 * No condition of SAMR-P 19(1) is that the party be known: a filing may say that nobody knows it yet, and what is known
 * of it. It names nobody then: whoever is suspected is named as the party.
 */
export const partyIdentifiedOrDescribed: EntryProvision<unknown, FiledParty> = {
  ...partyIdentified,
  fields: [
    ...partyIdentified.fields,
    '/party/uscc',
    '/party/person/idNumber',
    '/partyUnknown',
    '/partyDescribed',
  ],
  holds: (entry, file, context) => {
    const { party, partyUnknown, partyDescribed } = entry;
    const saysWho = [party.name, party.uscc, party.person?.name, party.person?.idNumber].some((one) =>
      filled(one),
    );
    return partyUnknown === true
      ? filled(partyDescribed) && !saysWho
      : partyIdentified.holds(entry, file, context) && partyDescribed === undefined;
  },
};

type Code = Override['field'];
const isCitizenId = (idType: string | undefined): boolean =>
  idType === undefined || folded(idType).includes('身份证');

const inDoubt: Readonly<Record<Code, (party: Party) => boolean>> = {
  uscc: ({ uscc }) => uscc !== undefined && !usccOk(folded(uscc)),
  idNumber: ({ person }) =>
    person?.idNumber !== undefined && isCitizenId(person.idType) && !citizenIdOk(folded(person.idNumber)),
};

/** Codes of a party that fail their check digit: to be corrected, or kept with a reason (`override`). */
export const codesInDoubt = (party: Party): readonly Code[] =>
  (['uscc', 'idNumber'] as const).filter((code) => inDoubt[code](party));

const isKept = ({ override, overrides = [] }: Party, code: Code): boolean =>
  [...(override ? [override] : []), ...overrides].some(
    ({ field, reason }) => field === code && filled(reason),
  );

/** Those in doubt that no reason keeps. */
export const codesUnsettled = (party: Party): readonly Code[] =>
  codesInDoubt(party).filter((code) => !isKept(party, code));

const settled = ({ party }: OfParty, code: Code): boolean => !inDoubt[code](party) || isKept(party, code);

export const usccChecked: EntryProvision<unknown, OfParty> = {
  id: 'initiation/uscc-checked',
  cites: policy('校验码不符的统一社会信用代码须说明理由；A code that fails GB 32100-2015 carries a reason'),
  says: '统一社会信用代码应当通过校验；确需保留的，应当说明理由',
  en: 'The credit code passes its check digit, or a reason says why it is kept',
  cure: { zh: '更正代码，或者填写保留理由', en: 'Correct the code, or override it with a reason' },
  fields: ['/party/uscc', '/party/override', '/party/overrides'],
  holds: (entry) => settled(entry, 'uscc'),
};

export const citizenIdChecked: EntryProvision<unknown, OfParty> = {
  id: 'initiation/citizen-id-checked',
  cites: policy('校验码不符的公民身份号码须说明理由；A number that fails GB 11643-1999 carries a reason'),
  says: '公民身份号码应当通过校验；确需保留的，应当说明理由',
  en: 'The citizen identity number passes its check digit, or a reason says why it is kept',
  cure: { zh: '更正号码，或者填写保留理由', en: 'Correct the number, or override it with a reason' },
  fields: ['/party/person/idNumber', '/party/person/idType', '/party/override', '/party/overrides'],
  holds: (entry) => settled(entry, 'idNumber'),
};

const personOf = ({ name, idType, idNumber, address }: PartyPerson): PartyPerson => ({
  name,
  ...(idType !== undefined && { idType }),
  ...(idNumber !== undefined && { idNumber }),
  ...(address !== undefined && { address }),
});

const overrideOf = ({ field, reason }: Override): Override => ({ field, reason });

/**
 * The party field by field: an event holds what it declares and nothing a caller added. The name of a natural person is
 * `person.name`, which can be erased; `name` cannot.
 */
export const partyOf = ({ kind, name, uscc, person, address, override, overrides }: Party): Party => ({
  kind,
  ...(name !== undefined && kind !== 'natural-person' && { name }),
  ...(uscc !== undefined && { uscc }),
  ...(person !== undefined && { person: personOf(person) }),
  ...(address !== undefined && { address }),
  ...(override !== undefined && { override: overrideOf(override) }),
  ...(overrides !== undefined && { overrides: overrides.map(overrideOf) }),
});
