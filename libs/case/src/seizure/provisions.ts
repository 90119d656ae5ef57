/** Who may ask for a seizure and on which terms, how it is extended and lifted: ACL 16–28, SAMR-P 36. */
import { actsAs, checkEntry, filled, forSomebodyElse, happenedAt, stageOver } from '@anjuan/procedure';
import { acl, dayOf, policy, samrP } from '@anjuan/law';
import type { EntryNumber, EntryProvision, Provision } from '@anjuan/procedure';
import { onRequestedTerms, requestedTerms } from '../approval/requested-terms.js';
import type { CaseFile } from '../steps.js';
import { heldFreely } from '../goods/confiscated.js';
import { goodsOf } from '../goods/ledger.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import type { ExtensionTerms, LiftSeizure, Seizure, SeizureTerms } from './seizure.js';
import { longestTerm, termEnds, testsOf } from './term.js';

const wholeDays = (days: number): boolean => Number.isSafeInteger(days) && days > 0 && days <= longestTerm;
export const seizureBeforeDecision: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'seizure/before-the-decision',
  cites: acl(27),
  says: '行政机关采取查封、扣押措施后，应当及时查清事实，在本法第二十五条规定的期限内作出处理决定',
  en: 'Things are sealed or seized before the decision on the case, not after it',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

export const whileSeizable = [leadOrCaseOpen, seizureBeforeDecision] as const;
export const byHandlerWhileSeizable = [leadOrCaseOpen, byHandler, seizureBeforeDecision] as const;

export const seizureApprovedByLeader = actsAs({
  id: 'seizure/approved-by-a-leader',
  cites: acl(18, 1, 1),
  says: '实施前须向行政机关负责人报告并经批准',
  en: 'A leader of the agency approves the seizure',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const extensionApprovedByLeader = actsAs({
  id: 'seizure/extension-approved-by-a-leader',
  cites: acl(25, 1),
  says: '情况复杂的，经行政机关负责人批准，可以延长',
  en: 'A leader of the agency approves the extension',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const thingsNamed: EntryProvision<unknown, SeizureTerms> = {
  id: 'seizure/things-named',
  cites: acl(23, 1),
  says: '查封、扣押限于涉案的场所、设施或者财物，不得查封、扣押与违法行为无关的场所、设施或者财物',
  en: 'What is sealed or seized is named, with the reason why it belongs to the case',
  cure: { zh: '写明涉案物品和理由', en: 'Name the things and the reason' },
  fields: ['/items', '/reason'],
  holds: ({ items, reason }) => filled(items) && filled(reason),
};

export const basisInLaw: EntryProvision<unknown, SeizureTerms> = {
  id: 'seizure/basis-in-law',
  cites: acl(16, 1),
  says: '行政机关履行行政管理职责，依照法律、法规的规定，实施行政强制措施',
  en: 'A law or regulation gives the power to seal or seize, and its article is named',
  cure: { zh: '填写法律、法规依据及条款', en: 'Name the law and its article' },
  fields: ['/basis/article', '/basis/law'],
  holds: ({ basis }) => filled(basis.law) && filled(basis.article),
};

export const thirtyDaysAtMost: EntryProvision<unknown, SeizureTerms> = {
  id: 'seizure/thirty-days-at-most',
  cites: acl(25, 1),
  says: '查封、扣押的期限不得超过三十日',
  en: 'A seizure lasts thirty days at most, in whole calendar days',
  cure: { zh: '期限改为三十日以内', en: 'Ask for thirty days or fewer' },
  fields: ['/days'],
  holds: ({ days }) => wholeDays(days),
};

export const thirtyMoreAtMost: EntryProvision<unknown, ExtensionTerms> = {
  id: 'seizure/thirty-more-at-most',
  cites: acl(25, 1),
  says: '延长期限不得超过三十日',
  en: 'The extension is thirty days at most, in whole calendar days',
  cure: { zh: '延长期限改为三十日以内', en: 'Ask for thirty days or fewer' },
  fields: ['/days'],
  holds: ({ days }) => wholeDays(days),
};

export const complexityExplained: EntryProvision<unknown, ExtensionTerms> = {
  id: 'seizure/complexity-explained',
  cites: acl(25, 2),
  says: '延长查封、扣押的决定应当及时书面告知当事人，并说明理由',
  en: 'The extension gives its reason, which is told to the party',
  cure: { zh: '写明情况复杂的理由', en: 'Say what makes the case complex' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

type OfSeizure = Readonly<{ seizure: EntryNumber }>;
type Seizures = Pick<CaseFile, 'seizures'>;
export const seizureOf = ({ seizures }: Seizures, number: EntryNumber): Seizure | undefined =>
  seizures.find(({ entry }) => entry === number);

export const stillSeized: EntryProvision<
  Seizures & Pick<CaseFile, 'goods' | 'decision' | 'summary'>,
  OfSeizure
> = {
  id: 'seizure/still-seized',
  cites: policy('延长、解除针对尚未解除的查封、扣押；Only what is still seized can be extended or lifted'),
  also: [acl(28)],
  says: '查封、扣押应当已经实施且尚未解除',
  en: 'The things were seized, and something of them is here that was neither given back nor confiscated',
  curedBy: ['seizure/seize', 'seizure/seize-urgently'],
  fields: ['/seizure'],
  holds: ({ seizure }, file) => {
    // Lifted before, of what was free then: a decision that is changed or annulled frees the rest.
    return (
      seizureOf(file, seizure) !== undefined &&
      goodsOf(file, seizure).some((goods) => heldFreely(file, goods) > 0)
    );
  },
};

export const extendedOnce: EntryProvision<Seizures, OfSeizure> = {
  id: 'seizure/extended-once',
  cites: acl(25, 1),
  says: '查封、扣押的期限不得超过三十日；情况复杂的，经行政机关负责人批准，可以延长，但是延长期限不得超过三十日',
  en: 'A seizure is extended once',
  curedBy: ['seizure/request-lifting'],
  instead: true,
  fields: ['/seizure'],
  holds: ({ seizure }, file) => seizureOf(file, seizure)?.extended !== true,
};

type Timed = Pick<CaseFile, 'seizures' | 'evidence'>;

/** ACL 28: a term that is over cannot be lengthened any more. */
export const termNotOver: EntryProvision<Timed, OfSeizure> = {
  id: 'seizure/term-not-over',
  cites: acl(25, 1),
  also: [acl(28, 1, 4)],
  says: '查封、扣押的期限不得超过三十日；情况复杂的，经行政机关负责人批准，可以延长，但是延长期限不得超过三十日',
  en: 'The extension is asked for and approved before the term is over',
  cure: { zh: '期限已满的，解除查封、扣押', en: 'Lift a seizure whose term is over' },
  curedBy: ['seizure/request-lifting', 'seizure/lift'],
  fields: ['/seizure'],
  holds: ({ seizure }, { seizures, evidence }, { today, calendar }) => {
    const found = seizureOf({ seizures }, seizure);
    return found === undefined || today <= termEnds(found, testsOf(found, evidence.tests), calendar);
  },
};

export const requestedExtension = requestedTerms('seizure-extension');

/** The same provision, checked on the requested extension on the day of approval. */
export const whenApproved = onRequestedTerms('seizure-extension');

export const liftedForReason: EntryProvision<unknown, Pick<LiftSeizure, 'reason'>> = {
  id: 'seizure/lifted-for-a-reason',
  cites: acl(28, 1),
  also: [samrP(36)],
  says: '有下列情形之一的，行政机关应当及时作出解除查封、扣押决定',
  en: 'The lifting says for which reason',
  cure: { zh: '填写解除理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const liftedAfterTaken: EntryProvision<Seizures, LiftSeizure> = {
  id: 'seizure/lifted-after-it-was-taken',
  cites: policy('后行为不早于所依据的行为；Nothing happens before what it rests on'),
  says: '解除不得早于实施',
  en: 'Nothing is given back before it was taken',
  cure: checkEntry,
  fields: ['/occurredAt', '/seizure'],
  holds: (entry, file, context) => {
    const taken = seizureOf(file, entry.seizure)?.takenOn;
    return taken === undefined || taken <= dayOf(happenedAt(entry, context));
  },
};
