/** When an investigation can be concluded, and what its report must say: SAMR-P 32, 48; APL 40, 55. */
import { type EntryProvision, type Provision, filled, stageOver } from '@anjuan/procedure';
import { apl, samrP } from '@anjuan/law';
import { isMoney } from '../penalty/heavier.js';
import type { CaseFile } from '../steps.js';
import { leaderDecides } from '../leader-decides.js';
import { cannotBeCompleted } from '../entry/anew.js';
import { completed } from '../entry/completed.js';
import { allConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import { isTold } from '../evidence/told.js';
import { datesInOrder } from '../initiation/filing-terms.js';
import { datesOf, found, punished } from './breaches.js';
import { asLastFound, foundInTime } from './established.js';
import type { Findings } from './investigation.js';

export const undecided: Provision<Pick<CaseFile, 'decision'>> = {
  id: 'investigation/before-the-decision',
  ...leaderDecides,
  en: 'The investigation is concluded before the leader decides',
  noCure: stageOver,
  holds: ({ decision }) => decision === undefined,
};

type Reopening = Pick<
  CaseFile,
  'investigation' | 'reviews' | 'evidence' | 'proposal' | 'statements' | 'hearing' | 'entries'
>;

const newerThan = (entry: number) => (numbered: Readonly<{ entry: number }>) => numbered.entry > entry;

/** An opinion other than agreement, a returned proposal, or something new in the file opens it again. */
const opensAgain = (file: Reopening, concluded: number): boolean =>
  file.reviews.some(({ opinion, answer = -1 }) => answer > concluded && opinion !== 'agree') ||
  (file.proposal?.state === 'returned' && file.proposal.entry > concluded) ||
  file.evidence.pieces.some(
    (piece) =>
      newerThan(concluded)(piece) || (piece.excluded !== undefined && newerThan(concluded)(piece.excluded)),
  ) ||
  [...file.statements.made, ...(file.hearing.sessions ?? []), file.hearing.held].some(
    (word) => word !== undefined && newerThan(concluded)(word),
  ) ||
  file.entries.some(({ type, entry }) => entry > concluded && changesTheFile.has(type));

const changesTheFile: ReadonlySet<string> = new Set(['EntryCorrected', 'EntryWithdrawn']);

/** The same sentence; but a report that its officer can no longer sign does not keep the next one waiting. */
export const allButReportConfirmed: Provision<Pick<CaseFile, 'entries' | 'investigation'>> = {
  ...allConfirmed,
  holds: ({ entries, investigation }, context) =>
    entries.every((note) =>
      completed(
        entries,
        note,
        ({ entry }) => entry === investigation?.entry && cannotBeCompleted({ entries }, entry, context),
      ),
    ),
};

export const openOrSentBack: Provision<Reopening> = {
  id: 'investigation/open-or-sent-back',
  cites: samrP(54),
  says: '对事实不清、证据不足的案件，建议补充调查',
  en: 'The investigation is still open, or a review, a leader or something new in the file opened it again',
  cure: {
    zh: '审核提出意见、审批退回或者补充证据后，可再次终结',
    en: 'It is concluded again once the file has changed',
  },
  curedBy: ['evidence/add'],
  holds: (file, context) =>
    file.investigation === undefined ||
    opensAgain(file, file.investigation.entry) ||
    cannotBeCompleted(file, file.investigation.entry, context),
};

export const testResultsNotified: Provision<
  Pick<CaseFile, 'evidence' | 'joinedParties' | 'ofParty' | 'entries'>
> = {
  id: 'investigation/test-results-told',
  cites: samrP(32),
  says: '检测、检验、检疫、鉴定结果应当告知当事人',
  en: 'Every test has its result, and the party has been told of it, at its joining or since where it was joined',
  cure: { zh: '登记检测结果并告知当事人', en: 'Record the result and tell the party' },
  curedBy: ['evidence/record-test-result', 'evidence/tell-test-result'],
  holds: (file) => file.evidence.tests.every((test) => isTold(file, test)),
};

export const credentialHasBeenShown: Provision<Pick<CaseFile, 'evidence'>> = {
  id: 'investigation/credential-shown',
  cites: apl(55, 1),
  says: '执法人员在调查或者进行检查时，应当主动向当事人或者有关人员出示执法证件',
  en: 'The officers have shown their credentials in this case, unless it rests on papers and empty rooms alone',
  cure: {
    zh: '在现场笔录或者询问笔录中记明出示执法证件',
    en: 'Record a scene or an inquiry with credentials shown',
  },
  curedBy: ['evidence/record-scene', 'evidence/record-inquiry'],
  holds: ({ evidence }) =>
    evidence.credentialShownOn !== undefined ||
    (evidence.somebodyMet === undefined && evidence.pieces.length > 0),
};

export const evidenceCarriesPenalty: EntryProvision<Pick<CaseFile, 'evidence'>, Findings> = {
  id: 'investigation/evidence-carries-the-penalty',
  cites: apl(40),
  says: '违法事实不清、证据不足的，不得给予行政处罚',
  en: 'A penalty is proposed on facts that are stated and on evidence in the file',
  cure: { zh: '写明事实并补充证据', en: 'State the facts and add evidence' },
  curedBy: ['evidence/add'],
  fields: ['/facts', '/breaches/*/facts', '/proposal/kind'],
  holds: (entry, { evidence }) =>
    entry.proposal.kind !== 'penalty' ||
    ([entry, ...found(entry)].every(({ facts }) => filled(facts)) && admissible(evidence).length > 0),
};

export const basisStated: EntryProvision<unknown, Findings> = {
  id: 'investigation/basis-stated',
  cites: samrP(48, undefined, 5),
  says: '案件调查终结报告包括以下内容……处理意见及依据',
  en: 'The report says on which articles the proposal rests',
  cure: { zh: '填写法律依据', en: 'Name the articles' },
  fields: ['/basis/*/law', '/basis/*/article', '/breaches/*/basis/*/law', '/breaches/*/basis/*/article'],
  holds: (entry) =>
    [entry, ...found(entry)].every(
      ({ basis }) => basis.length > 0 && basis.every(({ law, article }) => filled(law) && filled(article)),
    ),
};

export const proposalComplete: EntryProvision<unknown, Findings> = {
  id: 'investigation/proposal-complete',
  cites: apl(57, 1),
  says: '确有应受行政处罚的违法行为的，根据情节轻重及具体情况，作出行政处罚决定',
  en: 'A proposed penalty names its kinds and the amount of each fine and of confiscated gains; any other end of the case its reason',
  cure: { zh: '补全拟处罚种类、金额或者理由', en: 'Complete kinds, amounts or the reason' },
  fields: ['/proposal/kind', '/proposal/penalties', '/proposal/reason'],
  holds: ({ proposal }) =>
    proposal.kind === 'penalty'
      ? proposal.penalties.length > 0 &&
        proposal.penalties.every(({ kind, fen = 0 }) => !isMoney(kind) || fen > 0)
      : filled(proposal.reason),
};

export const discretionReasoned: EntryProvision<unknown, Findings> = {
  id: 'investigation/discretion-reasoned',
  cites: samrP(48, undefined, 6),
  says: '案件调查终结报告包括以下内容……自由裁量的理由等其他需要说明的事项',
  en: 'The report gives the reasons of the discretion used for a penalty',
  cure: { zh: '填写裁量理由', en: 'Give the reasons' },
  fields: [
    '/discretion',
    '/breaches/*/discretion',
    '/breaches/*/breach',
    '/proposal/kind',
    '/proposal/penalties/*/breach',
  ],
  holds: (entry) => punished(entry.proposal, entry).every(({ discretion }) => filled(discretion)),
};

/** As the filing was measured, now by what was found. */
export const penaltyWithinLimitation: EntryProvision<Pick<CaseFile, 'filing' | 'reports'>, Findings> = {
  id: 'investigation/penalty-within-limitation',
  cites: apl(36, 1),
  says: '违法行为在二年内未被发现的，不再给予行政处罚；涉及公民生命健康安全、金融安全且有危害后果的，上述期限延长至五年',
  en: 'By what the report has found, a breach that is to be punished was found within two years of its end; five where life, health or financial safety was harmed',
  cure: {
    zh: '核对查明的违法行为起止和发现日期；超过期限的，提出不予行政处罚的建议',
    en: 'Check the days found; what was found too late is not punished',
  },
  fields: [
    '/proposal/kind',
    '/proposal/penalties/*/breach',
    '/breaches/*/breach',
    '/act/to',
    '/breaches/*/act/to',
    '/discoveredOn',
    '/breaches/*/discoveredOn',
    '/endangersLifeOrProperty',
    '/breaches/*/endangersLifeOrProperty',
  ],
  holds: (entry, file, { today }) =>
    punished(entry.proposal, entry).every((breach) => foundInTime(datesOf(asLastFound(file), breach), today)),
};

export const foundInOrder: EntryProvision<Pick<CaseFile, 'filing' | 'reports'>, Findings> = {
  ...datesInOrder,
  fields: datesInOrder.fields.flatMap((field) => [field, `/breaches/*${field}` as const]),
  holds: (entry, file, context) =>
    [entry, ...found(entry)].every((breach) => {
      const { filing } = asLastFound(file);
      const { act = filing?.act, discoveredOn = filing?.discoveredOn } = breach;
      if (act === undefined || discoveredOn === undefined) return true;
      return datesInOrder.holds({ act, discoveredOn }, undefined, context);
    }),
};

export const findingsDemands = [
  evidenceCarriesPenalty,
  basisStated,
  proposalComplete,
  discretionReasoned,
  penaltyWithinLimitation,
  foundInOrder,
] as const;
