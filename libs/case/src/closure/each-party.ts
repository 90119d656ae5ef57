/** A case of several parties is closed for all of them at once, for each on a ground of its own: SAMR-P 77. */
import { checkEntry, type EntryNumber, type EntryProvision } from '@anjuan/procedure';
import { policy, samrP } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { ClosureTerms } from './closure.js';
import type { ClosureGround } from './words.js';

export type TermsOfOne = Omit<ClosureTerms, 'others'>;
export type ClosedForParty = Readonly<{ ofParty: EntryNumber; ground: ClosureGround }>;

export const closedFor = (others: NonNullable<ClosureTerms['others']>): readonly ClosedForParty[] =>
  others.map(({ ofParty, ground }) => ({ ofParty, ground }));

export const everyPartyClosed: EntryProvision<Pick<CaseFile, 'joinedParties'>, ClosureTerms> = {
  id: 'closure/for-every-party',
  cites: policy(
    '有共同当事人的，对各当事人分别写明结案情形，一并结案；A case of several parties is closed for all of them, for each on its ground',
  ),
  also: [samrP(77)],
  says: '本案有共同当事人的，应当逐一写明各当事人的结案情形',
  en: 'For each party that was joined and has not left it is said once on which ground the case is closed, and for nobody else',
  cure: checkEntry,
  fields: ['/others', '/others/*/ofParty'],
  holds: ({ others = [] }, { joinedParties = [] }) => {
    const still = joinedParties.filter(({ left }) => left === undefined).map(({ entry }) => entry);
    const named = others.map(({ ofParty }) => ofParty);
    return named.length === still.length && still.every((entry) => named.includes(entry));
  },
};

/** What is asked of a ground is asked of each party on the ground that is stated for it. */
export const ofItsParty = (
  demand: EntryProvision<CaseFile, ClosureTerms>,
): EntryProvision<CaseFile, ClosureTerms> => ({
  ...demand,
  fields: [...demand.fields, '/others'],
  holds: (terms, file, context) => {
    const own =
      file.ofParty === undefined ? terms : terms.others?.find((one) => one.ofParty === file.ofParty);
    // Where none is stated `closure/for-every-party` refuses.
    return own === undefined || demand.holds(own, file, context);
  },
});
