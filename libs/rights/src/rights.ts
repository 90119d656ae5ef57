/**
 * Who may do what, and read what: a row a route, by the name of its operation (`operationId` of the API description).
 * `docs/rights.md` prints it. A name with `#` is a part of what the route answers.
 */
import { capacities, type AnyProcedure, type Capacity } from '@anjuan/procedure';
import { allActs, procedures } from '@anjuan/record';
import type { Right } from './right.js';

const holders: readonly Capacity[] = capacities;
/** Everybody who works on cases; an administrator alone does not read them. */
const caseworkers = holders.filter((one) => one !== 'administrator');
const line: readonly Capacity[] = ['unit-head', 'leader', 'principal'];
const keepers: readonly Capacity[] = ['administrator', 'principal'];

const open: Right = { who: 'anybody', whose: 'public' };
const list = (...who: readonly Capacity[]): Right => ({ who, whose: 'agency' });
const read: Right = { who: caseworkers, whose: 'agency' };
const audit: Right = { who: ['auditor'], whose: 'agency-or-system' };
const registryEntry: Right = { who: ['administrator'], whose: 'agency-or-system' };
const approval: Right = { who: keepers, whose: 'agency-or-system' };

/** Of a record that holds personal data: the whole of it, or the record without them. */
const wholeRecord: Right = {
  ...read,
  personal: {
    handler: 'shown',
    reviewer: 'shown',
    host: 'shown',
    'took-part': 'shown',
    line: 'shown',
    auditor: 'shown',
    none: 'for-a-purpose',
    // Apart from the case because of what ties them to it: no purpose of theirs opens it.
    recused: 'withheld',
  },
};

const ofRoutes: Readonly<Record<string, Right>> = {
  'front-page': open,
  'problems/page': open,
  'published-decisions': open,
  live: open,
  ready: open,
  health: open,

  'case/compliance': read,
  'erasure/list': read,
  'files/upload': read,
  'files/download': wholeRecord,

  'lists/my-cases': list('officer'),
  'lists/review-queue': list('legal-reviewer', 'case-reviewer'),
  'lists/approvals': list('leader', 'principal'),
  'lists/agency-cases': list('auditor', ...line),
  'lists/running-clocks': list(...caseworkers),
  'lists/running-clocks#agency': list('auditor', ...line),
  'lists/late-entries': list('auditor'),
  'lists/orphaned-cases': list('auditor', ...line),
  'lists/attempts': list('auditor'),

  'audit/sign-ins': audit,
  'audit/refusals': audit,
  'audit/reads': audit,
  'audit/registry-changes': audit,
  'audit/readers': audit,
  'audit/installation': audit,

  'registry/me': { who: 'signed-in', whose: 'own' },
  'registry/my-sessions': { who: 'signed-in', whose: 'own' },
  'registry/end-my-session': { who: 'signed-in', whose: 'own' },
  'registry/end-my-sessions': { who: 'signed-in', whose: 'own' },
  'registry/my-second-factor': { who: 'signed-in', whose: 'own' },
  'registry/begin-second-factor': { who: 'signed-in', whose: 'own' },
  'registry/confirm-second-factor': { who: 'signed-in', whose: 'own' },
  'registry/remove-second-factor': { who: 'signed-in', whose: 'own' },
  'registry/my-passkeys': { who: 'signed-in', whose: 'own' },
  'registry/begin-passkey': { who: 'signed-in', whose: 'own' },
  'registry/remove-passkey': { who: 'signed-in', whose: 'own' },
  'registry/agency': { who: holders, whose: 'agency-or-system' },
  'registry/agency-history': { who: holders, whose: 'agency-or-system' },
  'registry/people': { who: holders, whose: 'agency-or-system' },
  'registry/person': { who: holders, whose: 'agency-or-system' },
  'registry/person#granted': { who: keepers, whose: 'agency-or-system' },
  'registry/person#accounts': { who: ['administrator', 'auditor'], whose: 'agency-or-system' },
  'registry/person-history': { who: holders, whose: 'own' },
  'registry/person-history#of-others': { who: [...keepers, 'auditor'], whose: 'agency-or-system' },

  // Their number, which who ends a capacity is to know; the cases are for those who work on them.
  'registry/person-duties': { who: holders, whose: 'own' },
  'registry/person-duties#of-others': {
    who: ['administrator', 'auditor', ...line],
    whose: 'agency-or-system',
  },
  'registry/person-duties#cases': { who: caseworkers, whose: 'agency' },

  // Each case is refused by the law of its own act.
  'registry/hand-over': { who: ['unit-head'], whose: 'agency' },

  'registry/proposals': { who: [...keepers, 'auditor'], whose: 'agency-or-system' },
  'registry/agency-proposals': { who: [...keepers, 'auditor'], whose: 'agency-or-system' },

  'registry/imports': { who: [...keepers, 'auditor'], whose: 'agency-or-system' },
  'registry/units': { who: holders, whose: 'agency-or-system' },
  'registry/enter-unit': registryEntry,
  'registry/end-unit': registryEntry,
  'registry/join-unit': registryEntry,
  'registry/entrustments': { who: holders, whose: 'agency-or-system' },
  'registry/entrust': registryEntry,
  'registry/end-entrustment': registryEntry,
  // A province gives the power: the office that has it enters none of it itself.
  'registry/delegations': { who: holders, whose: 'agency-or-system' },
  'registry/delegate': { who: ['administrator'], whose: 'system' },
  'registry/end-delegation': { who: ['administrator'], whose: 'system' },
  'registry/evaluate-delegation': { who: ['administrator'], whose: 'system' },
  'registry/import': registryEntry,
  'registry/abandon-import': registryEntry,
  'registry/take-up-import': registryEntry,
  'registry/register-agency': { who: ['administrator'], whose: 'system' },
  'registry/correct-level': { who: ['administrator'], whose: 'system' },
  'registry/set-lists': registryEntry,
  'registry/set-second-factor': registryEntry,
  'registry/register-person': registryEntry,
  'registry/grant-capacity': registryEntry,
  'registry/end-capacity': registryEntry,
  'registry/issue-credential': registryEntry,
  'registry/end-credential': registryEntry,
  'registry/record-qualification': registryEntry,
  'registry/end-qualification': registryEntry,
  'registry/correct-registration': registryEntry,
  'registry/open-account': registryEntry,
  'registry/confirm-account': approval,
  'registry/close-account': registryEntry,
  'registry/end-sessions': registryEntry,
  'registry/unlock-account': registryEntry,
  'registry/reset-second-factor': registryEntry,
  'registry/approve-of-person': approval,
  'registry/decline-of-person': approval,
  'registry/approve-of-agency': approval,
  'registry/decline-of-agency': approval,
};

const holdsPersonal = ({ personal }: AnyProcedure): boolean =>
  Object.values(personal).some((fields = []) => fields.length > 0);

/** Rights to read the records of a procedure; a side stream is read with its record. */
const readsOf = (procedure: AnyProcedure): readonly (readonly [string, Right])[] => {
  const { name, sideStream, register } = procedure;
  if (sideStream !== undefined) return [];
  const whole = holdsPersonal(procedure) ? wholeRecord : read;
  return [
    [`${name}/view`, whole],
    [`${name}/history`, whole],
    [`${name}/actions`, read],
    [`${name}/deadlines`, read],
    ...(register ? [[`lists/${register.name}`, list(...register.readers)] as const] : []),
  ];
};

/** Provisions alone decide who may do an act: its row states their result. */
const ofAct = ([name, { by: who }]: readonly [string, Readonly<{ by: readonly Capacity[] }>]): [
  string,
  Right,
] => [name, { who, whose: 'agency', refusedBy: 'law' }];

/** The whole table, by route. */
export const rights: ReadonlyMap<string, Right> = new Map([
  ...Object.entries(ofRoutes),
  ...procedures.flatMap(readsOf),
  ...Object.entries(allActs).map(ofAct),
]);

/** No row says who may: nobody may. */
export class NoRight extends Error {
  override readonly name = 'NoRight';
  constructor(route: string) {
    super(
      `权限表中没有 ${route}，请在 libs/rights 中写明。The table of rights has no row for ${route}: write it in libs/rights.`,
    );
  }
}

/** @throws NoRight */
export const rightTo = (route: string): Right => {
  const right = rights.get(route);
  if (right === undefined) throw new NoRight(route);
  return right;
};
