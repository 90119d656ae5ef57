import type { Section } from './rule.js';

export const recusalAndJurisdiction: Section = {
  title: '3.1 回避、管辖；recusal and jurisdiction (SAMR-P)',
  rules: [
    {
      id: 'SAMR-004-RECUSE',
      cites: 'SAMR-P 4',
      enforced: [
        'recusal/asked-by-those-in-the-case',
        'recusal/case-under-way',
        'recusal/of-somebody-of-the-agency',
        'recusal/not-asked-twice',
        'recusal/nobody-decides-on-themselves',
        'recusal/principal-by-the-leaders-together',
        'recusal/leader-by-the-principal',
        'recusal/decided-by-a-leader',
      ],
    },
    {
      id: 'SAMR-009-BRANCH',
      cites: 'SAMR-P 9',
      leftOut: '派出机构不作登记；branch offices are not registered',
    },
    {
      id: 'SAMR-010-ONLINE',
      cites: 'SAMR-P 10',
      enforced: ['initiation/our-jurisdiction'],
      leftOut: '由人确认，不作计算；affirmed by people, not computed',
    },
    {
      id: 'SAMR-011-AD',
      cites: 'SAMR-P 11',
      enforced: ['initiation/our-jurisdiction'],
      leftOut: '由人确认，不作计算；affirmed by people, not computed',
    },
    {
      id: 'SAMR-012/13',
      cites: 'SAMR-P 12, 13',
      enforced: [
        'jurisdiction/before-the-decision',
        'jurisdiction/undisputed',
        'jurisdiction/disputed',
        'jurisdiction/agency-and-reason-stated',
        'jurisdiction/settled-for-this-agency',
      ],
      computed: ['jurisdiction-talks'],
    },
    {
      id: 'SAMR-014-MOVE',
      cites: 'SAMR-P 14',
      enforced: [
        'jurisdiction/no-second-transfer',
        'jurisdiction/to-the-competent-agency',
        'jurisdiction/not-transferred',
        'jurisdiction/one-request-at-a-time',
      ],
    },
    {
      id: 'SAMR-016',
      cites: 'SAMR-P 16',
      enforced: ['jurisdiction/in-the-order-of-time', 'jurisdiction/reported-once'],
      computed: ['jurisdiction-ruling'],
    },
    {
      id: 'SAMR-017',
      cites: 'SAMR-P 17',
      enforced: [
        'jurisdiction/transfer-approved-by-a-leader',
        'jurisdiction/transfer-approved',
        'closure/case-sent-to-the-other-agency',
        'crime-transfer/police-filed',
      ],
    },
  ],
};
