/** Who investigated a case approves no end of it, and changes nothing of what was decided in it. */
import { changedByAnother } from '../decision-change/provisions.js';
import { agreedByAnother } from '../execution/agreement-provisions.js';
import { answeredByAnother } from '../execution/later-payment-provisions.js';
import { investigated, majorPenalty, paid, served, summaryFinished } from '../histories.testing.js';
import { ordinary } from '../decision-change/changed.testing.js';
import { given, happened, paper, people, type Happened } from '../testing.js';
import { leaderStandsApart } from './separation.js';

/** tang has taken evidence as an officer, and is no handler. */
const tookEvidence = happened('EvidenceAdded', '2026-03-12', ['lin', 'tang'], {
  officers: ['lin', 'tang'],
  signedPaper: paper('evidence-signed'),
  kind: '书证',
  what: '台账',
  provider: '当事人',
  papers: [paper('ledger')],
});
const withEvidence = (history: readonly Happened[]): readonly Happened[] =>
  history.map((event, index) => (index === 4 ? tookEvidence : event));
const asking = (
  history: readonly Happened[],
  on: string,
  requested: Happened['data'],
): readonly Happened[] => [
  ...history,
  {
    ...happened('ApprovalRequested', on, 'lin', { matter: 'closure', terms: { ground: 'executed' } }),
    data: requested,
  },
];
const gao = { ...people.gao, capacities: ['officer' as const, 'leader' as const] };
const context = { people: { ...people, gao } };

describe('a leader who handled or investigated the case', () => {
  it('does not approve that its investigation ends (SAMR-P 47)', () => {
    const end = { ground: 'entity-ended', reason: '企业已注销，无权利义务承受人' } as const;
    const history = (of: readonly Happened[]) => [
      ...of,
      happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'termination', terms: end }),
    ];
    const approve = {
      on: '2026-03-21',
      act: 'suspension/approve-termination',
      entry: { approval: investigated.length },
    } as const;
    given(...history(investigated))
      .when({ ...approve, by: 'gao', as: 'leader', context })
      .thenRefused(leaderStandsApart);
    given(...history(withEvidence(investigated)))
      .when({ ...approve, by: 'tang' })
      .thenRefused(leaderStandsApart);
    given(...history(investigated))
      .when({ ...approve, by: 'tang' })
      .thenRecords('ApprovalGiven', 'InvestigationTerminated');
  });

  it('nor that its execution ends (ACL 40), that it is closed, or goes to another agency', () => {
    const of = served(majorPenalty);
    const lost = { ground: 'object-lost', reason: '标的灭失', paper: paper('fire') } as const;
    const cases = [
      [
        of,
        '2026-07-01',
        'execution-suspension/approve-termination',
        { matter: 'execution-termination', terms: lost },
      ],
      [
        [
          ...of,
          happened('ExecutionTerminated', '2026-07-01', 'tang', {
            approval: 1,
            ground: 'object-lost',
            reason: '灭失',
          }),
        ],
        '2026-07-02',
        'closure/approve',
        { matter: 'closure', terms: { ground: 'execution-terminated' } },
      ],
      [
        investigated,
        '2026-04-01',
        'jurisdiction/approve-transfer',
        {
          matter: 'transfer',
          terms: { to: 'market-supervision', agency: '海淀区市场监督管理局', reason: '违法行为地在海淀区' },
        },
      ],
    ] as const;
    for (const [history, on, act, requested] of cases) {
      const approve = { on, act, entry: { approval: history.length } } as const;
      given(...asking(withEvidence(history), on, requested))
        .when({ ...approve, by: 'tang' })
        .thenRefused(leaderStandsApart);
      given(...asking(history, on, requested))
        .when({ ...approve, by: 'gao', as: 'leader', context })
        .thenRefused(leaderStandsApart);
    }
  });

  it('nor lets its execution rest, puts the payment off or waives of it (ACL 39, 42; APL 66(2))', () => {
    const of = withEvidence(served(majorPenalty));
    const rest = { ground: 'hardship', reason: '暂无履行能力' } as const;
    const terms = { plan: [{ due: '2026-07-31', fen: 18_400_000 }], waived: 0 };
    const applied = happened('InstalmentsAppliedFor', '2026-06-20', 'lin', {
      reason: '资金周转困难',
      application: paper('application'),
    });
    given(...asking(of, '2026-06-26', { matter: 'execution-suspension', terms: rest }))
      .when({
        on: '2026-06-26',
        by: 'tang',
        act: 'execution-suspension/approve',
        entry: { approval: of.length },
      })
      .thenRefused(leaderStandsApart);
    given(...of, applied)
      .when({
        on: '2026-06-22',
        by: 'tang',
        act: 'execution/approve-deferral',
        entry: { until: '2026-07-31' },
      })
      .thenRefused(leaderStandsApart, answeredByAnother);
    given(...asking(of, '2026-06-26', { matter: 'execution-agreement', terms }))
      .when({
        on: '2026-06-26',
        by: 'tang',
        act: 'execution/make-agreement',
        entry: { ...terms, agreement: paper('agreement') },
      })
      .thenRefused(leaderStandsApart, agreedByAnother);
  });

  it('nor closes what they decided on the spot: gao decided with lin, and is a leader as well (APL 51; SAMR-P 70)', () => {
    const asked = happened('ApprovalRequested', '2026-06-23', 'lin', {
      matter: 'closure',
      terms: { ground: 'executed' },
    });
    const approve = {
      on: '2026-06-24',
      act: 'closure/approve',
      entry: { approval: summaryFinished.length },
    } as const;
    given(...summaryFinished, asked)
      .when({ ...approve, by: 'gao', as: 'leader', context })
      .thenRefused(leaderStandsApart);
    given(...summaryFinished, asked)
      .when({ ...approve, by: 'tang' })
      .thenRecords('ApprovalGiven', 'CaseClosed');
  });

  it('nor changes, annuls or rectifies the decision (APL 75(2))', () => {
    const annul = {
      on: '2026-07-01',
      by: 'tang',
      act: 'decision-change/change',
      entry: { kind: 'annulled', ground: 'own-correction', reason: '有误', paper: paper('d') },
    } as const;
    given(...withEvidence(ordinary))
      .when(annul)
      .thenRefused(leaderStandsApart, changedByAnother);
    given(...withEvidence(ordinary))
      .when({ ...annul, by: 'he' })
      .thenRecords('DecisionChanged');
    given(...withEvidence([...ordinary, paid('2026-06-20', 'fine', 100_000)]))
      .when({
        on: '2026-07-01',
        by: 'tang',
        act: 'decision-change/rectify',
        entry: { written: '朝阳曲', corrected: '朝阳区', paper: paper('slip') },
      })
      .thenRefused(leaderStandsApart, changedByAnother);
  });
});
