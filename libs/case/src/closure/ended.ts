/** What shows that an investigation or an execution came to its end: ACL 39, 40; SAMR-P 47, 77, 78. */
import { acl, samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { isConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import type { ClosureTerms } from './closure.js';

/** 'Other circumstances': the article leaves them open, the grounds under it are ours. */
export const otherGround = { cites: samrP(77, undefined, 5), says: '其他应予结案的情形' } as const;

type Ended = EntryProvision<CaseFile, ClosureTerms>;

export const notDecided: Ended = {
  id: 'closure/investigation-ended-undecided',
  cites: samrP(77, undefined, 3),
  says: '案件终止调查的',
  en: 'An investigation that was ended led to no decision, or to one that had not been served when it was ended',
  cure: { zh: '已经作出决定的，选择相应事由', en: 'Choose the ground that fits the decision' },
  fields: ['/ground'],
  holds: ({ ground }, { decision, summary, service, termination }) =>
    ground !== 'investigation-ended' ||
    (summary === undefined &&
      (decision === undefined || (termination !== undefined && service === undefined))),
};

/** Checked here and not for the archive: a closed file takes no more evidence, and could never be completed. */
export const endShown: Ended = {
  id: 'closure/end-of-the-investigation-shown',
  cites: samrP(47),
  also: [samrP(77, undefined, 3), samrP(78, 1)],
  says: '因涉嫌违法的自然人死亡或者法人、其他组织终止，并且无权利义务承受人等原因，致使案件调查无法继续进行的，经市场监督管理部门负责人批准，案件终止调查',
  en: 'The file holds evidence, confirmed by its officers: what shows why the investigation could not go on',
  cure: {
    zh: '补充死亡、终止、无承受人等证据',
    en: 'Add the evidence of the death, the end, of no successor',
  },
  curedBy: ['evidence/add'],
  fields: ['/ground'],
  holds: ({ ground }, file) =>
    ground !== 'investigation-ended' ||
    admissible(file.evidence).some(({ entry }) => isConfirmed(file, entry)),
};

export const executionTerminated: Ended = {
  id: 'closure/execution-terminated',
  ...otherGround,
  also: [acl(40), acl(39, 2)],
  en: 'A leader has approved the end of the execution of this decision',
  cure: { zh: '先申请并经批准终结执行', en: 'Have the end of the execution approved first' },
  curedBy: ['execution-suspension/request-termination', 'execution-suspension/approve-termination'],
  fields: ['/ground'],
  holds: ({ ground }, { executionTermination }) =>
    ground !== 'execution-terminated' || executionTermination !== undefined,
};

export const annulledForGood: Ended = {
  id: 'closure/decision-annulled-for-good',
  ...otherGround,
  en: 'The decision was annulled, and no new one was ordered',
  cure: {
    zh: '先撤销决定；重新作出决定的，选择相应事由',
    en: 'Annul the decision first; where a new one was made, choose the ground that fits',
  },
  curedBy: ['decision-change/change'],
  fields: ['/ground'],
  holds: ({ ground }, { decision, formerDecisions, summary }) =>
    ground !== 'decision-annulled' ||
    (decision === undefined &&
      (formerDecisions.at(-1)?.kind === 'annulled' || summary?.annulledBy !== undefined)),
};
