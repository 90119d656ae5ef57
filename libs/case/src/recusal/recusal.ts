/** Recusal (回避): APL 43, SAMR-P 4. */
import { dayOf, type LocalDate } from '@anjuan/law';
import { outsideAct } from '@anjuan/procedure';
import type { EntryNumber, Event, PersonId } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Recorded } from '../case-event.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import {
  applicationBound,
  requestedByThoseInTheCase,
  caseUnderWay,
  decidedByAnother,
  decidedByLeader,
  decisionReasoned,
  groundStated,
  handlerReplaced,
  leaderByPrincipal,
  nobodyDecidesOnThemselves,
  notAskedTwice,
  onlyOneself,
  ofTheAgency,
  principalByDiscussion,
  replacementFit,
  requestOpen,
} from './provisions.js';
import { requestRecusalSchema, decideRecusalSchema } from './entries.js';
import type { Entry } from '@anjuan/entry';
import type { RecusalSource } from './words.js';

export { recusalSources, type RecusalSource } from './words.js';

/** recusal/request: the party's application, taken down by an officer with its paper, or one's own. */
export type RequestRecusal = Entry<typeof requestRecusalSchema>;
export type RecusalRequested = Event<'RecusalRequested', Omit<RequestRecusal, 'occurredAt'>>;
/** recusal/decide: `minutes` where the leaders decide together, `replacement` where a handler goes. */
export type DecideRecusal = Entry<typeof decideRecusalSchema>;
export type RecusalDecided = Event<'RecusalDecided', DecideRecusal & { person: PersonId }>;

export type Recusal = Readonly<{
  entry: EntryNumber;
  person: PersonId;
  askedBy: RecusalSource;
  askedOn: LocalDate;
  state: 'open' | 'granted' | 'refused';
  decidedBy?: PersonId;
  decidedOn?: LocalDate;
}>;

/** What this step adds to the file. */
export type Slice = Readonly<{
  recusals: readonly Recusal[];
}>;
export const empty: Slice = { recusals: [] };

export const acts = {
  'recusal/request': act<RequestRecusal, Recorded<'RecusalRequested'>>({
    title: { zh: '提出回避申请', en: 'Ask for a recusal' },
    entry: requestRecusalSchema,
    by: ['officer', 'unit-head', 'legal-reviewer', 'case-reviewer', 'leader', 'principal', 'hearing-host'],
    opensGate: {
      not: {
        zh: '只是申请；决定回避的须为近期登录',
        en: 'It only asks: who decides on it has signed in lately',
      },
    },
    // Also a leader who took part asks to step aside.
    exemptFrom: ['review/leader-stands-apart'],
    requires: [requestedByThoseInTheCase, caseUnderWay],
    demands: [...outsideAct, applicationBound, onlyOneself, ofTheAgency, groundStated, notAskedTwice],
    records: 'RecusalRequested',
  }),
  'recusal/decide': act<DecideRecusal, Recorded<'RecusalDecided'>>({
    title: { zh: '决定是否回避', en: 'Decide on a recusal' },
    entry: decideRecusalSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    // SAMR-P 4 names who decides, and it is nothing in the case itself: also a leader who once took evidence in it.
    exemptFrom: ['review/leader-stands-apart'],
    requires: [decidedByLeader, caseUnderWay],
    demands: [
      requestOpen,
      nobodyDecidesOnThemselves,
      decidedByAnother,
      principalByDiscussion,
      leaderByPrincipal,
      decisionReasoned,
      handlerReplaced,
      replacementFit,
    ],
    records: 'RecusalDecided',
    record: ({ request, granted, reason, minutes, replacement }, { recusals }, { now, actor }) => {
      const requested = recusals.find(({ entry }) => entry === request);
      // `recusal/request-open` has refused a decision on nothing.
      if (requested === undefined) return [];
      const data = {
        request,
        person: requested.person,
        granted,
        reason,
        ...(minutes !== undefined && { minutes }),
        ...(replacement !== undefined && { replacement }),
      };
      return [{ type: 'RecusalDecided', v: 1, occurredAt: now, actors: [actor], data }];
    },
  }),
};

/** The handlers of the case, the one taken off it replaced. */
const handledBy = (
  { filing }: Pick<CaseFile, 'filing'>,
  { person, replacement }: RecusalDecided['data'],
): Partial<CaseFile> => {
  if (filing === undefined || replacement === undefined) return {};
  const handlers = filing.handlers.map((handler) => (handler === person ? replacement : handler));
  return { filing: { ...filing, handlers } };
};

export const events: Events<RecusalRequested | RecusalDecided> = {
  RecusalRequested: eventKind(
    { v: 1, volume: 'other-main', personal: {} },
    ({ recusals }, { data, revision, occurredAt }) => ({
      recusals: [
        ...recusals,
        {
          entry: revision,
          person: data.person,
          askedBy: data.askedBy,
          askedOn: dayOf(occurredAt),
          state: 'open',
        },
      ],
    }),
  ),
  RecusalDecided: eventKind(
    { v: 1, volume: 'other-main', personal: {}, refersTo: ['request'] },
    (file, { data, occurredAt, recordedBy }) => ({
      ...(data.granted && handledBy(file, data)),
      recusals: file.recusals.map((requested) =>
        requested.entry === data.request
          ? {
              ...requested,
              state: data.granted ? 'granted' : 'refused',
              decidedBy: recordedBy,
              decidedOn: dayOf(occurredAt),
            }
          : requested,
      ),
    }),
  ),
};
