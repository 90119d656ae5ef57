/** The four conditions of filing (立案条件), each affirmed on evidence: SAMR-P 19(1). */
import { samrP } from '@anjuan/law';
import type { EntryProvision } from '@anjuan/procedure';
import { carriesFact, type OfEvidence } from '../evidence/carrying.js';
import type { FilingCondition, FilingTerms } from './initiation.js';

/** A case that was filed before evidence was demanded names its lead, and stays filed. */
const condition = (
  name: FilingCondition,
  stated: Readonly<{ item: number; says: string; en: string }>,
): EntryProvision<OfEvidence, Pick<FilingTerms, 'conditions'>> => ({
  id: `initiation/${name}`,
  cites: samrP(19, 1, stated.item),
  says: stated.says,
  en: `${stated.en}; affirmed on evidence of the file, and on nothing else: the lead itself is none`,
  cure: {
    zh: '确认该条件，并且只指明案卷中经参加人员确认、未被排除的证据；案源本身不是证据，尚无证据的先核查取证',
    en: 'Affirm it and name evidence of the file alone, confirmed and not excluded; the lead is none: where there is no evidence yet, take some first',
  },
  curedBy: ['evidence/record-scene', 'evidence/add', 'entry/confirm'],
  fields: [`/conditions/${name}/affirmed`, `/conditions/${name}/evidence`],
  holds: ({ conditions }, file) => {
    const { affirmed, evidence } = conditions[name];
    return affirmed && evidence.length > 0 && evidence.every((entry) => carriesFact(file, entry));
  },
});

export const breachEvidenced = condition('breach-evidenced', {
  item: 1,
  says: '有证据初步证明存在违反市场监督管理法律、法规、规章的行为',
  en: 'Evidence shows at first sight that the law was broken',
});
export const penaltyDue = condition('penalty-due', {
  item: 2,
  says: '依据市场监督管理法律、法规、规章应当给予行政处罚',
  en: 'The law demands a penalty',
});
export const ourJurisdiction = condition('our-jurisdiction', {
  item: 3,
  says: '属于本部门管辖',
  en: 'The matter belongs to this agency',
});
export const limitationAffirmed = condition('within-limitation', {
  item: 4,
  says: '在给予行政处罚的法定期限内',
  en: 'The breach can still be punished',
});

export const conditionsMet = [breachEvidenced, penaltyDue, ourJurisdiction, limitationAffirmed] as const;
