/** The benchmark at the decision: APL 34; a fine outside its grade is for the leaders together or the superior. */
import { apl, benchmarkPublished, policy } from '@anjuan/law';
import { type EntryProvision, filled } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';
import { standingDiscussion } from '../collective-discussion/required.js';
import { found, punished } from '../investigation/breaches.js';
import type { Findings } from '../investigation/investigation.js';
import { departureReasoned, inItsGrade, minimumKept } from '../investigation/grading.js';
import { forBreach } from '../penalty/breaches.js';
import { penaltiesOf } from '../penalty/heavier.js';
import type { Outcome } from '../penalty/penalty.js';
import type { MakeDecision } from './decision.js';

type Reported = Pick<CaseFile, 'investigation'>;

/** A benchmark that is not named at all is refused by another provision. */
export const benchmarkPublic: EntryProvision<Reported, MakeDecision> = {
  id: 'decision/benchmark-published',
  cites: apl(34),
  says: '行政处罚裁量基准应当向社会公布',
  en: 'The benchmark had been made public, and was in force, when the report measured by it',
  cure: { zh: '依已公布的裁量基准重新终结调查', en: 'Conclude anew by a benchmark that is public' },
  curedBy: ['investigation/conclude'],
  fields: ['/outcome/kind', '/outcome/penalties/*/breach'],
  holds: ({ outcome }, { investigation }, { lists }) =>
    investigation === undefined ||
    punished(outcome, investigation).every(
      ({ benchmark = '' }) =>
        !filled(benchmark) || benchmarkPublished(lists, benchmark, investigation.concludedOn),
    ),
};

export const minimumDecided: EntryProvision<Reported, MakeDecision> = {
  id: 'decision/not-below-the-minimum',
  cites: policy(
    '低于法定最低罚款属减轻处罚，须有法定情节；Below the minimum is mitigated, and needs a ground',
  ),
  also: [apl(32)],
  says: '没有法定减轻情节的，不得低于法定最低罚款数额',
  en: 'No fine below the minimum of the article is decided without a ground to mitigate',
  cure: {
    zh: '提高罚款数额，或者写明减轻情节并重新终结调查',
    en: 'Raise the fine, or name the ground and conclude anew',
  },
  curedBy: ['investigation/conclude'],
  fields: ['/outcome'],
  holds: ({ outcome }, { investigation }) =>
    investigation === undefined ||
    found(investigation).every(
      (breach) => breach.grading === undefined || minimumKept(forBreach(outcome, breach), breach.grading),
    ),
};

const finedByNone = ({ noBenchmark }: Pick<Findings, 'noBenchmark'>, outcome: Outcome): boolean =>
  filled(noBenchmark) && penaltiesOf(outcome).some(({ kind }) => kind === 'fine');

type Weighed = Pick<
  CaseFile,
  'investigation' | 'discussions' | 'reviews' | 'statements' | 'hearing' | 'recusals'
>;

export const departureAllowed: EntryProvision<Weighed, MakeDecision> = {
  id: 'decision/departure-discussed-or-approved',
  cites: policy(
    '国办发〔2022〕27号：调整适用裁量基准经集体讨论或者上级批准；Departing from the benchmark is discussed or approved',
  ),
  also: [apl(34)],
  says: '罚款数额不在所选裁量档次之内，或者本机关公布有裁量基准而称没有可适用的，应当说明理由，并经负责人集体讨论或者上级机关批准',
  en: 'A fine outside the range of its grade, or by no benchmark where the agency publishes some, has a reason, and the leaders together or the superior allow it',
  cure: {
    zh: '写明理由并集体讨论，或者按档次决定',
    en: 'Give the reason and discuss it together, or decide within the grade',
  },
  curedBy: ['collective-discussion/open', 'investigation/conclude'],
  fields: ['/outcome'],
  holds: ({ outcome }, file, { today, lists: { benchmarks = [] } }) => {
    const { investigation } = file;
    const discussed = standingDiscussion(file) !== undefined;
    return (
      investigation === undefined ||
      found(investigation).every((breach) => {
        const { grading } = breach;
        const decided = forBreach(outcome, breach);
        const allowed = discussed || grading?.departure?.approval !== undefined;
        if (benchmarks.length > 0 && finedByNone(breach, decided) && !allowed) return false;
        if (grading === undefined || inItsGrade(decided, grading, today)) return true;
        return departureReasoned(grading) && allowed;
      })
    );
  },
};

export const byBenchmark = [benchmarkPublic, minimumDecided, departureAllowed];
