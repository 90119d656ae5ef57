/** Provisions of confirming, correcting or withdrawing an entry. */
import {
  type Context,
  type EntryNumber,
  type EntryProvision,
  type PersonId,
  type Provision,
  actsAs,
  checkEntry,
  credentialValid,
  doneOnce,
  filled,
  forSomebodyElse,
  holdsCapacity,
  stageOver,
} from '@anjuan/procedure';
import { apl, isOneLine, policy, samrH, samrP } from '@anjuan/law';
import type { CorrectValues } from '../event-kind.js';
import type { CaseFile } from '../steps.js';
import { handles, type Checked } from '../initiation/in-charge.js';
import { handling } from '../initiation/provisions.js';
import { completed, confirmed } from './completed.js';
import type { ConfirmEntry, CorrectEntry, EntryNote, WithdrawEntry } from './entry.js';

type Entries = Pick<CaseFile, 'entries'>;
type OfEntry = Readonly<{ entry: EntryNumber }>;

const noteOf = ({ entries }: Entries, number: EntryNumber): EntryNote | undefined =>
  entries.find(({ entry }) => entry === number);

export const isConfirmed = ({ entries }: Entries, number: EntryNumber): boolean =>
  entries.some((note) => note.entry === number && confirmed(note));

/** What was done of a party that has left the case goes on, or not, where that party went. */
const leftWith = ({ joinedParties = [] }: Pick<CaseFile, 'joinedParties'>, { ofParty }: EntryNote): boolean =>
  joinedParties.some(({ entry, left }) => entry === ofParty && left !== undefined);

export const allConfirmed: Provision<Entries & Pick<CaseFile, 'joinedParties'>> = {
  id: 'entry/all-confirmed',
  cites: apl(42, 1),
  says: '执法人员不得少于两人，法律另有规定的除外',
  en: 'Every act of two officers has been confirmed by each of them, or its signed paper is bound',
  cure: {
    zh: '由其他执法人员本人确认相关记录；已不再任职的，附其签名的文书；未签名的终结报告、送达重新办理，其他记录撤回后重新办理',
    en: 'Let the other officers confirm their entries; of one who has left, bind the paper they signed; where there is none, do the report or the service anew, withdraw anything else and do it anew',
  },
  curedBy: ['entry/confirm'],
  holds: (file) => file.entries.every((note) => completed(file.entries, note) || leftWith(file, note)),
};

export const confirmedByOfficer = actsAs({
  id: 'entry/confirmed-by-an-officer',
  cites: apl(42, 1),
  says: '行政处罚应当由具有行政执法资格的执法人员实施',
  en: 'An act of officers is confirmed by an officer',
  noCure: forSomebodyElse,
  capacities: ['officer'],
});

export const entryInForce: EntryProvision<Entries, OfEntry> = {
  id: 'entry/stands',
  cites: policy(
    '确认、更正、撤回针对案卷中有效的记录；Only an entry that stands can be confirmed or changed',
  ),
  says: '记录应当存在且未被撤回',
  en: 'The entry is in the file and has not been withdrawn',
  cure: checkEntry,
  fields: ['/entry'],
  holds: ({ entry }, file) => {
    const note = noteOf(file, entry);
    return note !== undefined && note.state !== 'withdrawn';
  },
};

/** They were officers when they acted, which is all that APL 42(1) requires; a former officer cannot confirm. */
export const goneSince = (file: Entries, number: EntryNumber, context: Context): readonly PersonId[] =>
  (noteOf(file, number)?.awaits ?? []).filter(
    (person) =>
      !holdsCapacity(context, person, 'officer') || !credentialValid(context, person, context.today),
  );

export const confirmationAwaited: EntryProvision<Entries, ConfirmEntry> = {
  id: 'entry/confirmation-awaited',
  cites: policy('参加办理的执法人员由本人确认；Each officer who took part confirms as themselves'),
  says: '记录由参加办理且尚未确认的执法人员本人确认',
  en: 'Whoever confirms took part in the act and has not confirmed it yet',
  noCure: doneOnce,
  fields: ['/entry', '/paper'],
  holds: ({ entry, paper }, file, { actor }) =>
    paper !== undefined || (noteOf(file, entry)?.awaits.includes(actor.person) ?? true),
};

export const paperOfTheAbsent: EntryProvision<Checked & Pick<CaseFile, 'summary'>, ConfirmEntry> = {
  id: 'entry/paper-of-one-who-has-left',
  cites: policy(
    '参加人员此后不再是执法人员的，由本案办案人员附其签名的文书；Of one who has left since, a handler binds the paper they signed',
  ),
  also: [apl(42, 1)],
  says: '参加办理的执法人员此后不再具有执法资格、不能本人确认的，由本案办案人员附上其签名的文书，并载明代谁附卷',
  en: 'A signed paper takes the place of a confirmation only where whoever took part can no longer confirm, and a handler of the case binds it',
  cure: {
    zh: '参加人员仍在任的，由其本人确认，不附文书',
    en: 'Where they are still in office, let them confirm themselves, without a paper',
  },
  fields: ['/entry', '/paper'],
  holds: ({ entry, paper }, file, context) =>
    paper === undefined ||
    noteOf(file, entry) === undefined ||
    ((handling(file).includes(context.actor.person) || handles(file, context.actor.person)) &&
      goneSince(file, entry, context).length > 0),
};

export const correctedByHandler: Provision<Checked> = {
  id: 'entry/corrected-by-a-handler',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'Entries are corrected by the handlers of the case',
  cure: { zh: '由本案办案人员更正', en: 'Let a handler correct it' },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => actor.capacity === 'officer' && handles(file, actor.person),
};

/** The decision was made on the file of that day. */
export const beforeDecision: Provision<Pick<CaseFile, 'decision' | 'summary' | 'closure'>> = {
  id: 'entry/before-the-decision',
  cites: policy(
    '决定作出后案卷不再更正、撤回；After the decision nothing in the file is corrected or withdrawn',
  ),
  says: '作出决定或者结案后，案卷记录不再更正、撤回',
  en: 'Entries are corrected or withdrawn before the decision and before the case is closed',
  curedBy: ['decision-change/rectify'],
  instead: true,
  holds: ({ decision, summary, closure }) =>
    decision === undefined && summary === undefined && closure === undefined,
};

const fits = (values: CorrectValues | undefined, value: string): boolean => {
  if (values === 'text') return filled(value);
  return values === 'line' ? filled(value) && isOneLine(value) : (values?.includes(value) ?? false);
};

export const fieldsCorrectable: EntryProvision<Entries, CorrectEntry> = {
  id: 'entry/fields-correctable',
  cites: policy('意见、审批、决定不得更正；Opinions, approvals and decisions stand as they were given'),
  says: '只能更正所列记录的所列事项；审核意见、审批、决定不得更正',
  en: 'Only listed fields of listed entries can be corrected, to values they can have',
  cure: { zh: '撤回后重新记录，或者重新办理', en: 'Withdraw the entry and record it anew' },
  curedBy: ['entry/withdraw'],
  fields: ['/changes', '/entry'],
  holds: ({ entry, changes }, file) => {
    const note = noteOf(file, entry);
    if (note === undefined) return true;
    const fields = note.attributes.correctable ?? {};
    const changed = Object.entries(changes);
    return (
      changed.length > 0 &&
      changed.every(([field, value]) => Object.hasOwn(fields, field) && fits(fields[field], value))
    );
  },
};

export const valuesDiffer: EntryProvision<Entries, CorrectEntry> = {
  id: 'entry/values-differ',
  cites: policy('更正后的内容应当不同于原内容；A correction changes something'),
  says: '更正后的内容应当与原内容不同',
  en: 'Every corrected value differs from the one that stands',
  cure: checkEntry,
  fields: ['/changes', '/entry'],
  holds: ({ entry, changes }, file) => {
    const present = new Map(Object.entries(noteOf(file, entry)?.values ?? {}));
    return Object.entries(changes).every(([field, value]) => present.get(field) !== value);
  },
};

export const reasonGiven: EntryProvision<unknown, Readonly<{ reason: string }>> = {
  id: 'entry/reason-given',
  cites: policy('更正、撤回应当说明理由；A correction or withdrawal gives its reason'),
  says: '更正或者撤回记录应当说明理由',
  en: 'Whoever corrects or withdraws an entry says why',
  cure: { zh: '填写理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

export const withdrawnInCapacity = actsAs({
  id: 'entry/withdrawn-by-those-who-record',
  cites: policy('记录由办案人员或者办案机构负责人撤回；Entries are withdrawn by officers or the unit head'),
  says: '记录由执法人员或者办案机构负责人撤回',
  en: 'Entries are withdrawn by officers, reviews that were asked for by the unit head',
  noCure: forSomebodyElse,
  capacities: ['officer', 'unit-head'],
});

type Reported = Entries & Pick<CaseFile, 'crimeTransfers'>;

const isDecidedReport = ({ crimeTransfers }: Reported, number: EntryNumber): boolean =>
  crimeTransfers.some(({ entry, decision }) => entry === number && decision !== undefined);

export const withdrawable: EntryProvision<Reported, OfEntry> = {
  id: 'entry/withdrawable',
  cites: policy('意见、审批、决定不得撤回；Opinions, approvals and decisions cannot be withdrawn'),
  says: '只能撤回所列种类的记录；审核意见、审批、决定、查封扣押，以及主要负责人已经决定是否移送的报告不得撤回',
  en: 'Only listed kinds of entries can be withdrawn; opinions, approvals, decisions and seizures cannot, nor a report of a crime that the principal has decided on',
  noCure: stageOver,
  fields: ['/entry'],
  holds: ({ entry }, file) => {
    const note = noteOf(file, entry);
    return (
      note === undefined || (note.attributes.withdrawableBy !== undefined && !isDecidedReport(file, entry))
    );
  },
};

export const byHandlerOrRecorder: EntryProvision<Checked, OfEntry> = {
  id: 'entry/withdrawn-by-recorder-or-handler',
  cites: policy('谁记录谁撤回，办案人员也可撤回；Withdrawn by whoever recorded it, or by a handler'),
  says: '记录由记录人或者本案办案人员撤回；送审由办案机构负责人撤回',
  en: 'An entry is withdrawn by its recorder or a handler, a sending for review by a unit head',
  noCure: forSomebodyElse,
  fields: ['/entry'],
  holds: ({ entry }, file, { actor }) => {
    const note = noteOf(file, entry);
    if (note === undefined) return true;
    if (note.attributes.withdrawableBy === 'unit-head') return actor.capacity === 'unit-head';
    return note.recordedBy === actor.person || (actor.capacity === 'officer' && handles(file, actor.person));
  },
};

type Reliance = Pick<CaseFile, 'entries' | 'hearing' | 'statements'>;

const reliedOn = ({ entries, hearing, statements }: Reliance, note: EntryNote): boolean =>
  entries.some(({ restsOn, state }) => state !== 'withdrawn' && restsOn.includes(note.entry)) ||
  (note.type === 'HearingRequested' && hearing.host !== undefined) ||
  (note.type === 'StatementMade' && statements.rechecks.some(({ entry }) => entry > note.entry));

export const nothingRestsOnIt: EntryProvision<Reliance, OfEntry> = {
  id: 'entry/nothing-rests-on-it',
  cites: policy('后续记录所依据的记录不得撤回；An entry on which a later one rests cannot be withdrawn'),
  also: [samrH(27)],
  says: '已被后续立案、意见、复核、听证所依据的记录不得撤回',
  en: 'No filing, opinion, re-check, result or hearing rests on the entry',
  cure: {
    zh: '先撤回后续记录；听证改用终止听证',
    en: 'Withdraw the later entry first; end the hearing instead',
  },
  curedBy: ['entry/withdraw', 'hearing/end'],
  fields: ['/entry'],
  holds: ({ entry }, file) => {
    const note = noteOf(file, entry);
    return note === undefined || !reliedOn(file, note);
  },
};

export const partysOwnPaper: EntryProvision<Entries, WithdrawEntry> = {
  id: 'entry/partys-words-withdrawn-by-the-party',
  cites: apl(45, 1),
  says: '行政机关必须充分听取当事人的意见',
  en: 'What the party said or asked for is withdrawn only on a paper signed by the party',
  cure: { zh: '附当事人签字的撤回书', en: 'Bind the withdrawal signed by the party' },
  fields: ['/entry', '/paper'],
  holds: ({ entry, paper }, file) => {
    const note = noteOf(file, entry);
    return note === undefined || note.attributes.saidByParty === undefined || paper !== undefined;
  },
};
