/** An execution agreement (执行协议): a handler asks for it, a leader makes it with the party. ACL 42. */
import type { Entry } from '@anjuan/entry';
import { act } from '../case-act.js';
import type { Recorded } from '../case-event.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { executionNotTerminated } from '../execution-suspension/provisions.js';
import * as law from './agreement-provisions.js';
import { makeAgreementSchema, requestAgreementSchema } from './entries.js';
import { fineUnpaid, overdue, planAhead, planSumsToFine } from './later-payment-provisions.js';
import { ranUp, type MakeAgreement } from './later-payment.js';
import { longPlanByThePrincipal } from './long-deferral.js';
import { byThoseInCharge, notClosed } from './provisions.js';

/** execution/request-agreement */
export type AgreementTerms = Entry<typeof requestAgreementSchema>;

const onTheDebt = [
  notClosed,
  fineUnpaid,
  overdue,
  executionNotTerminated,
  law.notWithTheCourt,
  ordersFirst,
] as const;
const terms = [planSumsToFine, planAhead, law.waivedForRemedy, law.waivedOfWhatRanUp] as const;

export const agreementActs = {
  'execution/request-agreement': act<AgreementTerms, Recorded<'ApprovalRequested'>>({
    title: { zh: '申请达成执行协议', en: 'Ask for an execution agreement' },
    entry: requestAgreementSchema,
    by: ['officer'],
    requires: [byThoseInCharge, ...onTheDebt, law.oneAgreementRequest],
    demands: [...terms],
    records: 'ApprovalRequested',
    matter: 'execution-agreement',
    data: ({ plan, waived, remedied }) => ({
      matter: 'execution-agreement',
      terms: {
        plan: plan.map(({ due, fen }) => ({ due, fen })),
        waived,
        ...(remedied !== undefined && { remedied }),
      },
    }),
  }),
  'execution/make-agreement': act<MakeAgreement, Recorded<'ApprovalGiven'> | Recorded<'ExecutionAgreed'>>({
    title: { zh: '达成执行协议', en: 'Make an execution agreement' },
    entry: makeAgreementSchema,
    by: ['leader', 'principal'],
    opensGate: true,
    requires: [law.agreedByLeader, law.agreedByAnother, ...onTheDebt],
    demands: [law.agreedAsRequested, ...terms, longPlanByThePrincipal],
    records: 'ExecutionAgreed',
    record: ({ plan, waived, remedied, agreement }, file, context) => {
      const requested = law.requestedAgreement(file);
      // Without a request `execution/agreement-as-asked-for` has refused.
      if (requested === undefined) return [];
      const stamp = { v: 1, occurredAt: context.now, actors: [context.actor] } as const;
      return [
        {
          type: 'ApprovalGiven',
          ...stamp,
          data: { approval: requested.entry, matter: 'execution-agreement' },
        },
        {
          type: 'ExecutionAgreed',
          ...stamp,
          data: {
            plan: plan.map(({ due, fen }) => ({ due, fen })),
            waived,
            ...(remedied !== undefined && { remedied }),
            agreement,
            ...ranUp(file, context),
          },
        },
      ];
    },
  }),
};
