import type { Section } from './rule.js';

/** Decided since, where the law is silent. */
export const needForReview: Section = {
  title: '14 法制审核的必要性；the need for legal review (ADR 23)',
  rules: [
    {
      id: 'ADR-23-MAJOR',
      cites: 'APL 58(1), 63(1)',
      computed: [
        'libs/case/src/legal-review/required.ts#isMajor',
        'libs/law/src/agency-lists.ts#hearingAmounts',
      ],
    },
    {
      id: 'ADR-23-ANEW',
      cites: 'policy; APL 58(1)',
      enforced: ['decision-change/major-decision-made-anew'],
    },
    {
      id: 'ADR-23-CLOSED',
      cites: 'policy; SAMR-P 77',
      enforced: ['closure/no-standing-penalty-let-off', 'closure/major-case-reviewed'],
    },
    {
      id: 'ADR-23-APART',
      cites: 'policy; SAMR-P 49(3)',
      enforced: ['review/reviewer-stands-apart'],
    },
    { id: 'ADR-23-TODAY', cites: 'policy', enforced: ['capacity/held-today'] },
  ],
};
