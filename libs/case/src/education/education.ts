/** Education of a party that is not punished (教育): APL 33(3), SAMR-P 61. */
import { apl, dayOf, type LocalDate } from '@anjuan/law';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../case-file.js';
import { latestDiscussion } from '../collective-discussion/required.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { byOfficers, officersAsActors, type ByOfficers } from '../kernel/officers.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { Provision } from '../kernel/provision.js';

/** education/give */
export type Educate = Outside & ByOfficers & Readonly<{ record: Paper }>;
export type EducationGiven = Event<'EducationGiven', Omit<Educate, 'occurredAt'>>;
export type Education = Readonly<{ entry: EntryNumber; givenOn: LocalDate }>;

export const nobodyPunished: Provision<Pick<CaseFile, 'investigation' | 'discussions'>> = {
  id: 'education/where-nobody-is-punished',
  cites: apl(33, 3),
  says: '对当事人的违法行为依法不予行政处罚的，行政机关应当对当事人进行教育',
  en: 'Education takes the place of a penalty that is not proposed',
  cure: { zh: '先提出不予行政处罚的处理建议', en: 'Propose no penalty first' },
  holds: (file) =>
    file.investigation?.proposal.kind === 'no-penalty' ||
    latestDiscussion(file)?.concluded?.outcome.kind === 'no-penalty',
};

export const acts = {
  'education/give': act<Educate, Recorded<'EducationGiven'>>({
    title: { zh: '对当事人进行教育', en: 'Educate the party' },
    by: ['officer'],
    requires: [caseOpen, byHandler, nobodyPunished],
    demands: [...byOfficers, ...outsideAct],
    names: ({ officers }) => officers,
    record: (entry, _, context) => [
      {
        type: 'EducationGiven',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: officersAsActors(entry, context),
        data: {
          officers: [...entry.officers],
          ...(entry.signedPaper !== undefined && { signedPaper: entry.signedPaper }),
          record: entry.record,
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
};

export const folds: Folds<'EducationGiven'> = {
  EducationGiven: (_, { revision, occurredAt }) => ({
    education: { entry: revision, givenOn: dayOf(occurredAt) },
  }),
};
