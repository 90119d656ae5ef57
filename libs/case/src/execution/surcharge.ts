/** What paying late costs (加处罚款): APL 66(2), 72(1)(1), 73(3); ACL 42. */
import {
  addDays,
  count,
  daysBetween,
  mergeIntervals,
  surcharge,
  timeLimit,
  type Calendar,
  type Fen,
  type Interval,
  type LocalDate,
} from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { uncarried } from '../decision-change/orders.js';
import { standstill } from '../execution-suspension/standing.js';
import { finedIn } from '../penalty/hearing-eligible.js';
import { penaltiesOf as penaltiesIn } from '../penalty/heavier.js';
import type { Instalment } from './later-payment.js';
import { owed, paymentsKept } from './owed.js';
import type { Execution } from './execution.js';

export type Debtor = Pick<
  CaseFile,
  | 'decision'
  | 'summary'
  | 'service'
  | 'execution'
  | 'remedies'
  | 'executionSuspensions'
  | 'executionTermination'
  | 'formerTerminations'
  | 'formerDecisions'
  | 'supervisionOrders'
>;

type Payment = Execution['payments'][number];

/** In fen: what has run up by the day, what an agreement waived of it, what was paid, what is left. */
export type Surcharge = Readonly<{ accrued: Fen; waived: Fen; paid: Fen; left: Fen }>;

/**
 * The party's periods run from here: receipt of the decision (APL 67(3)). One on the spot was handed over there; what the
 * agency has made of it since is received when it was served.
 */
export const receivedOn = ({
  service,
  summary,
}: Pick<CaseFile, 'service' | 'summary'>): LocalDate | undefined =>
  service?.servedOn ?? (summary?.changedOn === undefined ? summary?.decidedOn : undefined);

/** Last of the fifteen days; undefined before the party has the decision. */
export const payableUntil = (
  file: Pick<CaseFile, 'service' | 'summary'>,
  calendar: Calendar,
): LocalDate | undefined => {
  const from = receivedOn(file);
  if (from === undefined) return undefined;
  return fifteenDaysFrom(from, calendar);
};

const fifteenDaysFrom = (from: LocalDate, calendar: Calendar): LocalDate => {
  const { length, unit, roll } = timeLimit('payment', from);
  return count({ from, length, unit, roll }, calendar).due;
};

/**
 * The sums that the fine has been since the party received it, each with its last day: what an order added to it could
 * not be paid before fifteen days from that change.
 */
const sums = (file: Debtor, due: LocalDate, calendar: Calendar): readonly Instalment[] => {
  const { decision, service, formerDecisions } = file;
  const changes = formerDecisions.filter(
    ({ kind, entry, decision: former }) =>
      kind === 'changed' &&
      former !== undefined &&
      former.entry === decision?.entry &&
      entry > (service?.entry ?? Infinity),
  );
  const days = [due, ...changes.map(({ on }) => fifteenDaysFrom(on, calendar))];
  const collected = file.summary?.collected?.fen ?? 0;
  const fines = [
    ...changes.map((change) => (change.decision ? finedIn(penaltiesIn(change.decision.outcome)) : 0)),
    owed(file).fine - collected,
  ];
  return days.map((day, index) => ({ due: day, fen: Math.min(...fines.slice(index)) }));
};

const never = '9999-12-31';

/**
 * What of the fine falls due when: after fifteen days, or as deferred or divided; what was paid before that is settled.
 * A fine that was lowered afterwards shortens the plan from its end; of a decision served anew nothing is due before the
 * new fifteen days are over.
 */
const fineDue = (file: Debtor, calendar: Calendar): readonly Instalment[] => {
  const due = payableUntil(file, calendar);
  if (due === undefined) return [];
  const { plan, plannedOn = '', paidBeforePlan = 0 } = file.execution;
  const anew = plannedOn < (receivedOn(file) ?? '');
  const stages = sums(file, due, calendar);
  const whole = stages.at(-1)?.fen ?? 0;
  let covered = 0;
  const partUntil = (day: LocalDate, sum: Fen): Instalment => {
    const fen = Math.max(0, Math.min(sum, whole) - covered);
    covered += fen;
    return { due: day, fen };
  };
  const planned = plan === undefined ? [] : [{ due: never, fen: paidBeforePlan }, ...plan];
  return [
    ...planned.map((part) => partUntil(anew && part.due < due ? due : part.due, covered + part.fen)),
    ...(plan === undefined ? stages : stages.slice(1)).map((stage) => partUntil(stage.due, stage.fen)),
  ];
};

/** The first day by which something of the fine was due and is still unpaid; undefined where nothing is late. */
export const missedStage = (file: Debtor, day: LocalDate, calendar: Calendar): LocalDate | undefined => {
  const { paid } = owed(file);
  let covered = paid.fine - (file.summary?.collected?.fen ?? 0);
  return fineDue(file, calendar).find(({ due, fen }) => {
    covered -= fen;
    return covered < 0 && due < day;
  })?.due;
};

/** A part of the fine that was paid after its day: the last such part, and the payment that covered it. */
export const paidTooLate = (
  file: Debtor,
  calendar: Calendar,
): Readonly<{ due: LocalDate; payment: Payment }> | undefined => {
  const payments = paymentsKept(file.execution).filter((payment) => payment.for === 'fine');
  let sum = 0;
  return fineDue(file, calendar)
    .flatMap(({ due, fen }) => {
      sum += fen;
      const payment = fen > 0 ? coveredBy(payments, sum) : undefined;
      return payment !== undefined && payment.on > due ? [{ due, payment }] : [];
    })
    .at(-1);
};

const coveredBy = (payments: readonly Payment[], sum: Fen): Payment | undefined => {
  let paid = 0;
  return payments.find(({ fen }) => {
    paid += fen;
    return paid >= sum;
  });
};

/** The day on which the remedy, and what it ordered of the decision, was dealt with; undefined until then. */
const dealtWith = (file: Debtor, { entry, concluded }: Debtor['remedies'][number]): LocalDate | undefined => {
  const carriedOut = file.formerDecisions.find(({ remedy }) => remedy === entry)?.on;
  return uncarried(file).some((order) => order.entry === entry) ? undefined : (carriedOut ?? concluded?.on);
};

/**
 * APL 73(3): nothing runs up while the decision is being reconsidered or litigated, nor until what was ordered of it is
 * carried out (ALL 94). Nor while its execution is suspended or when it was ended: the surcharge is a means of execution
 * (ACL 12(1)), and rests with it.
 */
export const pauses = (file: Debtor, today: LocalDate): readonly Interval[] =>
  mergeIntervals([
    ...file.remedies.map((remedy) => {
      const from = remedy.acceptedOn;
      const to = dealtWith(file, remedy) ?? today;
      return { from, to: to < from ? from : to };
    }),
    ...standstill(file, today),
  ]);

const overlap = (one: Interval, other: Interval): number => {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return Math.max(0, daysBetween(from, to) + 1);
};

/** Days of delay: the first is the day after it was due, the last the day of payment. */
const daysLate = (due: LocalDate, until: LocalDate, paused: readonly Interval[]): number => {
  if (until <= due) return 0;
  const delay = { from: addDays(due, 1), to: until };
  return daysBetween(due, until) - paused.reduce((days, pause) => days + overlap(delay, pause), 0);
};

/** By the day, under the plan of then: what is entered later of the days before a plan is counted in them as well. */
const ranUpBy = (file: Debtor, day: LocalDate, paused: readonly Interval[], calendar: Calendar): Fen => {
  const { payments: all, plannedOn, planBefore, refunded } = file.execution;
  const payments = paymentsKept(file.execution)
    .filter((payment) => payment.for === 'fine' && payment.on <= day)
    .map(({ on, fen }) => ({ on, fen }));
  let accrued = 0;
  if (plannedOn !== undefined) {
    const execution = { payments: all, ...(refunded && { refunded }), ...planBefore };
    accrued += ranUpBy({ ...file, execution }, plannedOn < day ? plannedOn : day, paused, calendar);
  }
  for (const part of fineDue(file, calendar)) {
    let open = part.fen;
    while (open > 0) {
      const [payment = { on: day, fen: open }] = payments;
      const share = Math.min(open, payment.fen);
      accrued += surcharge(share, daysLate(part.due, payment.on, paused));
      open -= share;
      payment.fen -= share;
      if (payment.fen === 0) payments.shift();
    }
  }
  return accrued;
};

/**
 * Each part of the fine bears three percent a day from the day after it was due until it was paid; payments meet the
 * parts in their order. On what is unpaid, not on the whole fine, and never above it: the law leaves it open, and doubt
 * is the party's gain.
 */
export const surchargeOf = (file: Debtor, today: LocalDate, calendar: Calendar): Surcharge => {
  const accrued = ranUpBy(file, today, pauses(file, today), calendar);
  const { paid, fine } = owed(file);
  const waived = file.execution.waived ?? 0;
  const capped = Math.min(accrued, fine);
  return {
    accrued: capped,
    waived,
    paid: paid.surcharge,
    left: Math.max(0, capped - waived - paid.surcharge),
  };
};
