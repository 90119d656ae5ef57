import { lateEntryExplained, notInTheFuture } from '@anjuan/procedure';
import { credentialsValid, recordedByOneOfThem, twoOfficers } from '../officers.js';
import { filed, filedAs, filingTerms, investigated } from '../histories.testing.js';
import { byHandler, leadOrCaseOpen } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import type { AddEvidence, RecordInquiry, RecordScene } from './evidence.js';
import {
  credentialShownBeforeInquiry,
  evidenceBeforeDecision,
  evidenceBound,
  providerNamed,
  resultAfterCommission,
  resultToldAfterResult,
  testAwaitsResult,
  testPeriodFixed,
  testResultUntold,
} from './provisions.js';
import { credentialShownAtScene } from './scene.js';

const scene: RecordScene = {
  officers: ['lin', 'gao'],
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
  media: [paper('film')],
};
const inquiry: RecordInquiry = {
  officers: ['lin', 'gao'],
  kind: '当事人的陈述',
  person: '赵一鸣',
  record: paper('inquiry'),
};
const piece: AddEvidence = {
  officers: ['lin', 'gao'],
  kind: '书证',
  what: '台账复印件',
  provider: '赵一鸣',
  papers: [paper('ledger')],
};
const at = (history: readonly Happened[], on = '2026-04-16') => ({
  scene: (change: Partial<RecordScene> = {}) =>
    given(...history).when({ on, by: 'lin', act: 'evidence/record-scene', entry: { ...scene, ...change } }),
  inquiry: (change: Partial<RecordInquiry> = {}) =>
    given(...history).when({
      on,
      by: 'lin',
      act: 'evidence/record-inquiry',
      entry: { ...inquiry, ...change },
    }),
  add: (change: Partial<AddEvidence> = {}) =>
    given(...history).when({ on, by: 'lin', act: 'evidence/add', entry: { ...piece, ...change } }),
});

describe('Evidence taken by officers (APL 42, 46, 55)', () => {
  it('is recorded field by field', () => {
    at(filed).scene().then({ type: 'SceneRecorded', data: scene });
    at(investigated)
      .inquiry({ credentialShown: true })
      .then({
        type: 'InquiryRecorded',
        data: { ...inquiry, credentialShown: true },
      });
    at(filed)
      .add({ signedPaper: paper('signed') })
      .then({
        type: 'EvidenceAdded',
        data: { ...piece, signedPaper: paper('signed') },
      });
  });

  it('42(1): needs two different officers, the recorder among them', () => {
    at(investigated)
      .inquiry({ officers: ['lin', 'lin'] })
      .thenRefused(twoOfficers);
    at(investigated)
      .inquiry({ officers: ['lin'] })
      .thenRefused(twoOfficers);
    at(investigated)
      .inquiry({ officers: ['lin', 'gao', 'gao'] })
      .thenRefused(twoOfficers);
    at(filedAs({ ...filingTerms, handlers: ['lin', 'gao', 'shen'] }), '2026-03-20')
      .add({ officers: ['gao', 'shen'] })
      .thenRefused(recordedByOneOfThem);
  });

  it('42(1): needs credentials valid on the day, of people who are officers', () => {
    at(investigated)
      .inquiry({ officers: ['lin', 'shen'] })
      .thenRefused(credentialsValid);
    at(investigated)
      .inquiry({ officers: ['lin', 'zhou'] })
      .thenRefused(credentialsValid);
    at(investigated, '2026-03-31')
      .inquiry({ officers: ['lin', 'shen'] })
      .thenRecords('InquiryRecorded');
  });

  it('42(1): the day of the act counts, not the day of the entry', () => {
    const late = { occurredAt: morningOf('2026-03-31'), lateReason: '外出' };
    at(investigated, '2026-04-02')
      .inquiry({ officers: ['lin', 'shen'], ...late })
      .thenRecords('InquiryRecorded');
    at(investigated, '2026-04-02')
      .inquiry({ officers: ['lin', 'gao'], ...late, lateReason: '' })
      .thenRefused(lateEntryExplained);
    at(investigated, '2026-04-02')
      .inquiry({ occurredAt: morningOf('2026-04-03') })
      .thenRefused(notInTheFuture);
  });

  it('55(1): begins with the credentials shown', () => {
    at(filed).scene({ credentialShown: false }).thenRefused(credentialShownAtScene);
    at(filed).inquiry().thenRefused(credentialShownBeforeInquiry);
    at(investigated).inquiry({ credentialShown: false }).thenRefused(credentialShownBeforeInquiry);
    at(investigated).inquiry().thenRecords('InquiryRecorded');
  });

  it('names its provider and is bound by its hash', () => {
    at(filed).add({ provider: ' ' }).thenRefused(providerNamed);
    at(filed).add({ papers: [] }).thenRefused(evidenceBound);
  });

  it('is taken in a filed case, by its handlers, before the decision', () => {
    at([]).scene().thenRefused(leadOrCaseOpen, byHandler);
    given(...filed)
      .when({
        on: '2026-04-16',
        by: 'zhou',
        act: 'evidence/add',
        entry: piece,
      })
      .thenRefused(byHandler, recordedByOneOfThem);
    const decided = happened('DecisionMade', '2026-06-05', 'he', {
      outcome: { kind: 'facts-not-established', reason: '证据不足' },
      number: '朝市监不罚〔2026〕1号',
      dossier: '',
      dueOn: '2026-06-08',
    });
    at([...investigated, decided], '2026-06-08')
      .add()
      .thenRefused(evidenceBeforeDecision);
  });

  it('is counted by the dossier, without the names of those asked', () => {
    const { evidence } = fileOf(
      ...filed,
      happened('SceneRecorded', '2026-03-12', ['lin', 'gao'], scene),
      happened('InquiryRecorded', '2026-03-11', ['lin', 'gao'], { ...inquiry, credentialShown: true }),
    );
    expect(evidence.credentialShownOn).toBe('2026-03-11');
    expect(
      evidence.pieces.map(({ entry, what, hashes }) => ({ entry, what, count: hashes.length })),
    ).toStrictEqual([
      { entry: 4, what: '现场检查', count: 2 },
      { entry: 5, what: '询问笔录', count: 1 },
    ]);
  });
});

const commission = {
  body: '北京市食品检验研究院',
  periodDays: 30,
  toldInWriting: true,
  paper: paper('letter'),
};
const commissioned = [...investigated, happened('TestCommissioned', '2026-03-12', 'lin', commission)];
const result = { test: 5, kind: '鉴定意见', what: '检验报告', report: paper('report') } as const;
const reported = [...commissioned, happened('TestResultRecorded', '2026-04-10', 'lin', result)];
const notified = [...reported, happened('TestResultTold', '2026-04-13', 'lin', { test: 5 })];

describe('A test (SAMR-P 32, ACL 25(3))', () => {
  it('has a period fixed in days', () => {
    const ask = (periodDays: number) =>
      given(...investigated).when({
        on: '2026-03-12',
        by: 'lin',
        act: 'evidence/commission-test',
        entry: { ...commission, periodDays },
      });
    ask(30).then({ type: 'TestCommissioned', data: { ...commission, of: [] } });
    [0, -1, 1.5].forEach((days) => {
      ask(days).thenRefused(testPeriodFixed);
    });
  });

  const record = (history: readonly Happened[], test: number, occurredAt?: string) =>
    given(...history).when({
      on: '2026-04-10',
      by: 'lin',
      act: 'evidence/record-test-result',
      entry: { ...result, test, ...(occurredAt && { occurredAt, lateReason: '补录' }) },
    });

  it('has one result, after it was commissioned', () => {
    record(commissioned, 5).then({ type: 'TestResultRecorded', data: result });
    record(commissioned, 4).thenRefused(testAwaitsResult);
    record(reported, 5).thenRefused(testAwaitsResult);
    record(commissioned, 5, morningOf('2026-03-11')).thenRefused(resultAfterCommission);
  });

  const tell = (history: readonly Happened[], occurredAt?: string) =>
    given(...history).when({
      on: '2026-04-13',
      by: 'lin',
      act: 'evidence/tell-test-result',
      entry: { test: 5, paper: paper('told'), ...(occurredAt && { occurredAt, lateReason: '补录' }) },
    });

  it('is told to the party once, after the result', () => {
    tell(reported).then({ type: 'TestResultTold', data: { test: 5, result: 6, paper: paper('told') } });
    tell(commissioned).thenRefused(testResultUntold);
    tell(notified).thenRefused(testResultUntold);
    tell(reported, morningOf('2026-04-09')).thenRefused(resultToldAfterResult);
  });

  it('SAMR-P 32: is told anew when its result was corrected or withdrawn', () => {
    const corrected = happened('EntryCorrected', '2026-04-14', 'lin', {
      entry: 6,
      changes: { what: '检验报告（更正）' },
      reason: '结论有误',
    });
    const withdrawn = happened('EntryWithdrawn', '2026-04-14', 'lin', { entry: 6, reason: '误录' });
    const anew = happened('TestResultRecorded', '2026-04-15', 'lin', result);
    const untold = [
      [...notified, corrected],
      [...notified, withdrawn],
      [...notified, withdrawn, anew],
    ];
    untold.forEach((history) => {
      expect(fileOf(...history).evidence.tests[0]).not.toHaveProperty('toldOn');
    });
    const again = happened('TestResultTold', '2026-04-16', 'lin', { test: 5 });
    [
      [...notified, corrected, again],
      [...notified, withdrawn, anew, again],
    ].forEach((history) => {
      expect(fileOf(...history).evidence.tests[0]?.toldOn).toBe('2026-04-16');
    });
  });

  it('SAMR-P 32: stays told when another entry was corrected', () => {
    const other = { entry: 5, changes: { body: '检测中心' }, reason: '笔误' };
    const file = fileOf(...notified, happened('EntryCorrected', '2026-04-14', 'lin', other));
    expect(file.evidence.tests[0]?.toldOn).toBe('2026-04-13');
  });

  it('is a piece of evidence once its result is there', () => {
    const { evidence } = fileOf(...notified);
    expect(evidence.pieces.at(-1)).toMatchObject({
      kind: '鉴定意见',
      takenOn: '2026-04-10',
      officers: ['lin'],
    });
    expect(evidence.tests).toMatchObject([{ entry: 5, resultOn: '2026-04-10', toldOn: '2026-04-13' }]);
  });
});
