/** Looking at who reported (举报人身份): SAMR-C 37. Every look is an entry. */
import {
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
import { handles, type Checked } from '../initiation/in-charge.js';
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

const tookItDown = ({ lead, entries }: Checked, person: PersonId): boolean =>
  entries.some(({ entry, recordedBy }) => entry === lead?.entry && recordedBy === person);

/** Handlers (before the filing: who checks the lead or took it down), and those who direct the case. */
export const needToKnow: Provision<Checked> = {
  id: 'reporter-identity/need-to-know',
  cites: samrC(37),
  says: '不得将举报人个人信息、举报处理情况等泄露给被举报人或者与处理举报工作无关的人员',
  en: 'Only those who handle or direct the case may learn who reported',
  noCure: forSomebodyElse,
  holds: (file, { actor }) =>
    actor.capacity === 'officer'
      ? handles(file, actor.person) || (file.filing === undefined && tookItDown(file, actor.person))
      : ['unit-head', 'leader', 'principal'].includes(actor.capacity),
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
