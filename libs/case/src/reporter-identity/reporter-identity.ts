/** Looking at who reported (举报人身份): SAMR-C 37. Every look is an entry. */
import {
  type Capacity,
  type Context,
  type EntryNumber,
  type EntryProvision,
  type Event,
  type PersonId,
  type Provision,
  filled,
  forSomebodyElse,
  notInThisCase,
} from '@anjuan/procedure';
import { dayOf, samrC, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import type { EntryNote } from '../entry/entry.js';
import { handling, type Handled } from '../initiation/provisions.js';
import { isUnderTheHead } from '../initiation/units.js';
import { isEnteredOrConfirmedByAnother } from '../part-taken.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { lookAtReporterIdentitySchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** reporter-identity/look */
export type LookAtReporterIdentity = Entry<typeof lookAtReporterIdentitySchema>;
export type ReporterIdentityLookedAt = Event<'ReporterIdentityLookedAt', LookAtReporterIdentity>;
export type Look = Readonly<{ entry: EntryNumber; by: PersonId; on: LocalDate }>;

export const reporterKnown: Provision<Pick<CaseFile, 'lead'>> = {
  id: 'reporter-identity/reporter-known',
  cites: samrC(37),
  says: '市场监督管理部门应当对举报人的信息予以保密',
  en: 'There is a reporter who gave a name',
  noCure: notInThisCase,
  holds: ({ lead }) => lead?.realName === true,
};

const leading: readonly Capacity[] = ['leader', 'principal'];

type Known = Handled & Pick<CaseFile, 'lead' | 'entries'>;

const withEntry = ({ entries }: Known, number: EntryNumber | undefined): readonly EntryNote[] =>
  entries.filter(({ entry }) => entry === number);

/** Those who say of each other that they took part in the check: by a word of their own nobody gets to know anything. */
const borneOutIn = (file: Known): readonly PersonId[] =>
  file.entries
    .filter(({ attributes, state }) => attributes.investigates === true && state !== 'withdrawn')
    .flatMap((note) => note.officers.filter((person) => isEnteredOrConfirmedByAnother(file, note, person)));

/** Whom somebody else has put in charge of it: the leader, the unit head, or who decided on the spot with them. */
const inCharge = (file: Known): readonly PersonId[] => {
  const { filing, summary, lead } = file;
  if (filing !== undefined) return filing.handlers;
  if (summary === undefined) return lead?.checkers ?? borneOutIn(file);
  const [decided] = withEntry(file, summary.entry);
  return handling(file).filter(
    (person) => decided === undefined || isEnteredOrConfirmedByAnother(file, decided, person),
  );
};

const tookItDown = (file: Known): readonly PersonId[] =>
  file.filing === undefined ? withEntry(file, file.lead?.entry).map(({ recordedBy }) => recordedBy) : [];

/** Of the unit that has the case; while nobody is in charge of it, of the one that took it down. */
const isHeadOfTheirs = (file: Known, context: Context): boolean => {
  const theirs = inCharge(file);
  return (theirs.length > 0 ? theirs : tookItDown(file)).some((person) => isUnderTheHead(context, person));
};

/** Handlers (before the filing: who checks the lead or took it down), and those who direct the case. */
export const needToKnow: Provision<Known> = {
  id: 'reporter-identity/need-to-know',
  cites: samrC(37),
  says: '不得将举报人个人信息、举报处理情况等泄露给被举报人或者与处理举报工作无关的人员',
  en: 'Only those who handle or direct the case may learn who reported: its handlers; before the filing who was named to check the lead, or, while nobody is, who took part as another of its officers has entered or confirmed, and who took it down; the head of their unit; the leaders',
  cure: {
    zh: '立案前由办案机构负责人指定核查人员后，由核查人员查看',
    en: 'Before the filing, have the unit head name who checks the lead: they may look',
  },
  noCure: forSomebodyElse,
  holds: (file, context) => {
    const { person, capacity } = context.actor;
    if (capacity === 'officer') return [...inCharge(file), ...tookItDown(file)].includes(person);
    return capacity === 'unit-head' ? isHeadOfTheirs(file, context) : leading.includes(capacity);
  },
};

export const purposeStated: EntryProvision<unknown, LookAtReporterIdentity> = {
  id: 'reporter-identity/purpose-stated',
  cites: samrC(37),
  says: '市场监督管理部门应当对举报人的信息予以保密',
  en: 'Whoever looks says what it is needed for',
  cure: { zh: '说明查看目的', en: 'State the purpose' },
  fields: ['/purpose'],
  holds: ({ purpose }) => filled(purpose),
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  looks: readonly Look[];
}>;
export const empty: Slice = { looks: [] };

export const acts = {
  'reporter-identity/look': act<LookAtReporterIdentity, Recorded<'ReporterIdentityLookedAt'>>({
    title: { zh: '查看举报人身份', en: 'Look at who reported' },
    entry: lookAtReporterIdentitySchema,
    by: ['officer', 'unit-head', 'leader', 'principal'],
    opensGate: {
      not: {
        zh: '只是查看；查看目的须说明，并予记录',
        en: 'It only looks: the purpose is stated, and recorded',
      },
    },
    requires: [reporterKnown, needToKnow],
    demands: [purposeStated],
    records: 'ReporterIdentityLookedAt',
  }),
};

export const events: Events<ReporterIdentityLookedAt> = {
  ReporterIdentityLookedAt: eventKind(
    { v: 1, volume: 'other-sub', personal: {} },
    ({ looks }, { revision, recordedBy, occurredAt }) => ({
      looks: [...looks, { entry: revision, by: recordedBy, on: dayOf(occurredAt) }],
    }),
  ),
};
