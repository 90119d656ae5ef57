/** Who may request a recusal, and who decides it: APL 43, SAMR-P 4. */
import {
  actsAs,
  checkEntry,
  credentialValid,
  filled,
  forSomebodyElse,
  holdsCapacity,
  personIn,
  stageOver,
} from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { EntryProvision, Provision } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { endOf } from '../initiation/provisions.js';
import { actedApart } from '../initiation/handlers.js';
import { isRecused } from './recused.js';
import type { DecideRecusal, Recusal, RequestRecusal } from './recusal.js';

type Recusals = Pick<CaseFile, 'recusals'>;

const requestIn = (
  { recusals }: Recusals,
  { request }: Pick<DecideRecusal, 'request'>,
): Recusal | undefined => recusals.find(({ entry }) => entry === request);

export const requestedByThoseInTheCase = actsAs({
  id: 'recusal/asked-by-those-in-the-case',
  cites: samrP(4),
  says: '参与案件办理的有关人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
  en: 'A recusal is entered by those who take part in cases',
  noCure: forSomebodyElse,
  capacities: [
    'officer',
    'unit-head',
    'legal-reviewer',
    'case-reviewer',
    'leader',
    'principal',
    'hearing-host',
  ],
});

export const caseUnderWay: Provision<Pick<CaseFile, 'lead' | 'summary' | 'closure'>> = {
  id: 'recusal/case-under-way',
  cites: policy('回避针对正在办理的案件；Somebody steps aside from a case that is under way'),
  says: '回避应当在案件办理过程中提出和决定',
  en: 'There is a lead or a case, and it is not closed yet',
  noCure: stageOver,
  holds: ({ lead, summary, closure }) =>
    ((lead !== undefined && endOf(lead) === undefined) || summary !== undefined) && closure === undefined,
};

export const applicationBound: EntryProvision<unknown, RequestRecusal> = {
  id: 'recusal/application-of-the-party-bound',
  cites: apl(43, 2),
  says: '当事人认为执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避',
  en: "The party's application is taken down by an officer, with its paper",
  cure: { zh: '由执法人员登记并附当事人的申请', en: "Let an officer enter it with the party's paper" },
  fields: ['/askedBy', '/paper'],
  holds: ({ askedBy, paper }, _, { actor }) =>
    askedBy !== 'party' || (paper !== undefined && actor.capacity === 'officer'),
};

export const onlyOneself: EntryProvision<unknown, RequestRecusal> = {
  id: 'recusal/only-oneself',
  cites: apl(43, 1),
  says: '执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
  en: 'Whoever is not asked by the party speaks for themselves alone',
  cure: { zh: '由本人提出，或者登记当事人的申请', en: "Let them ask themselves, or enter the party's paper" },
  fields: ['/askedBy', '/person'],
  holds: ({ askedBy, person }, _, { actor }) => askedBy !== 'self' || person === actor.person,
};

export const ofTheAgency: EntryProvision<unknown, RequestRecusal> = {
  id: 'recusal/of-somebody-of-the-agency',
  cites: samrP(4),
  says: '参与案件办理的有关人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避',
  en: 'The one who is to step aside holds a capacity in this agency',
  cure: checkEntry,
  fields: ['/person'],
  holds: ({ person }, _, { people }) => (personIn(people, person)?.capacities.length ?? 0) > 0,
};

export const groundStated: EntryProvision<unknown, RequestRecusal> = {
  id: 'recusal/ground-stated',
  cites: apl(43, 2),
  says: '认为执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，有权申请回避',
  en: 'The request says what stands between that person and the case',
  cure: { zh: '写明回避的事由', en: 'State the ground' },
  fields: ['/ground'],
  holds: ({ ground }) => filled(ground),
};

export const notAskedTwice: EntryProvision<Recusals, RequestRecusal> = {
  id: 'recusal/not-asked-twice',
  cites: policy('同一人同时只有一份回避申请；One request at a time for one person'),
  says: '对同一人的回避申请尚未决定的，不重复登记',
  en: 'No other request for the same person is waiting',
  cure: { zh: '先决定已有的申请', en: 'Have the earlier request decided first' },
  curedBy: ['recusal/decide'],
  fields: ['/person'],
  holds: ({ person }, { recusals }) =>
    !recusals.some((requested) => requested.person === person && requested.state === 'open'),
};

type Said = Pick<CaseFile, 'reviews' | 'discussions' | 'recusals'>;

/** APL 43 and SAMR-P 4 do not say what becomes of earlier opinions of the recused: our reading favours the party. */
export const opinionsGivenAgain: Provision<Said> = {
  id: 'recusal/opinions-given-again',
  cites: policy(
    '被决定回避的人此前的审核意见和表决不计，由他人重新作出；What somebody said before being taken off the case does not count',
  ),
  also: [apl(43, 1), samrP(4)],
  says: '被决定回避的人员此前在本案中发表的审核意见和参加的集体讨论不计，应当由其他人员重新审核、重新讨论',
  en: 'Neither the last review nor the last discussion is by somebody who was taken off the case',
  cure: {
    zh: '由其他审核人员重新审核，由其他负责人重新讨论',
    en: 'Have it reviewed by another reviewer, and discussed by other leaders',
  },
  curedBy: ['legal-review/send', 'case-review/send', 'collective-discussion/open'],
  holds: (file) =>
    !isRecused(file, file.reviews.at(-1)?.answeredBy ?? '') &&
    !(file.discussions.findLast(({ concluded }) => concluded !== undefined)?.attending ?? []).some((person) =>
      isRecused(file, person),
    ),
};

export const decidedByLeader = actsAs({
  id: 'recusal/decided-by-a-leader',
  cites: apl(43, 3),
  says: '当事人提出回避申请的，行政机关应当依法审查，由行政机关负责人决定',
  en: 'A leader of the agency decides on a recusal',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const requestOpen: EntryProvision<Recusals, DecideRecusal> = {
  id: 'recusal/request-open',
  cites: apl(43, 3),
  says: '当事人提出回避申请的，行政机关应当依法审查，由行政机关负责人决定',
  en: 'What is decided is a request that is in the file and undecided',
  cure: { zh: '先登记回避申请', en: 'Enter the request first' },
  curedBy: ['recusal/request'],
  fields: ['/request'],
  holds: (entry, file) => requestIn(file, entry)?.state === 'open',
};

export const nobodyDecidesOnThemselves: EntryProvision<Recusals, DecideRecusal> = {
  id: 'recusal/nobody-decides-on-themselves',
  cites: policy('任何人不得决定本人的回避；Nobody decides on their own recusal'),
  also: [samrP(4)],
  says: '被申请回避的人不得对本人的回避作出决定',
  en: 'Whoever is to step aside does not decide on it',
  cure: { zh: '由其他负责人决定', en: 'Let another leader decide' },
  fields: ['/request'],
  holds: (entry, file, { actor }) => requestIn(file, entry)?.person !== actor.person,
};

/** Otherwise who was objected to, or somebody at odds with the reviewer, takes them off the case by two entries of their own. */
export const decidedByAnother: EntryProvision<Pick<CaseFile, 'entries' | 'filing'>, DecideRecusal> = {
  id: 'recusal/decided-by-another',
  cites: policy(
    '申请的登记、案件的办理与回避的决定由不同的人作出；Whoever entered the application, or handles the case, does not decide on it',
  ),
  also: [samrP(4)],
  says: '登记回避申请的人、本案的办案人员不得对该申请作出决定；负责人集体讨论决定的除外',
  en: 'Neither who entered the application nor a handler of the case decides on it, unless the leaders did so together',
  cure: {
    zh: '由其他负责人决定，或者附负责人集体讨论记录',
    en: 'Let another leader decide, or bind the minutes of the leaders',
  },
  noCure: forSomebodyElse,
  fields: ['/minutes', '/request'],
  holds: ({ request, minutes }, { entries, filing }, { actor: { person } }) =>
    minutes !== undefined ||
    (filing?.handlers.includes(person) !== true &&
      !entries.some(({ entry, recordedBy }) => entry === request && recordedBy === person)),
};

export const principalByDiscussion: EntryProvision<Recusals, DecideRecusal> = {
  id: 'recusal/principal-by-the-leaders-together',
  cites: samrP(4),
  says: '市场监督管理部门主要负责人的回避，由市场监督管理部门负责人集体讨论决定',
  en: 'The leaders decide together on the principal, with signed minutes',
  cure: { zh: '附负责人集体讨论记录', en: 'Bind the signed minutes of the leaders' },
  fields: ['/minutes', '/request'],
  holds: (entry, file, context) => {
    const requested = requestIn(file, entry);
    return (
      requested === undefined ||
      entry.minutes !== undefined ||
      !holdsCapacity(context, requested.person, 'principal')
    );
  },
};

/** A principal who is also a leader is decided on as the principal. */
export const leaderByPrincipal: EntryProvision<Recusals, DecideRecusal> = {
  id: 'recusal/leader-by-the-principal',
  cites: samrP(4),
  says: '市场监督管理部门其他负责人的回避，由市场监督管理部门主要负责人决定',
  en: 'The principal decides on another leader',
  cure: { zh: '由主要负责人决定', en: 'Let the principal decide' },
  fields: ['/request'],
  holds: (entry, file, context) => {
    const requested = requestIn(file, entry);
    return (
      requested === undefined ||
      context.actor.capacity === 'principal' ||
      holdsCapacity(context, requested.person, 'principal') ||
      !holdsCapacity(context, requested.person, 'leader')
    );
  },
};

export const decisionReasoned: EntryProvision<unknown, DecideRecusal> = {
  id: 'recusal/decision-reasoned',
  cites: apl(43, 3),
  says: '行政机关应当依法审查，由行政机关负责人决定',
  en: 'The decision says why the recusal is granted or refused',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

type Handled = Pick<
  CaseFile,
  'recusals' | 'filing' | 'entries' | 'hearing' | 'namedToReview' | 'discussions'
>;

/** A case keeps two handlers: the decision that recuses one names a replacement. */
export const handlerReplaced: EntryProvision<Handled, DecideRecusal> = {
  id: 'recusal/handler-replaced',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'Where a handler is taken off the case another is named, and only there',
  cure: {
    zh: '办案人员回避的，指定接替的办案人员；其他情形不填接替人员',
    en: 'Where a handler is taken off, name who handles the case instead; nobody otherwise',
  },
  fields: ['/granted', '/replacement', '/request'],
  holds: (entry, file) => {
    const person = requestIn(file, entry)?.person;
    const leaves = entry.granted && person !== undefined && file.filing?.handlers.includes(person) === true;
    return leaves === (entry.replacement !== undefined);
  },
};

export const replacementFit: EntryProvision<Handled, DecideRecusal> = {
  id: 'recusal/replacement-fit',
  cites: apl(42, 1),
  also: [apl(43, 1), apl(64, undefined, 4), samrP(49, 3)],
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'The new handler is another officer with a valid credential, not in question, who has neither reviewed, heard, approved, discussed nor decided anything in the case',
  cure: { zh: '指定其他具有执法资格的人员', en: 'Name another officer with a valid credential' },
  fields: ['/replacement'],
  holds: ({ replacement }, file, context) =>
    replacement === undefined ||
    (holdsCapacity(context, replacement, 'officer') &&
      credentialValid(context, replacement, context.today) &&
      file.filing?.handlers.includes(replacement) !== true &&
      !actedApart(file, replacement) &&
      !file.recusals.some(({ person, state }) => person === replacement && state === 'open')),
};
