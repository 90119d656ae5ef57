import { addHours, chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { notOnAnAnnulledDecision } from '../correction/correction.js';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { allConfirmed } from '../entry/provisions.js';
import { filed, filingTerms, inspected, lead, sealedOnALead, termsOn } from '../histories.testing.js';
import { byHandler } from '../initiation/in-charge.js';
import { nothingSeized } from '../initiation/lead-course-provisions.js';
import {
  leadOpen,
  leadOrCaseOpen,
  leadReceived,
  noFilingRequestOpen,
  notFiledYet,
} from '../initiation/provisions.js';
import { settledForUs, undisputed } from '../jurisdiction/provisions.js';
import { numbersFor } from '../numbering.js';
import { recordedByOneOfThem, twoOfficers } from '../officers.js';
import { nothingPreserved } from '../preservation/term.js';
import { relationTo } from '../relation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { byItsOfficers } from './money-and-file.js';
import {
  byWhoChecksTheLead,
  decidedAfterTheLead,
  fineForTheSpot,
  kindsForTheSpot,
  noFineOnACriminalFine,
  onTheSpotByOfficer,
  testsDone,
} from './provisions.js';

const decision = {
  officers: ['lin', 'gao'],
  signedPaper: paper('form-signed'),
  cause: '未按规定明码标价',
  party: { kind: 'entity', name: '京味源肉制品有限公司', uscc: '91110105MA7KQ2R152' },
  basis: [{ law: '价格法', article: '42' }],
  facts: '货架商品未标价',
  place: '东苇路18号院',
  penalties: [{ kind: 'warning' }],
  credentialShown: true,
  rightsTold: true,
  statement: '无异议',
  remedyTold: '先申请行政复议',
} as const;
const decide = (history: readonly Happened[], change: object = {}, by: 'lin' | 'tang' = 'lin') =>
  given(...history).when({
    on: '2026-03-05',
    by,
    act: 'summary-procedure/decide-on-lead',
    entry: { ...decision, ...change },
  });
const decided = [
  ...inspected,
  happened('DecidedOnTheSpot', '2026-03-05', ['lin', 'gao'], {
    ...decision,
    number: '朝市监当罚〔2026〕88号',
    caseNumber: '朝市监案〔2026〕88号',
  }),
] as const;

describe('K8: a lead ends with a decision on the spot (APL 51; SAMR-P 18, 66)', () => {
  it('by officers who come, see and decide, without a filing', () => {
    decide(lead).then({
      type: 'DecidedOnTheSpot',
      data: { ...decision, number: '朝市监处罚〔2026〕1号', caseNumber: '朝市监案〔2026〕1号' },
    });
    decide(inspected).thenRecords('DecidedOnTheSpot');
    expect(numbersFor('summary-procedure/decide-on-lead', decision, fileOf(...lead))).toStrictEqual({
      allot: ['case', 'document'],
    });
  });

  it('under all that is asked of every decision on the spot', () => {
    decide(lead, { officers: ['lin'] }).thenRefused(twoOfficers);
    decide(lead, { penalties: [{ kind: 'fine', fen: 300_001 }] }).thenRefused(fineForTheSpot);
    decide(lead, { penalties: [{ kind: 'suspension' }] }).thenRefused(kindsForTheSpot);
    decide(lead, {}, 'tang').thenRefused(onTheSpotByOfficer, recordedByOneOfThem);
  });

  it('once, on a lead that is being checked, and not before it came', () => {
    decide([]).thenRefused(leadReceived);
    decide(filed).thenRefused(notFiledYet);
    decide(decided).thenRefused(notFiledYet);
    const merged = happened('LeadMerged', '2026-03-04', 'tang', {
      ground: 'same-matter',
      into: '朝市监案〔2026〕9号',
      reason: '同一违法行为',
    });
    decide([...lead, merged]).thenRefused(leadOpen);
    decide(lead, { occurredAt: morningOf('2026-02-28'), lateReason: '补录' }).thenRefused(
      decidedAfterTheLead,
    );
  });

  it('nor before it was reopened; a supplement that comes after the decision is no other lead', () => {
    const before = { occurredAt: morningOf('2026-03-04'), lateReason: '补录' };
    const supplemented = happened('LeadSupplemented', '2026-03-05', 'lin', {
      newFacts: '另有两种商品未标价',
      report: paper('report'),
      receivedOn: '2026-03-05',
    });
    decide([...lead, supplemented], before).thenRecords('DecidedOnTheSpot');
    decide([...lead, supplemented], { ...before, occurredAt: morningOf('2026-02-28') }).thenRefused(
      decidedAfterTheLead,
    );
    const merged = happened('LeadMerged', '2026-03-03', 'tang', {
      ground: 'same-matter',
      into: '朝市监案〔2026〕9号',
      reason: '同一违法行为',
    });
    const reopened = happened('LeadReopened', '2026-03-05', 'tang', { evidence: [], reason: '另有证据' });
    decide([...lead, merged, reopened], before).thenRefused(decidedAfterTheLead);
    decide([...lead, merged, reopened, supplemented], before).thenRefused(decidedAfterTheLead);
    decide([...lead, merged, reopened]).thenRecords('DecidedOnTheSpot');
  });

  it('keeps nothing that was sealed or preserved on it, and no crime report waits in it', () => {
    decide([...lead, sealedOnALead]).thenRefused(nothingSeized);
    const preserved = happened('EvidencePreserved', '2026-03-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      items: '台账',
      reason: '可能灭失',
      urgent: true,
      listHandedOver: true,
      noticeHandedOver: true,
      list: paper('list'),
    });
    decide([...lead, preserved]).thenRefused(nothingPreserved);
    const crime = happened('CrimeTransferProposed', '2026-03-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      offence: '非法经营罪',
      report: paper('report'),
    });
    decide([...lead, crime]).thenRefused(noTransferPending);
  });

  it('nor while a test is out, or the party knows nothing of its result', () => {
    const commissioned = [
      ...lead,
      happened('TestCommissioned', '2026-03-03', 'lin', {
        body: '检验研究院',
        periodDays: 10,
        toldInWriting: true,
      }),
    ];
    const tested = [
      ...commissioned,
      happened('TestResultRecorded', '2026-03-04', 'lin', {
        test: 1,
        kind: '鉴定意见',
        what: '检验报告',
        report: paper('report'),
      }),
    ];
    decide(commissioned).thenRefused(testsDone);
    decide(tested).thenRefused(testsDone);
    decide([...tested, happened('TestResultTold', '2026-03-04', 'lin', { test: 1 })]).thenRecords(
      'DecidedOnTheSpot',
    );
  });

  it('nor while a leader decides on its filing, or another agency on whose it is', () => {
    const requested = happened('ApprovalRequested', '2026-03-04', 'lin', {
      matter: 'filing',
      terms: filingTerms,
    });
    decide([...lead, requested]).thenRefused(noFilingRequestOpen);
    const disputed = happened('JurisdictionDisputed', '2026-03-04', 'lin', {
      agency: '通州区市场监督管理局',
      reason: '违法行为发生地',
    });
    const settled = (ours: boolean) =>
      happened('JurisdictionSettled', '2026-03-05', 'lin', {
        by: 'talks',
        ours,
        competent: ours ? '朝阳区市场监督管理局' : '通州区市场监督管理局',
        paper: paper('settlement'),
      });
    decide([...lead, disputed]).thenRefused(undisputed);
    decide([...lead, disputed, settled(false)]).thenRefused(settledForUs);
    decide([...lead, disputed, settled(true)]).thenRecords('DecidedOnTheSpot');
  });

  it('then there is nothing to file, to check or to put to rest, and the check was in time', () => {
    const on = { on: '2026-03-06', by: 'lin' } as const;
    given(...decided)
      .when({ ...on, act: 'initiation/request-filing', entry: termsOn() })
      .thenRefused(notFiledYet);
    given(...decided)
      .when({
        ...on,
        act: 'initiation/request-not-filing',
        entry: { ground: 'other-lawful', reason: '已经当场处罚' },
      })
      .thenRefused(notFiledYet);
    given(...decided)
      .when({
        ...on,
        act: 'assistance/request',
        entry: { agency: '通州区市场监督管理局', what: '核实供货商', letter: paper('letter') },
      })
      .thenRefused(leadOrCaseOpen);
    const clocks = deadlines(fileOf(...decided), { calendar: chinaCalendar, today: '2026-05-20' });
    expect(clocks.find(({ id }) => id === 'lead-check')).toMatchObject({ state: 'met', metBy: 2 });
  });

  it('with it, and after it, its officers order the correction (APL 28(1))', () => {
    const order = (by: 'lin' | 'shen') =>
      given(...decided).when({
        on: '2026-03-05',
        by,
        act: 'correction/order',
        entry: {
          officers: [by, 'gao'],
          signedPaper: paper('signed'),
          until: '2026-03-09',
          what: '补挂标价签',
        },
      });
    order('lin').thenRecords('CorrectionOrdered');
    order('shen').thenRefused(byHandler);
    given(...decided.slice(2))
      .when({
        on: '2026-03-05',
        by: 'lin',
        act: 'correction/order',
        entry: {
          officers: ['lin', 'gao'],
          signedPaper: paper('signed'),
          until: '2026-03-09',
          what: '补挂标价签',
        },
      })
      .thenRecords('CorrectionOrdered');
  });

  it('a decision that was annulled orders nothing any more; what was ordered with it is verified', () => {
    const terms = { officers: ['lin', 'gao'], signedPaper: paper('signed') };
    const what = { until: '2026-03-09', what: '补挂标价签' };
    const order = happened('CorrectionOrdered', '2026-03-05', ['lin', 'gao'], { ...terms, ...what });
    const annulled = happened('DecisionChanged', '2026-03-06', 'tang', {
      kind: 'annulled',
      ground: 'own-correction',
      reason: '主体错误',
      paper: paper('decision'),
    });
    const history = [...decided, order, annulled];
    const on = { on: '2026-03-07', by: 'lin' } as const;
    const give = (occurredAt: string) =>
      given(...decided, annulled).when({
        ...on,
        act: 'correction/order',
        entry: { ...terms, ...what, occurredAt, lateReason: '系统故障' },
      });
    give(morningOf('2026-03-05')).thenRecords('CorrectionOrdered');
    give(morningOf('2026-03-06')).thenRefused(notOnAnAnnulledDecision);
    given(...history)
      .when({ ...on, act: 'correction/order', entry: { ...terms, ...what } })
      .thenRefused(notOnAnAnnulledDecision);
    given(...history)
      .when({
        ...on,
        act: 'correction/verify',
        entry: { ...terms, order: decided.length, corrected: true, record: paper('re-check') },
      })
      .thenRecords('CorrectionVerified');
  });

  it('by one of those who check the lead, where some were named', () => {
    const named = happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['shen', 'wen'] });
    decide([...lead, named]).thenRefused(byWhoChecksTheLead);
    decide([...lead, named], { officers: ['lin', 'shen'] }).thenRecords('DecidedOnTheSpot');
    // The naming says who decides: who inspected before it, was replaced by it, or recorded one entry after it, does not.
    decide([...inspected, { ...named, occurredAt: morningOf('2026-03-04') }]).thenRefused(byWhoChecksTheLead);
    const replaced = happened('LeadCheckersNamed', '2026-03-02', 'zhou', { checkers: ['lin', 'gao'] });
    decide([...lead, replaced]).thenRecords('DecidedOnTheSpot');
    decide([...lead, replaced, named]).thenRefused(byWhoChecksTheLead);
    decide([...lead, { ...named, occurredAt: morningOf('2026-03-02') }, ...inspected.slice(1)]).thenRefused(
      byWhoChecksTheLead,
    );
  });

  it('and before the naming, by those who checked it then, also where it is entered afterwards', () => {
    const namedOn = (day: string, ...checkers: string[]) =>
      happened('LeadCheckersNamed', day, 'zhou', { checkers });
    const enter = (...history: readonly Happened[]) =>
      given(...history).when({
        on: '2026-03-07',
        by: 'lin',
        act: 'summary-procedure/decide-on-lead',
        entry: { ...decision, occurredAt: morningOf('2026-03-05'), lateReason: '系统故障' },
      });
    enter(...lead, namedOn('2026-03-06', 'shen', 'wen')).thenRecords('DecidedOnTheSpot');
    enter(...lead, namedOn('2026-03-05', 'shen', 'wen')).thenRefused(byWhoChecksTheLead);
    // By the minute, on the day itself.
    const laterThatDay = {
      ...namedOn('2026-03-05', 'shen'),
      occurredAt: addHours(morningOf('2026-03-05'), 6),
    };
    enter(...lead, laterThatDay).thenRecords('DecidedOnTheSpot');
    enter(...lead, namedOn('2026-03-03', 'gao'), namedOn('2026-03-06', 'shen')).thenRecords(
      'DecidedOnTheSpot',
    );
    enter(...lead, namedOn('2026-03-03', 'shen'), namedOn('2026-03-06', 'lin')).thenRefused(
      byWhoChecksTheLead,
    );
  });

  it('APL 35(2): without a fine where a court has fined', () => {
    const police = [
      happened('CrimeTransferProposed', '2026-03-02', ['lin', 'gao'], {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        offence: '非法经营罪',
        report: paper('report'),
      }),
      happened('CriminalOutcomeRecorded', '2026-03-04', 'lin', {
        outcome: 'criminal-fine',
        paper: paper('judgment'),
      }),
    ] as const;
    const fine = { penalties: [{ kind: 'fine', fen: 10_000 }] };
    decide([...lead, ...police], fine).thenRefused(noFineOnACriminalFine);
    decide([...lead, ...police]).thenRecords('DecidedOnTheSpot');
  });

  it('APL 42(1): not while an entry of two officers lacks the second one, who could not be had afterwards', () => {
    const unsigned = happened('SceneRecorded', '2026-03-03', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      kind: '现场笔录',
      what: '货架',
      place: '东苇路18号院',
      record: paper('scene'),
      credentialShown: true,
    });
    const history = [...lead, unsigned];
    decide(history).thenRefused(allConfirmed);
    const confirmed = happened('EntryConfirmed', '2026-03-04', 'gao', { entry: 1 });
    decide([...history, confirmed]).thenRecords('DecidedOnTheSpot');
  });

  it('it is theirs, and no longer that of who was named to check the lead', () => {
    const named = happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['shen', 'gao'] });
    const relation = (person: string, ...history: readonly Happened[]) =>
      relationTo(fileOf(...history), { person, capacities: ['officer'] });
    expect(relation('shen', ...lead, named)).toBe('handler');
    expect(relation('shen', ...lead, named, ...decided.slice(2))).toBe('none');
    expect(relation('gao', ...lead, named, ...decided.slice(2))).toBe('handler');
  });

  it('what was ordered to be corrected on it is still verified', () => {
    const order = happened('CorrectionOrdered', '2026-03-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('signed'),
      until: '2026-03-09',
      what: '补挂标价签',
    });
    const history = [...lead, order, ...decided.slice(2)];
    const verify = {
      on: '2026-03-10',
      by: 'lin',
      act: 'correction/verify',
      entry: {
        officers: ['lin', 'gao'],
        signedPaper: paper('signed'),
        order: 1,
        corrected: true,
        record: paper('re-check'),
      },
    } as const;
    given(...history)
      .when(verify)
      .thenRecords('CorrectionVerified');
    const closed = happened('CaseClosed', '2026-03-09', 'tang', { approval: 1, ground: 'executed' });
    given(...history, closed)
      .when(verify)
      .thenRefused(leadOrCaseOpen);
  });

  it('and is closed as any decision on the spot', () => {
    given(...decided, happened('SummaryFileHandedIn', '2026-03-06', 'lin', {}))
      .when({ on: '2026-03-09', by: 'lin', act: 'closure/request', entry: { ground: 'executed' } })
      .thenRecords('ApprovalRequested');
    given(...decided)
      .when({ on: '2026-03-06', by: 'shen', act: 'summary-procedure/hand-in-file', entry: {} })
      .thenRefused(byItsOfficers);
  });
});
