import { onPaper, type Section } from './rule.js';

export const review: Section = {
  title: '3.6 审核；review (SAMR-P)',
  rules: [
    {
      id: 'SAMR-049',
      cites: 'SAMR-P 49',
      enforced: [
        'review/sent-by-the-unit-head',
        'review/handler-may-not-review',
        'review/file-unchanged-since-sent',
        'legal-review/sent-and-unanswered',
        'case-review/sent-and-unanswered',
      ],
    },
    {
      id: 'SAMR-050-LR',
      cites: 'SAMR-P 50',
      enforced: ['legal-review/no-decision-without-review', 'legal-review/after-the-hearing'],
      computed: ['libs/case/src/legal-review/required.ts#legalReviewRequired'],
      configured: ['libs/law/src/agency-lists.ts#majorDecisions'],
    },
    {
      id: 'SAMR-051',
      cites: 'SAMR-P 51',
      enforced: ['legal-review/by-a-legal-reviewer', 'legal-review/first-time-reviewer-qualified'],
    },
    {
      id: 'SAMR-052-CR',
      cites: 'SAMR-P 52',
      enforced: [
        'case-review/where-no-legal-review-is-required',
        'case-review/by-a-case-reviewer',
        'case-review/no-decision-without-review',
      ],
    },
    {
      id: 'SAMR-053-POINTS',
      cites: 'SAMR-P 53',
      configured: ['libs/case/src/review/review.ts#reviewPoints'],
    },
    {
      id: 'SAMR-054-OPINION',
      cites: 'SAMR-P 54',
      enforced: [
        'review/agreement-finds-no-fault',
        'review/suggestion-names-its-point',
        'review/problems-dealt-with',
        'investigation/open-or-sent-back',
      ],
      configured: ['libs/case/src/review/review.ts#opinions'],
    },
    {
      id: 'SAMR-055-10WD',
      cites: 'SAMR-P 55',
      enforced: [
        'review/none-open',
        'review/extension-asked-by-the-reviewer',
        'review/extended-once',
        'review/period-not-over-yet',
        'review/extension-reasoned',
        'review/extended-by-a-leader',
      ],
      computed: ['review'],
    },
    {
      id: 'SAMR-056-NEXT',
      cites: 'SAMR-P 56',
      enforced: [
        'proposal/answered-by-a-leader',
        'proposal/review-passed',
        'proposal/approved',
        'notice/not-before-its-approval',
        'notice/penalties-as-approved',
      ],
    },
  ],
};

export const noticeAndDecision: Section = {
  title: '3.7 告知、决定、期限；notice, decision, time (SAMR-P)',
  rules: [
    {
      id: 'SAMR-057-NOTICE',
      cites: 'SAMR-P 57(1)',
      enforced: ['notice/facts-told', 'notice/penalties-as-approved', 'notice/hearing-right-told'],
      leftOut: onPaper,
    },
    {
      id: 'SAMR-057-5WD',
      cites: 'SAMR-P 57(2)',
      enforced: ['decision/party-s-period-over'],
      computed: ['statement'],
    },
    {
      id: 'SAMR-058',
      cites: 'SAMR-P 58',
      enforced: [
        'statement/re-check-gives-its-reason',
        'decision/statements-re-checked',
        'decision/not-heavier-than-notified',
        'notice/not-heavier-because-the-party-spoke',
      ],
    },
    {
      id: 'SAMR-060-DECIDE',
      cites: 'SAMR-P 60',
      enforced: [
        'decision/facts-not-established-not-punished',
        'decision/by-a-leader',
        'decision/not-heavier-than-reviewed',
        'decision/discussed-together',
        'decision/as-discussed',
        'collective-discussion/after-the-party-was-heard',
      ],
      computed: ['libs/case/src/collective-discussion/required.ts#discussionRequired'],
    },
    { id: 'SAMR-061-EDU', cites: 'SAMR-P 61', enforced: ['decision/party-educated'] },
    {
      id: 'SAMR-062-DOC',
      cites: 'SAMR-P 62',
      leftOut:
        '决定可载明意见采纳情况，不强制；a decision may say how statements were adopted, and is not made to',
    },
    {
      id: 'SAMR-063',
      cites: 'SAMR-P 63',
      enforced: ['publication/penalty-of-the-ordinary-procedure', 'decision-change/publication-to-withdraw'],
      computed: ['publication-withdrawal'],
    },
    {
      id: 'SAMR-064-90D',
      cites: 'SAMR-P 64',
      enforced: [
        'decision-period/thirty-days-once',
        'decision-period/not-over-yet',
        'decision-period/one-request-at-a-time',
        'decision-period/complexity-explained',
        'decision-period/extended-by-a-leader',
        'decision-period/extended-by-the-leaders-together',
        'decision-period/after-the-thirty-days',
        'decision-period/period-fixed',
        'decision-period/left-out-for-a-reason',
        'decision-period/left-out-days-are-past',
        'decision/late-with-a-reason',
      ],
      computed: ['decision-period', 'libs/case/src/decision-period/due.ts#decisionDue'],
    },
  ],
};
