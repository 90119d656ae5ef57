/** While a public notice of the decision runs, the party has not received it: SAMR-P 47, 82(5). */
import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { decided, majorPenalty } from '../histories.testing.js';
import { beforeTheDecision } from '../party/provisions.js';
import { undecidedOrUnserved } from '../suspension/provisions.js';
import { fileOf, given, happened, paper } from '../testing.js';

/** Entry 11: posted on 2026-06-10; its thirty days end on 2026-07-10. */
const posted = [
  ...decided(majorPenalty),
  happened('DecisionServed', '2026-06-10', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('signed'),
    method: 'public-notice',
    proof: paper('notice'),
    otherMethodsFailed: '下落不明',
    servedOn: '2026-07-10',
  }),
];
const terms = { ground: 'entity-ended', reason: '已注销，无承受人', paper: paper('dissolved') } as const;
const requested = happened('ApprovalRequested', '2026-06-20', 'lin', { matter: 'termination', terms });
const end = (on: string) =>
  given(...posted).when({ on, by: 'lin', act: 'suspension/request-termination', entry: terms });
const approve = (on: string) =>
  given(...posted, requested).when({
    on,
    by: 'tang',
    act: 'suspension/approve-termination',
    entry: { approval: 12 },
  });

describe('a decision that is served by public notice', () => {
  it('SAMR-P 47: the investigation ends with the party until the last day, and not from then on', () => {
    end('2026-07-09').thenRecords('ApprovalRequested');
    end('2026-07-10').thenRefused(undecidedOrUnserved);
    approve('2026-07-09').thenRecords('ApprovalGiven', 'InvestigationTerminated');
    approve('2026-07-10').thenRefused(undecidedOrUnserved);
  });

  it('serves nobody where the investigation ended meanwhile: the case is closed as ended', () => {
    const ended = [
      ...posted,
      requested,
      happened('ApprovalGiven', '2026-06-22', 'tang', { approval: 12, matter: 'termination' }),
      happened('InvestigationTerminated', '2026-06-22', 'tang', { ...terms, approval: 12 }),
    ];
    const file = fileOf(...ended);
    expect(file.service).toBeUndefined();
    const running = deadlines(file, { calendar: chinaCalendar, today: '2026-07-20' })
      .filter(({ state }) => state === 'running')
      .map(({ id }) => id);
    expect(running).not.toContain('payment');
    given(...ended)
      .when({
        on: '2026-07-20',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'investigation-ended', note: '当事人注销' },
      })
      .thenRecords('ApprovalRequested');
  });

  it('APL 62: who succeeds before the last day was neither bound nor heard', () => {
    const succeed = (on: string) =>
      given(...posted).when({
        on,
        by: 'lin',
        act: 'party/request-change',
        entry: {
          change: 'merged',
          party: { kind: 'entity', name: '京味源食品集团有限公司', uscc: '91350100M000100Y43' },
          reason: '吸收合并',
          paper: paper('merger'),
        },
      });
    succeed('2026-07-09').thenRefused(beforeTheDecision);
    succeed('2026-07-10').thenRecords('ApprovalRequested');
  });
});
