/** Looking at who reported (举报人身份): SAMR-C 37. Every look is an entry. */
import { dayOf, samrC, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import type { PersonId } from '../kernel/people.js';
import type { EntryProvision, Provision } from '../kernel/provision.js';

/** reporter-identity/look */
export type LookAtReporterIdentity = Readonly<{ purpose: string }>;
export type ReporterIdentityLookedAt = Event<'ReporterIdentityLookedAt', LookAtReporterIdentity>;
export type Look = Readonly<{ entry: EntryNumber; by: PersonId; on: LocalDate }>;

export const reporterKnown: Provision<Pick<CaseFile, 'lead'>> = {
  id: 'reporter-identity/reporter-known',
  cites: samrC(37),
  says: '市场监督管理部门应当对举报人的信息予以保密',
  en: 'There is a reporter who gave a name',
  holds: ({ lead }) => lead?.realName === true,
};

const takesPart = (
  { lead, filing, entries }: Pick<CaseFile, 'lead' | 'filing' | 'entries'>,
  person: PersonId,
) =>
  filing === undefined
    ? entries.some(({ entry, recordedBy }) => entry === lead?.entry && recordedBy === person)
    : filing.handlers.includes(person);

/** Handlers (before the filing: who took the lead down), and those who direct the case. */
export const needToKnow: Provision<Pick<CaseFile, 'lead' | 'filing' | 'entries'>> = {
  id: 'reporter-identity/need-to-know',
  cites: samrC(37),
  says: '不得将举报人个人信息、举报办理情况等泄露给被举报人或者与办理举报工作无关的人员',
  en: 'Only those who handle or direct the case may learn who reported',
  holds: (file, { actor }) =>
    actor.capacity === 'officer'
      ? takesPart(file, actor.person)
      : ['unit-head', 'leader', 'principal'].includes(actor.capacity),
};

export const purposeStated: EntryProvision<unknown, LookAtReporterIdentity> = {
  id: 'reporter-identity/purpose-stated',
  cites: samrC(37),
  says: '市场监督管理部门应当对举报人的信息予以保密',
  en: 'Whoever looks says what it is needed for',
  cure: { zh: '说明查看目的', en: 'State the purpose' },
  holds: ({ purpose }) => purpose.trim() !== '',
};

export const acts = {
  'reporter-identity/look': act<LookAtReporterIdentity, Recorded<'ReporterIdentityLookedAt'>>({
    title: { zh: '查看举报人身份', en: 'Look at who reported' },
    by: ['officer', 'unit-head', 'leader', 'principal'],
    requires: [reporterKnown, needToKnow],
    demands: [purposeStated],
    record: ({ purpose }, _, { now, actor }) => [
      { type: 'ReporterIdentityLookedAt', v: 1, occurredAt: now, actors: [actor], data: { purpose } },
    ],
  }),
};

export const folds: Folds<'ReporterIdentityLookedAt'> = {
  ReporterIdentityLookedAt: ({ looks }, { revision, recordedBy, occurredAt }) => ({
    looks: [...looks, { entry: revision, by: recordedBy, on: dayOf(occurredAt) }],
  }),
};
