/** A sealing of 2026-03-11 from its request on, as every seizure demands it. */
import { investigated, oneLine } from '../histories.testing.js';
import { happened, paper, type Happened } from '../testing.js';
import type { Seize, SeizureTerms } from './seizure.js';

export const terms: SeizureTerms = {
  items: '腊肠原料32箱',
  basis: { law: '食品安全法', article: '110(4)' },
  days: 30,
  reason: '防止转移',
};
/** Entry 5. */
export const requested: readonly Happened[] = [
  ...investigated,
  happened('ApprovalRequested', '2026-03-11', 'lin', { matter: 'seizure', terms }),
];
/** Entry 6. */
export const approved: readonly Happened[] = [
  ...requested,
  happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 5, matter: 'seizure' }),
];
/** What is done in front of the party, of one line of goods. */
export const formalities = {
  credentialShown: true,
  rightsTold: true,
  statementHeard: true,
  decisionHandedOver: true,
  listHandedOver: true,
  partyPresent: true,
  sceneRecord: paper('scene'),
  list: paper('list'),
  lines: oneLine,
  recordSigned: true,
  media: [paper('film')],
};
export const seize: Seize = {
  officers: ['lin', 'gao'],
  approval: 5,
  ...formalities,
};
export const taken = { ...terms, ...seize, until: '2026-04-10' };
/** Entry 7: until 2026-04-10. */
export const seized: readonly Happened[] = [
  ...approved,
  happened('ItemsSeized', '2026-03-11', ['lin', 'gao'], taken),
];
