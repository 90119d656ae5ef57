/** Recusal (回避): APL 43, SAMR-P 4. */
import { dayOf, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../case-file.js';
import type { Recorded } from '../case-event.js';
import { act } from '../kernel/act.js';
import type { EntryNumber, Event, Paper } from '../kernel/event.js';
import type { Folds } from '../kernel/fold.js';
import { happenedAt, outsideAct, type Outside } from '../kernel/outside.js';
import type { PersonId } from '../kernel/people.js';
import {
  applicationBound,
  askedByThoseInTheCase,
  caseUnderWay,
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

export const recusalSources = [
  'party', // 当事人申请
  'self', // 本人申请
] as const;
export type RecusalSource = (typeof recusalSources)[number];

/** recusal/request: the party's application, taken down by an officer with its paper, or one's own. */
export type RequestRecusal = Outside &
  Readonly<{ person: PersonId; askedBy: RecusalSource; ground: string; paper?: Paper }>;
export type RecusalRequested = Event<'RecusalRequested', Omit<RequestRecusal, 'occurredAt'>>;
/** recusal/decide: `minutes` where the leaders decide together, `replacement` where a handler goes. */
export type DecideRecusal = Readonly<{
  request: EntryNumber;
  granted: boolean;
  reason: string;
  /** Signed minutes of the collective discussion (集体讨论记录). */
  minutes?: Paper;
  /** Who handles the case in place of the handler who is taken off it. */
  replacement?: PersonId;
}>;
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

export const acts = {
  'recusal/request': act<RequestRecusal, Recorded<'RecusalRequested'>>({
    title: { zh: '提出回避申请', en: 'Ask for a recusal' },
    by: ['officer', 'unit-head', 'legal-reviewer', 'case-reviewer', 'leader', 'principal', 'hearing-host'],
    requires: [askedByThoseInTheCase, caseUnderWay],
    demands: [...outsideAct, applicationBound, onlyOneself, ofTheAgency, groundStated, notAskedTwice],
    names: ({ person }) => [person],
    record: (entry, _, context) => [
      {
        type: 'RecusalRequested',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          person: entry.person,
          askedBy: entry.askedBy,
          ground: entry.ground,
          ...(entry.paper !== undefined && { paper: entry.paper }),
          ...(entry.lateReason !== undefined && { lateReason: entry.lateReason }),
        },
      },
    ],
  }),
  'recusal/decide': act<DecideRecusal, Recorded<'RecusalDecided'>>({
    title: { zh: '决定是否回避', en: 'Decide on a recusal' },
    by: ['leader', 'principal'],
    requires: [decidedByLeader, caseUnderWay],
    demands: [
      requestOpen,
      nobodyDecidesOnThemselves,
      principalByDiscussion,
      leaderByPrincipal,
      decisionReasoned,
      handlerReplaced,
      replacementFit,
    ],
    names: ({ replacement }) => (replacement === undefined ? [] : [replacement]),
    record: ({ request, granted, reason, minutes, replacement }, { recusals }, { now, actor }) => {
      const asked = recusals.find(({ entry }) => entry === request);
      // `recusal/request-open` has refused a decision on nothing.
      if (asked === undefined) return [];
      const data = {
        request,
        person: asked.person,
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

export const folds: Folds<'RecusalRequested' | 'RecusalDecided'> = {
  RecusalRequested: ({ recusals }, { data, revision, occurredAt }) => ({
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
  RecusalDecided: (file, { data, occurredAt, recordedBy }) => ({
    ...(data.granted && handledBy(file, data)),
    recusals: file.recusals.map((asked) =>
      asked.entry === data.request
        ? {
            ...asked,
            state: data.granted ? 'granted' : 'refused',
            decidedBy: recordedBy,
            decidedOn: dayOf(occurredAt),
          }
        : asked,
    ),
  }),
};
