/** What is given back of what was paid, and off which payments: APL 72(1)(1); what no decision supports is paid back. */
import type { Fen } from '@anjuan/law';
import type { Context } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import type { Execution, PaymentPurpose } from './execution.js';
import { owed, type Owed } from './owed.js';
import { surchargeOf, type Debtor } from './surcharge.js';

export type Refund = Readonly<Record<PaymentPurpose, Fen>>;

/** With what was paid without a decision that still asks for it, and not given back yet. */
export type OwedBothWays = Owed & Readonly<{ refund: Fen }>;

type Day = Pick<Context, 'today' | 'calendar'>;

const over = (paid: Fen, due: Fen): Fen => Math.max(0, paid - due);

/** A surcharge is three percent a day of the fine as it stands: of a lowered one less has run up than was paid. */
const dueBack = (file: Debtor, { today, calendar }: Day): Refund => {
  const { paid, fine, gains } = owed(file);
  const { accrued, waived } = surchargeOf(file, today, calendar);
  return {
    fine: over(paid.fine, fine),
    'illegal-gains': over(paid['illegal-gains'], gains),
    surcharge: over(paid.surcharge, Math.max(0, accrued - waived)),
  };
};

export const owedBothWays = (file: Debtor, day: Day): OwedBothWays => {
  const due = dueBack(file, day);
  return { ...owed(file), refund: due.fine + due['illegal-gains'] + due.surcharge };
};

/** Fine first, then gains, then surcharge, each as far as it is due back. */
const shared = (fen: Fen, due: Refund): Refund => {
  let left = fen;
  const share = (purpose: PaymentPurpose): Fen => {
    const part = Math.min(left, due[purpose]);
    left -= part;
    return part;
  };
  return {
    fine: share('fine'),
    'illegal-gains': share('illegal-gains'),
    surcharge: share('surcharge'),
  };
};

/** What a refund is of, on the day it is entered. */
export const refundOf = (file: Debtor, fen: Fen, day: Day): Refund => shared(fen, dueBack(file, day));

/** A refund that does not say what it is of: of the surcharge came back what was above the fine. */
export const refundUnsaid = (
  file: Pick<CaseFile, 'decision' | 'summary' | 'execution'>,
  fen: Fen,
): Refund => {
  const { paid, fine, gains } = owed(file);
  return shared(fen, {
    fine: over(paid.fine, fine),
    'illegal-gains': over(paid['illegal-gains'], gains),
    surcharge: over(paid.surcharge, fine),
  });
};

/** Off the latest payments there are then: what is kept was paid in time as far as it can be. */
export const givenBack = (execution: Execution, refund: Refund): Execution => {
  const back = new Map<string, Fen>(Object.entries(refund));
  const latestFirst = [...execution.payments].sort((a, b) =>
    a.on === b.on ? b.entry - a.entry : a.on < b.on ? 1 : -1,
  );
  const returned = new Map(
    latestFirst.map(({ entry, fen, for: purpose, returned: before = 0 }) => {
      const part = Math.min(fen - before, back.get(purpose) ?? 0);
      back.set(purpose, (back.get(purpose) ?? 0) - part);
      return [entry, before + part];
    }),
  );
  const { fine = 0, 'illegal-gains': gains = 0, surcharge = 0 } = execution.refunded ?? {};
  return {
    ...execution,
    payments: execution.payments.map((payment) => {
      const off = returned.get(payment.entry) ?? 0;
      return off > 0 ? { ...payment, returned: off } : payment;
    }),
    refunded: {
      fine: fine + refund.fine,
      'illegal-gains': gains + refund['illegal-gains'],
      surcharge: surcharge + refund.surcharge,
    },
  };
};
