/** Clocks from the lead to the decision. */
import { addDays, daysBetween, type Interval, type LocalDate } from '@anjuan/law';
import type { EntryNumber } from '@anjuan/procedure';
import { datesOf, found, punished } from '../investigation/breaches.js';
import { establishedBy, type Established } from '../investigation/established.js';
import { confiscatedHere, heldFreely } from '../goods/confiscated.js';
import { goodsOf, type Goods } from '../goods/ledger.js';
import { penaltiesOf } from '../execution/owed.js';
import { withEachParty } from '../joined-parties/every-party.js';
import type { CaseFile } from '../steps.js';
import { checkLonger, daysNotChecked, type FormerCheck, type Lead } from '../initiation/lead.js';
import { endOf } from '../initiation/provisions.js';
import { excluded, extendedBy, periodBegins } from '../decision-period/due.js';
import { fileChangedSince } from '../review/changed-since.js';
import type { Seizure } from '../seizure/seizure.js';
import { testsOf } from '../seizure/term.js';
import type { Test } from '../evidence/evidence.js';
import { clock, daysAfter, type Day, type Deadline, type Met } from './clock.js';
import { entryOn } from './entry-on.js';
import { decidedOrGone, reviewedNoMore } from './over.js';

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);

/** ACL 25(3): only a period that was fixed and notified in writing, and no longer than that. */
const daysOfTests = (tests: readonly Test[]): readonly Interval[] =>
  tests
    .filter(({ toldInWriting }) => toldInWriting)
    .flatMap(({ commissionedOn, periodDays, resultOn }) => {
      const fixed = addDays(commissionedOn, Math.max(0, periodDays));
      return daysAfter(commissionedOn, earlier(resultOn ?? fixed, fixed));
    });

/** Filed, decided on the spot, decided against, merged with another, or sent to the agency that is competent. */
const checkEnded = (file: CaseFile, lead: Lead): Met | undefined => {
  const { filing, summary, jurisdiction } = file;
  if (filing !== undefined) return { entry: filing.entry, on: filing.filedOn };
  if (summary !== undefined) return { entry: summary.entry, on: summary.decidedOn };
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
  // A supplement ends the period in time, and hides none that had run out before it.
  const ofFormer = (former: FormerCheck) =>
    one(former.entry, former, former.ended ?? former.supplemented).filter(
      ({ state }) => former.ended !== undefined || state === 'missed',
    );
  const { receivedOn, extended } = lead;
  return [
    ...(lead.formerChecks ?? []).flatMap((former) => ofFormer(former)),
    ...one(
      lead.since ?? lead.entry,
      { receivedOn, extended: extended !== undefined },
      checkEnded(file, lead),
    ),
  ];
};

const confiscatedFrom = (file: CaseFile, goods: Goods): boolean =>
  confiscatedHere(file, goods) > 0 ||
  (penaltiesOf(file).some(({ kind }) => kind === 'confiscation-of-goods') &&
    goods.gone.some(({ how }) => how === 'disposed-of'));

/** A seizure ends when the last of its goods is given back, handed over or used up, or a decision confiscates the rest. */
const seizureEnded = (file: CaseFile, seizure: Seizure): Met | undefined => {
  const goods = goodsOf(file, seizure.entry);
  if (goods.some((one) => heldFreely(file, one) > 0)) return undefined;
  const went = goods.flatMap(({ gone }) => gone).filter(({ how }) => how !== 'disposed-of');
  // Of several parties any decision may take them.
  const confiscating = withEachParty(file).flatMap((of) =>
    of.decision !== undefined && goods.some((one) => confiscatedFrom(of, one))
      ? [{ entry: of.decision.entry, on: of.decision.decidedOn }]
      : [],
  );
  return [...went.map(({ entry, on }) => ({ entry, on })), ...confiscating].reduce<Met | undefined>(
    (last, one) => (last === undefined || one.on >= last.on ? one : last),
    undefined,
  );
};

const seizures = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.seizures.flatMap((seizure) =>
    clock(
      {
        id: 'seizure-term',
        startedBy: seizure.entry,
        from: seizure.takenOn,
        days: daysBetween(seizure.takenOn, seizure.until),
        excluded: daysOfTests(testsOf(seizure, file.evidence.tests)),
        met: seizureEnded(file, seizure),
      },
      day,
    ),
  );

/** One of a file that has changed is answered no more, and is not late with what nobody may give. */
const reviews = (file: CaseFile, day: Day): readonly Deadline[] =>
  file.reviews.flatMap(({ entry, sentOn, answer, answeredOn, longer = 0 }) => {
    const met =
      answeredOn === undefined
        ? (fileChangedSince(file, entry) ?? reviewedNoMore(file))
        : { entry: answer, on: answeredOn };
    return clock({ id: 'review', startedBy: entry, from: sentOn, longer, met }, day);
  });

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
