/** Clocks from the lead to the decision. */
import { addDays, daysBetween, type Interval, type LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import { datesOf, found, punished } from '../investigation/breaches.js';
import { establishedBy, type Established } from '../investigation/established.js';
import type { CaseFile } from '../steps.js';
import { checkLonger, daysNotChecked, type Lead } from '../initiation/lead.js';
import { endOf } from '../initiation/provisions.js';
import { confiscated } from '../closure/provisions.js';
import { excluded, extendedBy, periodBegins } from '../decision-period/due.js';
import type { Seizure } from '../seizure/seizure.js';
import type { Test } from '../evidence/evidence.js';
import { clock, daysAfter, type Day, type Deadline, type Met } from './clock.js';
import { entryOn } from './entry-on.js';

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** ACL 25(3): only a period that was fixed and notified in writing, and no longer than that. */
const daysOfTests = (tests: readonly Test[]): readonly Interval[] =>
  tests
    .filter(({ toldInWriting }) => toldInWriting)
    .flatMap(({ commissionedOn, periodDays, resultOn }) => {
      const fixed = addDays(commissionedOn, Math.max(0, periodDays));
      return daysAfter(commissionedOn, earlier(resultOn ?? fixed, fixed));
    });

/** Filed, decided against, merged with another, or sent to the agency that is competent. */
const checkEnded = (file: CaseFile, lead: Lead): Met | undefined => {
  const { filing, jurisdiction } = file;
  if (filing !== undefined) return { entry: filing.entry, on: filing.filedOn };
  const { sentOn } = jurisdiction.transfer ?? {};
  if (sentOn !== undefined) return { entry: entryOn(file, 'CaseTransferred', sentOn), on: sentOn };
  return endOf(lead);
};

/** SAMR-P 18: fifteen working days, and fifteen more when a leader has lengthened them. */
const checkLead = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { lead } = file;
  if (lead === undefined) return [];
  const one = (
    startedBy: EntryNumber,
    { receivedOn, extended }: Readonly<{ receivedOn: LocalDate; extended: boolean }>,
    met: Met | undefined,
  ): readonly Deadline[] =>
    clock(
      {
        id: 'lead-check',
        startedBy,
        from: receivedOn,
        excluded: daysNotChecked(file, met?.on ?? day.today),
        met,
        ...(extended && { longer: checkLonger }),
      },
      day,
    );
  const { receivedOn, extended } = lead;
  return [
    ...(lead.formerChecks ?? []).flatMap((former) => one(former.entry, former, former.notFiled)),
    ...one(
      lead.since ?? lead.entry,
      { receivedOn, extended: extended !== undefined },
      checkEnded(file, lead),
    ),
  ];
};

/** A seizure ends when it is lifted, or when a decision confiscates its goods. */
const seizureEnded = (file: CaseFile, seizure: Seizure): Met | undefined => {
  if (seizure.liftedOn !== undefined) {
    return { entry: entryOn(file, 'SeizureLifted', seizure.liftedOn), on: seizure.liftedOn };
  }
  const { decision } = file;
  return decision && confiscated(file, seizure)
    ? { entry: decision.entry, on: decision.decidedOn }
    : undefined;
};

const seizures = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.seizures.flatMap((seizure) =>
    clock(
      {
        id: 'seizure-term',
        startedBy: seizure.entry,
        from: seizure.takenOn,
        days: daysBetween(seizure.takenOn, seizure.until),
        excluded: daysOfTests(file.evidence.tests),
        met: seizureEnded(file, seizure),
      },
      day,
    ),
  );

const reviews = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.reviews.flatMap(({ entry, sentOn, answer, answeredOn, longer = 0 }) =>
    clock(
      {
        id: 'review',
        startedBy: entry,
        from: sentOn,
        longer,
        met: answeredOn === undefined ? undefined : { entry: answer, on: answeredOn },
      },
      day,
    ),
  );

/** Annulled for good there is nothing left to decide; nor in a case that is closed, or has gone elsewhere. */
const decidedOrGone = (file: CaseFile): Met | undefined => {
  const { decision, formerDecisions, termination, jurisdiction, closure } = file;
  const last = formerDecisions.at(-1);
  const annulled = last?.kind === 'annulled' ? last.decision : undefined;
  const made = decision ?? annulled;
  if (made !== undefined) return { entry: made.entry, on: made.decidedOn };
  if (termination !== undefined) return { entry: termination.entry, on: termination.terminatedOn };
  const { sentOn } = jurisdiction.transfer ?? {};
  if (sentOn !== undefined) return { entry: entryOn(file, 'CaseTransferred', sentOn), on: sentOn };
  return closure && { entry: closure.entry, on: closure.closedOn };
};

const decide = (file: CaseFile, day: Day): readonly Deadline[] => {
  const begun = periodBegins(file);
  if (begun === undefined) return [];
  const met = decidedOrGone(file);
  const of = { id: 'decision-period', startedBy: begun.entry, from: begun.from, met } as const;
  // A day that an organ or a court has fixed is neither lengthened nor counted around.
  if (begun.until !== undefined) return clock({ ...of, days: daysBetween(begun.from, begun.until) }, day);
  return clock({ ...of, longer: extendedBy(file), excluded: excluded(file, met?.on ?? day.today) }, day);
};

/** APL 36: the day the breach was found ends the limitation, whenever the case is filed. */
const limitationOf = (file: CaseFile, of: Established, day: Day): readonly Deadline[] => {
  const { filing } = file;
  const { act, discoveredOn, endangersLifeOrProperty } = of;
  if (filing === undefined || act === undefined || discoveredOn === undefined) return [];
  return clock(
    {
      id: endangersLifeOrProperty === true ? 'limitation-with-harm' : 'limitation',
      startedBy: filing.entry,
      from: act.to,
      on: filing.filedOn,
      met: { entry: filing.entry, on: discoveredOn },
    },
    day,
  );
};

const daysLeft = ({ due, state }: Deadline): string => `${state === 'lapsed' ? 0 : 1} ${due}`;

/** Of several breaches that are to be punished, the one that is lost first. */
const limitation = (file: CaseFile, day: Day): readonly Deadline[] => {
  const { investigation, decision } = file;
  if (investigation === undefined) return limitationOf(file, establishedBy(file, {}), day);
  const { proposal } = investigation;
  const which = punished(decision?.outcome ?? proposal, investigation);
  return (which.length > 0 ? which : found(investigation))
    .flatMap((breach) => limitationOf(file, datesOf(file, breach), day))
    .sort((one, other) => (daysLeft(one) < daysLeft(other) ? -1 : 1))
    .slice(0, 1);
};

export const beforeDecision = [checkLead, limitation, seizures, reviews, decide];
