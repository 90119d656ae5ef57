/** A shop that sold food below the standard, bought with its papers: 120 bottles are sealed, and what it proves is on the file. */
import { confiscationOf, listedHistory, ofLine } from '../goods/goods.testing.js';
import { noticeOf } from '../histories-to-decision.testing.js';
import type { ConcludeInvestigation } from '../investigation/investigation.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { digestOf, fileOf, happened, paper, sampleLists, type Happened } from '../testing.js';
import type { Exemption } from './exemption.js';

const piece = (what: string): Happened =>
  happened('EvidenceAdded', '2026-03-18', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('piece-signed'),
    kind: '书证',
    what,
    provider: '当事人',
    papers: [paper(what)],
  });

/** Entries 0–10: the sealing is 7; the inspection records 8, the test report of the batch 9, the supplier's papers 10. */
export const shop: readonly Happened[] = [
  ...listedHistory,
  piece('进货查验记录'),
  piece('批次检验合格报告'),
  piece('供货商资质和送货单'),
];

export const vanIsNoFood = '送货车辆不是食品，返还当事人';
/** FSL 136, each of its conditions proven. */
export const byFoodLaw: Exemption = {
  law: '食品安全法',
  article: '136',
  conditions: [
    { condition: 'duties-done', evidence: [8] },
    { condition: 'unaware', evidence: [9] },
    { condition: 'source-stated', evidence: [10] },
  ],
  notTaken: vanIsNoFood,
};
/** AUCL 23(2), which takes nothing. */
export const byCompetitionLaw: Exemption = {
  law: '反不正当竞争法',
  article: '23(2)',
  conditions: [
    { condition: 'unaware', evidence: [9] },
    { condition: 'lawfully-acquired', evidence: [8] },
    { condition: 'source-stated', evidence: [10] },
  ],
};
export const without = ({ conditions, ...rest }: Exemption, left: string): Exemption => ({
  ...rest,
  conditions: conditions.filter(({ condition }) => condition !== left),
});

export const bottlesTaken: Penalty = { ...confiscationOf(ofLine(1, 120)), exemption: byFoodLaw };
export const takenBy = (exemption: Exemption): Outcome => ({
  kind: 'penalty',
  penalties: [{ ...bottlesTaken, exemption }],
});
export const exempted: Outcome = takenBy(byFoodLaw);
export const letOffBy = (exemption: Exemption): Outcome => ({
  kind: 'no-penalty',
  ground: 'special-law',
  exemption,
  reason: '不知道且说明提供者',
});

/** What the shop broke; another breach is of another law. */
const foodLaw = [{ law: '食品安全法', article: '124(1)(1)' }];
export const competitionLaw = [{ law: '反不正当竞争法', article: '7(1)(1)' }];

export const findingsOf = (proposal: Outcome, basis = foodLaw): ConcludeInvestigation => ({
  officers: ['lin', 'gao'],
  signedPaper: paper('report-signed'),
  facts: '经营不符合食品安全标准的白酒',
  basis,
  proposal,
  discretion: '履行了进货查验义务',
  report: paper('report'),
});
/** Entry 11, on 2026-04-14. */
export const reportedOf = (proposal: Outcome, basis = foodLaw): readonly Happened[] => [
  ...shop,
  happened('InvestigationConcluded', '2026-04-14', ['lin', 'gao'], findingsOf(proposal, basis)),
];

/** Entries 12 and 13: legally reviewed on 2026-04-22. */
export const reviewedOf = (proposal: Outcome, basis = foodLaw): readonly Happened[] => {
  const history = reportedOf(proposal, basis);
  const digest = digestOf(fileOf(...history));
  return [
    ...history,
    happened('SentForLegalReview', '2026-04-22', 'zhou', { digest, dueOn: '2026-06-30' }),
    happened('LegalReviewOpinionGiven', '2026-04-22', 'fang', {
      opinion: 'agree',
      sent: history.length,
      digest,
    }),
  ];
};

/** Entry 14: approved on 2026-04-29. */
export const approvedOf = (proposal: Outcome): readonly Happened[] => [
  ...reviewedOf(proposal),
  happened('ProposalApproved', '2026-04-29', 'tang', { proposal }),
];

/** Of its penalties alone (15), the party's days over on 2026-05-11. */
export const notifiedOf = (proposal: Outcome): readonly Happened[] => [
  ...approvedOf(proposal),
  noticeOf(proposal.kind === 'penalty' ? proposal.penalties : [], '2026-04-30', '2026-05-11'),
];

/** An agency that has entered what the program does not know. */
export const listing = {
  ...sampleLists,
  specialLaws: [
    {
      law: '某市食品摊贩条例',
      article: '30',
      takes: 'goods-and-gains' as const,
      conditions: ['unaware' as const],
      of: [{ law: '食品安全法', article: '124' }],
      validFrom: '2020-01-01',
    },
  ],
};
