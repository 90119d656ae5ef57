import { chinaCalendar } from '@anjuan/law';
import type { Field } from '@anjuan/entry';
import type { Stated } from '@anjuan/procedure';
import { credentialsValid, officerCredentialValid, recordedByOneOfThem, twoOfficers } from '../officers.js';
import { deadlines } from '../deadlines.js';
import { ordersFirst } from '../decision-change/orders-first.js';
import { collectedOnTheSpot, lead, onTheSpot, paid, summaryFinished } from '../histories.testing.js';
import { decisionInHand } from '../service/provisions.js';
import { citizenIdChecked, partyIdentified, usccChecked } from '../initiation/party.js';
import { caseNumbered, newCase } from '../initiation/provisions.js';
import {
  fileOf,
  given,
  happened,
  morningOf,
  paper,
  sampleLists,
  type Happened,
  type Person,
} from '../testing.js';
import {
  collectedByWhoDecided,
  collectedOnTheDay,
  collectedOnce,
  fineOwed,
  receiptIssued,
  requestedByParty,
  smallOrHardToEnforce,
  wholeFine,
} from './collecting.js';
import { bankMoneySchema, handInMoneySchema } from './entries.js';
import {
  byItsOfficers,
  fileWithOfficer,
  inItsOrder,
  landed,
  moneyWithAgency,
  moneyWithOfficer,
  summaryOpen,
} from './money-and-file.js';
import {
  credentialShownOnTheSpot,
  factsAndBasis,
  fineForTheSpot,
  formNumbered,
  kindsForTheSpot,
  onTheSpotByOfficer,
  remedyNamesReconsideration,
  rightsToldOnTheSpot,
  statementTakenDown,
} from './provisions.js';
import type { CollectFine, DecideOnTheSpot } from './summary-procedure.js';

const citizen: DecideOnTheSpot['party'] = {
  kind: 'natural-person',
  person: { name: '王树林', idType: '居民身份证', idNumber: '110105197609221044' },
};
const company: DecideOnTheSpot['party'] = { kind: 'entity', name: '禾木公司' };
const business: DecideOnTheSpot['party'] = { kind: 'individual-business', name: '禾木花店' };
const spot: DecideOnTheSpot = {
  officers: ['lin', 'gao'],
  number: '朝市监当罚〔2026〕88号',
  cause: '未公示信息',
  party: citizen,
  basis: [{ law: '电子商务法', article: '76(1)(1)', says: '可以处一万元以下的罚款' }],
  facts: '未在首页显著位置公示',
  place: '管庄乡',
  penalties: [{ kind: 'fine', fen: 10_000 }],
  credentialShown: true,
  rightsTold: true,
  statement: '无异议',
  remedyTold: '先申请行政复议',
};
const decide = (
  change: Partial<DecideOnTheSpot> = {},
  by: Person = 'lin',
  history: readonly Happened[] = [],
) =>
  given(...history).when({
    on: '2026-06-15',
    by,
    act: 'summary-procedure/decide',
    entry: { ...spot, ...change },
  });
const fined = (fen: number) => [{ kind: 'fine', fen }] as const;

describe('A decision on the spot (APL 51–52)', () => {
  it('opens a case of its own, with the number on the form', () => {
    decide().then({ type: 'DecidedOnTheSpot', data: { ...spot, caseNumber: '朝市监案〔2026〕1号' } });
    decide({}, 'lin', lead).thenRefused(newCase);
  });

  it('51: fines a citizen up to 200 yuan, an organisation up to 3,000', () => {
    decide({ penalties: fined(20_000) }).thenRecords('DecidedOnTheSpot');
    decide({ penalties: fined(20_001) }).thenRefused(fineForTheSpot);
    decide({ penalties: fined(30_000) }).thenRefused(fineForTheSpot);
    decide({ penalties: [...fined(15_000), ...fined(15_000)] }).thenRefused(fineForTheSpot);
    decide({ penalties: fined(300_000), party: company }).thenRecords('DecidedOnTheSpot');
    decide({ penalties: fined(300_001), party: company }).thenRefused(fineForTheSpot);
    decide({ penalties: [{ kind: 'fine' }] }).thenRefused(fineForTheSpot);
    decide({ penalties: fined(0) }).thenRefused(fineForTheSpot);
  });

  it('51: measures an individual business as the agency’s lists say', () => {
    decide({ penalties: fined(20_001), party: business }).thenRefused(fineForTheSpot);
    const hearingThresholds = { ...sampleLists.hearingThresholds, individualBusiness: 'entity' } as const;
    given()
      .when({
        on: '2026-06-15',
        by: 'lin',
        act: 'summary-procedure/decide',
        entry: { ...spot, penalties: fined(300_000), party: business },
        context: { lists: { ...sampleLists, hearingThresholds } },
      })
      .thenRecords('DecidedOnTheSpot');
  });

  it.each<[string, Stated, Partial<DecideOnTheSpot>]>([
    ['a suspension', kindsForTheSpot, { penalties: [{ kind: 'suspension' }] }],
    [
      'a confiscation besides',
      kindsForTheSpot,
      { penalties: [...fined(100), { kind: 'confiscation-of-goods' }] },
    ],
    ['no penalty', kindsForTheSpot, { penalties: [] }],
    ['no facts', factsAndBasis, { facts: '' }],
    ['no basis', factsAndBasis, { basis: [] }],
    ['no credential shown', credentialShownOnTheSpot, { credentialShown: false }],
    ['no rights told', rightsToldOnTheSpot, { rightsTold: false }],
    ['no word on what the party said', statementTakenDown, { statement: ' ' }],
    ['no remedy told', remedyNamesReconsideration, { remedyTold: '' }],
    ['a suit told instead', remedyNamesReconsideration, { remedyTold: '可以提起行政诉讼' }],
    [
      'a suit told as the alternative',
      remedyNamesReconsideration,
      { remedyTold: '可以申请行政复议，也可以提起行政诉讼' },
    ],
    [
      'a suit told, and reconsideration by preference (fault 13)',
      remedyNamesReconsideration,
      { remedyTold: '可以在六个月内提起行政诉讼，也可以优先申请行政复议' },
    ],
    [
      'a suit told before reconsideration',
      remedyNamesReconsideration,
      { remedyTold: '可以先起诉，或者申请行政复议' },
    ],
    ['no name of the party', partyIdentified, { party: { kind: 'natural-person' } }],
    ['a wrong credit code', usccChecked, { party: { ...company, uscc: '91350100M000100Y4Z' } }],
    [
      'a wrong citizen number',
      citizenIdChecked,
      { party: { kind: 'natural-person', person: { name: '王树林', idNumber: '110105197609221045' } } },
    ],
    ['one officer twice', twoOfficers, { officers: ['lin', 'lin'] }],
    ['a credential that ran out', credentialsValid, { officers: ['lin', 'shen'] }],
  ])('is refused with %s', (_, provision, change) => {
    decide(change).thenRefused(provision);
  });

  it('warns, and may tell that a suit follows the reconsideration', () => {
    decide({
      penalties: [{ kind: 'warning' }],
      remedyTold: '应当先申请行政复议，对复议决定不服的再提起行政诉讼',
    }).thenRecords('DecidedOnTheSpot');
    decide({
      remedyTold: '六十日内向朝阳区人民政府申请行政复议；对复议决定不服的，可以再提起行政诉讼',
    }).thenRecords('DecidedOnTheSpot');
  });

  it('is the officers’ own', () => {
    decide({}, 'zhou').thenRefused(onTheSpotByOfficer, recordedByOneOfThem);
  });

  it('has a number of its form and of its case', () => {
    const { number, ...unnumbered } = spot;
    given()
      .when({
        on: '2026-06-15',
        by: 'lin',
        act: 'summary-procedure/decide',
        entry: unnumbered,
        context: { allotted: {} },
      })
      .thenRefused(formNumbered, caseNumbered);
    given()
      .when({ on: '2026-06-15', by: 'lin', act: 'summary-procedure/decide', entry: unnumbered })
      .thenRecords('DecidedOnTheSpot');
  });

  it('is confirmed by the second officer as themselves', () => {
    const unsigned = happened('DecidedOnTheSpot', '2026-06-15', ['lin', 'gao'], {
      ...spot,
      number: '朝市监当罚〔2026〕88号',
      caseNumber: '朝市监案〔2026〕1号',
    });
    given(unsigned)
      .when({ on: '2026-06-15', by: 'gao', act: 'entry/confirm', entry: { entry: 0 } })
      .thenRecords('EntryConfirmed');
  });
});

describe('The fine collected on the spot (APL 68–71)', () => {
  const collect = (history: readonly Happened[], change: Partial<CollectFine> = {}, by: Person = 'lin') =>
    given(...history).when({
      on: '2026-06-15',
      by,
      act: 'summary-procedure/collect-fine',
      entry: { fen: 10_000, receipt: '京财罚0045127', ...change },
    });
  const dear = [
    happened('DecidedOnTheSpot', '2026-06-15', ['lin', 'gao'], {
      ...spot,
      number: '朝市监当罚〔2026〕88号',
      caseNumber: '朝市监案〔2026〕1号',
      penalties: fined(20_000),
    }),
  ];

  it('is the fine, against a receipt, once', () => {
    collect(onTheSpot).then({
      type: 'FineCollectedOnTheSpot',
      data: { fen: 10_000, receipt: '京财罚0045127' },
    });
    collect(onTheSpot, { fen: 5_000 }).thenRefused(wholeFine);
    collect(onTheSpot, { receipt: ' ' }).thenRefused(receiptIssued);
    collect(collectedOnTheSpot).thenRefused(collectedOnce);
    collect([]).thenRefused(summaryOpen, byItsOfficers, decisionInHand, wholeFine);
  });

  it('68: exceeds 100 yuan only where it is hard to enforce later', () => {
    collect(dear, { fen: 20_000 }).thenRefused(smallOrHardToEnforce);
    collect(dear, { fen: 20_000, hardToEnforceLater: '流动摊贩' }).thenRecords('FineCollectedOnTheSpot');
    // Of 200 yuan 120 were paid: the fine that was given is what counts, not what is left of it.
    const rest = [...dear, paid('2026-06-15', 'fine', 12_000)];
    collect(rest, { fen: 8_000 }).thenRefused(smallOrHardToEnforce);
    collect(rest, { fen: 8_000, hardToEnforceLater: '流动摊贩' }).thenRecords('FineCollectedOnTheSpot');
  });

  it('is collected by those who decided, after they decided', () => {
    collect(onTheSpot, {}, 'zhou').thenRefused(byItsOfficers);
    collect(onTheSpot, { occurredAt: morningOf('2026-06-14'), lateReason: '补录' }).thenRefused(inItsOrder);
  });

  it('67, 68: is the rest of what is owed, and nothing that was paid, annulled or is ordered otherwise', () => {
    const paidBefore = (fen: number) => [...onTheSpot, paid('2026-06-15', 'fine', fen)];
    collect(paidBefore(10_000)).thenRefused(fineOwed);
    collect(paidBefore(4_000)).thenRefused(wholeFine);
    collect(paidBefore(4_000), { fen: 6_000 }).thenRecords('FineCollectedOnTheSpot');
    const annulled = happened('DecisionChanged', '2026-06-15', 'tang', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '主体错误',
      paper: paper('decision'),
    });
    collect([...onTheSpot, annulled]).thenRefused(fineOwed);
    const ordered = happened('SupervisionOrdered', '2026-06-15', 'lin', {
      form: 'decision',
      organ: '朝阳区人民政府',
      number: '1',
      kind: 'annulled',
      against: 0,
      paper: paper('order'),
    });
    collect([...onTheSpot, ordered]).thenRefused(ordersFirst);
  });

  it('67, 68: on the day of the decision, by who decided; what is later goes to the bank', () => {
    const next = (change: Partial<CollectFine> = {}) =>
      given(...onTheSpot).when({
        on: '2026-06-16',
        by: 'lin',
        act: 'summary-procedure/collect-fine',
        entry: { fen: 10_000, receipt: '京财罚0045127', ...change },
      });
    next().thenRefused(collectedOnTheDay);
    next({ occurredAt: morningOf('2026-06-15'), lateReason: '补录' }).thenRecords('FineCollectedOnTheSpot');
    next({ remoteArea: 'remote', request: paper('request') }).thenRecords('FineCollectedOnTheSpot');
    const others = happened('HandlersNamed', '2026-06-15', 'zhou', {
      handlers: ['gao', 'shen'],
      reason: '岗位调整',
      leaving: ['lin'],
    });
    collect([...onTheSpot, others], {}, 'shen').thenRefused(officerCredentialValid, collectedByWhoDecided);
    collect([...onTheSpot, others], {}, 'gao').thenRecords('FineCollectedOnTheSpot');
  });

  it('69: in a remote area of any fine, if the party itself asks', () => {
    const remote = { fen: 20_000, remoteArea: 'poor-transport' } as const;
    collect(dear, remote).thenRefused(requestedByParty);
    collect(dear, { ...remote, request: paper('request') }).then({
      type: 'FineCollectedOnTheSpot',
      data: { receipt: '京财罚0045127', ...remote, request: paper('request') },
    });
  });

  const handIn = (history: readonly Happened[], on = '2026-06-16', landedOn?: string) =>
    given(...history).when({
      on,
      by: 'lin',
      act: 'summary-procedure/hand-in-money',
      entry: { ...(landedOn !== undefined && { landedOn }), receipt: paper('taken') },
    });

  it('71: what was collected on water is handed in after the landing, from which the two days run', () => {
    const onWater = [
      ...onTheSpot,
      happened('FineCollectedOnTheSpot', '2026-06-15', 'lin', {
        fen: 10_000,
        receipt: '京财罚0045127',
        remoteArea: 'on-water',
        request: paper('request'),
      }),
    ];
    handIn(onWater, '2026-06-24').thenRefused(landed);
    handIn(onWater, '2026-06-24', '2026-06-14').thenRefused(landed);
    handIn(onWater, '2026-06-24', '2026-06-25').thenRefused(landed);
    handIn(onWater, '2026-06-24', '2026-06-23').then({
      type: 'MoneyHandedIn',
      data: { landedOn: '2026-06-23', receipt: paper('taken') },
    });
    handIn(collectedOnTheSpot, '2026-06-24', '2026-06-23').thenRefused(landed);
    const clock = (...history: readonly Happened[]) =>
      deadlines(fileOf(...history), { today: '2026-06-25', calendar: chinaCalendar })
        .filter(({ id }) => id === 'cash-hand-in')
        .map(({ from, due, state }) => ({ from, due, state }));
    expect(clock(...onWater)).toStrictEqual([{ from: '2026-06-15', due: '2026-06-17', state: 'missed' }]);
    expect(
      clock(...onWater, happened('MoneyHandedIn', '2026-06-24', 'lin', { landedOn: '2026-06-23' })),
    ).toStrictEqual([{ from: '2026-06-23', due: '2026-06-25', state: 'met' }]);
  });
  const bank = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-06-18',
      by: 'lin',
      act: 'summary-procedure/bank-money',
      entry: { receipt: paper('bank') },
    });
  const handedIn = [...collectedOnTheSpot, happened('MoneyHandedIn', '2026-06-16', 'lin', {})];

  it('71, 74: neither without its paper, which the events of before need not have', () => {
    for (const { fields } of [handInMoneySchema, bankMoneySchema]) {
      const { kind, optional = false } = fields.receipt as Field;
      expect({ kind, optional }).toStrictEqual({ kind: 'paper', optional: false });
    }
    expect(fileOf(...summaryFinished).summary).toMatchObject({ bankedOn: '2026-06-18' });
  });

  it('71: goes to the agency and then to the bank, each once; late is late but possible', () => {
    handIn(collectedOnTheSpot).then({ type: 'MoneyHandedIn', data: { receipt: paper('taken') } });
    handIn(collectedOnTheSpot, '2026-07-20').thenRecords('MoneyHandedIn');
    handIn(onTheSpot).thenRefused(moneyWithOfficer);
    handIn(handedIn).thenRefused(moneyWithOfficer);
    bank(handedIn).then({ type: 'MoneyBanked', data: { receipt: paper('bank') } });
    bank(collectedOnTheSpot).thenRefused(moneyWithAgency);
    bank(summaryFinished).thenRefused(moneyWithAgency);
  });

  it('SAMR-P 70: the file is handed in once', () => {
    const file = (history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-06-22',
        by: 'lin',
        act: 'summary-procedure/hand-in-file',
        entry: { note: '齐全' },
      });
    file(handedIn).then({ type: 'SummaryFileHandedIn', data: { note: '齐全' } });
    file(summaryFinished).thenRefused(fileWithOfficer);
  });

  it('is remembered step by step', () => {
    expect(fileOf(...summaryFinished).summary).toMatchObject({
      collected: { on: '2026-06-15', fen: 10_000, by: 'lin' },
      handedInOn: '2026-06-16',
      bankedOn: '2026-06-18',
      fileHandedInOn: '2026-06-22',
    });
  });
});
