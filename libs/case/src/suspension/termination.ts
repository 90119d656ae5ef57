/** What the end of an investigation must not do: go around the decision, or around its review. SAMR-P 47. */
import { type EntryNumber, type EntryProvision, forSomebodyElse } from '@anjuan/procedure';
import { apl, policy, samrP } from '@anjuan/law';
import { isConfirmed } from '../entry/provisions.js';
import { admissible } from '../evidence/exclusion.js';
import { legalReviewRequired, type Reviewable } from '../legal-review/required.js';
import type { CaseFile } from '../steps.js';
import { requestedTermination } from './provisions.js';
import type { ApproveSuspension, TerminationTerms } from './suspension.js';

type Approvals = Pick<CaseFile, 'approvals'>;

/** What a report has concluded can be decided: only that nobody is left to decide on ends it (SAMR-P 60(1)). */
export const endsWithTheParty: EntryProvision<Pick<CaseFile, 'reports' | 'decision'>, TerminationTerms> = {
  id: 'suspension/concluded-ends-only-with-the-party',
  // SAMR-P 47 leaves other causes open (等原因); that a concluded case has none of them is our reading.
  cites: policy(
    '调查已经终结的案件，只因当事人死亡、终止且无承受人而终止调查；What has been concluded is ended only because nobody is left to decide on',
  ),
  also: [samrP(47), samrP(60, 1)],
  says: '调查终结报告提出后，除当事人死亡、终止且无权利义务承受人外，不再终止调查，应当依法作出决定',
  en: 'An investigation that has been concluded could go on: from then on it is ended only because the party died or ceased to exist',
  cure: {
    zh: '依法审核并作出决定（可以不予处罚）；当事人死亡、终止的，选择相应事由',
    en: 'Have it reviewed and decide it, also not to punish; where the party is gone, choose that ground',
  },
  curedBy: ['legal-review/send', 'case-review/send', 'decision/make'],
  instead: true,
  fields: ['/ground'],
  holds: ({ ground }, { reports, decision }) =>
    ground !== 'other' || (reports.length === 0 && decision === undefined),
};

/** What the report rested on says nothing of what came after it; and which of the evidence shows it is for the request to say. */
export const endOfThePartyShown: EntryProvision<
  Pick<CaseFile, 'reports' | 'evidence' | 'entries' | 'decision'>,
  TerminationTerms
> = {
  id: 'suspension/end-of-the-party-shown',
  cites: policy(
    '调查终结后又终止的，指明报告之后取得的证据；What ends a concluded case is shown by evidence taken after the report, which the request names',
  ),
  also: [samrP(47), samrP(78, 1)],
  says: '调查终结后因当事人死亡、终止而终止调查的，应当指明终结报告之后取得并经确认的证明这一事实的证据',
  en: 'Where the investigation had been concluded, the request names the evidence, entered after the report and confirmed, that shows that the party died or ceased to exist',
  cure: {
    zh: '补充并指明死亡、终止、无承受人的证据；没有这一事实的，依法作出决定',
    en: 'Add and name the evidence of the death or the end and of no successor; where there is none, decide the case',
  },
  curedBy: ['evidence/add'],
  fields: ['/evidence', '/ground'],
  holds: ({ ground, evidence: named }, { reports, evidence, entries, decision }) => {
    const report = reports.at(-1);
    // After a decision `suspension/end-after-the-decision-shown` refuses.
    if (ground === 'other' || report === undefined || decision !== undefined) return true;
    return admissible(evidence).some(
      ({ entry }) => entry === named && entry > report.entry && isConfirmed({ entries }, entry),
    );
  },
};

/** After the decision no evidence is taken any more: the paper comes with the request. */
export const endAfterDecisionShown: EntryProvision<Pick<CaseFile, 'decision'>, TerminationTerms> = {
  id: 'suspension/end-after-the-decision-shown',
  cites: policy(
    '决定作出后、送达前终止调查的，附书面依据；What ends a case that was decided and not served is shown by a paper',
  ),
  also: [samrP(47), samrP(77, undefined, 3), samrP(78, 1)],
  says: '决定作出后、送达前因当事人死亡、终止而终止调查的，应当附证明死亡、终止且无权利义务承受人的文书',
  en: 'Where the party died or ceased to exist between decision and service, the request comes with the paper that shows it and that nobody succeeds',
  cure: { zh: '附上死亡、终止、无承受人的证明', en: 'Bind the paper that shows the death or the end' },
  fields: ['/ground', '/paper'],
  holds: ({ ground, paper }, { decision }) =>
    ground === 'other' || decision === undefined || paper !== undefined,
};

/** Named by the request, and confirmed by its officers. */
const shownBy = (
  { evidence, entries }: Pick<CaseFile, 'evidence' | 'entries'>,
  named: EntryNumber | undefined,
): boolean =>
  named !== undefined &&
  admissible(evidence).some(({ entry }) => entry === named && isConfirmed({ entries }, entry));

/**
 * As the closure on another ground asks it (`closure/marked-case-closed-on-a-paper`). That the party died or ceased to
 * exist is shown as well: a word would end the case.
 */
export const markedEndedOnPaper: EntryProvision<Reviewable & Pick<CaseFile, 'evidence'>, TerminationTerms> = {
  id: 'suspension/marked-case-ended-on-a-paper',
  cites: policy(
    '列为重大的案件未经调查终结而终止调查的，应当有书面依据或者指明证据；A major case is not ended unconcluded without what shows the cause',
  ),
  also: [apl(58, 1), samrP(47)],
  says: '列为重大的案件，未经调查终结而终止调查的，应当附证明该原因的文书；因当事人死亡、终止的，也可以指明证明这一事实的证据',
  en: 'The investigation of a case that is marked as major, and was not concluded, is ended only with a paper that shows the cause; where the party died or ceased to exist, the request may name the evidence of it instead',
  cure: {
    zh: '附上证明终止原因的文书，或者指明死亡、终止的证据',
    en: 'Bind the paper that shows the cause, or name the evidence of the death or the end',
  },
  // After a report `suspension/concluded-ends-only-with-the-party` refuses.
  fields: ['/ground', '/paper', '/evidence'],
  holds: ({ ground, paper, evidence: named }, file, context) =>
    file.reports.length > 0 ||
    paper !== undefined ||
    (ground !== 'other' && shownBy(file, named)) ||
    !legalReviewRequired(file, context),
};

/** SAMR-P 47 leaves the cause open: of a major case to the head of the agency, not to one leader. */
export const markedEndedByThePrincipal: EntryProvision<Reviewable & Approvals, ApproveSuspension> = {
  id: 'suspension/marked-case-ended-by-the-principal',
  cites: policy(
    '列为重大的案件以其他原因终止调查的，由主要负责人批准；The principal approves the end of a major case for another cause',
  ),
  also: [apl(58, 1), samrP(47)],
  says: '列为重大的案件，以其他原因终止调查的，由行政机关主要负责人批准',
  en: 'The principal of the agency approves that the investigation of a case that is marked as major ends for another cause',
  noCure: forSomebodyElse,
  fields: ['/approval'],
  holds: ({ approval }, file, context) =>
    requestedTermination(file, approval)?.ground !== 'other' ||
    file.reports.length > 0 ||
    context.actor.capacity === 'principal' ||
    !legalReviewRequired(file, context),
};

export const terminationDemands: readonly EntryProvision<CaseFile, TerminationTerms>[] = [
  endsWithTheParty,
  endOfThePartyShown,
  endAfterDecisionShown,
  markedEndedOnPaper,
];
