import { onPaper, type Section } from './rule.js';

export const summaryProcedure: Section = {
  title: '1.4 简易程序；summary procedure (APL)',
  rules: [
    {
      id: 'APL-051-SUMMARY',
      cites: 'APL 51',
      enforced: [
        'summary-procedure/by-an-officer',
        'summary-procedure/facts-and-basis',
        'summary-procedure/warning-or-fine-only',
        'summary-procedure/fine-within-the-limit',
        'summary-procedure/case-open',
      ],
      configured: ['libs/law/src/thresholds.ts#summaryFine'],
    },
    {
      id: 'APL-052-DOC',
      cites: 'APL 52',
      enforced: [
        'summary-procedure/credential-shown',
        'summary-procedure/form-numbered',
        'summary-procedure/file-with-the-officer',
      ],
      computed: ['on-the-spot-file'],
      leftOut: onPaper,
    },
    {
      id: 'APL-SUM-NOTICE',
      cites: 'APL 44, 45',
      enforced: ['summary-procedure/rights-told', 'summary-procedure/statement-taken-down'],
    },
    { id: 'APL-SUM-RECON', cites: 'ARL 20, 23', enforced: ['summary-procedure/reconsideration-told-first'] },
    {
      id: 'APL-053-PAY',
      cites: 'APL 53',
      enforced: ['summary-procedure/the-fine-and-no-more', 'summary-procedure/collected-once'],
      computed: ['payment'],
    },
  ],
};

export const ordinaryProcedure: Section = {
  title: '1.5 普通程序；ordinary procedure (APL)',
  rules: [
    {
      id: 'APL-054-FILE',
      cites: 'APL 54',
      enforced: ['initiation/case-open', 'initiation/lead-received', 'initiation/breach-evidenced'],
      computed: ['lead-check'],
    },
    {
      id: 'APL-055-SHOWID',
      cites: 'APL 55',
      enforced: [
        'evidence/credential-shown-at-the-scene',
        'evidence/credential-shown-before-the-inquiry',
        'investigation/credential-shown',
        'officers/recorded-by-one-of-them',
      ],
    },
    {
      id: 'APL-056-PRESERVE',
      cites: 'APL 56, 85',
      enforced: [
        'preservation/approved-by-a-leader',
        'preservation/approved-or-urgent',
        'preservation/still-preserved',
      ],
      computed: ['preservation-term'],
    },
    {
      id: 'APL-057-DECIDE',
      cites: 'APL 57(1)',
      enforced: [
        'decision/facts-not-established-not-punished',
        'investigation/before-the-decision',
        'investigation/proposal-complete',
        'review/before-the-decision',
        'proposal/return-gives-its-reason',
        'decision/by-a-leader',
        'decision/penalty-named',
        'decision/reason-given',
      ],
    },
    {
      id: 'APL-057-COLLECT',
      cites: 'APL 57(2)',
      enforced: [
        'collective-discussion/by-the-leaders',
        'collective-discussion/quorum-attends',
        'collective-discussion/attended-by-leaders',
        'collective-discussion/handlers-do-not-vote',
        'collective-discussion/handlers-report',
        'collective-discussion/chair-attends',
        'collective-discussion/open',
        'collective-discussion/opinion-of-one-attending',
        'collective-discussion/one-opinion-each',
        'collective-discussion/all-have-spoken',
        'collective-discussion/majority-agrees',
        'collective-discussion/concluded-by-the-chair',
        'decision/discussed-together',
        'decision/as-discussed',
      ],
    },
    {
      id: 'APL-058-REVIEW',
      cites: 'APL 58(1)',
      enforced: [
        'legal-review/by-a-legal-reviewer',
        'legal-review/no-decision-without-review',
        'decision/not-heavier-than-reviewed',
      ],
      computed: ['libs/case/src/legal-review/required.ts#legalReviewRequired'],
    },
    {
      id: 'APL-058-QUAL',
      cites: 'APL 58(2)',
      enforced: ['legal-review/first-time-reviewer-qualified'],
      sure: 'K',
    },
    {
      id: 'APL-059-DOC',
      cites: 'APL 59',
      enforced: ['initiation/party-identified', 'decision/document-numbered'],
      leftOut: onPaper,
    },
    {
      id: 'APL-060-90D',
      cites: 'APL 60',
      enforced: ['decision/late-with-a-reason', 'decision-period/still-to-decide'],
      computed: ['decision-period'],
    },
    {
      id: 'APL-061-SERVE',
      cites: 'APL 61, 85',
      enforced: [
        'service/decision-made',
        'service/served-once',
        'service/electronic-address-confirmed',
        'notice/electronic-by-consent',
      ],
      computed: ['decision-service'],
    },
    {
      id: 'APL-062-NOHEAR',
      cites: 'APL 62',
      enforced: [
        'decision/notice-served',
        'decision/party-s-period-over',
        'statement/waived-after-the-notice',
        'service/party-heard-before-the-decision',
      ],
    },
  ],
};

export const hearing: Section = {
  title: '1.6 听证；hearing (APL)',
  rules: [
    {
      id: 'APL-063-TRIGGER',
      cites: 'APL 63',
      enforced: ['notice/hearing-right-told', 'hearing/right-exists', 'decision/hearing-held-if-asked-for'],
      computed: ['libs/case/src/penalty/hearing-eligible.ts#hearingEligible'],
      configured: ['libs/law/src/agency-lists.ts#hearingThresholds'],
    },
    {
      id: 'APL-064-1',
      cites: 'APL 64(1), 85',
      enforced: ['hearing/asked-for-in-time', 'hearing/not-asked-for-already'],
      computed: ['statement'],
    },
    {
      id: 'APL-064-2',
      cites: 'APL 64(2), 85',
      enforced: [
        'hearing/notified-seven-working-days-before',
        'hearing/notified',
        'hearing/held-on-the-notified-day',
      ],
      computed: ['hearing-notice'],
    },
    {
      id: 'APL-064-3',
      cites: 'APL 64(3)',
      enforced: ['hearing/open-hearing-announced'],
      leftOut: '不公开的理由不作记录；why a hearing is closed is not recorded',
    },
    {
      id: 'APL-064-4',
      cites: 'APL 64(4)',
      enforced: ['hearing/host-did-not-investigate', 'hearing/host-named', 'hearing/by-its-host'],
    },
    { id: 'APL-064-5', cites: 'APL 64(5)', leftOut: '代理人不作登记；agents are not registered' },
    { id: 'APL-064-6', cites: 'APL 64(6)', enforced: ['hearing/absent-on-the-notified-day'] },
    { id: 'APL-064-7', cites: 'APL 64(7)', leftOut: onPaper },
    { id: 'APL-064-8', cites: 'APL 64(8)', enforced: ['hearing/record-signed-or-refusal-noted'] },
    {
      id: 'APL-065-BASED',
      cites: 'APL 65',
      enforced: ['decision/on-the-hearing-record', 'collective-discussion/after-the-hearing'],
    },
  ],
};
