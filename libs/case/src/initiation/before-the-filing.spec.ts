import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { filed, filedAs, filingTerms, lead, oneLine, termsOn } from '../histories.testing.js';
import { recordedByOneOfThem, twoOfficers } from '../officers.js';
import { nothingPreserved } from '../preservation/term.js';
import { handlerMayNotReview } from '../review/separation.js';
import type { GoodsPart } from '../goods/ledger.js';
import { contextOn, fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { byHandler } from './in-charge.js';
import { nothingSeized } from './lead-course-provisions.js';
import { leadOpen, leadOrCaseOpen } from './provisions.js';

const two = { officers: ['lin', 'gao'], signedPaper: paper('signed') } as const;
const scene = {
  ...two,
  kind: '现场笔录',
  what: '现场检查',
  place: '东苇路18号院',
  credentialShown: true,
  recordSigned: true,
  record: paper('scene'),
} as const;
const onTheSpot = {
  credentialShown: true,
  rightsTold: true,
  statementHeard: true,
  decisionHandedOver: true,
  listHandedOver: true,
  partyPresent: true,
  sceneRecord: paper('scene-of-the-sealing'),
  list: paper('list'),
  lines: oneLine,
  recordSigned: true,
  media: [paper('film')],
} as const;
const sealing = {
  ...two,
  ...onTheSpot,
  items: '腊肠原料32箱',
  basis: { law: '食品安全法', article: '110(4)' },
  days: 30,
  reason: '防止转移',
  urgency: '正在装车',
} as const;
const order = { ...two, until: '2026-03-20', what: '停止使用过期原料' } as const;
const inspected = [...lead, happened('SceneRecorded', '2026-03-04', ['lin', 'gao'], scene)] as const;
const sealed = [
  ...lead,
  happened('ItemsSeizedUrgently', '2026-03-04', ['lin', 'gao'], { ...sealing, until: '2026-04-03' }),
] as const;
/** Others handle the case than those who inspected. */
const filedByOthers = [...lead, ...filedAs({ ...filingTerms, handlers: ['gao', 'shen'] }).slice(1)];

describe('Fault 1: on a lead, before the filing (SAMR-P 18, 23(2); ACL 16, 19)', () => {
  it('the officers who were there record the scene, the inquiry, evidence and samples', () => {
    given(...lead)
      .when({ on: '2026-03-04', by: 'lin', act: 'evidence/record-scene', entry: scene })
      .then({ type: 'SceneRecorded', data: scene });
    given(...lead)
      .when({
        on: '2026-03-04',
        by: 'gao',
        act: 'evidence/add',
        entry: { ...two, kind: '书证', what: '台账', provider: '赵一鸣', papers: [paper('ledger')] },
      })
      .thenRecords('EvidenceAdded');
    given(...lead)
      .when({ on: '2026-03-04', by: 'shen', act: 'evidence/record-scene', entry: scene })
      .thenRefused(byHandler, recordedByOneOfThem);
    given(...lead)
      .when({
        on: '2026-03-04',
        by: 'lin',
        act: 'evidence/record-scene',
        entry: { ...scene, officers: ['lin'] },
      })
      .thenRefused(twoOfficers);
    given()
      .when({ on: '2026-03-04', by: 'lin', act: 'evidence/record-scene', entry: scene })
      .thenRefused(leadOrCaseOpen, byHandler);
  });

  it('evidence is preserved, things are sealed at once, a correction is ordered', () => {
    given(...lead)
      .when({ on: '2026-03-04', by: 'lin', act: 'seizure/seize-urgently', entry: sealing })
      .thenRecords('ItemsSeizedUrgently');
    given(...lead)
      .when({ on: '2026-03-04', by: 'lin', act: 'correction/order', entry: order })
      .thenRecords('CorrectionOrdered');
    given(...lead)
      .when({
        on: '2026-03-04',
        by: 'lin',
        act: 'preservation/take',
        entry: {
          ...two,
          urgent: { items: '台账', reason: '可能灭失' },
          listHandedOver: true,
          noticeHandedOver: true,
          list: paper('list'),
          lines: oneLine,
          recordSigned: true,
        },
      })
      .thenRecords('EvidencePreserved');
  });

  it('a sealing is asked for, approved and carried out on the lead', () => {
    const { items, basis, days, reason } = sealing;
    const terms = { items, basis, days, reason };
    const ask = { on: '2026-03-05', by: 'lin', act: 'seizure/request', entry: terms } as const;
    given(...inspected)
      .when(ask)
      .thenRecords('ApprovalRequested');
    const asked = [
      ...inspected,
      happened('ApprovalRequested', '2026-03-05', 'lin', { matter: 'seizure', terms }),
    ];
    given(...asked)
      .when({ on: '2026-03-05', by: 'tang', act: 'seizure/approve', entry: { approval: 2 } })
      .thenRecords('ApprovalGiven');
    given(...asked, happened('ApprovalGiven', '2026-03-05', 'tang', { approval: 2, matter: 'seizure' }))
      .when({
        on: '2026-03-06',
        by: 'gao',
        act: 'seizure/seize',
        entry: { ...two, ...onTheSpot, approval: 2 },
      })
      .thenRecords('ItemsSeized');
    given(...lead)
      .when(ask)
      .thenRefused(byHandler);
  });

  it('what no officer signs is asked by who took part, or was named to check the lead', () => {
    const test = {
      on: '2026-03-05',
      by: 'shen',
      act: 'evidence/commission-test',
      entry: { body: '检验研究院', periodDays: 30, toldInWriting: true },
    } as const;
    given(...inspected)
      .when(test)
      .thenRefused(byHandler);
    given(...inspected)
      .when({ ...test, by: 'gao' })
      .thenRecords('TestCommissioned');
    given(...lead, happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['shen', 'gao'] }))
      .when(test)
      .thenRecords('TestCommissioned');
  });

  it('a suspected crime is reported, another bureau is asked, the lead is sent to the agency that is competent', () => {
    given(...lead)
      .when({
        on: '2026-03-05',
        by: 'lin',
        act: 'crime-transfer/propose',
        entry: { ...two, offence: '生产、销售伪劣产品罪', report: paper('report') },
      })
      .thenRecords('CrimeTransferProposed');
    given(...inspected)
      .when({
        on: '2026-03-05',
        by: 'lin',
        act: 'assistance/request',
        entry: { agency: '通州区市场监督管理局', what: '核实供货商', letter: paper('letter') },
      })
      .thenRecords('AssistanceRequested');
    given(...inspected)
      .when({
        on: '2026-03-05',
        by: 'lin',
        act: 'jurisdiction/request-transfer',
        entry: { to: 'other-agency', agency: '城市管理局', reason: '属于城市管理' },
      })
      .thenRecords('ApprovalRequested');
  });

  it('the twenty-four hours of an urgent measure end with the approval given on the lead', () => {
    given(...sealed)
      .when({
        on: '2026-03-04',
        by: 'tang',
        act: 'seizure/make-up-approval',
        entry: { seizure: 1, agreed: true, reason: '' },
      })
      .thenRecords('SeizureMadeUp');
    const clocks = deadlines(
      fileOf(
        ...sealed,
        happened('SeizureMadeUp', '2026-03-04', 'tang', { seizure: 1, agreed: true, reason: '' }),
      ),
      { calendar: chinaCalendar, today: '2026-03-20' },
    );
    expect(clocks.find(({ id }) => id === 'urgent-measure-approval')).toMatchObject({
      state: 'met',
      metBy: 2,
    });
  });
});

describe('Fault 1: what was done on the lead, entered after the filing', () => {
  const before = { occurredAt: morningOf('2026-03-04'), lateReason: '所里事后移交' };
  const theirs = { ...scene, officers: ['lin', 'gao'], ...before };

  it('is entered by one of those who were there, though others handle the case', () => {
    const history = [...lead, ...filedAs({ ...filingTerms, handlers: ['shen', 'gao'] }).slice(1)];
    given(...history)
      .when({ on: '2026-03-12', by: 'lin', act: 'evidence/record-scene', entry: theirs })
      .thenRecords('SceneRecorded');
  });

  it('or by a handler of the case who binds the paper they signed', () => {
    const by = { on: '2026-03-12', by: 'shen', act: 'evidence/record-scene' } as const;
    given(...filedByOthers)
      .when({ ...by, entry: theirs })
      .thenRecords('SceneRecorded');
    const { signedPaper: _, ...unsigned } = theirs;
    given(...filedByOthers)
      .when({ ...by, entry: unsigned })
      .thenRefused(recordedByOneOfThem);
  });

  it('but not by who had nothing to do with the check until it ended, of whatever they say they did', () => {
    const strangers = { ...theirs, officers: ['shen', 'lin'] };
    const late = { on: '2026-03-12', by: 'shen' } as const;
    given(...filed)
      .when({ ...late, act: 'evidence/record-scene', entry: strangers })
      .thenRefused(byHandler);
    const { signedPaper: _, ...unsigned } = strangers;
    for (const entry of [unsigned, strangers])
      given(...filed)
        .when({
          ...late,
          act: 'evidence/add',
          entry: {
            officers: entry.officers,
            ...before,
            kind: '书证',
            what: '台账',
            provider: '赵一鸣',
            papers: [paper('ledger')],
          },
        })
        .thenRefused(byHandler);
    given(...filed)
      .when({
        ...late,
        act: 'seizure/seize-urgently',
        entry: { ...sealing, officers: ['shen', 'lin'], ...before },
      })
      .thenRefused(byHandler);
    given(...filed)
      .when({ ...late, act: 'correction/order', entry: { ...order, officers: ['shen', 'lin'], ...before } })
      .thenRefused(byHandler);
    // Nor by what they have entered of themselves alone, asked for and not been given, or taken back.
    const { signedPaper: __, ...alone } = scene;
    const self = happened('SceneRecorded', '2026-03-04', 'shen', { ...alone, officers: ['shen', 'lin'] });
    const asks = happened('ApprovalRequested', '2026-03-04', 'shen', {
      matter: 'check-extension',
      terms: { reason: '需要协查' },
    });
    const then = (event: Happened) =>
      [...lead, event, ...filed.slice(1)].map((one) =>
        'approval' in one.data ? { ...one, data: { ...one.data, approval: 2 } } : one,
      ) as readonly Happened[];
    for (const event of [self, asks])
      given(...then(event))
        .when({ ...late, act: 'evidence/record-scene', entry: strangers })
        .thenRefused(byHandler);
  });

  it('by who was named to check the lead, or has an entry of that time which another officer confirmed', () => {
    const theirOwn = { ...theirs, officers: ['shen', 'lin'] };
    const enter = { on: '2026-03-12', by: 'shen', act: 'evidence/record-scene', entry: theirOwn } as const;
    const named = happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['shen'] });
    given(...lead, named, ...filed.slice(1))
      .when(enter)
      .thenRecords('SceneRecorded');
    const was = happened('SceneRecorded', '2026-03-04', 'shen', { ...scene, officers: ['shen', 'lin'] });
    given(...lead, was, ...filed.slice(1))
      .when(enter)
      .thenRecords('SceneRecorded');
  });

  it('but what happens after the filing is for the handlers, and for those who act', () => {
    const after = { ...scene, occurredAt: morningOf('2026-03-11') };
    given(...filedByOthers)
      .when({ on: '2026-03-11', by: 'lin', act: 'evidence/record-scene', entry: after })
      .thenRefused(byHandler);
    given(...filedByOthers)
      .when({ on: '2026-03-11', by: 'shen', act: 'evidence/record-scene', entry: after })
      .thenRefused(recordedByOneOfThem);
  });

  it('keeps those who inspected from the review', () => {
    const history = [...inspected, ...filedAs({ ...filingTerms, handlers: ['gao', 'shen'] }).slice(1)];
    const file = fileOf(...history);
    expect(handlerMayNotReview.holds(file, contextOn('2026-04-22', 'lin', file))).toBe(false);
  });
});

describe('Fault 1: a lead that is put to rest', () => {
  const terms = { ground: 'minor-and-corrected', reason: '轻微并及时改正', evidence: [1] } as const;
  const askNot = { on: '2026-03-10', by: 'lin', act: 'initiation/request-not-filing', entry: terms } as const;
  const preserved: readonly Happened[] = [
    ...lead,
    happened('EvidencePreserved', '2026-03-04', ['lin', 'gao'], {
      ...two,
      items: '台账',
      reason: '可能灭失',
      urgent: true,
      listHandedOver: true,
      noticeHandedOver: true,
      list: paper('list'),
      lines: oneLine,
    }),
  ];

  it('keeps nothing sealed or preserved, and no crime report waits in it', () => {
    given(...sealed)
      .when(askNot)
      .thenRefused(nothingSeized);
    given(...preserved)
      .when(askNot)
      .thenRefused(nothingPreserved);
    given(...preserved)
      .when({ ...askNot, on: '2026-03-16' })
      .thenRefused(nothingPreserved);
    const back = { preservation: 1, reason: '已经自动解除，返还当事人' };
    given(...preserved, happened('PreservationLifted', '2026-03-16', 'tang', back))
      .when({ ...askNot, on: '2026-03-16' })
      .thenRecords('ApprovalRequested');
    given(
      ...inspected,
      happened('CrimeTransferProposed', '2026-03-05', ['lin', 'gao'], {
        ...two,
        offence: '罪名',
        report: paper('report'),
      }),
    )
      .when(askNot)
      .thenRefused(noTransferPending);
  });

  it('takes no further act', () => {
    const notFiled = [
      ...inspected,
      happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'not-filing', terms }),
      happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 2, matter: 'not-filing' }),
      happened('LeadNotFiled', '2026-03-11', 'tang', { approval: 2, ...terms }),
    ];
    given(...notFiled)
      .when({ on: '2026-03-12', by: 'lin', act: 'evidence/record-scene', entry: scene })
      .thenRefused(leadOrCaseOpen);
  });

  it('is sent away with nothing held back, and its check ends with that', () => {
    const approved = [
      happened('ApprovalRequested', '2026-03-05', 'lin', {
        matter: 'transfer',
        terms: { to: 'other-agency', agency: '城市管理局', reason: '属于城市管理' },
      }),
      happened('ApprovalGiven', '2026-03-06', 'tang', { approval: 2, matter: 'transfer' }),
      happened('CaseTransferApproved', '2026-03-06', 'tang', {
        approval: 2,
        to: 'other-agency',
        agency: '城市管理局',
        reason: '属于城市管理',
      }),
    ] as const;
    const send = {
      on: '2026-03-09',
      by: 'lin',
      act: 'jurisdiction/send-transfer',
      entry: { letter: paper('letter'), enclosed: [] },
    } as const;
    const sending = (history: readonly Happened[], goods?: readonly GoodsPart[], on = '2026-03-09') =>
      given(...history, ...approved).when({ ...send, on, entry: { ...send.entry, ...(goods && { goods }) } });
    const line = { entry: 1, line: 1 } as const;
    sending(sealed).then({
      type: 'CaseTransferred',
      data: { ...send.entry, goods: [{ ...line, quantity: oneLine[0].quantity }] },
    });
    sending(sealed, []).thenRefused(nothingSeized);
    sending(sealed, [{ ...line, quantity: 1 }]).thenRefused(nothingSeized);
    sending(preserved).thenRecords('CaseTransferred');
    sending(preserved, []).thenRefused(nothingPreserved);
    // Lapsed after 2026-03-13: what is still here is the party's.
    sending(preserved, undefined, '2026-03-16').thenRefused(nothingPreserved);
    given(...inspected, ...approved)
      .when(send)
      .thenRecords('CaseTransferred');
    const sent = [
      ...inspected,
      ...approved,
      happened('CaseTransferred', '2026-03-09', 'lin', { letter: paper('letter'), enclosed: [] }),
    ];
    const clocks = deadlines(fileOf(...sent), { calendar: chinaCalendar, today: '2026-05-20' });
    expect(clocks.find(({ id }) => id === 'lead-check')).toMatchObject({ state: 'met', metBy: 5 });
    given(...sent)
      .when({ on: '2026-03-10', by: 'lin', act: 'initiation/request-filing', entry: termsOn() })
      .thenRefused(leadOpen);
  });

  it('is one lead: a filed case is sent as before', () => {
    expect(fileOf(...filed).lead?.checkers).toBeUndefined();
  });
});
