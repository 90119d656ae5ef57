/** Lists derived from the record: what they show, how they are kept up, how they are read. */
import { chinaCalendar, marketSupervision } from '@anjuan/law';
import { accessesView } from './lists/accesses/accesses.js';
import { agencySettingsView } from './lists/agency-settings/agency-settings.js';
import { approvals } from './lists/approvals/approvals.js';
import type { Counting } from './counting.js';
import { docketBy } from './lists/docket/docket.js';
import { dutiesView } from './lists/duties/duties.js';
import { entriesMadeLate } from './lists/late-entries/late-entries.js';
import { handledCasesView } from './lists/handled-cases/handled-cases.js';
import { namedFiles } from './lists/named-files/named-files.js';
import { publishedDecisionsView } from './lists/published-decisions/published-decisions.js';
import { reviews } from './lists/review-queue/review-queue.js';
import { runningClocksBy } from './lists/running-clocks/running-clocks.js';
import { registryEntriesView } from './lists/registry-entries/registry-entries.js';
import { registers } from './lists/register/register.js';
import type { View } from './view.js';

/** Every view of the program, counted with this dated data. */
export const viewsBy = (counting: Counting): readonly View[] => [
  docketBy(counting),
  runningClocksBy(counting),
  reviews,
  approvals,
  dutiesView,
  entriesMadeLate,
  publishedDecisionsView,
  ...registers,
  accessesView,
  registryEntriesView,
  agencySettingsView,
  ...namedFiles,
  handledCasesView,
];

/** Counted with the built-in holiday tables and the rules of market supervision. */
export const views = viewsBy({ calendar: chinaCalendar, packs: [marketSupervision] });

export { migrate } from './schema.js';
export { listWalls } from './wall.js';
export { ViewRunner, type RunnerOptions } from './runner.js';
export { rebuild, RebuildStopped } from './rebuild.js';
export { retry } from './retry.js';
export { erase } from './erasure.js';
export { statesOfViews, type StateOfView } from './states.js';
export { tableOf, type View } from './view.js';
export { ViewUnknown, viewNamed } from './named.js';
export { ViewNotServed } from './served.js';
export { CursorUnreadable, type AgencyPage, type Page, type PageQuery } from './page.js';

export { agencyCases, myCases } from './lists/docket/reading.js';
export { runningClocks } from './lists/running-clocks/reading.js';
export type { RunningClocksQuery } from './lists/running-clocks/reading.js';
export { reviewQueue } from './lists/review-queue/review-queue.js';
export { approvalsOf } from './lists/approvals/approvals.js';
export { duties, type Duty } from './lists/duties/duties.js';
export { bearers, dutiesCounted, dutiesOf, type Bearer, type DutyItem } from './lists/duties/reading.js';
export { isHiddenFile, namedFiles, recordsNaming, type Naming } from './lists/named-files/named-files.js';
export { registerList } from './lists/register/register.js';
export { accesses, refusedActs, type AccessesQuery, type AttemptItem } from './lists/accesses/reading.js';
export {
  peopleOf,
  registryEntries,
  type RegistryEntriesQuery,
} from './lists/registry-entries/registry-entries.js';
export { agenciesWithoutSecondFactor } from './lists/agency-settings/agency-settings.js';
export { lateEntries } from './lists/late-entries/late-entries.js';
export {
  publishedDecisions,
  type PublishedDecision,
} from './lists/published-decisions/published-decisions.js';
