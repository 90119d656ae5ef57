import { defaultLists } from '@anjuan/law';
import { concluded, filed, filedAs, filingTerms, fine } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { fileOf, happened, paper, type Happened } from '../testing.js';
import { legalReviewRequired } from './required.js';

const noTriggers = { lists: defaultLists };

describe('what was reported of a party', () => {
  const person = filedAs({
    ...filingTerms,
    party: { kind: 'natural-person', name: '陈禾', person: { name: '陈禾' } },
  });
  const fined: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 5_000_000 }] };
  const report = concluded(fined).slice(4);
  const asCompany = {
    change: 'corrected',
    party: filingTerms.party,
    reason: '实为公司',
    paper: paper('register'),
  } as const;
  const corrected = happened('PartyChanged', '2026-04-21', 'tang', { approval: 7, ...asCompany });

  it('is measured as of its kind then: it goes on needing review when the kind is corrected', () => {
    const needed = (...history: readonly Happened[]) => legalReviewRequired(fileOf(...history), noTriggers);
    expect([needed(...person, ...report), needed(...person, ...report, corrected)]).toEqual([true, true]);
    expect([needed(...person, corrected, ...report), needed(...filed, ...report)]).toEqual([false, false]);
  });
});
