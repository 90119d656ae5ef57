/** A township or street office that a province charges with penalties: in its own name, within its list, from a published decision on. */
import type { Delegated } from '@anjuan/law';
import { acts } from '../case.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import {
  filed,
  inspected,
  investigated,
  majorPenalty,
  minorPenalty,
  served,
  termsOn,
} from '../histories.testing.js';
import { given, paper } from '../testing.js';
import { delegationInForce, measuresDelegated, withinTheList } from './delegated.js';

const food: Delegated = {
  matters: [{ title: '食品处罚', law: '食品安全法', articles: ['第三十四条', '124(1)'] }],
  measures: false,
};
const prices: Delegated = {
  matters: [{ title: '明码标价处罚', law: '价格法', articles: ['13'] }],
  measures: true,
};
const charged = (...delegated: readonly Delegated[]) => ({ delegated });

it('A delegation in force is asked for by what begins, continues or decides a case', () => {
  const asking = Object.entries(acts).filter(([, { requires }]) =>
    requires.some(({ id }) => id === delegationInForce.id),
  );
  expect(asking.map(([name]) => name).sort()).toEqual([
    'correction/order',
    'decision/make',
    'evidence/add',
    'evidence/commission-test',
    'evidence/record-inquiry',
    'evidence/record-scene',
    'evidence/take-samples',
    'initiation/approve-filing',
    'initiation/request-filing',
    'investigation/conclude',
    'notice/serve',
    'preservation/approve',
    'preservation/request',
    'preservation/take',
    'seizure/approve',
    'seizure/approve-extension',
    'seizure/request',
    'seizure/request-extension',
    'seizure/seize',
    'seizure/seize-urgently',
    'summary-procedure/decide',
    'summary-procedure/decide-on-lead',
  ]);
});

describe('A filing', () => {
  const ask = (...lists: readonly Delegated[]) =>
    given(...inspected).when({
      on: '2026-03-10',
      by: 'lin',
      act: 'initiation/request-filing',
      entry: termsOn(),
      context: charged(...lists),
    });
  const [request] = filed.slice(1, 2);
  if (request?.type !== 'ApprovalRequested') throw new Error('the filing was asked for');
  const requested = [...inspected, { ...request, data: { matter: 'filing' as const, terms: termsOn() } }];
  const approve = (...lists: readonly Delegated[]) =>
    given(...requested).when({
      on: '2026-03-10',
      by: 'tang',
      act: 'initiation/approve-filing',
      entry: { approval: 2 },
      context: charged(...lists),
    });

  it('is of a matter on one of the lists in force', () => {
    ask(food).thenRecords('ApprovalRequested');
    ask(prices, food).thenRecords('ApprovalRequested');
    approve(food).thenRecords('ApprovalGiven', 'CaseFiled');
  });

  it('or of no matter of the office’s, which has no penalty power of its own', () => {
    ask().thenRefused(delegationInForce);
    ask(prices).thenRefused(withinTheList);
    approve().thenRefused(delegationInForce);
    approve(prices).thenRefused(withinTheList);
  });

  it('of an agency whose power is its own asks for no list', () => {
    given(...inspected)
      .when({
        on: '2026-03-10',
        by: 'lin',
        act: 'initiation/request-filing',
        entry: termsOn(),
        context: { delegated: 'its-own' },
      })
      .thenRecords('ApprovalRequested');
  });
});

it('A decision on the spot is within the list', () => {
  const decide = (...lists: readonly Delegated[]) =>
    given().when({
      on: '2026-06-15',
      by: 'lin',
      act: 'summary-procedure/decide',
      entry: {
        officers: ['lin', 'gao'],
        number: '管街当罚〔2026〕88号',
        cause: '未明码标价',
        party: { kind: 'entity', name: '禾木公司' },
        basis: [{ law: '价格法', article: '13' }],
        facts: '未明码标价',
        place: '管庄乡',
        penalties: [{ kind: 'fine', fen: 10_000 }],
        credentialShown: true,
        rightsTold: true,
        statement: '无异议',
        remedyTold: '先申请行政复议',
      },
      context: charged(...lists),
    });
  decide(prices).thenRecords('DecidedOnTheSpot');
  decide(food).thenRefused(withinTheList);
  decide().thenRefused(delegationInForce);
});

describe('Sealing and seizure', () => {
  const ask = (...lists: readonly Delegated[]) =>
    given(...investigated).when({
      on: '2026-03-11',
      by: 'lin',
      act: 'seizure/request',
      entry: {
        items: '腊肠原料32箱',
        basis: { law: '食品安全法', article: '110(4)' },
        days: 30,
        reason: '有证据证明不符合食品安全标准',
      },
      context: charged(...lists),
    });

  it('go with a matter where the decision of the province says so', () => {
    ask({ ...food, measures: true }).thenRecords('ApprovalRequested');
    ask(food).thenRefused(measuresDelegated);
    ask(food, prices).thenRefused(measuresDelegated);
    ask().thenRefused(delegationInForce);
  });
});

describe('When the decision of the province ends in a case', () => {
  it('the office neither investigates nor decides any more', () => {
    given(...investigated)
      .when({
        on: '2026-03-12',
        by: 'lin',
        act: 'evidence/add',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('signed'),
          kind: '书证',
          what: '销售出库单',
          provider: '赵一鸣',
          papers: [paper('sales')],
        },
        context: charged(),
      })
      .thenRefused(delegationInForce);
    const decide = (...lists: readonly Delegated[]) =>
      given(...readyToDecide(majorPenalty)).when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { number: '管街处罚〔2026〕217号', outcome: majorPenalty },
        context: charged(...lists),
      });
    decide(food).thenRecords('DecisionMade');
    decide().thenRefused(delegationInForce);
    decide(prices).thenRefused(withinTheList);
  });

  it('but gives the case to the department, and carries out what it decided before', () => {
    given(...investigated)
      .when({
        on: '2026-03-16',
        by: 'lin',
        act: 'jurisdiction/request-transfer',
        entry: { to: 'market-supervision', agency: '朝阳区市场监督管理局', reason: '决定已经终止' },
        context: charged(),
      })
      .thenRecords('ApprovalRequested');
    given(...served(minorPenalty))
      .when({
        on: '2026-06-20',
        by: 'lin',
        act: 'execution/record-payment',
        entry: { fen: 100_000, for: 'fine', channel: 'bank', receipt: paper('bank-notice') },
        context: charged(),
      })
      .thenRecords('PaymentReceived');
  });
});
