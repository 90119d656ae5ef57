/** Statement, waiver and re-check: APL 45, 62; SAMR-P 58. */
import { apl, policy, samrP } from '@anjuan/law';
import { type EntryProvision, filled, type Outside, type Provision } from '@anjuan/procedure';
import { beforeTheDecision, undecided } from '../review/unheard.js';
import type { CaseFile } from '../steps.js';
import type { RecheckStatement } from './statement.js';

/**
 * A statement made in time and typed in after the decision is taken down all the same: it shows as heard too
 * late (`unheard` in ../review). One made after the decision belongs to the remedies, unless that decision was made
 * unheard and is to be made anew.
 */
export const saidBeforeDecision: EntryProvision<
  Pick<CaseFile, 'decision' | 'entries' | 'statements' | 'hearing' | 'service'>,
  Outside
> = {
  id: 'statement/said-before-the-decision',
  cites: apl(45, 1),
  says: '当事人有权进行陈述和申辩。行政机关必须充分听取当事人的意见',
  en: 'What the party says is heard before the decision; afterwards there are the remedies',
  cure: { zh: '决定之后请申请复议或者提起诉讼', en: 'After the decision, apply for reconsideration or sue' },
  curedBy: ['remedy/record-acceptance'],
  instead: true,
  fields: ['/occurredAt'],
  holds: (entry, file, context) => undecided(file) || beforeTheDecision(entry, file, context),
};

export const noticeBeforeWaiver: Provision<Pick<CaseFile, 'notices'>> = {
  id: 'statement/waived-after-the-notice',
  cites: apl(62),
  says: '当事人明确放弃陈述或者申辩权利的除外',
  en: 'A right is given up only by a party that was told of it',
  cure: { zh: '先送达行政处罚告知书', en: 'Serve the notice first' },
  curedBy: ['notice/serve'],
  holds: ({ notices }) => notices.length > 0,
};

/** Number of the last thing the party brought forward; -1 when nothing was. */
export const lastHeard = ({ statements, hearing }: Pick<CaseFile, 'statements' | 'hearing'>): number =>
  Math.max(
    -1,
    ...[hearing.held, ...(hearing.sessions ?? []), ...(hearing.earlier ?? [])].map(
      (word) => word?.entry ?? -1,
    ),
    ...statements.made.map(({ entry, correctedBy = entry }) => correctedBy),
  );

/** Whether everything brought forward so far has been re-checked. */
export const allRechecked = (file: Pick<CaseFile, 'statements' | 'hearing'>): boolean =>
  lastHeard(file) < 0 || (file.statements.rechecks.at(-1)?.entry ?? -1) > lastHeard(file);

export const somethingToRecheck: Provision<Pick<CaseFile, 'statements' | 'hearing'>> = {
  id: 'statement/something-to-re-check',
  cites: apl(45, 1),
  says: '对当事人提出的事实、理由和证据，应当进行复核',
  en: 'The party has brought something forward that has not been re-checked yet',
  cure: { zh: '先记录陈述、申辩或者举行听证', en: 'Take down the statement or hold the hearing first' },
  curedBy: ['statement/record', 'hearing/hold'],
  holds: (file) => lastHeard(file) >= 0 && !allRechecked(file),
};

export const recheckReasoned: EntryProvision<unknown, RecheckStatement> = {
  id: 'statement/re-check-gives-its-reason',
  cites: policy('复核应当写明采纳情况及理由；A re-check says what was adopted and why'),
  also: [apl(45, 1), samrP(58)],
  says: '当事人提出的事实、理由或者证据成立的，行政机关应当采纳',
  en: 'The re-check gives the reason of its result',
  cure: { zh: '填写采纳或者不予采纳的理由', en: 'Give the reason' },
  fields: ['/reason'],
  holds: ({ reason }) => filled(reason),
};
