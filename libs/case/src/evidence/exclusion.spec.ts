import { decided, filed, investigated, legallyReviewed, majorPenalty } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { factsProven } from '../decision/of-penalty.js';
import { nothingRestsOnIt } from '../entry/provisions.js';
import { byHandler } from '../initiation/initiation.js';
import { evidenceCarriesPenalty } from '../investigation/provisions.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { digestOf, fileOf, given, happened, paper, type Happened } from '../testing.js';
import { admissible, exclusionReasoned, pieceAdmitted, type ExcludeEvidence } from './exclusion.js';
import { evidenceBeforeDecision } from './provisions.js';

const data: ExcludeEvidence = { piece: 4, ground: 'illegally-obtained', reason: '未出示执法证件' };
const excluded = (on: string): Happened => happened('EvidenceExcluded', on, 'lin', data);
const exclude = (
  history: readonly Happened[],
  change: Partial<ExcludeEvidence> = {},
  by: 'lin' | 'shen' = 'lin',
) => given(...history).when({ on: '2026-03-20', by, act: 'evidence/exclude', entry: { ...data, ...change } });

describe('evidence/exclude (APL 46, SAMR-P 23)', () => {
  it('is an act with its ground', () => {
    exclude(investigated).then({ type: 'EvidenceExcluded', data });
    exclude(investigated, { reason: ' ' }).thenRefused(exclusionReasoned);
  });

  it('names a piece of the file, once, by a handler, before the decision', () => {
    exclude(filed).thenRefused(pieceAdmitted);
    exclude(investigated, { piece: 3 }).thenRefused(pieceAdmitted);
    exclude([...investigated, excluded('2026-03-19')]).thenRefused(pieceAdmitted);
    exclude(investigated, {}, 'shen').thenRefused(byHandler);
    exclude(decided(majorPenalty)).thenRefused(evidenceBeforeDecision);
  });

  it('leaves the piece in the file, and no fact rests on it', () => {
    const { evidence } = fileOf(...investigated, excluded('2026-03-20'));
    expect(evidence.pieces).toMatchObject([
      { entry: 4, excluded: { entry: 5, on: '2026-03-20', ground: 'illegally-obtained' } },
    ]);
    expect(admissible(evidence)).toStrictEqual([]);
  });

  it('can be taken back, with a reason; an excluded piece cannot be withdrawn under it', () => {
    const history = [...investigated, excluded('2026-03-20')];
    const withdraw = (entry: number) =>
      given(...history).when({
        on: '2026-03-21',
        by: 'lin',
        act: 'entry/withdraw',
        entry: { entry, reason: '误排' },
      });
    withdraw(5).thenRecords('EntryWithdrawn');
    withdraw(4).thenRefused(nothingRestsOnIt);
    const back = happened('EntryWithdrawn', '2026-03-21', 'lin', { entry: 5, reason: '误排' });
    expect(admissible(fileOf(...history, back).evidence)).toHaveLength(1);
  });
});

describe('what follows from it', () => {
  it('APL 40: nothing is concluded or decided on excluded evidence', () => {
    given(...investigated, excluded('2026-03-20'))
      .when({
        on: '2026-04-14',
        by: 'lin',
        act: 'investigation/conclude',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('report-signed'),
          facts: '使用超过保质期的原料',
          basis: [{ law: '食品安全法', article: '124(1)(2)' }],
          proposal: majorPenalty,
          discretion: '从轻',
          benchmark: '裁量基准（食品类）',
          report: paper('report'),
        },
      })
      .thenRefused(evidenceCarriesPenalty);
  });

  it('SAMR-P 49: the review is void, and the investigation is open again', () => {
    const before = legallyReviewed(majorPenalty);
    const after = [...before, excluded('2026-04-29')];
    expect(digestOf(fileOf(...after))).not.toBe(digestOf(fileOf(...before)));
    given(...readyToDecide(majorPenalty), excluded('2026-06-05'))
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { number: '朝市监处罚〔2026〕217号', outcome: majorPenalty },
      })
      .thenRefused(noDecisionWithoutReview, factsProven);
  });
});
