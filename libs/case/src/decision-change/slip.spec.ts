import { personalData } from '../event-types.js';
import type { Outcome } from '../penalty/penalty.js';
import {
  decided,
  decidedAfter,
  filedAs,
  filingTerms,
  majorPenalty,
  minorPenalty,
  onTheSpot,
} from '../histories.testing.js';
import { fileOf, given, happened, paper } from '../testing.js';
import { slipNotOfFactsAndBasis, slipNotOfThePenalty, slipShown } from './slip.js';
import { changedByAnother } from './provisions.js';
import { leaderStandsApart } from '../review/separation.js';

describe('decision-change/rectify', () => {
  it('PIPL 47: what was written may be the name of the party', () => {
    expect(personalData.DecisionRectified).toStrictEqual([
      { pointer: '/written', kind: 'party' },
      { pointer: '/corrected', kind: 'party' },
    ]);
  });

  const rectify = {
    on: '2026-06-10',
    by: 'tang',
    act: 'decision-change/rectify',
    entry: { written: '朝阳曲', corrected: '朝阳区', paper: paper('notice') },
  } as const;

  it('puts a slip right and nothing else', () => {
    given(...decided(majorPenalty))
      .when(rectify)
      .then({ type: 'DecisionRectified', data: rectify.entry });
    given(...decided(majorPenalty))
      .when({ ...rectify, entry: { ...rectify.entry, corrected: '朝阳曲' } })
      .thenRefused(slipShown);
    expect(
      fileOf(...decided(majorPenalty), happened('DecisionRectified', '2026-06-10', 'tang', rectify.entry))
        .decision,
    ).toStrictEqual(fileOf(...decided(majorPenalty)).decision);
  });

  it('never what was decided: no amount, term, kind or object of a penalty', () => {
    const penalty: Outcome = {
      kind: 'penalty',
      penalties: [
        { kind: 'fine', fen: 18_400_000 },
        { kind: 'confiscation-of-goods', what: '腊肠原料32箱' },
        { kind: 'suspension', days: 30 },
        { kind: 'permit-revocation', what: '食品生产许可证' },
      ],
    };
    const ways = [
      ['罚款184000元', '罚款1840元'],
      ['吊销许可证', '警告'],
      ['184000', '1840'],
      ['184,000', '1,840'],
      ['１８４０００', '１８４０'],
      ['18.4', '1.84'],
      ['壹拾捌万肆仟元', '壹仟捌佰肆拾元'],
      ['责令停产停业', '责令改正'],
      ['三十日', '三日'],
      ['30', '3'],
      ['32箱', '2箱'],
      ['给予处罚', '不予处罚'],
    ] as const;
    for (const [written, corrected] of ways)
      given(...decided(penalty))
        .when({ ...rectify, entry: { ...rectify.entry, written, corrected } })
        .thenRefused(slipNotOfThePenalty);
    const slips = [
      ['金盏路30号院', '金盏路31号院'],
      ['2026年6月5日', '2026年6月6日'],
      ['朝市监处罚〔2026〕271号', '朝市监处罚〔2026〕217号'],
      ['三元里大道18号', '三元里大道19号'],
      ['三元区人名法院', '三元区人民法院'],
      ['建设路1号', '建设路2号'],
      ['建设路184000号1室', '建设路184000号3室'],
      ['三个月内向法院起诉', '六个月内向法院起诉'],
      ['三个月', '六个月'],
      ['罚款拾捌万肆仟元', '罚款18.4万元'],
      ['第124条', '第一百二十四条'],
      ['关闭门窗', '关闭了门窗'],
    ] as const;
    for (const [written, corrected] of slips)
      given(...decided(majorPenalty))
        .when({ ...rectify, entry: { ...rectify.entry, written, corrected } })
        .thenRecords('DecisionRectified');
  });

  it('nor the article, the facts or the party', () => {
    const ways = [
      ['第一百二十四条第二款', '第一百二十四条第一款'],
      ['依据《食品安全法》第一百二十四条', '依据《食品安全法》第一百二十五条'],
      ['使用超过保质期的原料', '标签瑕疵'],
      ['超过保质期', '未超保质期'],
      ['违法所得', '货值'],
      ['京味源肉制品有限公司', '京味源食品有限公司'],
      ['京味源肉制品', '京味园食品'],
    ] as const;
    for (const [written, corrected] of ways)
      given(...decided(majorPenalty))
        .when({ ...rectify, entry: { ...rectify.entry, written, corrected } })
        .thenRefused(slipNotOfFactsAndBasis);
    const slips = [
      ['京味原肉制品有限公司', '京味源肉制品有限公司'],
      ['使用超过保质其的原料', '使用超过保质期的原料'],
    ] as const;
    for (const [written, corrected] of slips)
      given(...decided(majorPenalty))
        .when({ ...rectify, entry: { ...rectify.entry, written, corrected } })
        .thenRecords('DecisionRectified');
  });

  it('nor a person: the party itself, or who runs an individual business', () => {
    const person = { name: '王树林' };
    const of = (kind: 'natural-person' | 'individual-business') =>
      decidedAfter(filedAs({ ...filingTerms, party: { kind, name: '禾木花店', person } }), minorPenalty);
    for (const kind of ['natural-person', 'individual-business'] as const) {
      for (const [written, corrected] of [
        ['王树林', '李建国'],
        ['当事人王树林', '当事人王树森'],
        ['王', '李'],
        ['树林', '建国'],
      ] as const)
        given(...of(kind))
          .when({ ...rectify, entry: { ...rectify.entry, written, corrected } })
          .thenRefused(slipNotOfFactsAndBasis);
      given(...of(kind))
        .when({ ...rectify, entry: { ...rectify.entry, written: '王树森', corrected: '王树林' } })
        .thenRecords('DecisionRectified');
    }
    given(...decided(majorPenalty))
      .when({ ...rectify, entry: { ...rectify.entry, written: '赵一鸣', corrected: '赵一明' } })
      .thenRecords('DecisionRectified');
  });

  it('nor who it was when it was decided, where it is called otherwise since', () => {
    const renamed = happened('PartyRenamed', '2026-06-08', 'lin', {
      party: { ...filingTerms.party, name: '京味源食品集团有限公司' },
      on: '2026-06-07',
      paper: paper('renamed'),
    });
    given(...decided(majorPenalty), renamed)
      .when({
        ...rectify,
        entry: { ...rectify.entry, written: '京味源肉制品有限公司', corrected: '禾木食品有限公司' },
      })
      .thenRefused(slipNotOfFactsAndBasis);
  });

  it('nor the facts and the basis of a decision on the spot', () => {
    const spot = { ...rectify, on: '2026-06-16' } as const;
    for (const [written, corrected] of [
      ['未在首页显著位置公示', '虚假宣传'],
      ['电子商务法', '反不正当竞争法'],
      ['王树林', '李建国'],
    ] as const)
      given(...onTheSpot)
        .when({ ...spot, entry: { ...rectify.entry, written, corrected } })
        .thenRefused(slipNotOfFactsAndBasis);
    given(...onTheSpot)
      .when({
        ...spot,
        entry: { ...rectify.entry, written: '未在首页显著位值公示', corrected: '未在首页显著位置公示' },
      })
      .thenRecords('DecisionRectified');
  });

  it('and not by a handler, who does not change the decision either', () => {
    const ownCase = decidedAfter(filedAs({ ...filingTerms, handlers: ['lin', 'tang'] }), majorPenalty);
    given(...ownCase)
      .when(rectify)
      .thenRefused(leaderStandsApart, changedByAnother);
  });
});
