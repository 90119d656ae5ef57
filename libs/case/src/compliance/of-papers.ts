/** Whether what was served and published is what was issued (18.5): of the entries alone, whatever a gate let through. */
import { apl, dayOf, samrP } from '@anjuan/law';
import type { EntryNumber, Paper } from '@anjuan/procedure';
import type { CaseEvent } from '../case-event.js';
import { kindsOfPaper } from '../paper/kinds.js';
import type { PaperKind } from '../paper/words.js';
import { partyNamedIn, type PartyNumber } from '../parties.js';
import {
  met,
  notApplicable,
  notMet,
  standingEvents,
  type Fault,
  type Found,
  type Measured,
} from './finding.js';

type Issued = Extract<CaseEvent, { type: 'PaperIssued' }>;
type Served = Readonly<{ event: CaseEvent; kinds: readonly PaperKind[]; paper?: Paper; of?: EntryNumber }>;

const kindsServed: Readonly<Partial<Record<CaseEvent['type'], readonly PaperKind[]>>> = {
  NoticeServed: ['notice'],
  HearingNoticeServed: ['hearing-notice'],
  DecisionServed: ['decision'],
  ReminderServed: ['reminder'],
  SeizurePapersServed: ['seizure'],
  DecisionPublished: ['decision', 'rectification'],
  PublicationCorrected: ['decision', 'rectification'],
};

const paperOf = (event: CaseEvent): Paper | undefined => {
  if (event.type === 'ReminderServed') return event.data.reminder;
  return 'paper' in event.data ? event.data.paper : undefined;
};

/** What an entry served or published, and of which entry, where it says so. */
const servedBy = (event: CaseEvent): Served | undefined => {
  const kinds = kindsServed[event.type];
  const paper = paperOf(event);
  return (
    kinds && {
      event,
      kinds,
      ...(paper !== undefined && { paper }),
      ...(event.type === 'SeizurePapersServed' && { of: event.data.seizure }),
    }
  );
};

/** Once there are several, entries name the party of the filing as well. */
const partyOf = ({ file }: Measured, { data }: CaseEvent): PartyNumber => partyNamedIn(file, data);

const isService = ({ event: { type } }: Served): boolean =>
  type !== 'DecisionPublished' && type !== 'PublicationCorrected';

/** Those that counted when it was served: of its kind and party, and not replaced by then. */
const countedThen = (
  measured: Measured,
  events: readonly CaseEvent[],
  { event, kinds, of }: Served,
): readonly Issued[] => {
  const before = events.filter(
    (one): one is Issued => one.type === 'PaperIssued' && one.revision < event.revision,
  );
  const replaced = new Set(before.map(({ data }) => data.replaces));
  return before.filter(
    (one) =>
      kinds.includes(one.data.kind) &&
      !replaced.has(one.revision) &&
      (of === undefined ? partyOf(measured, one) === partyOf(measured, event) : one.data.of === of),
  );
};

/** Between its issuing and its service something else came to be in force. */
const isOutdated = (
  measured: Measured,
  events: readonly CaseEvent[],
  issued: Issued,
  served: Served,
): boolean => {
  const { event } = served;
  const { of, inForce } = kindsOfPaper[issued.data.kind];
  return (
    inForce !== undefined &&
    isService(served) &&
    events.some(
      (one) =>
        of.some((type) => type === one.type) &&
        (one.type !== 'DecisionChanged' || one.data.kind === 'changed') &&
        one.revision > issued.data.of &&
        one.revision < event.revision &&
        partyOf(measured, one) === partyOf(measured, issued),
    )
  );
};

/** After a change no paper of the decision before is published, and none has to be. */
const isChangedSince = (
  measured: Measured,
  events: readonly CaseEvent[],
  issued: Issued,
  served: Served,
): boolean =>
  !isService(served) &&
  events.some(
    (one) =>
      one.type === 'DecisionChanged' &&
      one.data.kind === 'changed' &&
      one.revision > issued.data.of &&
      one.revision < served.event.revision &&
      partyOf(measured, one) === partyOf(measured, issued),
  );

const asIssued = (of: Measured): Found => {
  const events = standingEvents(of);
  const served = events.map(servedBy).filter((one) => one !== undefined);
  const differing: EntryNumber[] = [];
  const matching: EntryNumber[] = [];
  for (const one of served) {
    const issued = countedThen(of, events, one).filter((paper) => !isChangedSince(of, events, paper, one));
    const { lists } = of;
    const demanded =
      lists.papersIssuedFirst === true && lists.validFrom <= dayOf(one.event.recordedAt) && isService(one);
    if (issued.length === 0 && !demanded) continue;
    const same = issued.some(
      (paper) => paper.data.paper.sha256 === one.paper?.sha256 && !isOutdated(of, events, paper, one),
    );
    (same ? matching : differing).push(one.event.revision);
  }
  if (differing.length > 0)
    return notMet(
      {
        zh: '送达、公示的文书不是所制发的文书，或者未经制发',
        en: 'what was served or published is not what was issued, or was not issued',
      },
      ...differing,
    );
  return matching.length > 0
    ? met(...matching)
    : notApplicable({ zh: '本案文书未登记制发', en: 'no paper was issued before its service' });
};

export const ofPapers: readonly Fault[] = [
  {
    id: 'paper-not-as-issued',
    title: {
      zh: '送达、公示的文书与制发的不一致',
      en: 'what was served or published is not what was issued',
    },
    cites: [apl(61, 1), samrP(62), samrP(82)],
    points: ['documents'],
    measure: asIssued,
  },
];
