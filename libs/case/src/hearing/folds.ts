import { dayOf } from '@anjuan/law';
import type { CaseFile } from '../case-file.js';
import type { Folds } from '../kernel/fold.js';
import { courseFolds } from './course.js';
import type { Hearing } from './hearing.js';

/** A new request starts a new hearing; what was heard before stays in the file. */
const kept = ({ earlier = [], held, report }: Hearing): Pick<Hearing, 'earlier'> => {
  const heard = [...earlier, held, report].filter((part) => part !== undefined);
  return heard.length === 0 ? {} : { earlier: heard };
};

const withPart = (file: CaseFile, part: Partial<Hearing>): Pick<CaseFile, 'hearing'> => ({
  hearing: { ...file.hearing, ...part },
});

export const folds: Folds<
  | 'HearingRequested'
  | 'HearingHostNamed'
  | 'HearingNoticeServed'
  | 'HearingAnnounced'
  | 'HearingHeld'
  | 'HearingReported'
  | 'HearingEnded'
  | 'HearingFileHandedOver'
  | 'HearingSuspended'
  | 'HearingResumed'
> = {
  ...courseFolds,
  HearingRequested: ({ hearing }, { revision, occurredAt, data }) => ({
    hearing: {
      requested: { entry: revision, on: dayOf(occurredAt), inTime: data.inTime },
      ...kept(hearing),
    },
  }),
  HearingHostNamed: (file, { occurredAt, data }) =>
    withPart(file, { host: { person: data.host, namedOn: dayOf(occurredAt) } }),
  // An announcement names the day: with another day it has to be made again.
  HearingNoticeServed: (
    { hearing: { requested, host, earlier, fileHandedOver, suspended } },
    { revision, data },
  ) => ({
    hearing: {
      ...(requested !== undefined && { requested }),
      ...(host !== undefined && { host }),
      ...(earlier !== undefined && { earlier }),
      ...(fileHandedOver !== undefined && { fileHandedOver }),
      ...(suspended !== undefined && { suspended }),
      notice: { entry: revision, servedOn: data.servedOn, for: data.for, open: data.open },
    },
  }),
  HearingAnnounced: (file, { occurredAt }) => withPart(file, { announcedOn: dayOf(occurredAt) }),
  HearingHeld: (file, { revision, occurredAt, data }) =>
    withPart(file, { held: { entry: revision, on: dayOf(occurredAt), hash: data.record.sha256 } }),
  HearingReported: (file, { revision, occurredAt, data }) =>
    withPart(file, { report: { entry: revision, on: dayOf(occurredAt), hash: data.report.sha256 } }),
  HearingEnded: (file, { revision, occurredAt, data }) =>
    withPart(file, { ended: { entry: revision, on: dayOf(occurredAt), ground: data.ground } }),
};
