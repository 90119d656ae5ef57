/** What the law asks of a measure taken before its approval: ACL 19. */
import { acl, policy, samrP } from '@anjuan/law';
import { filled, type EntryProvision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { seizureOf } from './provisions.js';
import type { MakeUpSeizure, SeizeUrgently } from './urgent.js';

type Seizures = Pick<CaseFile, 'seizures'>;
const urgent =
  '情况紧急，需要当场实施行政强制措施的，行政执法人员应当在二十四小时内向行政机关负责人报告，并补办批准手续';

export const urgencyStated: EntryProvision<unknown, SeizeUrgently> = {
  id: 'seizure/urgency-stated',
  cites: acl(19),
  also: [samrP(36)],
  says: urgent,
  en: 'A measure taken before its approval says why it could not wait',
  cure: { zh: '写明紧急情况', en: 'State the emergency' },
  fields: ['/urgency'],
  holds: ({ urgency }) => filled(urgency),
};

export const seizureWaitsForApproval: EntryProvision<Seizures, MakeUpSeizure> = {
  id: 'seizure/waits-for-approval',
  cites: acl(19),
  says: urgent,
  en: 'It was taken at once in an emergency, and no leader has spoken on it yet',
  curedBy: ['seizure/seize-urgently'],
  fields: ['/seizure'],
  holds: ({ seizure }, file) => {
    const found = seizureOf(file, seizure)?.urgent;
    return found !== undefined && found.madeUp === undefined;
  },
};

export const seizureMadeUpByAnother: EntryProvision<Seizures, MakeUpSeizure> = {
  id: 'seizure/made-up-by-another',
  cites: policy('经办与审批分离；Whoever handles or records does not approve'),
  says: '实施查封、扣押的人员不得补办批准',
  en: 'Whoever took the measure does not approve it',
  cure: { zh: '由另一名负责人批准', en: 'Let another leader approve' },
  fields: ['/seizure'],
  holds: ({ seizure }, file, { actor }) =>
    seizureOf(file, seizure)?.urgent?.officers.includes(actor.person) !== true,
};

export const disagreementReasoned: EntryProvision<unknown, MakeUpSeizure> = {
  id: 'seizure/disagreement-reasoned',
  cites: acl(19),
  says: '行政机关负责人认为不应当采取行政强制措施的，应当立即解除',
  en: 'A leader who disagrees says why; the measure is lifted at once',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/agreed', '/reason'],
  holds: ({ agreed, reason }) => agreed || filled(reason),
};
