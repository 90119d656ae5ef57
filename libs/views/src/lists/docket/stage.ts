import type { CaseFile } from '@anjuan/case';

/** How far a case has come, in one word. */
export type Stage =
  | 'lead'
  | 'not-filed'
  | 'filed'
  | 'investigating'
  | 'in-review'
  | 'notified'
  | 'hearing'
  | 'discussed'
  | 'decided'
  | 'served'
  | 'executing'
  | 'closed'
  | 'archived';

const executionBegun = ({ execution, summary }: CaseFile): boolean =>
  execution.payments.length > 0 ||
  execution.application !== undefined ||
  execution.goodsDisposedOn !== undefined ||
  summary?.collected !== undefined;

const underInvestigation = ({ filing, entries }: CaseFile): boolean =>
  entries.some(
    ({ entry, attributes, state }) =>
      entry > (filing?.entry ?? -1) && state !== 'withdrawn' && attributes.stage === 'investigating',
  );

type Reached = Readonly<{ stage: Stage; entry: number }>;

/** What a case has reached between filing and decision; a file sent back is under investigation again. */
const reached = ({ reviews, notices, hearing, discussions }: CaseFile): readonly Reached[] => {
  const review = reviews.at(-1);
  const notice = notices.at(-1);
  const discussion = discussions.findLast(({ concluded }) => concluded !== undefined);
  const passed = review?.opinion === undefined || review.opinion === 'agree';
  return [
    ...(review ? [{ stage: passed ? 'in-review' : 'investigating', entry: review.entry } as const] : []),
    ...(notice ? [{ stage: 'notified', entry: notice.entry } as const] : []),
    ...(hearing.requested && !hearing.ended
      ? [{ stage: 'hearing', entry: hearing.held?.entry ?? hearing.requested.entry } as const]
      : []),
    ...(discussion?.concluded ? [{ stage: 'discussed', entry: discussion.concluded.entry } as const] : []),
  ];
};

/** Decided against, dealt with together with another lead, or sent to the agency that is competent. */
const leadAtRest = ({ lead, jurisdiction }: CaseFile): boolean =>
  lead?.notFiled !== undefined || lead?.merged !== undefined || jurisdiction.transfer?.sentOn !== undefined;

const beforeDecision = (file: CaseFile): Stage => {
  if (file.filing === undefined) return leadAtRest(file) ? 'not-filed' : 'lead';
  const last = [...reached(file)].sort((a, b) => a.entry - b.entry).at(-1);
  return last?.stage ?? (underInvestigation(file) ? 'investigating' : 'filed');
};

export const stageOf = (file: CaseFile): Stage => {
  if (file.archived) return 'archived';
  if (file.closure) return 'closed';
  if ((file.service ?? file.summary) && executionBegun(file)) return 'executing';
  // A decision on the spot is handed over on the spot: APL 52(1).
  if (file.service ?? file.summary) return 'served';
  return file.decision ? 'decided' : beforeDecision(file);
};
