import type { Bilingual } from '@anjuan/procedure';
/** What a legal review looks at: the eight points of the guidance on major decisions (国办发〔2018〕118号，三). */

export const checkPoints = {
  body: { zh: '执法主体是否合法', en: 'whether the acting body is the lawful one' },
  officers: { zh: '执法人员是否具备执法资格', en: 'whether the officers are qualified' },
  procedure: { zh: '执法程序是否合法', en: 'whether the procedure was lawful' },
  facts: {
    zh: '案件事实是否清楚，证据是否合法充分',
    en: 'whether the facts are clear, the evidence lawful and sufficient',
  },
  law: {
    zh: '适用法律是否准确，裁量基准运用是否适当',
    en: 'whether the law was applied correctly and the benchmark used properly',
  },
  powers: { zh: '执法是否超越法定权限', en: 'whether the agency stayed within its powers' },
  documents: { zh: '执法文书是否完备、规范', en: 'whether the documents are complete and in form' },
  crime: { zh: '违法行为是否涉嫌犯罪、需要移送', en: 'whether a crime is suspected and to be transferred' },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type CheckPoint = keyof typeof checkPoints;
