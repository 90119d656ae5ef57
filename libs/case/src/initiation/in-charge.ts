/** Who handles a case (办案人员): named when it is filed; before that, those who check the lead. SAMR-P 18, 19, 23. */
import {
  type ByOfficers,
  type EntryProvision,
  type Outside,
  type PersonId,
  type Provision,
  forSomebodyElse,
  happenedAt,
} from '@anjuan/procedure';
import { samrP } from '@anjuan/law';
import { credentialsValid, recordedByOneOfThem, twoOfficers } from '../officers.js';
import { givesPart } from '../part-taken.js';
import { investigated } from '../review/separation.js';
import type { CaseFile } from '../steps.js';
import { handling, type Handled } from './provisions.js';

export type Checked = Pick<CaseFile, 'lead' | 'filing' | 'summary' | 'entries'>;

/** What ended the check of the lead by a case: its filing, or the decision on the spot. */
const begun = ({ filing, summary }: Handled) => filing ?? summary;

/** Named to check the lead, or an officer of an act of its check. */
const checksLead = ({ lead, entries }: Checked, person: PersonId): boolean =>
  lead !== undefined &&
  (lead.checkers?.includes(person) === true || entries.some((note) => investigated(note, person)));

export const handles = (file: Checked, person: PersonId): boolean =>
  begun(file) === undefined ? checksLead(file, person) : handling(file).includes(person);

/** Any act of a handler. */
export const byHandler: Provision<Checked> = {
  id: 'initiation/by-a-handler',
  cites: samrP(19, 2),
  also: [samrP(18)],
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'The case is investigated by the officers named as its handlers; before it is filed, by those who check the lead',
  cure: {
    zh: '由本案办案人员办理；立案前由指定的或者已经参与核查的执法人员办理；立案前所为、立案后补录的，由指定核查或者立案前已有参与核查记录的人员补录，或者由办案人员附参加人员签名的文书补录',
    en: 'Let a handler of this case do it; before the filing, an officer named to check the lead or who took part in that; what was done then is entered after it by who was named to check the lead or has an entry of that time, or by a handler who binds the paper of those who were there',
  },
  noCure: forSomebodyElse,
  holds: (file, { actor }) => actor.capacity === 'officer' && handles(file, actor.person),
};

/** When the case began; what happened before that was done on the lead, whoever handles the case now. */
const beforeFiling = (file: Checked, at: string): boolean => {
  const began = begun(file);
  if (began === undefined) return true;
  const note = file.entries.find(({ entry }) => entry === began.entry);
  return note !== undefined && at <= note.occurredAt;
};

type Together = ByOfficers & Outside;
type Noted = Checked & Pick<CaseFile, 'approvals'>;

/** Who has had nothing to do with the check until it ended does not say afterwards that they were there. */
const wasThere = (file: Noted, person: PersonId): boolean => {
  const began = begun(file);
  return (
    began === undefined ||
    file.lead?.namings?.some(({ checkers }) => checkers.includes(person)) === true ||
    file.entries.some((note) => note.entry < began.entry && givesPart(file, note, person))
  );
};

/** The same of an act of officers together: on a lead, and of what was done on it, also by whoever was there. */
export const byHandlerOrThere: EntryProvision<Noted, Together> = {
  ...byHandler,
  fields: ['/occurredAt', '/officers'],
  holds: (entry, file, context) => {
    if (byHandler.holds(file, context)) return true;
    const { person, capacity } = context.actor;
    return (
      capacity === 'officer' &&
      file.lead !== undefined &&
      entry.officers.includes(person) &&
      beforeFiling(file, happenedAt(entry, context)) &&
      wasThere(file, person)
    );
  },
};

/** The same of an act inside the program, which is never of an earlier day. */
export const byHandlerOrThereToday: EntryProvision<Noted, ByOfficers> = {
  ...byHandlerOrThere,
  fields: ['/officers'],
  holds: ({ officers }, file, context) => byHandlerOrThere.holds({ officers }, file, context),
};

/** What was done on the lead is also entered by a handler of the case, who binds the paper of those who were there. */
export const recordedByOneOrHandler: EntryProvision<Checked, Together> = {
  ...recordedByOneOfThem,
  fields: ['/occurredAt', '/officers', '/signedPaper'],
  holds: (entry, file, context) =>
    recordedByOneOfThem.holds(entry, file, context) ||
    (entry.signedPaper !== undefined &&
      begun(file) !== undefined &&
      handling(file).includes(context.actor.person) &&
      beforeFiling(file, happenedAt(entry, context))),
};

/** The provisions of an act of two officers in the check of a lead or in the investigation. */
export const byOfficersThere = [
  byHandlerOrThere,
  twoOfficers,
  credentialsValid,
  recordedByOneOrHandler,
] as const;
