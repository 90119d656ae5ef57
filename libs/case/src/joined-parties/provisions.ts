/** Joining and separating parties of one breach: APL 57(1); SAMR-P 48, 60(1). */
import {
  type EntryNumber,
  type EntryProvision,
  type Provision,
  actsAs,
  checkEntry,
  filled,
  forSomebodyElse,
  stageOver,
} from '@anjuan/procedure';
import { apl, folded, policy, samrP } from '@anjuan/law';
import type { Party } from '../initiation/initiation.js';
import { codeOf } from '../initiation/party.js';
import { leaderDecides } from '../leader-decides.js';
import type { CaseFile } from '../steps.js';
import type { MakeDecision } from '../decision/decision.js';
import type { PartyChangeTerms } from '../party/party.js';
import type { ApproveJoining, JoinParty, SeparateParty } from './joined-parties.js';

type Joined = Pick<CaseFile, 'joinedParties'>;

const nameOf = ({ kind, name, person }: Party): string =>
  folded((kind === 'natural-person' ? person?.name : name) ?? '');

/** Two people may have one name: a code that differs tells them apart. */
const isTheSame = (one: Party, other: Party): boolean => {
  const [code, another] = [codeOf(one), codeOf(other)];
  return code !== '' && another !== '' ? code === another : nameOf(one) === nameOf(other);
};

const still = ({ joinedParties = [] }: Joined) => joinedParties.filter(({ left }) => left === undefined);

export const anotherThanThose: EntryProvision<Joined & Pick<CaseFile, 'filing'>, JoinParty> = {
  id: 'joined-parties/another-than-those-in-the-case',
  cites: policy(
    '追加、查明的当事人不是本案已有的当事人；Who is joined, or found out, is not in the case already',
  ),
  also: [samrP(48, undefined, 1)],
  says: '追加、查明的当事人应当与本案已有的当事人不同',
  en: 'The party that is joined, or found out later, is neither the party of the case nor was joined already, also where it has left',
  cure: checkEntry,
  fields: ['/party'],
  holds: ({ party }, file) =>
    ![
      ...(file.filing === undefined ? [] : [file.filing.party]),
      // Who has left does not come back with nothing reported, reviewed and said of them.
      ...(file.joinedParties ?? []).map((one) => one.party),
    ].some((one) => isTheSame(one, party)),
};

type Others = Joined & Pick<CaseFile, 'filing' | 'ofParty' | 'others'>;

/** The other parties that are in the case, as they are called now: corrected, renamed, succeeded. */
const othersNow = (file: Others): readonly Party[] => {
  const filed = file.filing?.entry;
  const own = file.ofParty ?? filed;
  const ofFiling = filed === undefined || filed === own ? [] : [{ entry: filed, party: undefined }];
  return [...ofFiling, ...still(file).filter(({ entry }) => entry !== own)].flatMap(
    ({ entry, party }) => file.others?.[entry]?.filing.party ?? party ?? [],
  );
};

/** Who was unknown at the filing is not one of those who were joined meanwhile. */
export const notOneOfTheJoined: EntryProvision<Others, Readonly<{ party: Party }>> = {
  ...anotherThanThose,
  holds: ({ party }, file) => !othersNow(file).some((one) => isTheSame(one, party)),
};

/** A party that was entered wrongly is not another one of the case, which would be punished twice (APL 29). */
export const correctedToNoneOfThose: EntryProvision<Others, PartyChangeTerms> = {
  ...anotherThanThose,
  fields: ['/change', '/party'],
  holds: ({ change, party }, file) =>
    change !== 'corrected' || !othersNow(file).some((one) => isTheSame(one, party)),
};

export const groundStated: EntryProvision<unknown, JoinParty> = {
  id: 'joined-parties/ground-stated',
  cites: policy(
    '追加当事人应当写明事实和理由，一并处罚的写明依据；Who is joined is joined for a reason, and under the law that punishes it beside the other',
  ),
  also: [samrP(48, undefined, 3), apl(38, 1)],
  says: '追加共同当事人的，应当写明事实和理由；单位和人员一并处罚的，应当写明规定一并处罚的依据',
  en: 'It is said why the party is joined; where a firm and its people are punished beside each other, under which article',
  cure: { zh: '写明理由，一并处罚的写明依据', en: 'Give the reason, and the article' },
  fields: ['/reason', '/part', '/basis'],
  holds: ({ reason, part, basis }) =>
    filled(reason) &&
    (part === 'joint-breach' || basis.length > 0) &&
    basis.every(({ law, article }) => filled(law) && filled(article)),
};

export const separatedByLeader = actsAs({
  id: 'joined-parties/separated-by-a-leader',
  ...leaderDecides,
  en: 'A leader of the agency decides that a party leaves the case',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

const joiningApprovedAs = {
  cites: policy(
    '追加共同当事人比照立案由负责人批准；Who is joined is approved by a leader, as whom a case is filed against',
  ),
  also: [samrP(18), samrP(48, undefined, 1)],
} as const;

export const joiningApprovedByLeader = actsAs({
  id: 'joined-parties/joining-approved-by-a-leader',
  ...joiningApprovedAs,
  says: '追加共同当事人由负责人批准',
  en: 'A leader of the agency approves that another party is joined',
  noCure: forSomebodyElse,
  capacities: ['leader', 'principal'],
});

export const joiningWaits: EntryProvision<Joined, ApproveJoining> = {
  id: 'joined-parties/joining-not-approved-yet',
  ...joiningApprovedAs,
  says: '批准的追加应当尚未批准',
  en: 'The joining has not been approved yet',
  cure: { zh: '核对追加记录的序号', en: 'Check the number of the entry' },
  fields: ['/joined'],
  holds: ({ joined }, { joinedParties = [] }) =>
    joinedParties.every(({ entry, approved }) => entry !== joined || approved === undefined),
};

/** Otherwise one handler alone puts anybody before a fine. */
export const joiningApproved: Provision<Joined & Pick<CaseFile, 'ofParty'>> = {
  id: 'joined-parties/joining-approved',
  ...joiningApprovedAs,
  says: '对追加的当事人，负责人批准追加后方可调查终结',
  en: 'A leader has approved that the party was joined, before the investigation of it is concluded',
  cure: { zh: '报请负责人批准追加', en: 'Have a leader approve the joining' },
  curedBy: ['joined-parties/approve'],
  holds: ({ joinedParties = [], ofParty }) =>
    joinedParties.every(({ entry, approved }) => entry !== ofParty || approved !== undefined),
};

export const joinedStill: EntryProvision<Joined, SeparateParty | ApproveJoining> = {
  id: 'joined-parties/joined-still',
  cites: policy('批准追加、退出的当事人应当仍在本案；Who is approved or leaves the case is still in it'),
  says: '批准追加或者分案、退出的当事人应当是本案追加、尚未退出的当事人',
  en: 'The party was joined and has not left the case yet',
  cure: { zh: '核对追加记录的序号', en: 'Check the number of the entry' },
  fields: ['/joined'],
  holds: ({ joined }, file) => still(file).some(({ entry }) => entry === joined),
};

export const separationReasoned: EntryProvision<unknown, SeparateParty> = {
  id: 'joined-parties/separation-reasoned',
  cites: policy('当事人分案、退出的，应当写明去向和理由；Where a party goes, and why, is on the file'),
  also: [samrP(60, 1)],
  says: '当事人退出本案的，应当说明理由；分案或者移送的，应当写明另案的立案号或者移送文书号',
  en: 'It is said why the party leaves; for a case of its own, or for another agency, with the number of that case or letter',
  cure: { zh: '填写理由；分案、移送的填写文号', en: 'Give the reason, and the number' },
  fields: ['/reason', '/way', '/number'],
  holds: ({ reason, way, number }) => filled(reason) && (way === 'not-answerable' || filled(number)),
};

/** Who has been decided on has an outcome here, and does not leave with it. */
export const separatedBeforeItsDecision: EntryProvision<
  Pick<CaseFile, 'ofParty' | 'decision' | 'formerDecisions'>,
  SeparateParty
> = {
  id: 'joined-parties/separated-before-its-decision',
  cites: policy('已经决定的当事人在本案办结；Who has been decided on stays until the case is closed'),
  also: [samrP(60, 1)],
  says: '已经对该当事人作出决定的，在本案中执行和结案，不再分案、移送或者退出',
  en: 'No decision has been made on the party that leaves',
  noCure: stageOver,
  fields: ['/joined'],
  holds: ({ joined }, { ofParty, decision, formerDecisions }) =>
    ofParty !== joined || (decision === undefined && formerDecisions.length === 0),
};

/** Otherwise one leader lets off whom a report would have punished, and no review and no discussion looks at it. */
export const leavesUnreported: EntryProvision<Pick<CaseFile, 'ofParty' | 'reports'>, SeparateParty> = {
  id: 'joined-parties/let-off-by-a-decision',
  cites: policy('调查终结后认为不应处罚的，依法作出决定；What a report has concluded is decided, not left'),
  also: [apl(57, 1), samrP(60, 1)],
  says: '对该当事人已经调查终结的，不以不承担责任为由退出，依法作出不予处罚等决定',
  en: 'Nobody leaves as not answerable on whom a report has been made: that is decided, as reviewed and discussed',
  cure: {
    zh: '作出不予行政处罚、违法事实不能成立等决定',
    en: 'Decide: no penalty, or facts not established',
  },
  noCure: stageOver,
  fields: ['/way', '/joined'],
  holds: ({ joined, way }, { ofParty, reports }) =>
    ofParty !== joined || way !== 'not-answerable' || reports.length === 0,
};

/** On whom a decision was made does not leave any more; the party of the filing never does. */
const isDecidedOn = ({ others }: Others, entry: EntryNumber): boolean => {
  const parts = others?.[entry];
  return parts !== undefined && (parts.decision !== undefined || (parts.formerDecisions ?? []).length > 0);
};

/**
 * A transfer sends the whole case: who is still to be decided on leaves it or is decided on first. On the party of the
 * filing that is found to be another agency's, once the others are decided, it is decided: the case is closed with the
 * letter by which that part was sent.
 */
export const transferredAlone: EntryProvision<Others, MakeDecision> = {
  id: 'joined-parties/transferred-by-leaving',
  cites: policy(
    '共同当事人移送的，退出本案；One of several parties goes to another agency by leaving the case',
  ),
  also: [samrP(60, 1)],
  says: '本案有共同当事人的，不作出移送的决定；应当移送的当事人退出本案、移送其他机关',
  en: 'Where several parties are in the case none is decided to be transferred: who goes to another agency leaves the case',
  cure: {
    zh: '该当事人退出本案、移送其他机关；是立案当事人的，其他当事人先分案，或者先对其作出决定',
    en: 'Let it leave the case for the other agency; where it is the party of the filing, let the others leave, or decide on them first',
  },
  curedBy: ['joined-parties/separate', 'decision/make'],
  fields: ['/outcome/kind'],
  holds: ({ outcome }, file) =>
    outcome.kind !== 'transfer' || still(file).every(({ entry }) => isDecidedOn(file, entry)),
};
