/** Education of a party that is not punished (教育): APL 33(3), SAMR-P 61. */
import { entry, paper, type Entry } from '@anjuan/entry';
import { apl, dayOf, type LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event, Provision } from '@anjuan/procedure';
import { outsideByHandlersFields } from '../by-handlers.js';
import { byOfficers } from '../officers.js';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { latestDiscussion } from '../collective-discussion/required.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { letsOff } from '../penalty/breaches.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';

export const educateSchema = entry('Educate', '教育；A party that is not punished is educated.', {
  ...outsideByHandlersFields,
  record: paper('教育笔录；The record.'),
});
/** education/give */
export type Educate = Entry<typeof educateSchema>;
export type EducationGiven = Event<'EducationGiven', Omit<Educate, 'occurredAt'>>;
export type Education = Readonly<{ entry: EntryNumber; givenOn: LocalDate }>;

export const nobodyPunished: Provision<Pick<CaseFile, 'investigation' | 'discussions'>> = {
  id: 'education/where-nobody-is-punished',
  cites: apl(33, 3),
  says: '对当事人的违法行为依法不予行政处罚的，行政机关应当对当事人进行教育',
  en: 'Education takes the place of a penalty that is not proposed, for the case or for one of several breaches',
  cure: {
    zh: '先提出不予行政处罚的处理建议，包括对数个违法行为之一不予处罚',
    en: 'Propose no penalty first, for the case or for one of several breaches',
  },
  curedBy: ['investigation/conclude'],
  holds: (file) =>
    [file.investigation?.proposal, latestDiscussion(file)?.concluded?.outcome].some(
      (outcome) => outcome !== undefined && letsOff(outcome),
    ),
};

/** What this step adds to the file. */
export type Slice = Readonly<{
  education?: Education | undefined;
}>;
export const empty: Slice = {};
export const ofParty = { education: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'education/give': act<Educate, Recorded<'EducationGiven'>>({
    title: { zh: '对当事人进行教育', en: 'Educate the party' },
    entry: educateSchema,
    by: ['officer'],
    requires: [caseOpen, byHandler, nobodyPunished],
    demands: [...byOfficers, ...outsideAct],
    records: 'EducationGiven',
  }),
};

export const events: Events<EducationGiven> = {
  EducationGiven: eventKind(
    { v: 1, volume: 'other-main', personal: {}, withdrawableBy: 'handler' },
    (_, { revision, occurredAt }) => ({
      education: { entry: revision, givenOn: dayOf(occurredAt) },
    }),
  ),
};
