/** Every clock that runs (在办期限): one row a clock. Whether it is overdue is compared at reading, never kept. */
import { caseProcedure, deadlines, seenFor, type Bilingual, type Deadline } from '@anjuan/case';
import { addDays, dayOf, longCite, shortCite, type LocalDate } from '@anjuan/law';
import { countingVersion, dayFor, type Counting } from '../../counting.js';
import type { CaseView, ViewCase } from '../../view.js';
import { handlersOf, waitsOn, type WaitsOn } from './waits-on.js';

export type RunningClockRow = Readonly<{
  caseId: string;
  /** Place among the clocks of the case. */
  nth: number;
  agency: string;
  number: string | null;
  cause: string | null;
  /** Of the time limit. */
  id: string;
  title: Bilingual;
  cites: readonly string[];
  article: readonly string[];
  effect: Deadline['effect'];
  /** What follows when it is missed. */
  consequence: Bilingual;
  startedBy: number;
  /** Day it is counted from; later than today for what begins by the mere passing of time. */
  fromDay: LocalDate;
  due: LocalDate;
  provisional: boolean;
  /** Its days are left out at present: it is no nearer its end tomorrow. */
  standsStill: boolean;
  /** The day on which it was counted. */
  countedOn: LocalDate;
  /** It is over by itself after its last day, and not late: a right unused, a time that was to be waited. */
  endsByItself: boolean;
  handlers: readonly string[];
  /** The hearing host, once named. */
  host: string | null;
  waitsOn: WaitsOn;
}>;

/** Later than the surcharge and the way to the court begin without any entry. */
const horizonDays = 5 * 366;

const open = ({ state, metBy }: Deadline): boolean =>
  metBy === undefined && (state === 'running' || state === 'missed' || state === 'lapsed');

const same = (a: Deadline, b: Deadline): boolean =>
  a.id === b.id && a.startedBy === b.startedBy && a.ofParty === b.ofParty;

const overByItself = ({ state }: Deadline): boolean => state === 'lapsed' || state === 'met';

const rowsOf = (of: ViewCase, counting: Counting): readonly RunningClockRow[] => {
  const { id: caseId, agency, recordedAt, file } = of;
  if (file.archived) return [];
  const countedOn = dayOf(recordedAt);
  const on = (today: LocalDate) => deadlines(file, dayFor(counting, of, today));
  const now = on(countedOn);
  const later = on(addDays(countedOn, horizonDays));
  const begun = now.filter(open).map((deadline) => {
    const then = later.find((one) => same(one, deadline)) ?? deadline;
    const standsStill = then.excludedDays > deadline.excludedDays;
    return { deadline, standsStill, endsByItself: overByItself(then) };
  });
  // A clock that is stopped until an entry is made is shown from that entry on.
  const toBegin = later
    .filter((then) => open(then) && then.from >= countedOn && then.excludedDays === 0)
    .filter((then) => !now.some((deadline) => same(deadline, then)))
    .map((deadline) => ({ deadline, standsStill: false, endsByItself: overByItself(deadline) }));
  /** Of the party for which it runs. */
  const seen = ({ ofParty }: Deadline) => (ofParty === undefined ? file : seenFor(file, ofParty));
  return [...begun, ...toBegin].map(({ deadline, standsStill, endsByItself }, nth) => ({
    caseId,
    nth,
    agency,
    number: file.filing?.number ?? file.summary?.caseNumber ?? null,
    cause: file.filing?.cause ?? file.summary?.cause ?? null,
    id: deadline.id,
    title: deadline.title,
    cites: deadline.cites.map(shortCite),
    article: deadline.cites.map(longCite),
    effect: deadline.effect,
    consequence: deadline.explained.consequence,
    startedBy: deadline.startedBy,
    fromDay: deadline.from,
    due: deadline.due,
    provisional: deadline.provisional,
    standsStill,
    countedOn,
    endsByItself,
    handlers: handlersOf(file),
    host: seen(deadline).hearing.host?.person ?? null,
    waitsOn: waitsOn(seen(deadline), deadline),
  }));
};

export const runningClocksBy = (counting: Counting): CaseView => ({
  of: caseProcedure,
  name: 'running-clocks',
  version: `7-${countingVersion(counting)}`,
  columns: `
    case_id text COLLATE "C" NOT NULL,
    nth integer NOT NULL,
    agency text NOT NULL,
    number text,
    cause text,
    id text NOT NULL,
    title jsonb NOT NULL,
    cites jsonb NOT NULL,
    article jsonb NOT NULL,
    effect text NOT NULL,
    consequence jsonb NOT NULL,
    started_by integer NOT NULL,
    from_day text COLLATE "C" NOT NULL,
    due text COLLATE "C" NOT NULL,
    provisional boolean NOT NULL,
    stands_still boolean NOT NULL,
    counted_on text COLLATE "C" NOT NULL,
    ends_by_itself boolean NOT NULL,
    handlers text[] NOT NULL,
    host text,
    waits_on text NOT NULL,
    PRIMARY KEY (case_id, nth)`,
  indexes: ['(agency, due, case_id, nth)'],
  rows: (of) => rowsOf(of, counting),
});
