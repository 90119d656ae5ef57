/** What a decision not to punish asks: APL 33. */
import { apl, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { MakeDecision } from './decision.js';

export const educatedFirst: EntryProvision<Pick<CaseFile, 'education'>, MakeDecision> = {
  id: 'decision/party-educated',
  cites: apl(33, 3),
  also: [samrP(61)],
  says: '对当事人的违法行为依法不予行政处罚的，行政机关应当对当事人进行教育',
  en: 'A party that is not punished has been educated before the decision',
  cure: { zh: '先对当事人进行教育', en: 'Educate the party first' },
  curedBy: ['education/give'],
  fields: ['/outcome/kind'],
  holds: ({ outcome }, { education }) => outcome.kind !== 'no-penalty' || education !== undefined,
};
