/** Who handles the case from now on (办案人员): named, and replaced at any time, by the head of the unit. SAMR-P 19(2). */
import {
  type EntryProvision,
  type Event,
  type PersonId,
  type Provision,
  actsAs,
  filled,
  forSomebodyElse,
  stageOver,
} from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import type { Entry } from '@anjuan/entry';
import type { Recorded } from '../case-event.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import { eventKind, type Events } from '../event-kind.js';
import { handlersNotInQuestion, handlersQualified, twoHandlers } from './filing-terms.js';
import { nameHandlersSchema } from './entries.js';
import { handling, type Handled } from './provisions.js';
import { handlersOfTheUnit, headOfTheUnit } from './units.js';

/** initiation/name-handlers */
export type NameHandlers = Entry<typeof nameHandlersSchema>;
/** `leaving`: those who handled it until then and do so no more. */
export type HandlersNamed = Event<'HandlersNamed', NameHandlers & { leaving: readonly PersonId[] }>;

export const namedByUnitHead = actsAs({
  id: 'initiation/handlers-named-by-the-unit-head',
  cites: samrP(19, 2),
  says: '由办案机构负责人指定两名以上具有行政执法资格的办案人员负责调查处理',
  en: 'The head of the handling unit names the officers who handle the case',
  noCure: forSomebodyElse,
  capacities: ['unit-head'],
});

export const caseHandled: Provision<Handled> = {
  id: 'initiation/case-handled',
  cites: policy('立案或者当场处罚后指定、更换办案人员；Handlers are named for a case that there is'),
  also: [samrP(19, 2)],
  says: '更换办案人员应当在立案或者当场作出处罚决定之后；立案前在立案申请中写明办案人员',
  en: 'The case has been filed, or decided on the spot; before that the request for filing names its handlers',
  cure: { zh: '先办理立案', en: 'File the case first' },
  curedBy: ['initiation/request-filing', 'initiation/approve-filing'],
  holds: ({ filing, summary }) => filing !== undefined || summary !== undefined,
};

/**
 * A closed case too, until it is archived: somebody has to do that. And where those who handled an archived case have
 * left, for a judgment or a refund is still to be entered.
 */
export const notArchivedYet: Provision<Handled & Pick<CaseFile, 'archived'>> = {
  id: 'initiation/handlers-named-before-the-archive',
  cites: policy(
    '归档后办案人员仍在岗的，不再更换；A file in the archive stays with its handlers while they are officers',
  ),
  also: [samrP(78)],
  says: '案卷归档后，办案人员均在岗的，不再指定、更换办案人员',
  en: 'The file is not in the archive yet, or somebody who handled it is no officer any more',
  noCure: stageOver,
  holds: (file, { people }) =>
    file.archived === undefined ||
    handling(file).some((person) => !(people[person]?.capacities ?? []).includes('officer')),
};

export const namingReasoned: EntryProvision<unknown, NameHandlers> = {
  id: 'initiation/naming-reasoned',
  cites: policy('更换办案人员应当说明理由；Who replaces handlers says why'),
  also: [samrP(19, 2)],
  says: '指定、更换办案人员应当说明理由',
  en: 'It is stated why other officers handle the case',
  cure: { zh: '写明更换的理由', en: 'State the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};

const same = (some: readonly PersonId[], others: readonly PersonId[]): boolean =>
  some.length === others.length && some.every((person) => others.includes(person));

export const otherHandlers: EntryProvision<Handled, NameHandlers> = {
  id: 'initiation/other-handlers',
  cites: policy('所指定的人员与现有办案人员不同；What is named anew is something else than what there is'),
  also: [samrP(19, 2)],
  says: '重新指定的办案人员应当与现有办案人员不同',
  en: 'The officers named are not the very ones who handle the case already',
  cure: { zh: '指定其他人员，或者不再办理', en: 'Name others, or leave it as it is' },
  noCure: forSomebodyElse,
  fields: ['/handlers'],
  holds: ({ handlers }, file) => !same(handlers, handling(file)),
};

type Acted = Pick<CaseFile, 'entries' | 'hearing' | 'discussions' | 'namedToReview'>;

/** Duties that are not united with the handling of the same case, whatever became of what was done in them. */
const apart: ReadonlySet<string> = new Set([
  'legal-reviewer',
  'case-reviewer',
  'leader',
  'principal',
  'hearing-host',
]);

/** Reviewed, heard, approved, discussed or decided in the case, or was named to. */
export const actedApart = (
  { entries, hearing, discussions, namedToReview }: Acted,
  person: PersonId,
): boolean =>
  namedToReview.includes(person) ||
  hearing.host?.person === person ||
  (hearing.staff ?? []).includes(person) ||
  discussions.some(({ attending }) => attending.includes(person)) ||
  entries.some(({ recordedBy, as }) => recordedBy === person && as !== undefined && apart.has(as));

export const handlersStandApart: EntryProvision<Acted, Pick<NameHandlers, 'handlers'>> = {
  id: 'initiation/handlers-stand-apart',
  cites: samrP(49, 3),
  also: [
    apl(64, undefined, 4),
    policy(
      '本案的审核、听证主持、审批、讨论、决定人员不再作为办案人员；Whoever reviewed, heard, approved, discussed or decided a case does not handle it afterwards',
    ),
  ],
  says: '办案人员不得作为审核人员',
  en: 'Nobody is named who has reviewed the case or was named to review it, hosts its hearing, or has approved, discussed or decided anything in it',
  cure: { zh: '指定未参与本案审核、听证、决定的人员', en: 'Name officers who did nothing of the kind' },
  noCure: forSomebodyElse,
  fields: ['/handlers'],
  holds: ({ handlers }, file) => !handlers.some((person) => actedApart(file, person)),
};

export const handlersActs = {
  'initiation/name-handlers': act<NameHandlers, Recorded<'HandlersNamed'>>({
    title: { zh: '指定、更换办案人员', en: 'Name or replace the handlers' },
    entry: nameHandlersSchema,
    by: ['unit-head'],
    requires: [namedByUnitHead, headOfTheUnit, caseHandled, notArchivedYet],
    demands: [
      twoHandlers,
      handlersQualified,
      handlersNotInQuestion,
      handlersOfTheUnit,
      handlersStandApart,
      otherHandlers,
      namingReasoned,
    ],
    records: 'HandlersNamed',
    data: ({ handlers, reason, paper, order }, file) => ({
      handlers: [...handlers],
      reason,
      ...(paper !== undefined && { paper }),
      ...(order !== undefined && { order }),
      leaving: handling(file).filter((person) => !handlers.includes(person)),
    }),
  }),
};

const once = (...people: readonly (readonly PersonId[])[]): readonly PersonId[] => [
  ...new Set(people.flat()),
];

/** Those before stay investigators of the case, though they did nothing in it. */
const handedOver = <Handled extends Readonly<{ formerHandlers?: readonly PersonId[] }>>(
  handled: Handled,
  { leaving }: HandlersNamed['data'],
): Handled => ({ ...handled, formerHandlers: once(handled.formerHandlers ?? [], leaving) });

export const handlersEvents: Events<HandlersNamed> = {
  HandlersNamed: eventKind(
    { v: 1, volume: 'filing', personal: {} },
    ({ filing, summary }, { data }): Partial<Pick<CaseFile, 'filing' | 'summary'>> => ({
      ...(filing !== undefined && { filing: { ...handedOver(filing, data), handlers: data.handlers } }),
      ...(summary !== undefined && { summary: { ...handedOver(summary, data), officers: data.handlers } }),
    }),
  ),
};
