/** What the closure of a case decided on the spot asks: APL 71; SAMR-P 70. */
import { apl, samrP } from '@anjuan/law';
import type { Provision, Stated } from '@anjuan/procedure';
import type { CaseFile } from '../steps.js';

const ofSummary = (
  stated: Stated,
  demand: (summary: NonNullable<CaseFile['summary']>) => boolean,
): Provision<Pick<CaseFile, 'summary'>> => ({
  ...stated,
  holds: ({ summary }) => summary === undefined || demand(summary),
});

export const moneyBanked = ofSummary(
  {
    id: 'closure/collected-fine-banked',
    cites: apl(71),
    says: '行政机关应当在二日内将罚款缴付指定的银行',
    en: 'A fine collected on the spot has been handed in and banked',
    cure: { zh: '先交回并缴付银行', en: 'Hand the money in and bank it' },
    curedBy: ['summary-procedure/hand-in-money', 'summary-procedure/bank-money'],
  },
  ({ collected, bankedOn }) => collected === undefined || bankedOn !== undefined,
);

export const fileHandedIn = ofSummary(
  {
    id: 'closure/summary-file-handed-in',
    cites: samrP(70),
    says: '适用简易程序查处案件的有关材料，办案人员应当在作出行政处罚决定之日起七个工作日内交至所在的市场监督管理部门归档保存',
    en: 'The file of a decision on the spot has been handed in',
    cure: { zh: '先交回案卷材料', en: 'Hand the file in' },
    curedBy: ['summary-procedure/hand-in-file'],
  },
  ({ fileHandedInOn }) => fileHandedInOn !== undefined,
);
