import type { Fen } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { Penalty, PenaltyKind } from '../penalty/penalty.js';
import type { Execution, PaymentPurpose } from './execution.js';

/** What the decision makes the party pay, what has come in, and what is left; all in fen, never below 0. */
export type Owed = Readonly<{
  fine: Fen;
  gains: Fen;
  paid: Readonly<Record<PaymentPurpose, Fen>>;
  left: Readonly<{ fine: Fen; gains: Fen }>;
  /** Paid without a decision that still asks for it, and not given back yet; `paid` is without what was given back. */
  refund: Fen;
}>;

/** What the party has been punished with, by either procedure; nothing before a decision, or after its annulment. */
export const penaltiesOf = ({
  decision,
  summary,
}: Pick<CaseFile, 'decision' | 'summary'>): readonly Penalty[] => {
  if (decision === undefined) return summary?.annulledBy === undefined ? (summary?.penalties ?? []) : [];
  return decision.outcome.kind === 'penalty' ? decision.outcome.penalties : [];
};

const over = (paid: Fen, due: Fen): Fen => Math.max(0, paid - due);
const total = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, fen) => sum + fen, 0);

/** Value of goods is no debt: goods are taken, not paid. */
export const owed = (file: Pick<CaseFile, 'decision' | 'summary' | 'execution'>): Owed => {
  const imposed = (kind: PenaltyKind) =>
    total(penaltiesOf(file).flatMap((penalty) => (penalty.kind === kind ? [penalty.fen ?? 0] : [])));
  const cameIn = (purpose: PaymentPurpose) =>
    total(file.execution.payments.flatMap((payment) => (payment.for === purpose ? [payment.fen] : []))) -
    (file.execution.refunded?.[purpose] ?? 0);
  const fine = imposed('fine');
  const gains = imposed('confiscation-of-gains');
  const paid = {
    fine: cameIn('fine') + (file.summary?.collected?.fen ?? 0),
    'illegal-gains': cameIn('illegal-gains'),
    surcharge: cameIn('surcharge'),
  };
  return {
    fine,
    gains,
    paid,
    left: { fine: Math.max(0, fine - paid.fine), gains: Math.max(0, gains - paid['illegal-gains']) },
    refund: over(paid.fine, fine) + over(paid['illegal-gains'], gains) + over(paid.surcharge, fine),
  };
};

/** Refunds by purpose after one more: fine first, then gains, then surcharge, each as far as it is owed back. */
export const withRefund = (
  file: Pick<CaseFile, 'decision' | 'summary' | 'execution'>,
  fen: Fen,
): Readonly<Record<PaymentPurpose, Fen>> => {
  const { paid, fine, gains } = owed(file);
  const { refunded } = file.execution;
  let left = fen;
  const share = (purpose: PaymentPurpose, due: Fen): Fen => {
    const part = Math.min(left, over(paid[purpose], due));
    left -= part;
    return (refunded?.[purpose] ?? 0) + part;
  };
  return {
    fine: share('fine', fine),
    'illegal-gains': share('illegal-gains', gains),
    surcharge: share('surcharge', fine),
  };
};

/** By day; what was given back is taken off the earliest. */
export const paymentsKept = ({ payments, refunded }: Execution): Execution['payments'] => {
  const back = new Map<string, Fen>(Object.entries(refunded ?? {}));
  return [...payments]
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
    .map((payment) => {
      const returned = Math.min(payment.fen, back.get(payment.for) ?? 0);
      back.set(payment.for, (back.get(payment.for) ?? 0) - returned);
      return { ...payment, fen: payment.fen - returned };
    })
    .filter(({ fen }) => fen > 0);
};
