import type { FineRange } from '@anjuan/law';
import type { Stated } from '@anjuan/procedure';
import { fine, firstBreach, investigated, majorPenalty } from '../histories.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { digestOf, fileOf, given, happened, paper } from '../testing.js';
import {
  benchmarkOrWhyNone,
  groundsHeeded,
  minimumProposed,
  mitigatedOnGround,
  outsideItsGradeReasoned,
  rangeInOrder,
  type Grading,
} from './grading.js';
import type { ConcludeInvestigation } from './investigation.js';

/** Ten to twenty times goods worth 18,400 yuan: 184,000 to 368,000 yuan; the lower 30 % end at 239,200. */
const range: FineRange = { min: 1000, max: 2000, timesFen: 1_840_000 };
const lighter: Grading = { grade: 'lighter', range, grounds: ['confessed'] };
const findings: ConcludeInvestigation = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  facts: '使用超过保质期的原料',
  basis: [{ law: '食品安全法', article: '124(1)(2)' }],
  proposal: majorPenalty,
  discretion: '从轻',
  benchmark: '裁量基准（食品类）',
  report: paper('report'),
};
const fined = (fen: number): Outcome => ({ kind: 'penalty', penalties: [{ kind: 'fine', fen }] });
const without = ({ benchmark: _, ...others }: ConcludeInvestigation): ConcludeInvestigation => others;
const concludeWith = (entry: ConcludeInvestigation) =>
  given(...investigated).when({ on: '2026-04-20', by: 'lin', act: 'investigation/conclude', entry });
const conclude = (grading: Grading, proposal: Outcome = majorPenalty) =>
  given(...investigated).when({
    on: '2026-04-20',
    by: 'lin',
    act: 'investigation/conclude',
    entry: { ...findings, proposal, grading },
  });

describe('A report without a benchmark', () => {
  const noBenchmark = '该条只有警告，没有罚款幅度';

  it('says why, which is part of what is reviewed', () => {
    concludeWith({ ...without(findings), noBenchmark }).then({
      type: 'InvestigationConcluded',
      data: { ...without(findings), noBenchmark },
    });
    const digestWith = (more: Partial<ConcludeInvestigation>) => {
      const report = { ...without(findings), ...more };
      return digestOf(
        fileOf(...investigated, happened('InvestigationConcluded', '2026-04-20', ['lin', 'gao'], report)),
      );
    };
    expect(digestWith({ noBenchmark })).not.toBe(digestWith({}));
    expect(digestWith({ noBenchmark })).not.toBe(digestWith({ noBenchmark: '本机关未制定' }));
  });

  it('names none', () => {
    concludeWith({ ...findings, noBenchmark }).thenRefused(benchmarkOrWhyNone);
    concludeWith({ ...findings, noBenchmark: ' ' }).thenRecords('InvestigationConcluded');
  });
});

describe('How the fine was measured', () => {
  it('is recorded field by field, and part of what is reviewed', () => {
    const departure = { reason: '多次配合', approval: paper('superior') };
    const grading: Grading = { ...lighter, departure };
    conclude({ ...grading, ...{ stray: true } }).then({
      type: 'InvestigationConcluded',
      data: { ...findings, grading },
    });
    const reported = (more: Partial<ConcludeInvestigation>) =>
      fileOf(
        ...investigated,
        happened('InvestigationConcluded', '2026-04-20', ['lin', 'gao'], { ...findings, ...more }),
      );
    expect(reported({ grading }).investigation?.grading).toStrictEqual(grading);
    expect(digestOf(reported({ grading }))).not.toBe(digestOf(reported({ grading: lighter })));
    expect(digestOf(reported({ grading: lighter }))).not.toBe(digestOf(reported({})));
  });

  it.each<[string, Grading, Outcome]>([
    ['lighter, its lowest', lighter, fined(18_400_000)],
    ['lighter, its highest', lighter, fined(23_920_000)],
    ['two fines counted together', lighter, { kind: 'penalty', penalties: [fine, { kind: 'fine', fen: 1 }] }],
    ['ordinary', { grade: 'ordinary', range, grounds: [] }, fined(27_600_000)],
    ['heavier', { grade: 'heavier', range, grounds: [] }, fined(36_800_000)],
    [
      'APL 31 allows and does not demand',
      { grade: 'heavier', range, grounds: ['impaired'] },
      fined(36_800_000),
    ],
    ['mitigated, below the minimum', { ...lighter, grade: 'mitigated' }, fined(18_399_999)],
    [
      'no fine at all',
      { grade: 'heavier', range, grounds: [] },
      { kind: 'penalty', penalties: [{ kind: 'warning' }] },
    ],
    ['nobody punished', lighter, firstBreach],
    [
      'outside its grade, with the reason',
      { ...lighter, departure: { reason: '数额特别巨大' } },
      fined(23_920_001),
    ],
  ])('is taken: %s', (_, grading, proposal) => {
    conclude(grading, proposal).thenRecords('InvestigationConcluded');
  });

  it.each<[string, Stated[], Grading, Outcome]>([
    ['ends the wrong way round', [rangeInOrder], { ...lighter, range: { min: 2, max: 1 } }, majorPenalty],
    [
      'a ground that demands less, and more is taken',
      [groundsHeeded],
      { ...lighter, grade: 'ordinary' },
      fined(27_600_000),
    ],
    [
      'the same for the young',
      [groundsHeeded],
      { grade: 'heavier', range, grounds: ['impaired', 'minor-aged'] },
      fined(36_800_000),
    ],
    [
      'mitigated without a ground',
      [mitigatedOnGround, minimumProposed],
      { grade: 'mitigated', range, grounds: [] },
      fined(18_399_999),
    ],
    [
      'below the minimum, called lighter',
      [minimumProposed, outsideItsGradeReasoned],
      lighter,
      fined(18_399_999),
    ],
    [
      'below the minimum for a reason that is none of the law',
      [minimumProposed],
      { ...lighter, departure: { reason: '生活困难' } },
      fined(18_399_999),
    ],
    ['a fen above its grade', [outsideItsGradeReasoned], lighter, fined(23_920_001)],
    [
      'a reason that says nothing',
      [outsideItsGradeReasoned],
      { ...lighter, departure: { reason: ' ' } },
      fined(23_920_001),
    ],
    [
      'above what the article provides',
      [outsideItsGradeReasoned],
      { grade: 'heavier', range, grounds: [] },
      fined(36_800_001),
    ],
    [
      'mitigated, and not below the minimum',
      [outsideItsGradeReasoned],
      { ...lighter, grade: 'mitigated' },
      fined(18_400_000),
    ],
  ])('is refused: %s', (_, provisions, grading, proposal) => {
    conclude(grading, proposal).thenRefused(...provisions);
  });
});
