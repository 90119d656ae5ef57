/** The fields of an act done outside the program, and of one of officers together. */
import { blankText, instant, optional, paper, people } from '@anjuan/entry';

export const outsideFields = {
  occurredAt: optional(instant('发生的时刻，不填即为现在；When it happened; now when it is left out.')),
  lateReason: optional(blankText(1000, '补录理由；Why it is entered late.')),
};

export const byOfficersFields = {
  officers: people(20, ['officer'], '共同实施的执法人员；The officers who act together.'),
  signedPaper: optional(paper('载有全部签名的文书；The paper with all signatures.')),
};

export const outsideByOfficersFields = { ...outsideFields, ...byOfficersFields };
