/** Lists derived from the record: what they show, how they are kept up, how they are read. */
import { approvals } from './approvals/approvals.js';
import { docket } from './docket/docket.js';
import { entriesMadeLate } from './late-entries/late-entries.js';
import { publishedDecisionsView } from './published-decisions/published-decisions.js';
import { reviews } from './review-queue/review-queue.js';
import type { View } from './view.js';

/** Every view of the program. */
export const views: readonly View[] = [docket, reviews, approvals, entriesMadeLate, publishedDecisionsView];

export { ViewRunner, type RunnerOptions, type StateOfView } from './runner.js';
export { migrate } from './schema.js';
export type { ViewState } from './checkpoint.js';
export { EventNotTaken } from './case-reading.js';
export { servedAs, tableOf, type View, type ViewCase, type ViewRow } from './view.js';
export { ViewNotServed } from './served.js';
export { CursorUnreadable, type Page, type PageAsked } from './page.js';

export { agencyCases, myCases, type DocketAsked, type DocketItem } from './docket/reading.js';
export type { Stage } from './docket/stage.js';
export {
  reviewQueue,
  type NewEntry,
  type PreviousOpinion,
  type ReviewItem,
  type ReviewsAsked,
} from './review-queue/review-queue.js';
export { approvalsOf, type ApprovalItem } from './approvals/approvals.js';
export { lateEntries, type LateEntryItem } from './late-entries/late-entries.js';
export { publishedDecisions, type PublishedDecision } from './published-decisions/published-decisions.js';
