/** Open duties of each person in cases that are not archived (在办职责): a row for each. */
import {
  caseProcedure,
  handling,
  reviewerNamed,
  partiesIn,
  seenFor,
  waitingReview,
  type ActName,
  type Capacity,
  type CaseFile,
  type PersonId,
} from '@anjuan/case';
import { dayOf, type LocalDate } from '@anjuan/law';
import type { CaseView, ViewCase } from '../../view.js';
import { stageOf, type Stage } from '../docket/stage.js';

type Outline = Readonly<{
  /** One of these capacities is needed for it. */
  needs: readonly Capacity[];
  /** The act by which somebody else gets it; of nobody by name: whoever is granted the capacity has it. */
  passedOnBy?: ActName;
}>;

const outlines = {
  /** 核查案源；who was named to check the lead, or took it down, and those it shall be filed with */
  lead: { needs: ['officer'], passedOnBy: 'initiation/name-checkers' },
  /** 承办 */
  handler: { needs: ['officer'], passedOnBy: 'initiation/name-handlers' },
  /** 确认共同办理的记录；to confirm what several officers did together */
  confirmation: { needs: ['officer'] },
  /** 交回当场收缴的罚款：行政处罚法第七十一条；to hand in what was collected on the spot */
  'collected-fine': { needs: ['officer'], passedOnBy: 'summary-procedure/hand-in-money' },
  /** 主持听证 */
  hearing: { needs: ['hearing-host'], passedOnBy: 'hearing/name-host' },
  /** 集体讨论 */
  discussion: { needs: ['leader', 'principal'], passedOnBy: 'collective-discussion/open' },
  /** Of nobody by name, unless a reviewer was named: any reviewer or leader of the agency may see to it. */
  'legal-review': { needs: ['legal-reviewer'], passedOnBy: 'review/name-reviewer' },
  'case-review': { needs: ['case-reviewer'], passedOnBy: 'review/name-reviewer' },
  approval: { needs: ['leader', 'principal'] },
} as const satisfies Readonly<Record<string, Outline>>;
export type Duty = keyof typeof outlines;
export const duties: Readonly<Record<Duty, Outline>> = outlines;

export type DutyRow = Readonly<{
  caseId: string;
  /** Place among the duties of the case. */
  nth: number;
  agency: string;
  /** null: whoever of the agency holds the capacity */
  person: string | null;
  duty: Duty;
  number: string | null;
  cause: string | null;
  stage: Stage;
  openedOn: LocalDate;
  /** The entry that is to be confirmed, answered, concluded. */
  entry: number | null;
}>;
type Borne = Pick<DutyRow, 'person' | 'duty' | 'entry'>;

const each = (duty: Duty, people: readonly PersonId[], entry: number | null = null): readonly Borne[] =>
  [...new Set(people)].map((person) => ({ person, duty, entry }));

const beforeFiling = (file: CaseFile): readonly Borne[] => {
  if (stageOf(file) !== 'lead') return [];
  const { lead, approvals, entries } = file;
  const named = approvals.flatMap((one) =>
    one.matter === 'filing' && one.state === 'open' ? one.terms.handlers : [],
  );
  const checking = lead?.checkers ?? entries.slice(0, 1).map(({ recordedBy }) => recordedBy);
  return each('lead', [...checking, ...named]);
};

/** Until the file is archived: a closed case waits for that. */
const handled = (file: CaseFile): readonly Borne[] => each('handler', handling(file));

const unconfirmed = ({ entries }: CaseFile): readonly Borne[] =>
  entries
    .filter(({ state, doneAnewBy }) => state !== 'withdrawn' && doneAnewBy === undefined)
    .flatMap(({ entry, awaits }) => each('confirmation', awaits, entry));

const collected = ({ summary }: CaseFile): readonly Borne[] =>
  summary?.collected !== undefined && summary.handedInOn === undefined
    ? each('collected-fine', [summary.collected.by])
    : [];

const heard = ({ hearing: { requested, host, ended, report }, decision }: CaseFile): readonly Borne[] =>
  requested && host && !ended && !report && !decision ? each('hearing', [host.person], requested.entry) : [];

const discussed = ({ discussions, decision }: CaseFile): readonly Borne[] => {
  const last = discussions.at(-1);
  if (!last || last.concluded || decision) return [];
  const silent = last.attending.filter((one) => !last.opinions.some(({ person }) => person === one));
  return each('discussion', [last.chair, ...silent], last.entry);
};

const reviewed = (file: CaseFile): readonly Borne[] => {
  const review = waitingReview(file);
  if (review === undefined) return [];
  const { kind, entry } = review;
  return [{ person: reviewerNamed(file) ?? null, duty: `${kind}-review`, entry }];
};

const approved = ({ approvals }: CaseFile): readonly Borne[] =>
  approvals
    .filter(({ state }) => state === 'open')
    .map(({ entry }) => ({ person: null, duty: 'approval', entry }));

/** Of each party of several. */
const ofParty = (seen: CaseFile): readonly Borne[] => [...heard(seen), ...discussed(seen), ...reviewed(seen)];

const borneIn = (file: CaseFile): readonly Borne[] => {
  if (file.archived) return [];
  const always = [...beforeFiling(file), ...handled(file), ...unconfirmed(file), ...collected(file)];
  return file.closure
    ? always
    : [...always, ...partiesIn(file).flatMap((party) => ofParty(seenFor(file, party))), ...approved(file)];
};

const namedAs = ({ filing, summary }: CaseFile): Pick<DutyRow, 'number' | 'cause'> => {
  if (filing) return { number: filing.number, cause: filing.cause };
  return { number: summary?.caseNumber ?? null, cause: summary?.cause ?? null };
};

const rows = ({ id: caseId, agency, recordedAt, file }: ViewCase): readonly DutyRow[] => {
  const openedOn = file.lead?.receivedOn ?? file.summary?.decidedOn ?? dayOf(recordedAt);
  const ofCase = { caseId, agency, ...namedAs(file), stage: stageOf(file), openedOn };
  return borneIn(file).map((borne, nth) => ({ ...ofCase, nth, ...borne }));
};

export const dutiesView: CaseView = {
  of: caseProcedure,
  name: 'duties',
  version: '3',
  columns: `
    case_id text COLLATE "C" NOT NULL,
    nth integer NOT NULL,
    agency text NOT NULL,
    person text,
    duty text NOT NULL,
    number text,
    cause text,
    stage text NOT NULL,
    opened_on text COLLATE "C" NOT NULL,
    entry integer,
    PRIMARY KEY (case_id, nth)`,
  indexes: ['(agency, person)', '(agency, opened_on, case_id, nth)'],
  rows,
};
