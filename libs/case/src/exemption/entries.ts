/** How an exemption by a special law is entered: the article, and what proves each of its conditions. */
import { entry, entryNumbers, line, list, one, optional, text, word } from '@anjuan/entry';
import { evidencing } from '../evidence/carrying.js';
import { exemptionConditionWords } from './words.js';

export const provenConditionSchema = entry(
  'ProvenCondition',
  '免予处罚的一项条件及其证据；One condition of the article, and what proves it.',
  {
    condition: word(exemptionConditionWords, '条件；The condition.'),
    evidence: entryNumbers(200, evidencing, '证明该条件的证据；The evidence that proves it.', {
      title: '证据；Evidence',
    }),
  },
);

export const exemptionSchema = entry(
  'Exemption',
  '依特别法免予处罚、不予处罚；Let off by an article of a special law.',
  {
    law: line(200, '法律、法规名称；Name of the law.', { title: '法律名称；Law' }),
    article: line(100, '条、款；Article and paragraph.', { title: '条款；Article' }),
    conditions: list(provenConditionSchema, 10, '该条的各项条件及其证据；Its conditions, each proven.'),
    notTaken: optional(
      text(
        2000,
        '该条规定没收而未没收的：去向（售出、抽检、销毁、召回、返还），以及不没收的理由；Of an article that confiscates the goods, those that are not taken: what became of them, and why not.',
        { title: '未没收的财物；Not taken' },
      ),
    ),
  },
);

export const exemptionField = optional(
  one(exemptionSchema, '依特别法免予处罚的条款及条件；The article by which the rest is let off.', {
    title: '免予处罚的依据；Exemption',
  }),
);
