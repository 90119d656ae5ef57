/** What the gates let through no inspector finds to be a fault: the record, measured on the day of its last entry. */
import { compliance, deadlines } from '@anjuan/case';
import { chinaCalendar, type AgencyLists } from '@anjuan/law';
import type { Played } from './play.js';
import { allOf, dayTyped } from './record.js';

type Finding = ReturnType<typeof compliance>['fatal'][number];
type Lateness = (played: Played, entry: number) => boolean;

const waitsForTheSecond: Lateness = ({ file }, number) =>
  file.entries.some(({ entry, awaits }) => entry === number && awaits.length > 0);

/** What no gate can keep from coming about: days that pass, and what is entered afterwards. By entry. */
const comesAbout: Readonly<Record<string, Lateness>> = {
  'seizure-overdue': () => true,
  'too-few-officers': waitsForTheSecond,
  'documents-incomplete': waitsForTheSecond,
  // What the report rested on was excluded since; undecided, the case goes back for evidence.
  'evidence-insufficient': ({ file, history }, number) =>
    file.decision === undefined &&
    allOf(history, 'EvidenceExcluded').some(({ revision }) => revision > number),
  // Said in time, and typed in after the decision.
  'party-not-heard': ({ file, history }, number) =>
    ['StatementMade', 'HearingRequested'].includes(history[number]?.type ?? '') &&
    number > (file.decision?.entry ?? Infinity),
  // A result that was corrected after the report is not told in its new wording.
  'rights-not-notified': ({ history }, number) =>
    allOf(history, 'TestResultRecorded').some(
      (result) =>
        result.data.test === number &&
        allOf(history, 'EntryCorrected').some(({ data }) => data.entry === result.revision),
    ),
};

const cameAbout = (played: Played, { id, entries }: Finding): boolean => {
  const may = comesAbout[id];
  return may !== undefined && entries.every((entry) => may(played, entry));
};

export const fatalIn = (played: Played, lists: AgencyLists): readonly string[] => {
  const { file, history } = played;
  const last = history.at(-1);
  if (last === undefined) return [];
  const today = dayTyped(last);
  const clocks = deadlines(file, { calendar: chinaCalendar, today });
  const { fatal, checklist } = compliance({ file, history, deadlines: clocks, lists, today });
  return [...fatal, ...checklist.flatMap(({ findings }) => findings)]
    .filter((finding) => finding.state === 'not-met' && !cameAbout(played, finding))
    .map(({ id, entries, why }) => `${entries.join()} ${id}: ${why?.en ?? ''}`);
};
