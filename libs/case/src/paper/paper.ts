/** Papers to the party (文书): issued, then served. SAMR-P 62, 78, 82. */
import type { Entry } from '@anjuan/entry';
import type { LocalDate } from '@anjuan/law';
import { late, outsideAct, signed, type EntryNumber, type Event } from '@anjuan/procedure';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { anewOf } from '../entry/anew.js';
import { eventKind, type Events } from '../event-kind.js';
import { byOfficersThere } from '../initiation/in-charge.js';
import { servedByTheRules } from '../notice/provisions.js';
import { servedOnOf } from '../notice/served.js';
import type { PartsOf } from '../of-party.js';
import { servedAs } from '../service/provisions.js';
import { issuePaperSchema, servePaperSchema } from './entries.js';
import { paperIssued, servingNote, type IssuedPaper } from './issued.js';
import {
  decisionSealed,
  fileOfItsOwn,
  issuedAtRest,
  issuedByThoseWhoServe,
  notServedYet,
  ofSuchAnEntry,
  openForPapers,
  paperServedOnce,
  replacesTheOneBefore,
  saysWhatIsInForce,
  servedAfterItsIssue,
  servedAtRest,
  servedHere,
} from './provisions.js';

/** paper/issue */
export type IssuePaper = Entry<typeof issuePaperSchema>;
/** `filedWith`: the decision that it says; other papers to the party have a heading of their own (SAMR-P 78). */
export type PaperIssued = Event<'PaperIssued', IssuePaper & Readonly<{ ofDecision?: EntryNumber }>>;
/** paper/serve */
export type ServePaper = Entry<typeof servePaperSchema>;
export type PaperServed = Event<
  'PaperServed',
  Omit<ServePaper, 'occurredAt'> & Readonly<{ servedOn: LocalDate; anewOf?: EntryNumber }>
>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** In the order they were issued; absent where none was. */
  papers?: readonly IssuedPaper[] | undefined;
}>;
export const empty: Slice = {};
/** Common to all: each says to which party it goes. */
export const ofParty = { papers: false } as const satisfies PartsOf<Slice>;

const ofDecisions: ReadonlySet<string> = new Set(['decision', 'rectification', 'annulment']);

export const acts = {
  'paper/issue': act<IssuePaper, Recorded<'PaperIssued'>>({
    title: { zh: '制发文书', en: 'Issue a paper to the party' },
    entry: issuePaperSchema,
    by: ['officer', 'hearing-host'],
    requires: [openForPapers],
    demands: [
      issuedAtRest,
      issuedByThoseWhoServe,
      ofSuchAnEntry,
      saysWhatIsInForce,
      notServedYet,
      replacesTheOneBefore,
      fileOfItsOwn,
      decisionSealed,
    ],
    records: 'PaperIssued',
    data: (entry) => ({ ...entry, ...(ofDecisions.has(entry.kind) && { ofDecision: entry.of }) }),
  }),
  'paper/serve': act<ServePaper, Recorded<'PaperServed'>>({
    title: { zh: '送达文书', en: 'Serve a paper that was issued' },
    entry: servePaperSchema,
    by: ['officer'],
    requires: [openForPapers],
    demands: [
      ...byOfficersThere,
      ...outsideAct,
      servedAtRest,
      servedHere,
      paperServedOnce,
      servedAfterItsIssue,
      ...servedByTheRules,
    ],
    records: 'PaperServed',
    data: (entry, file, context) => {
      const found = paperIssued(file, entry.issued);
      return {
        ...signed(entry),
        issued: entry.issued,
        ...servedAs(entry),
        servedOn: servedOnOf(entry, context),
        ...late(entry),
        ...anewOf(file, found && servingNote(file, found)?.entry, context),
      };
    },
  }),
};

export const events: Events<PaperIssued | PaperServed> = {
  PaperIssued: eventKind(
    {
      v: 1,
      volume: 'to-party',
      filedWith: 'ofDecision',
      personal: {},
      refersTo: ['of', 'replaces'],
      withdrawableBy: 'handler',
    },
    ({ papers = [], ofParty: party }, { revision, occurredAt, data: { kind, of, paper, replaces } }) => ({
      papers: [
        ...papers.map((one) => (one.entry === replaces ? { ...one, replacedBy: revision } : one)),
        {
          entry: revision,
          kind,
          of,
          sha256: paper.sha256,
          issuedAt: occurredAt,
          ...(party !== undefined && { ofParty: party }),
        },
      ],
    }),
  ),
  PaperServed: eventKind(
    {
      v: 1,
      volume: 'to-party',
      filedWith: 'issued',
      personal: { '/witness': 'witness' },
      refersTo: ['issued'],
      withdrawableBy: 'handler',
    },
    () => ({}),
  ),
};
