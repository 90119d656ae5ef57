/** How the measuring of a fine is entered. */
import { entry, fen, one, optional, paper, text, word, wordsOf } from '@anjuan/entry';
import { discretionGradeWords, mitigationGrounds } from './words.js';

export const fineRangeSchema = entry('FineRange', '法定罚款幅度；What the article provides for the fine.', {
  min: fen('下限（分）；有倍数基数的，为百分之一倍；The lower end, in fen, or in hundredths of multiples.'),
  max: fen('上限；The upper end.'),
  timesFen: optional(fen('倍数的基数（分）；What the multiples are of, in fen.')),
});

export const departureSchema = entry('Departure', '不在所选档次之内；Outside the range of the grade.', {
  reason: text(2000, '理由；Why.', { title: '理由；Reason' }),
  approval: optional(paper("上级机关的批准；The superior's approval.")),
});

export const gradingSchema = entry('Grading', '裁量档次；How the fine was measured.', {
  grade: word(discretionGradeWords, '档次；The grade.'),
  range: one(fineRangeSchema, '法定幅度；The range of the law.'),
  grounds: wordsOf(mitigationGrounds, 0, '从轻、减轻情节；Grounds for a lighter penalty.', {
    title: '从轻情节；Lighter grounds',
  }),
  departure: optional(one(departureSchema, '调整适用；A departure from the benchmark.')),
});
