/** The clock of the closure: SAMR-P 77. */
import type { LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { applicationOf } from '../court-enforcement/standing.js';
import { toWithdraw } from '../decision-change/carried-out.js';
import { owed } from '../execution/owed.js';
import { owedBothWays } from '../execution/refund.js';
import { confiscatedGoodsLeft } from '../goods/confiscated.js';
import { clock, type Day, type Deadline, type Met } from './clock.js';
import { dayOfEntry, entryOn } from './entry-on.js';

type Ground = Readonly<{ startedBy: EntryNumber; from: LocalDate }>;

const last = (grounds: readonly Ground[]): Ground | undefined =>
  grounds.reduce<Ground | undefined>(
    (latest, next) => (latest === undefined || next.from >= latest.from ? next : latest),
    undefined,
  );

/** (1), and (4): performed, or a decision that asks for nothing. */
const performed = (file: CaseFile): readonly Ground[] => {
  const { decision, service, execution } = file;
  if (decision === undefined || service === undefined) return [];
  const reached: Ground[] = [{ startedBy: service.entry, from: service.servedOn }];
  if (decision.outcome.kind === 'penalty') {
    const { left } = owed(file);
    if (left.fine > 0 || left.gains > 0 || confiscatedGoodsLeft(file)) return [];
    reached.push(...execution.payments.map(({ entry, on }) => ({ startedBy: entry, from: on })));
    if (execution.goodsDisposedOn !== undefined) {
      reached.push({ startedBy: service.entry, from: execution.goodsDisposedOn });
    }
  }
  return reached;
};

/** (2), and its end by the agency itself (ACL 40). */
const executionEnded = (file: CaseFile): readonly Ground[] => {
  const ruling = applicationOf(file)?.answers.at(-1);
  const ended = file.executionTermination;
  return [
    ...(ruling?.answer === 'ended' ? [{ startedBy: ruling.entry, from: ruling.on }] : []),
    ...(ended === undefined ? [] : [{ startedBy: ended.entry, from: ended.terminatedOn }]),
  ];
};

/** (3), and (5): ended, or sent to the competent agency. */
const endedOrSent = (file: CaseFile): readonly Ground[] => {
  const { service, termination, jurisdiction } = file;
  if (termination !== undefined && service === undefined)
    return [{ startedBy: termination.entry, from: termination.terminatedOn }];
  const { entry = -1, sentOn } = jurisdiction.transfer ?? {};
  return sentOn === undefined
    ? []
    : [{ startedBy: entryOn(file, 'CaseTransferred', sentOn) ?? entry, from: sentOn }];
};

/** What followed the annulment: publication and refund. */
const undone = (file: CaseFile): readonly Ground[] =>
  (['PublicationWithdrawn', 'MoneyRefunded'] as const).flatMap((type) => {
    const entry = entryOn(file, type);
    const from = entry === undefined ? undefined : dayOfEntry(file, entry);
    return entry === undefined || from === undefined ? [] : [{ startedBy: entry, from }];
  });

/** (5) as well: annulled for good, with nothing of it left to be undone. */
const annulled = (file: CaseFile, day: Day): readonly Ground[] => {
  const former = file.formerDecisions.at(-1);
  if (file.decision !== undefined || former?.kind !== 'annulled' || former.decision === undefined) return [];
  return owedBothWays(file, day).refund > 0 || toWithdraw(file)
    ? []
    : [{ startedBy: former.entry, from: former.on }, ...undone(file)];
};

/** The day from which the ordinary case could be closed. */
const groundToClose = (file: CaseFile, day: Day): Ground | undefined =>
  [performed, executionEnded, endedOrSent, annulled]
    .map((of) => last(of(file, day)))
    .find((ground) => ground !== undefined);

/** A case that went on after its closure is closed anew from then, or from what was performed later. */
const sinceReopened = ({ reopened }: CaseFile, ground: Ground): Ground =>
  reopened === undefined || ground.from > reopened.on
    ? ground
    : { startedBy: reopened.entry, from: reopened.on };

/** What comes after the closure, as a surcharge that is still paid, asks for no other one. */
const closed = ({ closure }: CaseFile): Met | undefined =>
  closure && { entry: closure.entry, on: closure.closedOn };

/** A request of before, for a closure since undone, is not one of this. */
const close = (file: CaseFile, day: Day): readonly Deadline[] => {
  const first = groundToClose(file, day);
  if (first === undefined) return [];
  const ground = sinceReopened(file, first);
  const requested = file.approvals.findLast(
    ({ entry, matter, state, requestedOn }) =>
      matter === 'closure' &&
      (state === 'open' || state === 'given') &&
      requestedOn >= ground.from &&
      entry > (file.reopened?.entry ?? -1),
  );
  const met = requested ? { entry: requested.entry, on: requested.requestedOn } : closed(file);
  return clock({ id: 'closure', ...ground, met }, day);
};

export const ofClosure = [close];
