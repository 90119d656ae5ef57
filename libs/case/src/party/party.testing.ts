/** A case whose party changes: what the specs of this step begin with. */
import { filedAs, filingTerms } from '../histories.testing.js';
import { happened, paper, type Happened } from '../testing.js';
import type { PartyChangeTerms } from './party.js';

export const before = filingTerms.party;
export const renamed = { ...before, name: '京味食品有限公司', address: '朝阳区东苇路20号' };
export const successor = {
  kind: 'entity',
  name: '京都食品集团有限公司',
  uscc: '91350100M000100Y43',
} as const;
export const citizen = { kind: 'natural-person', person: { name: '王树林' } } as const;
export const filedAgainstCitizen = filedAs({ ...filingTerms, party: citizen });

export const rename = {
  on: '2026-04-02',
  by: 'lin',
  act: 'party/rename',
  entry: { party: renamed, on: '2026-04-01', paper: paper('registry') },
} as const;
export const terms = {
  change: 'merged',
  party: successor,
  reason: '吸收合并',
  paper: paper('merger'),
} as const;
export const ask = { on: '2026-04-02', by: 'lin', act: 'party/request-change', entry: terms } as const;
export const asked = (asks: PartyChangeTerms = terms, by: 'lin' | 'tang' = 'lin') =>
  happened('ApprovalRequested', '2026-04-02', by, { matter: 'party-change', terms: asks });
export const approveOf = (history: readonly Happened[]) =>
  ({
    on: '2026-04-03',
    by: 'tang',
    act: 'party/approve-change',
    entry: { approval: history.length },
  }) as const;

/** Asked for and approved: three more entries. */
export const changedAfter = (history: readonly Happened[], on = '2026-06-03'): readonly Happened[] => [
  ...history,
  happened('ApprovalRequested', on, 'lin', { matter: 'party-change', terms }),
  happened('ApprovalGiven', on, 'tang', { approval: history.length, matter: 'party-change' }),
  happened('PartyChanged', on, 'tang', { approval: history.length, ...terms }),
];
