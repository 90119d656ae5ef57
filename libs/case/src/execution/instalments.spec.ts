import {
  collectedOnTheSpot,
  decided,
  lead,
  majorPenalty,
  onTheSpot,
  paid,
  served,
} from '../histories.testing.js';
import { decisionInHand } from '../service/provisions.js';
import { given, happened, morningOf, paper, people } from '../testing.js';
import {
  answeredByAnother,
  answeredByLeader,
  applicationOpen,
  fineUnpaid,
  hardshipInWriting,
  noApplicationOpen,
  planAhead,
  planSumsToFine,
  refusalReasoned,
} from './later-payment-provisions.js';
import { byThoseInCharge, notBeforeDecision } from './provisions.js';
import { caseOpen } from '../initiation/provisions.js';
import { leaderStandsApart } from '../review/separation.js';

const due = served(majorPenalty);
const applied = happened('InstalmentsAppliedFor', '2026-06-15', 'lin', {
  reason: '资金周转困难',
  application: paper('application'),
});
const apply = {
  on: '2026-06-15',
  by: 'lin',
  act: 'execution/apply-for-instalments',
  entry: { reason: '资金周转困难', application: paper('application') },
} as const;
const plan = [
  { due: '2026-07-31', fen: 10_000_000 },
  { due: '2026-08-31', fen: 8_400_000 },
];
const approve = {
  on: '2026-06-18',
  by: 'tang',
  act: 'execution/approve-instalments',
  entry: { plan },
} as const;
const refuse = {
  on: '2026-06-18',
  by: 'tang',
  act: 'execution/refuse-instalments',
  entry: { reason: '有支付能力' },
} as const;
const granted = happened('InstalmentsApproved', '2026-06-18', 'tang', { plan, application: 12 });
const refused = happened('InstalmentsRefused', '2026-06-18', 'tang', {
  reason: '有支付能力',
  application: 12,
});

describe('an application for instalments', () => {
  it('is the written one of the party', () => {
    given(...due)
      .when(apply)
      .then({ type: 'InstalmentsAppliedFor', data: apply.entry });
  });

  it('may ask for a later day instead (APL 66(2))', () => {
    given(...due)
      .when({ ...apply, entry: { ...apply.entry, kind: 'deferral' } })
      .then({ type: 'InstalmentsAppliedFor', data: { ...apply.entry, kind: 'deferral' } });
  });

  it('may be made again after a refusal', () => {
    given(...due, applied, refused)
      .when({ ...apply, on: '2026-06-22' })
      .thenRecords('InstalmentsAppliedFor');
  });

  it('is refused without hardship, before service, without a fine, or while another waits', () => {
    given(...due)
      .when({ ...apply, entry: { ...apply.entry, reason: ' ' } })
      .thenRefused(hardshipInWriting);
    given(...decided(majorPenalty))
      .when(apply)
      .thenRefused(decisionInHand);
    given(...due, paid('2026-06-10', 'fine', 18_400_000))
      .when(apply)
      .thenRefused(fineUnpaid);
    given(...due, applied)
      .when({ ...apply, on: '2026-06-16' })
      .thenRefused(noApplicationOpen);
    given(...due)
      .when({ ...apply, entry: { ...apply.entry, occurredAt: morningOf('2026-06-01'), lateReason: '补录' } })
      .thenRefused(notBeforeDecision);
  });
});

describe('the answer', () => {
  it('grants a plan of the unpaid fine', () => {
    given(...due, applied)
      .when(approve)
      .then({ type: 'InstalmentsApproved', data: { plan, application: 12 } });
  });

  it('grants a plan of what is left after a payment', () => {
    given(...due, applied, paid('2026-06-16', 'fine', 10_000_000))
      .when({ ...approve, entry: { plan: plan.slice(1) } })
      .thenRecords('InstalmentsApproved');
  });

  it('or refuses with a reason', () => {
    given(...due, applied)
      .when(refuse)
      .then({ type: 'InstalmentsRefused', data: { reason: '有支付能力', application: 12 } });
    given(...due, applied)
      .when({ ...refuse, entry: { reason: '' } })
      .thenRefused(refusalReasoned);
  });

  it('is refused when the sum is another, or an instalment is nothing', () => {
    given(...due, applied)
      .when({ ...approve, entry: { plan: plan.slice(1) } })
      .thenRefused(planSumsToFine);
    given(...due, applied)
      .when({ ...approve, entry: { plan: [...plan, { due: '2026-09-30', fen: 0 }] } })
      .thenRefused(planSumsToFine);
  });

  it.each([
    ['today', [{ due: '2026-06-18', fen: 18_400_000 }]],
    ['out of order', [...plan].reverse()],
  ])('is refused when an instalment is due %s', (_, dates) => {
    given(...due, applied)
      .when({ ...approve, entry: { plan: dates } })
      .thenRefused(planAhead);
  });

  it('is refused without a plan, an application, or a second time', () => {
    given(...due, applied)
      .when({ ...approve, entry: { plan: [] } })
      .thenRefused(planSumsToFine, planAhead);
    given(...due)
      .when(approve)
      .thenRefused(applicationOpen);
    given(...due, applied, granted)
      .when({ ...approve, on: '2026-06-19' })
      .thenRefused(applicationOpen);
  });

  it('is a leader’s, and not of one who handles the case or took the application down', () => {
    given(...due, applied)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(answeredByLeader);
    const lin = { ...people.lin, capacities: ['officer', 'leader'] as const };
    given(...due, applied)
      .when({ ...approve, by: 'lin', as: 'leader', context: { people: { ...people, lin } } })
      .thenRefused(leaderStandsApart, answeredByAnother);
  });
});

describe('a fine decided on the spot (APL 66(2))', () => {
  const spot = { ...apply, on: '2026-06-20' } as const;
  const appliedFor = happened('InstalmentsAppliedFor', '2026-06-20', 'lin', {
    reason: '资金周转困难',
    application: paper('application'),
  });

  it('is paid later or in parts on application as any other', () => {
    given(...onTheSpot)
      .when(spot)
      .thenRecords('InstalmentsAppliedFor');
    given(...onTheSpot, appliedFor)
      .when({
        on: '2026-06-22',
        by: 'tang',
        act: 'execution/approve-deferral',
        entry: { until: '2026-09-30' },
      })
      .thenRecords('DeferralApproved');
    given(...collectedOnTheSpot)
      .when(spot)
      .thenRefused(fineUnpaid);
    given(...lead)
      .when(spot)
      .thenRefused(caseOpen, byThoseInCharge, decisionInHand, fineUnpaid);
  });
});
