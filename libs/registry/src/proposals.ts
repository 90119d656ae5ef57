/** What opens a gate is proposed by one person and approved by another; nothing of it is in force before. */
import type { Capacity } from '@anjuan/case';
import { addDays, dayOf, type LocalDate } from '@anjuan/law';
import { RegistryRefusal } from './registry-refusal.js';

export type ProposalEvent<Change> =
  | Readonly<{ type: 'ChangeProposed'; data: Readonly<{ change: Change }> }>
  | Readonly<{ type: 'ChangesApproved'; data: Readonly<{ proposals: readonly number[] }> }>
  | Readonly<{ type: 'ChangesDeclined'; data: Readonly<{ proposals: readonly number[]; reason: string }> }>;

export type Proposal<Change> = Readonly<{
  /** 1, 2, 3 … within the stream of the person or agency. */
  number: number;
  /** The person who proposed it. */
  by: string;
  on: LocalDate;
  change: Change;
  outcome?: 'approved' | 'declined';
  /** Who approved or declined it, and when. */
  answered?: Readonly<{ by: string; on: LocalDate }>;
}>;

export const isOfProposals = <Change>(
  event: ProposalEvent<Change> | Readonly<{ type: string }>,
): event is ProposalEvent<Change> =>
  event.type === 'ChangeProposed' || event.type === 'ChangesApproved' || event.type === 'ChangesDeclined';

/** The proposals after the event, and the changes that come into force with it. */
export const withProposalEvent = <Change>(
  known: readonly Proposal<Change>[],
  event: ProposalEvent<Change> & Readonly<{ by: string; occurredAt: string }>,
): Readonly<{ proposals: readonly Proposal<Change>[]; inForce: readonly Change[] }> => {
  if (event.type === 'ChangeProposed')
    return {
      proposals: [
        ...known,
        {
          number: known.length + 1,
          by: event.by,
          on: dayOf(event.occurredAt),
          change: event.data.change,
        },
      ],
      inForce: [],
    };
  const outcome = event.type === 'ChangesApproved' ? 'approved' : 'declined';
  const named = event.data.proposals;
  const answered = { by: event.by, on: dayOf(event.occurredAt) };
  return {
    proposals: known.map((one) => (named.includes(one.number) ? { ...one, outcome, answered } : one)),
    inForce:
      outcome === 'approved'
        ? known.filter(({ number }) => named.includes(number)).map(({ change }) => change)
        : [],
  };
};

/** In the order in which they come into force. @throws RegistryRefusal, where one is not there or not open any more */
export const openOnes = <Change>(
  known: readonly Proposal<Change>[],
  numbers: readonly number[],
): readonly Proposal<Change>[] =>
  [...numbers]
    .sort((one, other) => one - other)
    .map((number) => {
      const found = known.find((one) => one.number === number && one.outcome === undefined);
      if (found) return found;
      const open = known.filter(({ outcome }) => outcome === undefined).map((one) => String(one.number));
      throw new RegistryRefusal(
        'no-open-proposal',
        `没有待批准的第 ${String(number)} 项；待批准的为：${open.join('、') || '无'}。Proposal ${String(number)} is not open; open are: ${open.join(', ') || 'none'}.`,
      );
    });

/** @throws RegistryRefusal, where the person proposed one of them */
export const approvedByAnother = (proposals: readonly Proposal<unknown>[], by: string): void => {
  const own = proposals.find((one) => one.by === by);
  if (own)
    throw new RegistryRefusal(
      'own-proposal',
      `第 ${String(own.number)} 项由本人提出，须由另一名管理员或者本机关主要负责人批准。Proposal ${String(own.number)} is your own: let another administrator or the agency’s principal approve it.`,
    );
};

export const goodForDays = 30;
/** @throws RegistryRefusal: after so long nobody may remember why it was right */
export const notTooOld = (proposals: readonly Proposal<unknown>[], today: LocalDate): void => {
  const old = proposals.find(({ on }) => addDays(on, goodForDays) < today);
  if (old)
    throw new RegistryRefusal(
      'proposal-too-old',
      `第 ${String(old.number)} 项于 ${old.on} 提出，已超过 ${String(goodForDays)} 天，请重新提出。Proposal ${String(old.number)} of ${old.on} is more than ${String(goodForDays)} days old: propose it again.`,
    );
};

/** Of those who send, review, lead, hear, audit or grant, and may see who reported; who investigates passes no gate. */
export const opensAGate: ReadonlySet<Capacity> = new Set([
  'case-reviewer',
  'legal-reviewer',
  'unit-head',
  'hearing-host',
  'leader',
  'principal',
  'auditor',
  'administrator',
] satisfies readonly Capacity[]);

type Granted = Readonly<{ capacity: Capacity; from: LocalDate }>;

export const grantTakesTwo = ({ capacity, from }: Granted, today: LocalDate): boolean =>
  opensAGate.has(capacity) || from < today;
