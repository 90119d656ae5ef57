/** Staff of an entrusted organisation act in the name of the agency: within matters, powers and term, and decide nothing. */
import type { Entrusted } from '@anjuan/law';
import type { PersonOnDay } from '@anjuan/procedure';
import {
  concluded,
  filed,
  inspected,
  investigated,
  lead,
  minorPenalty,
  termsOn,
} from '../histories.testing.js';
import type { ConcludeInvestigation } from '../investigation/investigation.js';
import { given, happened, paper, people, type Happened } from '../testing.js';
import {
  entrustedOnTheSpot,
  entrustedToInvestigate,
  entrustingAgencyDecides,
  entrustmentInForce,
  measuresNotEntrusted,
  withinEntrustedMatters,
} from './entrusted.js';

const food = { title: '食品处罚', law: '食品安全法', articles: ['第三十四条', '124(1)'] };
const prices = { title: '明码标价处罚', law: '价格法', articles: ['13'] };
const all: Entrusted = { matters: [food], powers: ['investigate', 'on-the-spot', 'serve', 'execute'] };
const staff = (given?: Entrusted): Pick<PersonOnDay, 'entrusted'> => ({
  entrusted: { organisation: '12110105400000001A', ...(given && { with: given }) },
});
/** `lin` is of the organisation, and `gao` of the agency itself, unless he is of it too. */
const of = (given?: Entrusted, both = false) => ({
  people: {
    ...people,
    lin: { ...people.lin, ...staff(given) },
    ...(both && { gao: { ...people.gao, ...staff(given) } }),
  },
});
const spotted = {
  officers: ['lin', 'gao'],
  signedPaper: paper('signed'),
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
} as const;
const scene = (by: 'lin' | 'gao', context: ReturnType<typeof of>, history: readonly Happened[] = filed) =>
  given(...history).when({ on: '2026-03-12', by, act: 'evidence/record-scene', entry: spotted, context });

describe('Within its entrustment an organisation acts as the agency does', () => {
  it('on a lead, of which nothing is known yet, and in a case of its matters', () => {
    scene('lin', of(all, true), lead).thenRecords('SceneRecorded');
    scene('lin', of(all, true)).thenRecords('SceneRecorded');
  });

  it('not after its term, nor named by an officer of the agency', () => {
    scene('lin', of()).thenRefused(entrustmentInForce);
    scene('gao', of()).thenRefused(entrustmentInForce);
  });

  it('not in a matter that is not entrusted, nor named there', () => {
    scene('lin', of({ ...all, matters: [prices] })).thenRefused(withinEntrustedMatters);
    scene('gao', of({ ...all, matters: [prices] })).thenRefused(withinEntrustedMatters);
  });

  it('not with a power that it does not have, nor named for it', () => {
    scene('lin', of({ ...all, powers: ['serve'] })).thenRefused(entrustedToInvestigate);
    scene('gao', of({ ...all, powers: ['serve'] })).thenRefused(entrustedToInvestigate);
  });
});

describe('The provisions applied are those of its matters', () => {
  const file = (matters: Entrusted['matters'], handlers = ['lin', 'gao']) =>
    given(...inspected).when({
      on: '2026-03-10',
      by: 'lin',
      act: 'initiation/request-filing',
      entry: { ...termsOn(), handlers },
      context: of({ ...all, matters }),
    });

  it('when a filing is asked for, whoever handles it', () => {
    file([food]).thenRecords('ApprovalRequested');
    file([prices]).thenRefused(withinEntrustedMatters);
    given(...inspected)
      .when({
        on: '2026-03-10',
        by: 'gao',
        act: 'initiation/request-filing',
        entry: termsOn(),
        context: of({ ...all, matters: [prices] }),
      })
      .thenRefused(withinEntrustedMatters);
  });

  const [report] = concluded(minorPenalty).slice(-1);
  if (report?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
  const findings = { ...report.data, goodsValueFen: 1, illegalGainsFen: 0 } as ConcludeInvestigation;
  const conclude = (found: Partial<ConcludeInvestigation>) =>
    given(...investigated).when({
      on: '2026-04-14',
      by: 'lin',
      act: 'investigation/conclude',
      entry: { ...findings, ...found },
      context: of(all),
    });

  it('when it reports, in each breach', () => {
    conclude({}).thenRecords('InvestigationConcluded');
    conclude({ basis: [{ law: '价格法', article: '13' }] }).thenRefused(withinEntrustedMatters);
    const breach = {
      breach: '使用超过保质期的原料',
      facts: '使用超过保质期的原料',
      basis: [{ law: '价格法', article: '42' }],
      act: { from: '2026-01-05', to: '2026-02-20' },
      discoveredOn: '2026-03-02',
      discretion: '从轻',
      benchmark: '裁量基准（食品类）',
      goodsValueFen: 1,
      illegalGainsFen: 0,
    };
    const proposal = {
      kind: 'penalty',
      penalties: [{ kind: 'fine', fen: 100_000, breach: breach.breach }],
    } as const;
    const { discretion: _, benchmark: _b, goodsValueFen: _g, illegalGainsFen: _i, ...whole } = findings;
    given(...investigated)
      .when({
        on: '2026-04-14',
        by: 'lin',
        act: 'investigation/conclude',
        entry: { ...whole, proposal, breaches: [breach] },
        context: of(all),
      })
      .thenRefused(withinEntrustedMatters);
  });

  it('when it decides on the spot, in the name of the agency', () => {
    const decide = (context: ReturnType<typeof of>) =>
      given().when({
        on: '2026-06-15',
        by: 'lin',
        act: 'summary-procedure/decide',
        entry: {
          officers: ['lin', 'gao'],
          number: '朝市监当罚〔2026〕88号',
          cause: '未明码标价',
          party: { kind: 'entity', name: '禾木公司' },
          basis: [{ law: '价格法', article: '第十三条第一款' }],
          facts: '未明码标价',
          place: '管庄乡',
          penalties: [{ kind: 'fine', fen: 10_000 }],
          credentialShown: true,
          rightsTold: true,
          statement: '无异议',
          remedyTold: '先申请行政复议',
        },
        context,
      });
    decide(of({ ...all, matters: [prices] })).thenRecords('DecidedOnTheSpot');
    decide(of(all)).thenRefused(withinEntrustedMatters);
    decide(of({ matters: [prices], powers: ['investigate'] })).thenRefused(entrustedOnTheSpot);
  });
});

describe('What is never entrusted', () => {
  it('measures of coercion: the organisation neither asks for them nor takes part', () => {
    const terms = {
      items: '腊肠原料32箱',
      basis: { law: '食品安全法', article: '110(4)' },
      days: 30,
      reason: '有证据证明不符合食品安全标准',
    };
    const ask = (by: 'lin' | 'gao') =>
      given(...investigated).when({
        on: '2026-03-11',
        by,
        act: 'seizure/request',
        entry: terms,
        context: of(all),
      });
    ask('lin').thenRefused(measuresNotEntrusted);
    ask('gao').thenRecords('ApprovalRequested');
  });

  it('the decision: whoever leads is of the agency', () => {
    given(...filed.slice(0, 2))
      .when({
        on: '2026-03-10',
        by: 'tang',
        act: 'approval/return',
        entry: { approval: 1, reason: '证据不足' },
        context: { people: { ...people, tang: { ...people.tang, ...staff(all) } } },
      })
      .thenRefused(entrustingAgencyDecides);
  });
});

describe('When the term ends in a case', () => {
  it('somebody of it is still asked to stand aside, and confirms what was entered of them', () => {
    given(...investigated)
      .when({
        on: '2026-03-12',
        by: 'gao',
        act: 'recusal/request',
        entry: { person: 'lin', askedBy: 'party', ground: '系近亲属', paper: paper('request') },
        context: of(),
      })
      .thenRecords('RecusalRequested');
    const unsigned = happened('SceneRecorded', '2026-03-11', ['gao', 'lin'], {
      officers: ['gao', 'lin'],
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: paper('scene'),
    });
    given(...filed, unsigned)
      .when({
        on: '2026-03-12',
        by: 'lin',
        act: 'entry/confirm',
        entry: { entry: 4 },
        context: of({ ...all, matters: [prices] }),
      })
      .thenRecords('EntryConfirmed');
  });
});
