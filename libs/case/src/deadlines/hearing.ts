/** Clocks of the party's right to be heard: the statement, and every step of a hearing. */
import type { LocalDate } from '@anjuan/law';
import { heardUntil } from '../hearing/sat.js';
import type { CaseFile } from '../steps.js';
import { clock, type Day, type Deadline, type Met } from './clock.js';
import { entryOn } from './entry-on.js';

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

/** In time once one was named in time: another host later makes nothing late. */
const nameHost = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { requested, host, ended } = file.hearing;
  if (requested === undefined) return [];
  const namedOn = host?.firstNamedOn ?? host?.namedOn;
  const met =
    namedOn === undefined ? undefined : { entry: entryOn(file, 'HearingHostNamed', namedOn), on: namedOn };
  return clock(
    { id: 'hearing-host', startedBy: requested.entry, from: requested.on, met: met ?? ended },
    day,
  );
};

/** A host who fixed the day, or ended the hearing, had the file: the alarm ends even if no handover was entered. */
const handOverFile = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { host, fileHandedOver, notice, ended } = file.hearing;
  if (host === undefined) return [];
  const startedBy = entryOn(file, 'HearingHostNamed', host.namedOn) ?? -1;
  const fixed = notice && { entry: notice.entry, on: notice.servedOn };
  return clock(
    { id: 'hearing-file', startedBy, from: host.namedOn, met: fileHandedOver ?? fixed ?? ended },
    day,
  );
};

/** Time and place are fixed at the latest in the notice. */
const fixTimeAndPlace = ({ hearing }: CaseFile, day: Day): readonly Deadline[] => {
  const { fileHandedOver, notice, ended } = hearing;
  if (fileHandedOver === undefined) return [];
  const met = notice === undefined ? ended : { entry: notice.entry, on: notice.servedOn };
  return clock({ id: 'hearing-date', startedBy: fileHandedOver.entry, from: fileHandedOver.on, met }, day);
};

/** Counted back from the day of the hearing: the last day on which its notice, and its announcement, are in time. */
const beforeTheDay = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { notice, announcedOn, ended } = file.hearing;
  if (notice === undefined) return [];
  const of = { startedBy: notice.entry, from: notice.for, on: notice.servedOn };
  const announced =
    announcedOn === undefined
      ? undefined
      : { entry: entryOn(file, 'HearingAnnounced', announcedOn), on: announcedOn };
  const notified = { entry: notice.entry, on: notice.servedOn };
  return [
    ...clock({ id: 'hearing-notice', ...of, met: notified }, day),
    ...(notice.open ? clock({ id: 'hearing-announcement', ...of, met: announced ?? ended }, day) : []),
  ];
};

const report = ({ hearing }: CaseFile, day: Day): readonly Deadline[] => {
  const over = heardUntil(hearing);
  if (over === undefined) return [];
  return clock({ id: 'hearing-report', startedBy: over.entry, from: over.on, met: hearing.report }, day);
};

export const ofHearing = [partysPeriod, nameHost, handOverFile, fixTimeAndPlace, beforeTheDay, report];
