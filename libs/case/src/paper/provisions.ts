/** What is asked of a paper as it is issued, and as it is served where no step of its own serves it. */
import { apl, policy, samrP } from '@anjuan/law';
import {
  checkEntry,
  doneOnce,
  filled,
  happenedAt,
  type Context,
  type EntryNumber,
  type EntryProvision,
  type Provision,
} from '@anjuan/procedure';
import { cannotBeCompleted } from '../entry/anew.js';
import { isTold } from '../evidence/told.js';
import { byHostOrHandler } from '../hearing/provisions.js';
import { byHandler } from '../initiation/in-charge.js';
import { eitherCaseOpen, leadOrCaseOpen } from '../initiation/provisions.js';
import { seizureOf } from '../seizure/provisions.js';
import { noticeRuns } from '../service/provisions.js';
import type { CaseFile } from '../steps.js';
import { issuedOf, paperIssued, servedAfterIssue, servingNote, type IssuedPaper } from './issued.js';
import { kindsOfPaper } from './kinds.js';
import type { IssuePaper, ServePaper } from './paper.js';

type AnyCase = Pick<CaseFile, 'lead' | 'filing' | 'summary' | 'closure' | 'entries'>;

const open = (file: AnyCase, context: Context): boolean =>
  leadOrCaseOpen.holds(file, context) || eitherCaseOpen(file);

/** On a lead, or in a case of either procedure; a slip is rectified, and the party gets the paper, after its end too. */
export const openForPapers: Provision<AnyCase> = {
  ...leadOrCaseOpen,
  holds: (file, context) =>
    open(file, context) || file.entries.some(({ type }) => type === 'DecisionRectified'),
};

export const issuedAtRest: EntryProvision<AnyCase, IssuePaper> = {
  ...leadOrCaseOpen,
  fields: ['/kind'],
  holds: ({ kind }, file, context) =>
    open(file, context) || !openForPapers.holds(file, context) || kind === 'rectification',
};
export const servedAtRest: EntryProvision<CaseFile, ServePaper> = {
  ...leadOrCaseOpen,
  fields: ['/issued'],
  holds: ({ issued }, file, context) =>
    open(file, context) ||
    !openForPapers.holds(file, context) ||
    paperIssued(file, issued)?.kind === 'rectification',
};

/** Whoever may serve it issues it: a handler, of a hearing notice the host too. */
export const issuedByThoseWhoServe: EntryProvision<CaseFile, IssuePaper> = {
  ...byHandler,
  fields: ['/kind'],
  holds: ({ kind }, file, context) =>
    byHandler.holds(file, context) || (kind === 'hearing-notice' && byHostOrHandler.holds(file, context)),
};

const saysAnEntry = policy('文书载明案卷中有效的记录；A paper says what an entry in force says');

export const ofSuchAnEntry: EntryProvision<CaseFile, IssuePaper> = {
  id: 'paper/of-such-an-entry',
  cites: saysAnEntry,
  says: '文书应当载明案卷中有效的、制发该种文书的记录',
  en: 'The entry is in the file, has not been withdrawn, and is of a type that has such a paper',
  cure: checkEntry,
  fields: ['/kind', '/of'],
  holds: ({ kind, of }, { entries }) =>
    entries.some(
      ({ entry, type, state }) =>
        entry === of && state !== 'withdrawn' && kindsOfPaper[kind].of.some((one) => one === type),
    ),
};

export const saysWhatIsInForce: EntryProvision<CaseFile, IssuePaper> = {
  id: 'paper/says-what-is-in-force',
  cites: saysAnEntry,
  says: '已被变更、补正、撤销或者重新批准所代替的内容不再制发文书；变更、补正后的决定书载明该变更、补正',
  en: 'Nothing is issued of what was replaced: the paper of a changed or rectified decision names the change or the rectification',
  cure: {
    zh: '改填现行有效的批准、决定、变更或者补正的记录编号',
    en: 'Name the approval, decision, change or rectification that is in force',
  },
  fields: ['/kind', '/of'],
  holds: ({ kind, of }, file) => {
    const { inForce } = kindsOfPaper[kind];
    return inForce === undefined || inForce(file) === of;
  },
};

/** Handed over on the spot, served without having been issued, or told. */
const reachedAlready = ({ kind, of }: IssuePaper, file: CaseFile, context: Context): boolean => {
  // While a public notice runs the party may still be handed the decision itself (SAMR-P 81, 82).
  if (kind === 'decision') return file.service !== undefined && !noticeRuns(file, context);
  if (kind === 'seizure') {
    const seizure = seizureOf(file, of);
    return seizure !== undefined && (seizure.papersOwed !== true || seizure.papersServedOn !== undefined);
  }
  const result = file.evidence.tests.find((test) => test.result === of);
  return kind === 'test-result' && result !== undefined && isTold(file, result);
};

const ofThisParty = (file: CaseFile, { kind, of }: IssuePaper): IssuedPaper | undefined =>
  issuedOf(file, kind, of).find(({ ofParty }) => ofParty === file.ofParty);

export const notServedYet: EntryProvision<CaseFile, IssuePaper> = {
  id: 'paper/not-served-yet',
  cites: policy('文书在送达之前制发；A paper is issued before it is served'),
  also: [samrP(82)],
  says: '已经送达、当场交付或者告知的，不再制发',
  en: 'It has not reached the party yet: neither as issued, nor without having been issued',
  noCure: doneOnce,
  fields: ['/kind', '/of'],
  holds: (entry, file, context) => {
    const last = ofThisParty(file, entry);
    const served = last && servingNote(file, last);
    if (served !== undefined && !cannotBeCompleted(file, served.entry, context))
      return kindsOfPaper[entry.kind].again === true;
    return !reachedAlready(entry, file, context) || cannotBeCompleted(file, file.service?.entry, context);
  },
};

export const replacesTheOneBefore: EntryProvision<CaseFile, IssuePaper> = {
  id: 'paper/replaces-the-one-before',
  cites: policy(
    '同一内容的文书重新制发的，说明理由，原文书作废；A paper issued anew of the same says why, and the one before is void',
  ),
  says: '同一内容的文书已经制发、尚未送达的，重新制发应当写明所代替的文书和理由；没有的，不填',
  en: 'A second paper of the same names the first, which was not served, and says why; where there is none, nothing is named',
  cure: {
    zh: '填写所代替的文书和理由，或者直接送达已制发的文书',
    en: 'Name the paper that it replaces, with the reason, or serve the one that was issued',
  },
  fields: ['/kind', '/of', '/replaces', '/reason'],
  holds: (entry, file) => {
    const last = ofThisParty(file, entry);
    const unserved = last !== undefined && servingNote(file, last) === undefined ? last.entry : undefined;
    return entry.replaces === unserved && (unserved === undefined || filled(entry.reason));
  },
};

export const fileOfItsOwn: EntryProvision<CaseFile, IssuePaper> = {
  id: 'paper/file-of-its-own',
  cites: policy('一份文书只载明一项内容；One paper says one thing'),
  says: '同一份文书不得作为不同内容的文书重复制发',
  en: 'The same file is not issued twice to a party, neither of the same entry nor of another',
  cure: { zh: '上传该项内容的文书', en: 'Add the paper that says this' },
  fields: ['/paper'],
  holds: ({ paper }, { papers = [], ofParty }) =>
    papers.every((one) => one.ofParty !== ofParty || one.sha256 !== paper.sha256),
};

export const decisionSealed: EntryProvision<unknown, IssuePaper> = {
  id: 'paper/decision-sealed',
  cites: apl(59, 2),
  also: [samrP(62)],
  says: '行政处罚决定书必须盖有作出行政处罚决定的行政机关的印章',
  en: 'The paper of a decision bears the seal of the agency',
  cure: { zh: '加盖本机关印章后制发', en: 'Have it sealed, then issue it' },
  fields: ['/kind', '/sealed'],
  holds: ({ kind, sealed }) => kind !== 'decision' || sealed,
};

const issuedIn = (file: CaseFile, number: EntryNumber): IssuedPaper | undefined => {
  const found = paperIssued(file, number);
  return found?.ofParty === file.ofParty ? found : undefined;
};

export const servedHere: EntryProvision<CaseFile, ServePaper> = {
  id: 'paper/issued-with-no-service-of-its-own',
  cites: policy(
    '告知书、听证通知书、决定书、催告书等在各自的环节送达；Notices, decisions and reminders are served in their own steps',
  ),
  says: '所送达的应当是已经制发、没有被代替，并且没有专门送达环节的文书',
  en: 'The paper has been issued to this party and was not replaced, and no step of its own serves it',
  cure: {
    zh: '先制发文书；告知书、听证通知书、决定书、催告书、查封扣押文书和检验结果在各自的环节送达',
    en: 'Issue it first; notices, decisions, reminders, papers of a seizure and results are served in their own steps',
  },
  fields: ['/issued'],
  holds: ({ issued }, file) => {
    const found = issuedIn(file, issued);
    return found !== undefined && kindsOfPaper[found.kind].servedIn === 'PaperServed';
  },
};

export const paperServedOnce: EntryProvision<CaseFile, ServePaper> = {
  id: 'paper/served-once',
  cites: policy('送达日期以首次有效送达为准；The first valid service fixes the date'),
  says: '文书已经有效送达的，不再重复送达',
  en: 'A paper that has been served is not served again',
  noCure: doneOnce,
  fields: ['/issued'],
  holds: ({ issued }, file, context) => {
    const found = paperIssued(file, issued);
    const served = found && servingNote(file, found);
    return served === undefined || cannotBeCompleted(file, served.entry, context);
  },
};

export const servedAfterItsIssue: EntryProvision<CaseFile, ServePaper> = {
  ...servedAfterIssue,
  fields: ['/issued', '/occurredAt'],
  holds: (entry, file, context) => {
    const found = paperIssued(file, entry.issued);
    return found === undefined || found.issuedAt <= happenedAt(entry, context);
  },
};
