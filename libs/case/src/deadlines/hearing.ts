/** Clocks of the party's right to be heard: the statement, and every step of a hearing. */
import type { LocalDate } from '@anjuan/law';
import { heardUntil } from '../hearing/sat.js';
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline, type Met } from './clock.js';
import { entryOn } from './entry-on.js';
import { gone } from './over.js';

/** The party has used its right, or given it up, after this notice and before the next. */
const heard = (file: CaseFile, from: LocalDate): Met | undefined => {
  const { statements, hearing } = file;
  const used: Met[] = statements.made.map(({ entry, madeOn }) => ({ entry, on: madeOn }));
  if (hearing.requested) used.push(hearing.requested);
  if (statements.waived) used.push(statements.waived);
  return used.filter(({ on }) => on >= from).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
};

const partysPeriod = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.notices.flatMap(({ entry, servedOn }) =>
    clock({ id: 'statement', startedBy: entry, from: servedOn, met: heard(file, servedOn) }, day),
  );

/** Ended itself, or with the case. */
const over = (file: CaseFile): Met | undefined => file.hearing.ended ?? gone(file);

/** In time once one was named in time: another host later makes nothing late. Of a late request nobody is named. */
const nameHost = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { requested, host } = file.hearing;
  if (requested?.inTime !== true) return [];
  const namedOn = host?.firstNamedOn ?? host?.namedOn;
  const met =
    namedOn === undefined ? undefined : { entry: entryOn(file, 'HearingHostNamed', namedOn), on: namedOn };
  return clock(
    { id: 'hearing-host', startedBy: requested.entry, from: requested.on, met: met ?? over(file) },
    day,
  );
};

/** A host who fixed the day, or ended the hearing, had the file: the alarm ends even if no handover was entered. */
const handOverFile = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { host, fileHandedOver, fixed } = file.hearing;
  if (host === undefined) return [];
  const startedBy = entryOn(file, 'HearingHostNamed', host.namedOn) ?? -1;
  const met = fileHandedOver ?? fixed ?? over(file);
  return clock({ id: 'hearing-file', startedBy, from: host.namedOn, met }, day);
};

/** Time and place are fixed at the latest in the first notice: putting the day off makes nothing late. */
const fixTimeAndPlace = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { fileHandedOver, fixed } = file.hearing;
  if (fileHandedOver === undefined) return [];
  const met = fixed ?? over(file);
  return clock({ id: 'hearing-date', startedBy: fileHandedOver.entry, from: fileHandedOver.on, met }, day);
};

/** Counted back from the day of the hearing: the last day on which its notice, and its announcement, are in time. */
const beforeTheDay = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { notice, announcedOn } = file.hearing;
  if (notice === undefined) return [];
  const of = { startedBy: notice.entry, from: notice.for, on: notice.servedOn };
  const announced =
    announcedOn === undefined
      ? undefined
      : { entry: entryOn(file, 'HearingAnnounced', announcedOn), on: announcedOn };
  const notified = { entry: notice.entry, on: notice.servedOn };
  return [
    ...clock({ id: 'hearing-notice', ...of, met: notified }, day),
    ...(notice.open ? clock({ id: 'hearing-announcement', ...of, met: announced ?? over(file) }, day) : []),
  ];
};

const report = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { hearing } = file;
  const heard = heardUntil(hearing);
  if (heard === undefined) return [];
  const of = { startedBy: heard.entry, from: heard.on, met: hearing.report ?? gone(file) };
  return clock({ id: 'hearing-report', ...of }, day);
};

export const ofHearing = [partysPeriod, nameHost, handOverFile, fixTimeAndPlace, beforeTheDay, report];
