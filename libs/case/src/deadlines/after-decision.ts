/** Clocks from the decision on: service, publicity, payment and instalments. */
import { apl, clockOf, daysBetween, samrP, type LocalDate } from '@anjuan/law';
import type { CaseFile } from '../steps.js';
import { asItStandsSince } from '../decision-change/standing.js';
import { owed, paymentsKept, penaltiesOf } from '../execution/owed.js';
import type { PaymentPurpose } from '../execution/execution.js';
import { clock, lateness, stateOf, type Day, type Deadline, type Met } from './clock.js';
import { dayOfEntry } from './entry-on.js';

/** A change that goes to the party anew starts its service anew; one of a remedy reaches the party from there. */
const toServeSince = (file: CaseFile, { entry, decidedOn }: NonNullable<CaseFile['decision']>) => {
  const changed = asItStandsSince(file);
  return changed !== undefined && (file.service?.entry ?? Infinity) > changed.entry
    ? { startedBy: changed.entry, from: changed.on }
    : { startedBy: entry, from: decidedOn };
};

/** Ended between decision and service: the decision reached nobody, and nothing that rests on it runs. */
const endedUnserved = ({ service, termination }: CaseFile): CaseFile['termination'] =>
  service === undefined ? termination : undefined;

/** By a public notice also where the party received the decision itself while that ran. */
const servedFirst = (file: CaseFile): Met | undefined => {
  const { service } = file;
  if (service === undefined) return undefined;
  const entry = service.inPlaceOf ?? service.entry;
  return { entry, on: dayOfEntry(file, entry) ?? service.servedOn };
};

/** What the agency has made of a decision on the spot goes to the party as any decision. */
const serveChanged = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { summary, formerDecisions } = file;
  const change = formerDecisions.findLast(
    ({ kind, ground }) => kind === 'changed' && ground !== 'remedy-outcome',
  );
  if (summary?.changedOn === undefined || summary.annulledBy !== undefined || change === undefined) return [];
  const met = servedFirst(file);
  return clock({ id: 'decision-service', startedBy: change.entry, from: summary.changedOn, met }, day);
};

/** What APL 61 gives seven days for is a decision on a penalty: one to transfer the case is sent to who takes it over. */
const serve = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { decision } = file;
  if (decision === undefined) return serveChanged(file, day);
  if (decision.outcome.kind === 'transfer') return [];
  const ended = endedUnserved(file);
  const met = servedFirst(file) ?? (ended && { entry: ended.entry, on: ended.terminatedOn });
  return clock({ id: 'decision-service', ...toServeSince(file, decision), met }, day);
};

/** A public notice serves when its days are over; until then nothing that rests on the service runs. */
const publicNotice = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { service } = file;
  if (service?.method !== 'public-notice') return [];
  const from = dayOfEntry(file, service.entry) ?? service.servedOn;
  return clock({ id: 'public-notice', startedBy: service.entry, from }, day);
};

/** Characters 3–8 of the credit code are the region of its registry (GB 32100-2015); two digits are a province. */
const registeredElsewhere = ({ filing }: CaseFile, { region }: Day): boolean => {
  const registry = filing?.party.uscc?.slice(2, 4);
  return registry !== undefined && region !== undefined && registry !== region.slice(0, 2);
};

/** Of what is served by public notice nothing may be published before its days are over; a change is published anew. */
const toPublishSince = (file: CaseFile, { entry, decidedOn }: NonNullable<CaseFile['decision']>) => {
  const { service } = file;
  const since = asItStandsSince(file) ?? { entry, on: decidedOn };
  return service?.method === 'public-notice' && service.servedOn > since.on
    ? { startedBy: service.entry, from: service.servedOn }
    : { startedBy: since.entry, from: since.on };
};

/**
 * Only what may be published at all: SAMR-Pub 2. For a party registered in another province publishing is pushing it
 * there, in ten working days (SAMR-Pub 10).
 */
const publish = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { decision, publication } = file;
  if (decision === undefined || endedUnserved(file) !== undefined) return [];
  if (penaltiesOf(file).every(({ kind }) => kind === 'warning')) return [];
  const met = publication && { entry: publication.entry, on: publication.publishedOn };
  const of = { ...toPublishSince(file, decision), met };
  const onTheSystem = registeredElsewhere(file, day) ? 'publicity-push' : 'publication';
  return [...clock({ id: 'credit-publicity', ...of }, day), ...clock({ id: onTheSystem, ...of }, day)];
};

/** The payment with which at least so much had come in for these purposes. */
const paidInFull = (
  { execution }: CaseFile,
  wanted: Readonly<Partial<Record<PaymentPurpose, number>>>,
): Met | undefined => {
  const left = new Map(Object.entries(wanted));
  return paymentsKept(execution).find((payment) => {
    const before = left.get(payment.for);
    if (before !== undefined) left.set(payment.for, before - payment.fen);
    return [...left.values()].every((fen) => fen <= 0);
  });
};

const payable = (file: CaseFile): Readonly<{ startedBy: number; from: LocalDate }> | undefined => {
  const { service, summary } = file;
  if (service) return { startedBy: service.entry, from: service.servedOn };
  return summary?.changedOn === undefined && summary
    ? { startedBy: summary.entry, from: summary.decidedOn }
    : undefined;
};

/** An approved plan takes the fine out of the fifteen days (APL 66(2)); what is collected on the spot is paid. */
const pay = (file: CaseFile, day: Day): readonly Deadline[] => {
  const starts = payable(file);
  const { fine, gains } = owed(file);
  const collected = file.summary?.collected?.fen ?? 0;
  const due = {
    fine: file.execution.plan === undefined ? fine - collected : 0,
    'illegal-gains': gains,
  };
  if (starts === undefined || (due.fine <= 0 && due['illegal-gains'] <= 0)) return [];
  return clock({ id: 'payment', ...starts, met: paidInFull(file, due) }, day);
};

/** Each instalment is met when the fine paid since the plan reaches it and those before it. */
const instalments = (file: CaseFile, { today }: Day): readonly Deadline[] => {
  const { plan = [], planEntry = -1, paidBeforePlan = 0 } = file.execution;
  const approvedOn = dayOfEntry(file, planEntry);
  if (approvedOn === undefined) return [];
  let sum = paidBeforePlan;
  return plan.map(({ due, fen }, index) => {
    sum += fen;
    const met = paidInFull(file, { fine: sum });
    const state = stateOf(due, 'alarm', met, today);
    return {
      id: `instalment-${index + 1}`,
      title: { zh: `分期缴纳罚款：第${index + 1}期`, en: `pay the fine by instalments: number ${index + 1}` },
      cites: [apl(66, 2), samrP(74)],
      startedBy: planEntry,
      from: approvedOn,
      due,
      unrolled: due,
      effect: 'alarm',
      provisional: false,
      state,
      ...(met?.entry !== undefined && { metBy: met.entry }),
      ...lateness(state, due, met?.on ?? today),
      excludedDays: 0,
      explained: {
        length: daysBetween(approvedOn, due),
        unit: 'd',
        roll: 'none',
        excluded: [],
        holidays: [],
        makeUpDays: [],
        consequence: clockOf('payment').consequence,
      },
    };
  });
};

export const afterDecision = [serve, publicNotice, publish, pay, instalments];
