import type { Stated } from '@anjuan/procedure';
import { filed, filingTerms, inspected, lead, termsOn } from '../histories.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import { breachEvidenced, limitationAffirmed, ourJurisdiction, penaltyDue } from './filing-conditions.js';
import { notFilingCorrected, notFilingEvidenced } from './lead-check.js';
import type { Affirmed, FilingCondition, FilingTerms } from './initiation.js';

const all: readonly Stated[] = [breachEvidenced, penaltyDue, ourJurisdiction, limitationAffirmed];
const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;
const scene = {
  officers: ['lin', 'gao'],
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
} as const;
const excluded = happened('EvidenceExcluded', '2026-03-06', 'lin', {
  piece: 1,
  ground: 'illegally-obtained',
  reason: '未出示执法证件',
});

const ask = (history: readonly Happened[], terms: FilingTerms) =>
  given(...history).when({ on: '2026-03-10', by: 'lin', act: 'initiation/request-filing', entry: terms });
const asked = (history: readonly Happened[], terms: FilingTerms): readonly Happened[] => [
  ...history,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms }),
];
const approve = (history: readonly Happened[], approval: number) =>
  given(...history).when({
    on: '2026-03-11',
    by: 'tang',
    act: 'initiation/approve-filing',
    entry: { approval },
  });
const but = (name: FilingCondition, affirmed: Affirmed): FilingTerms => {
  const terms = termsOn();
  return { ...terms, conditions: { ...terms.conditions, [name]: affirmed } };
};

describe('Fault 1: the conditions of filing rest on evidence (SAMR-P 19(1))', () => {
  it('a lead is no evidence, alone or together with some', () => {
    ask(lead, termsOn(0)).thenRefused(...all);
    ask(inspected, termsOn(0)).thenRefused(...all);
    ask(inspected, but('breach-evidenced', { affirmed: true, evidence: [0, 1] })).thenRefused(
      breachEvidenced,
    );
    ask(inspected, but('our-jurisdiction', { affirmed: true, evidence: [0] })).thenRefused(ourJurisdiction);
    ask(inspected, termsOn(1)).thenRecords('ApprovalRequested');
  });

  it('nor is what the reporter says again, a test that is only commissioned, an order, a request', () => {
    const again = happened('LeadSupplemented', '2026-03-05', 'lin', {
      newFacts: '又购得一批',
      report: paper('report'),
      receivedOn: '2026-03-05',
    });
    const commissioned = happened('TestCommissioned', '2026-03-05', 'lin', {
      body: '检验研究院',
      periodDays: 30,
      toldInWriting: true,
    });
    const order = happened('CorrectionOrdered', '2026-03-05', ['lin', 'gao'], {
      ...two,
      until: '2026-03-20',
      what: '停止使用',
    });
    const request = happened('ApprovalRequested', '2026-03-05', 'lin', {
      matter: 'check-extension',
      terms: { reason: '需要协查' },
    });
    for (const none of [again, commissioned, order, request])
      ask([...inspected, none], termsOn(2)).thenRefused(...all);
  });

  it('nor what one officer alone says that two have seen, until the other confirms it', () => {
    const alone = [...lead, happened('SceneRecorded', '2026-03-04', 'lin', scene)];
    ask(alone, termsOn()).thenRefused(...all);
    ask([...alone, happened('EntryConfirmed', '2026-03-05', 'gao', { entry: 1 })], termsOn()).thenRecords(
      'ApprovalRequested',
    );
  });

  it('nor what was withdrawn or excluded, also after it was asked for', () => {
    const withdrawn = happened('EntryWithdrawn', '2026-03-06', 'lin', { entry: 1, reason: '误录' });
    ask([...inspected, withdrawn], termsOn()).thenRefused(...all);
    ask([...inspected, excluded], termsOn()).thenRefused(...all);
    approve(asked(inspected, termsOn()), 2).thenRecords('ApprovalGiven', 'CaseFiled');
    approve([...asked(inspected, termsOn()), { ...excluded }], 2).thenRefused(...all);
  });

  it('sealed things with their scene record, a test result and a re-check are evidence', () => {
    const found: readonly Happened[] = [
      happened('EvidencePreserved', '2026-03-04', ['lin', 'gao'], {
        ...two,
        items: '台账',
        reason: '可能灭失',
        urgent: true,
        listHandedOver: true,
        noticeHandedOver: true,
        list: paper('list'),
      }),
      happened('CorrectionOrdered', '2026-03-04', ['lin', 'gao'], {
        ...two,
        until: '2026-03-05',
        what: '停止使用',
      }),
      happened('CorrectionVerified', '2026-03-06', ['lin', 'gao'], {
        ...two,
        order: 2,
        corrected: false,
        record: paper('re-check'),
      }),
    ];
    ask([...lead, ...found], termsOn(1)).thenRecords('ApprovalRequested');
    ask([...lead, ...found], termsOn(2)).thenRefused(...all);
    ask([...lead, ...found], termsOn(3)).thenRecords('ApprovalRequested');
  });

  it('a case that was filed on its lead before stays filed; what then waited is asked for anew', () => {
    expect(fileOf(...filed).filing).toMatchObject({ number: '朝市监案〔2026〕1号', entry: 3 });
    const waiting = asked(lead, filingTerms);
    approve(waiting, 1).thenRefused(...all);
    given(...waiting)
      .when({
        on: '2026-03-11',
        by: 'tang',
        act: 'approval/return',
        entry: { approval: 1, reason: '尚无证据' },
      })
      .thenRecords('ApprovalReturned');
  });
});

describe('Fault 1: a decision not to file rests on what the check found (SAMR-P 20)', () => {
  const terms = { ground: 'minor-and-corrected', reason: '当场补挂标价签' } as const;
  const askNot = (history: readonly Happened[], entry: object) =>
    given(...history).when({
      on: '2026-03-10',
      by: 'lin',
      act: 'initiation/request-not-filing',
      entry: { ...terms, ...entry },
    });
  const ordered = [
    ...inspected,
    happened('CorrectionOrdered', '2026-03-04', ['lin', 'gao'], {
      ...two,
      until: '2026-03-06',
      what: '补挂标价签',
    }),
  ] as const;
  const verified = (corrected: boolean): Happened =>
    happened('CorrectionVerified', '2026-03-09', ['lin', 'gao'], {
      ...two,
      order: 2,
      corrected,
      record: paper('re-check'),
    });

  it.each(['minor-and-corrected', 'first-and-slight', 'no-fault'] as const)('of %s', (ground) => {
    askNot(inspected, { ground }).thenRefused(notFilingEvidenced);
    askNot(inspected, { ground, evidence: [] }).thenRefused(notFilingEvidenced);
    askNot(inspected, { ground, evidence: [0] }).thenRefused(notFilingEvidenced);
    askNot([...inspected, excluded], { ground, evidence: [1] }).thenRefused(notFilingEvidenced);
    askNot(inspected, { ground, evidence: [1] }).thenRecords('ApprovalRequested');
  });

  it('another lawful ground may be read off the lead; what is named is evidence all the same', () => {
    askNot(lead, { ground: 'other-lawful' }).thenRecords('ApprovalRequested');
    askNot(inspected, { ground: 'other-lawful', evidence: [0] }).thenRefused(notFilingEvidenced);
  });

  it('nothing was corrected in time that was ordered and not found corrected', () => {
    const on = { evidence: [1] };
    askNot(ordered, on).thenRefused(notFilingCorrected);
    askNot([...ordered, verified(false)], on).thenRefused(notFilingCorrected);
    askNot([...ordered, verified(false)], { ...on, ground: 'first-and-slight' }).thenRefused(
      notFilingCorrected,
    );
    askNot([...ordered, verified(false)], { ...on, ground: 'no-fault' }).thenRecords('ApprovalRequested');
    askNot([...ordered, verified(true)], { evidence: [1, 3] }).thenRecords('ApprovalRequested');
  });

  it('and the leader decides on the same: evidence that fell away since carries no decision', () => {
    const requested = [
      ...inspected,
      happened('ApprovalRequested', '2026-03-10', 'lin', {
        matter: 'not-filing',
        terms: { ...terms, evidence: [1] },
      }),
    ] as const;
    const decide = { on: '2026-03-11', by: 'tang', act: 'initiation/decide-not-to-file' } as const;
    given(...requested)
      .when({ ...decide, entry: { approval: 2 } })
      .then(
        { type: 'ApprovalGiven', data: { approval: 2, matter: 'not-filing' } },
        { type: 'LeadNotFiled', data: { approval: 2, ...terms, evidence: [1] } },
      );
    given(...requested, excluded)
      .when({ ...decide, entry: { approval: 2 } })
      .thenRefused(notFilingEvidenced);
    const before = happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'not-filing', terms });
    given(...inspected, before)
      .when({ ...decide, entry: { approval: 2 } })
      .thenRefused(notFilingEvidenced);
  });

  it('what was decided before evidence was named is folded as before', () => {
    const notFiled = [
      ...lead,
      happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'not-filing', terms }),
      happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 1, matter: 'not-filing' }),
      happened('LeadNotFiled', '2026-03-11', 'tang', { approval: 1, ...terms }),
    ];
    expect(fileOf(...notFiled).lead?.notFiled).toStrictEqual({
      entry: 3,
      ground: 'minor-and-corrected',
      on: '2026-03-11',
    });
  });
});
