/** What the Administrative Penalty Law asks of the officers who act (APL 42, 55). */
import {
  credentialDemanded,
  credentialsDemanded,
  forSomebodyElse,
  recorderDemanded,
  twoDemanded,
} from '@anjuan/procedure';
import { apl } from '@anjuan/law';
import type { ByOfficers, EntryProvision } from '@anjuan/procedure';

/** Checked for every act done as an officer. */
export const officerCredentialValid = credentialDemanded({
  id: 'capacity/officer-credential-valid',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'An officer acts with an enforcement credential that is valid on the day; who enters what was done earlier held one then, and holds one today',
  noCure: forSomebodyElse,
});

export const twoOfficers = twoDemanded({
  id: 'officers/two-act-together',
  cites: apl(42, 1),
  says: '执法人员不得少于两人，法律另有规定的除外',
  en: 'At least two officers act together; one entered twice is one',
  cure: { zh: '由两名不同的执法人员共同实施', en: 'Let two different officers act' },
});

export const credentialsValid = credentialsDemanded({
  id: 'officers/credentials-valid-on-the-day',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'Every officer who acts holds a credential valid on the day of the act',
  cure: { zh: '由执法证在有效期内的执法人员重新实施', en: 'Let officers with valid credentials act' },
});

export const recordedByOneOfThem = recorderDemanded({
  id: 'officers/recorded-by-one-of-them',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'An act of officers is recorded by one of those who acted; what was done on the lead, also by a handler of the case who binds the paper they signed',
  noCure: forSomebodyElse,
});

/** The provisions of every act of two officers; `demands: [...byOfficers, …]`. */
export const byOfficers = [twoOfficers, credentialsValid, recordedByOneOfThem] as const;

/** The same for an act inside the program: its day is today, whatever the entry holds. */
export const credentialsValidToday: EntryProvision<unknown, ByOfficers> = {
  ...credentialsValid,
  fields: ['/officers'],
  holds: ({ officers }, file, context) => credentialsValid.holds({ officers }, file, context),
};
export const byOfficersToday = [twoOfficers, credentialsValidToday, recordedByOneOfThem] as const;
