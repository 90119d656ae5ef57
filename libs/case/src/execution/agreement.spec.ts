import { majorPenalty, paid, served } from '../histories.testing.js';
import { given, happened, paper, people, type Happened } from '../testing.js';
import {
  agreedAsRequested,
  agreedByAnother,
  agreedByLeader,
  notWithTheCourt,
  oneAgreementRequest,
  waivedForRemedy,
  waivedOfWhatRanUp,
} from './agreement-provisions.js';
import type { AgreementTerms } from './agreement.js';
import { overdue, planAhead, planSumsToFine } from './later-payment-provisions.js';
import { longPlanByThePrincipal } from './long-deferral.js';
import { byThoseInCharge } from './provisions.js';
import { leaderStandsApart } from '../review/separation.js';

/** Served on 2026-06-08: fifteen days end on 2026-06-23. A fine of 184,000 yuan: 5,520 yuan a day. */
const due = served(majorPenalty);
const aDay = 552_000;
const remedied = '已经召回全部产品';
const agreement = paper('agreement');
const terms: AgreementTerms = { plan: [{ due: '2026-07-31', fen: 18_400_000 }], waived: 0 };
const requested = (of: AgreementTerms = terms, on = '2026-06-26'): Happened =>
  happened('ApprovalRequested', on, 'lin', { matter: 'execution-agreement', terms: of });
const request = (entry: AgreementTerms = terms) =>
  ({ on: '2026-06-26', by: 'lin', act: 'execution/request-agreement', entry }) as const;
const make = (of: AgreementTerms = terms) =>
  ({ on: '2026-06-26', by: 'tang', act: 'execution/make-agreement', entry: { ...of, agreement } }) as const;

describe('execution/request-agreement (ACL 42)', () => {
  it('is a handler’s, on its terms, one at a time', () => {
    given(...due)
      .when(request())
      .then({ type: 'ApprovalRequested', data: { matter: 'execution-agreement', terms } });
    given(...due)
      .when({ ...request(), by: 'tang', as: 'leader' })
      .thenRefused(byThoseInCharge);
    given(...due, requested())
      .when(request())
      .thenRefused(oneAgreementRequest);
  });

  it('divides the rest, once the time to pay is over', () => {
    given(...due)
      .when({ ...request(), on: '2026-06-23' })
      .thenRefused(overdue);
    given(...due)
      .when(request({ ...terms, plan: [{ due: '2026-07-31', fen: 1 }] }))
      .thenRefused(planSumsToFine);
    given(...due)
      .when(request({ ...terms, plan: [{ due: '2026-06-26', fen: 18_400_000 }] }))
      .thenRefused(planAhead);
  });

  it('waives surcharge for remedial measures, of what ran up, never the fine', () => {
    given(...due)
      .when(request({ ...terms, waived: aDay }))
      .thenRefused(waivedForRemedy);
    given(...due)
      .when(request({ ...terms, waived: 3 * aDay, remedied }))
      .thenRecords('ApprovalRequested');
    for (const waived of [3 * aDay + 1, -1, 0.5])
      given(...due)
        .when(request({ ...terms, waived, remedied }))
        .thenRefused(waivedOfWhatRanUp);
  });
});

describe('execution/make-agreement (ACL 42)', () => {
  it('is a leader’s, on the terms that a handler has asked for', () => {
    given(...due, requested())
      .when(make())
      .then(
        { type: 'ApprovalGiven', data: { approval: 12, matter: 'execution-agreement' } },
        { type: 'ExecutionAgreed', data: { ...terms, agreement, surcharge: 3 * aDay } },
      );
    const waiving = { ...terms, waived: 3 * aDay, remedied };
    given(...due, requested(waiving))
      .when(make(waiving))
      .thenRecords('ApprovalGiven', 'ExecutionAgreed');
    given(...due, requested())
      .when({ ...make(), by: 'zhou' })
      .thenRefused(agreedByLeader);
    const lin = { ...people.lin, capacities: ['officer', 'leader'] as const };
    given(...due, requested())
      .when({ ...make(), by: 'lin', as: 'leader', context: { people: { ...people, lin } } })
      .thenRefused(leaderStandsApart, agreedByAnother);
  });

  it('never one that nobody asked for, or on other terms: later, or with more waived', () => {
    given(...due)
      .when(make())
      .thenRefused(agreedAsRequested);
    const others: readonly AgreementTerms[] = [
      { ...terms, plan: [{ due: '2099-12-31', fen: 18_400_000 }] },
      { ...terms, plan: [...terms.plan, { due: '2099-12-31', fen: 0 }] },
      { ...terms, waived: aDay, remedied },
    ];
    const [later, longer, waiving] = others;
    given(...due, requested())
      .when(make(waiving))
      .thenRefused(agreedAsRequested);
    given(...due, requested())
      .when(make(later))
      .thenRefused(agreedAsRequested, longPlanByThePrincipal);
    given(...due, requested())
      .when(make(longer))
      .thenRefused(agreedAsRequested, planSumsToFine, longPlanByThePrincipal);
    const returned = happened('ApprovalReturned', '2026-06-26', 'tang', {
      approval: 12,
      matter: 'execution-agreement',
      reason: '期限过长',
    });
    given(...due, requested(), returned)
      .when(make())
      .thenRefused(agreedAsRequested);
  });

  it('nor for other measures of the party than those that were put forward', () => {
    const waiving = { ...terms, waived: 3 * aDay, remedied };
    for (const of of [
      { ...waiving, remedied: '已经停止销售' },
      { ...terms, remedied },
    ])
      given(...due, requested(of.waived === 0 ? terms : waiving))
        .when(make(of))
        .thenRefused(agreedAsRequested);
    const { remedied: _, ...silent } = waiving;
    given(...due, requested(waiving))
      .when(make(silent))
      .thenRefused(agreedAsRequested, waivedForRemedy);
  });

  it('is asked for anew where the debt has changed since', () => {
    const part = paid('2026-06-26', 'fine', 400_000);
    given(...due, requested(), part)
      .when(make())
      .thenRefused(planSumsToFine);
    const less: AgreementTerms = { ...terms, plan: [{ due: '2026-07-31', fen: 18_000_000 }] };
    given(...due, part, requested(less))
      .when(make(less))
      .thenRecords('ApprovalGiven', 'ExecutionAgreed');
  });

  it('is not made beside the court, unless that has refused', () => {
    const applied = happened('CourtApplied', '2026-12-28', 'lin', {
      approval: 13,
      application: paper('application'),
      enclosed: [],
      court: '北京市朝阳区人民法院',
      object: '罚款184,000元',
    });
    const refused = happened('CourtAnswered', '2027-01-04', 'lin', {
      answer: 'refused',
      ruling: paper('ruling'),
    });
    const of: AgreementTerms = { ...terms, plan: [{ due: '2027-03-31', fen: 18_400_000 }] };
    const late = { ...make(of), on: '2027-01-11' };
    given(...due, applied, requested(of, '2027-01-11'))
      .when(late)
      .thenRefused(notWithTheCourt);
    given(...due, applied)
      .when({ ...request(of), on: '2027-01-11' })
      .thenRefused(notWithTheCourt);
    given(...due, applied, refused, requested(of, '2027-01-11'))
      .when(late)
      .thenRecords('ApprovalGiven', 'ExecutionAgreed');
  });
});
