/** Notice before the decision (行政处罚告知): APL 44, 62, 63; SAMR-P 57. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { Context, EntryNumber, Event } from '@anjuan/procedure';
import { byOfficers } from '../officers.js';
import { anewOf } from '../entry/anew.js';
import type { Recorded } from '../case-event.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import type { PartsOf } from '../of-party.js';
import { asIssued, paperServed, type Service } from '../paper/issued.js';
import { goodsOfPenalties } from '../goods/of-penalties.js';
import { identityOf, punished, type Identity } from '../investigation/breaches.js';
import { penaltyOf } from '../penalty/heavier.js';
import type { Penalty } from '../penalty/penalty.js';
import { proposalApproved, reviewPassed } from '../proposal/provisions.js';
import { opinionsGivenAgain } from '../recusal/provisions.js';
import { dueDate } from '../review/due-date.js';
import { partyKnown } from '../party/identifying.js';
import { stillThere } from '../party/provisions.js';
import { beforeDecision } from '../review/provisions.js';
import {
  asApproved,
  everyBreachTold,
  factsNotified,
  hearingRightTold,
  notHeavierForSpeaking,
  penaltyProposed,
  servedAfterApproval,
  servedByTheRules,
} from './provisions.js';
import { servedAs } from '../service/provisions.js';
import { dayShown, latestNotice, servedOnOf } from './served.js';
import { serveNoticeSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';

/** notice/serve */
export type ServeNotice = Entry<typeof serveNoticeSchema>;
export type NoticeServed = Event<
  'NoticeServed',
  Omit<ServeNotice, 'occurredAt'> & {
    /** Day the party's period is counted from. */
    servedOn: LocalDate;
    /** Last day to make a statement or ask for a hearing (APL 64(1), SAMR-P 57(2)). */
    lastDay: LocalDate;
    provisional: boolean;
    /** The entry by which the paper was issued. */
    issued?: EntryNumber;
    /** The notice before, which an officer who has left never signed. */
    anewOf?: EntryNumber;
  }
>;
/** The last notice counts: it replaces the ones before and starts the period anew. */
export type Notice = Readonly<{
  entry: EntryNumber;
  servedOn: LocalDate;
  lastDay: LocalDate;
  hearingRightTold: boolean;
  penalties: readonly Penalty[];
  /** What it was served for, as the report said then. */
  breaches: readonly Identity[];
  /** By public notice: the day from which its days were counted. */
  postedOn?: LocalDate;
}>;

const periodOf = (entry: ServeNotice, context: Context) => {
  const servedOn = servedOnOf(entry, context);
  const { due, provisional } = dueDate('statement', servedOn, context);
  return { servedOn, lastDay: due, provisional };
};

const ofNotice: Service<ServeNotice> = { kind: 'notice', at: '/paper', paper: ({ paper }) => paper };

/** What this step adds to the file. */
export type Slice = Readonly<{
  /** In the order they were served; the last one counts. */
  notices: readonly Notice[];
}>;
export const empty: Slice = { notices: [] };
export const ofParty = { notices: true } as const satisfies PartsOf<Slice>;

export const acts = {
  'notice/serve': act<ServeNotice, Recorded<'NoticeServed'>>({
    title: { zh: '送达行政处罚告知书', en: 'Serve the notice of the proposed penalty' },
    entry: serveNoticeSchema,
    by: ['officer'],
    requires: [
      caseOpen,
      byHandler,
      beforeDecision,
      stillThere,
      partyKnown,
      penaltyProposed,
      opinionsGivenAgain,
      reviewPassed,
      proposalApproved,
    ],
    demands: [
      ...byOfficers,
      ...outsideAct,
      servedAfterApproval,
      asApproved,
      factsNotified,
      ...goodsOfPenalties<ServeNotice>({ at: ['/penalties'], penalties: ({ penalties }) => penalties }),
      everyBreachTold,
      hearingRightTold,
      notHeavierForSpeaking,
      ...servedByTheRules,
      ...asIssued(ofNotice),
    ],
    records: 'NoticeServed',
    data: (entry, file, context) => ({
      officers: [...entry.officers],
      ...(entry.signedPaper !== undefined && { signedPaper: entry.signedPaper }),
      penalties: entry.penalties.map(penaltyOf),
      facts: entry.facts,
      ...(entry.breaches !== undefined && {
        breaches: entry.breaches.map(({ breach, facts }) => ({ breach, facts })),
      }),
      hearingRightTold: entry.hearingRightTold,
      ...servedAs(entry),
      ...paperServed(ofNotice, entry, file),
      ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
      ...periodOf(entry, context),
      ...anewOf(file, latestNotice(file)?.entry, context),
    }),
  }),
};

export const events: Events<NoticeServed> = {
  NoticeServed: eventKind(
    { v: 1, volume: 'to-party', personal: { '/witness': 'witness' }, refersTo: ['issued'] },
    (file, event) => {
      const { notices, investigation } = file;
      const { servedOn, lastDay, hearingRightTold, penalties, method } = event.data;
      const postedOn = dayOf(dayShown(event.data) ? event.occurredAt : event.recordedAt);
      const proposed = { kind: 'penalty', penalties } as const;
      const breaches =
        investigation === undefined
          ? []
          : punished(proposed, investigation).map((one) => identityOf(file, one));
      const notice = { entry: event.revision, servedOn, lastDay, hearingRightTold, penalties, breaches };
      return { notices: [...notices, { ...notice, ...(method === 'public-notice' && { postedOn }) }] };
    },
  ),
};
