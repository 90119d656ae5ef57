import type { Fen } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import type { Penalty, PenaltyKind } from '../penalty/penalty.js';
import type { Execution, PaymentPurpose } from './execution.js';

/** What the decision makes the party pay, what has come in and was not given back, and what is left; in fen, never below 0. */
export type Owed = Readonly<{
  fine: Fen;
  gains: Fen;
  paid: Readonly<Record<PaymentPurpose, Fen>>;
  left: Readonly<{ fine: Fen; gains: Fen }>;
}>;

/** What the party has been punished with, by either procedure; nothing before a decision, or after its annulment. */
export const penaltiesOf = ({
  decision,
  summary,
}: Pick<CaseFile, 'decision' | 'summary'>): readonly Penalty[] => {
  if (decision === undefined) return summary?.annulledBy === undefined ? (summary?.penalties ?? []) : [];
  return decision.outcome.kind === 'penalty' ? decision.outcome.penalties : [];
};

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
  };
};

/** By day, without what was given back of them. */
export const paymentsKept = ({ payments }: Execution): Execution['payments'] =>
  [...payments]
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
    .map(({ returned = 0, ...payment }) => ({ ...payment, fen: payment.fen - returned }))
    .filter(({ fen }) => fen > 0);
