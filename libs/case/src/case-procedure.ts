/** The penalty case (行政处罚案件) as a procedure among others. */
import type { BegunUnder } from '@anjuan/law';
import type { Procedure } from '@anjuan/procedure';
import { requiredOfEveryAct } from './case-act.js';
import type { CaseEvent } from './case-event.js';
import { actions, acts, decide, replay, resume, seenBy } from './case.js';
import { deadlines } from './deadlines.js';
import { eventVersions, personalData } from './event-types.js';
import { namedIn, peopleIn } from './names.js';
import { numbersFor } from './numbering.js';
import { relationTo } from './relation.js';
import { dossier, reviewedDossier } from './review/dossier.js';
import { emptyFile, type CaseFile } from './steps.js';

/** The lists in force when the case was filed. */
export const begunUnder = ({ filing }: Pick<CaseFile, 'filing'>): BegunUnder | undefined =>
  filing && { version: filing.lists, on: filing.filedOn };

export const caseProcedure: Procedure<'case', CaseEvent, CaseFile> = {
  name: 'case',
  path: 'cases',
  title: { zh: '行政处罚案件', en: 'Penalty case' },
  empty: emptyFile,
  acts,
  always: requiredOfEveryAct,
  decide,
  actions,
  replay,
  resume,
  versions: eventVersions,
  personal: personalData,
  // The reporter's identity is hidden, except for a recorded look with a purpose (SAMR-C 37).
  hidden: ['reporter'],
  named: namedIn,
  inFile: peopleIn,
  relation: relationTo,
  numbers: numbersFor,
  lists: begunUnder,
  digested: (file, entered) => dossier(seenBy(file, entered)),
  reviewed: (file, entered) => reviewedDossier(seenBy(file, entered)),
  deadlines,
};
