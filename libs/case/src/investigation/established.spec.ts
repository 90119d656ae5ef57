/** Limitation, jurisdiction and cause are judged by what the report has found, not by the day guessed at filing. */
import { chinaCalendar } from '@anjuan/law';
import { decidedByLeader, ourJurisdictionStill } from '../decision/provisions.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { withinLimitation } from '../decision/of-penalty.js';
import { deadlines } from '../deadlines.js';
import {
  concluded,
  decided,
  filedAs,
  filingTerms,
  firstBreach,
  investigated,
  majorPenalty,
} from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { datesInOrder } from '../initiation/filing-terms.js';
import { dossier } from '../review/dossier.js';
import type { Outcome } from '../penalty/penalty.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { ConcludeInvestigation } from './investigation.js';
import { penaltyWithinLimitation } from './provisions.js';

const [report] = concluded(majorPenalty).slice(-1);
if (report?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
const findings = report.data as ConcludeInvestigation;

type Found = Partial<ConcludeInvestigation>;
const conclude = (found: Found, history: readonly Happened[] = investigated) =>
  given(...history).when({
    on: '2026-04-14',
    by: 'lin',
    act: 'investigation/conclude',
    entry: { ...findings, ...found },
  });
const reported = (history: readonly Happened[], found: Found): readonly Happened[] =>
  history.map((event) =>
    event.type === 'InvestigationConcluded' ? { ...event, data: { ...event.data, ...found } } : event,
  );
const long = { from: '2021-01-05', to: '2023-02-20' };
const harm = { endangersLifeOrProperty: true };

describe('Fault 3: what the report has found (SAMR-P 48(3), APL 36)', () => {
  it('is recorded with it, and left out where it is as the filing said', () => {
    const found = {
      cause: '使用回收食品作为原料',
      act: { from: '2026-01-01', to: '2026-02-25' },
      discoveredOn: '2026-03-01',
      endangersLifeOrProperty: false,
      ourJurisdiction: true,
    };
    conclude(found).then({ type: 'InvestigationConcluded', data: { ...findings, ...found } });
    conclude({}).then({ type: 'InvestigationConcluded', data: findings });
  });

  it('an act that ended three years before its discovery is not punished', () => {
    conclude({ act: long }).thenRefused(penaltyWithinLimitation);
    conclude({ act: long, proposal: firstBreach }).thenRecords('InvestigationConcluded');
    conclude({ act: { from: '2021-01-05', to: '2024-03-02' } }).thenRecords('InvestigationConcluded');
    conclude({ act: { from: '2021-01-05', to: '2024-03-01' } }).thenRefused(penaltyWithinLimitation);
    conclude({ act: { from: '2021-01-05', to: '2024-03-01' }, discoveredOn: '2026-03-01' }).thenRecords(
      'InvestigationConcluded',
    );
  });

  it('unless it did harm to life, health or financial safety: five years', () => {
    conclude({ act: long, ...harm }).thenRecords('InvestigationConcluded');
    conclude({ act: { from: '2020-01-05', to: '2021-03-01' }, ...harm }).thenRefused(penaltyWithinLimitation);
  });

  it('and harm that the filing said and the report did not find gives no five years', () => {
    const terms = { ...filingTerms, ...harm, act: long };
    const history = [...filedAs(terms), ...investigated.slice(4)];
    conclude({}, history).thenRecords('InvestigationConcluded');
    conclude({ endangersLifeOrProperty: false }, history).thenRefused(penaltyWithinLimitation);
  });

  it('with its days in order', () => {
    conclude({ act: { from: '2026-02-20', to: '2026-01-05' } }).thenRefused(datesInOrder);
    conclude({ discoveredOn: '2026-04-15' }).thenRefused(datesInOrder);
    conclude({ discoveredOn: '2026-01-04' }).thenRefused(datesInOrder);
  });

  it('is what the decision is judged by', () => {
    const make = {
      on: '2026-06-05',
      by: 'he',
      act: 'decision/make',
      entry: { outcome: majorPenalty, number: '1', onStatements: '不予采纳' },
    } as const;
    const reportedAs = (found: Found) => reported(readyToDecide(majorPenalty), found);
    given(...reportedAs({ cause: '使用回收食品作为原料', discoveredOn: '2026-03-01' }))
      .when({ ...make, by: 'lin' })
      .thenRefused(decidedByLeader, noDecisionWithoutReview);
    given(...reportedAs({}))
      .when(make)
      .thenRecords('DecisionMade');
    given(...reportedAs({ act: long }))
      .when({ ...make, context: asReviewed(reportedAs({ act: long })) })
      .thenRefused(withinLimitation);
    given(...reportedAs({ ourJurisdiction: false }))
      .when({ ...make, context: asReviewed(reportedAs({ ourJurisdiction: false })) })
      .thenRefused(ourJurisdictionStill);
  });

  it('SAMR-P 60(1)(4): what belongs to others is decided to be transferred', () => {
    const transfer: Outcome = { kind: 'transfer', to: '通州区农业农村局', reason: '不属于本机关管辖' };
    const history = reported(readyToDecide(transfer), { ourJurisdiction: false });
    given(...history)
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: transfer, number: '1' },
        context: asReviewed(history),
      })
      .thenRecords('DecisionMade');
  });

  it('is not lost by the silence of the next report, and taken back by its word', () => {
    const found = { act: long, discoveredOn: '2026-03-01', ...harm, ourJurisdiction: false };
    const redo = happened('DecisionChanged', '2026-06-10', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    });
    const history = [...reported(decided(majorPenalty), found), redo];
    const again = (said: Found) =>
      given(...history).when({
        on: '2026-06-15',
        by: 'lin',
        act: 'investigation/conclude',
        entry: { ...findings, ...said },
      });
    again({}).then({ type: 'InvestigationConcluded', data: { ...findings, ...found } });
    again({ ourJurisdiction: true }).then({
      type: 'InvestigationConcluded',
      data: { ...findings, ...found, ourJurisdiction: true },
    });
    again({ endangersLifeOrProperty: false }).thenRefused(penaltyWithinLimitation);
  });

  it('is part of what is reviewed, and changes no dossier where it is silent', () => {
    const digest = (found: Found) => dossier(fileOf(...reported(concluded(majorPenalty), found)));
    expect(digest({ act: long })).not.toStrictEqual(digest({}));
    expect(digest({ ourJurisdiction: true })).not.toStrictEqual(digest({}));
    expect(Object.keys(digest({}).findings ?? {})).not.toContain('act');
  });

  it('gives the case its cause and the limitation its days', () => {
    const file = fileOf(
      ...reported(decided(majorPenalty), { cause: '使用回收食品作为原料', act: long, ...harm }),
    );
    expect(file.filing?.cause).toBe('使用回收食品作为原料');
    const day = { today: '2026-06-05', calendar: chinaCalendar };
    expect(deadlines(file, day)).toContainEqual(
      expect.objectContaining({ id: 'limitation-with-harm', from: '2023-02-20' }),
    );
  });
});

/** The reviews of the shared history agreed to the report as it was before: here they agreed to this one. */
function asReviewed(history: readonly Happened[]) {
  const { reviews } = fileOf(...history);
  return { dossierDigest: reviews.at(-1)?.digest ?? '' };
}
