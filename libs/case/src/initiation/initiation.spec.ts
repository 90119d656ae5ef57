import { capacityHeld, lateEntryExplained, notInTheFuture, type Stated } from '@anjuan/procedure';
import { officerCredentialValid } from '../officers.js';
import { filed, filedAs, filingTerms, inspected, lead, onTheSpot, termsOn } from '../histories.testing.js';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { fileOf, given, happened, morningOf, people, type Happened, sampleLists } from '../testing.js';
import { breachEvidenced, limitationAffirmed, ourJurisdiction, penaltyDue } from './filing-conditions.js';
import { handlersStandApart } from './handlers.js';
import { datesInOrder, handlersQualified, twoHandlers, withinLimitation } from './filing-terms.js';
import type { FilingTerms, Party } from './initiation.js';
import {
  citizenIdChecked,
  codesInDoubt,
  codesUnsettled,
  partyIdentified,
  partyOf,
  usccChecked,
} from './party.js';
import {
  caseNumbered,
  leadOrCaseOpen,
  filedByLeader,
  filingRequestedByOfficer,
  leadByOfficer,
  leadReceived,
  newCase,
  noFilingRequestOpen,
  notFiledYet,
} from './provisions.js';
import { byHandler } from './in-charge.js';
import { leaderStandsApart } from '../review/separation.js';

const terms = termsOn();
const { party, conditions } = terms;
const uncertain = { affirmed: false, evidence: [1] };
const unproven = { affirmed: true, evidence: [] };
const request = (
  history: readonly Happened[],
  change: Partial<FilingTerms> = {},
  by: 'lin' | 'tang' = 'lin',
) =>
  given(...history).when({
    on: '2026-03-10',
    by,
    act: 'initiation/request-filing',
    entry: { ...terms, ...change },
  });
const requested = (terms: FilingTerms): readonly Happened[] => [
  ...inspected,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'filing', terms }),
];
const approve = (history: readonly Happened[], by: 'tang' | 'lin' = 'tang') =>
  given(...history).when({ on: '2026-03-10', by, act: 'initiation/approve-filing', entry: { approval: 2 } });

describe('A lead', () => {
  const entry = { source: '举报', summary: '未明码标价', reporter: { name: '郑晓岚', phone: '13800000000' } };

  it('opens a case, and says whether its reporter gave a name', () => {
    given()
      .when({ on: '2026-05-06', by: 'gao', act: 'initiation/receive-lead', entry })
      .then({ type: 'LeadReceived', data: { ...entry, receivedOn: '2026-05-06', realName: true } });
  });

  it('opens one case only, and is taken down by an officer', () => {
    given(...lead)
      .when({ on: '2026-05-06', by: 'tang', act: 'initiation/receive-lead', entry })
      .thenRefused(leadByOfficer, newCase);
  });

  it('is not taken down by an officer whose credential ran out', () => {
    given()
      .when({ on: '2026-04-01', by: 'shen', act: 'initiation/receive-lead', entry })
      .thenRefused(officerCredentialValid);
  });

  it('entered late keeps its day and its reason', () => {
    const late = { source: '移送', summary: '移送材料', occurredAt: morningOf('2026-04-30') };
    given()
      .when({ on: '2026-05-06', by: 'gao', act: 'initiation/receive-lead', entry: late })
      .thenRefused(lateEntryExplained);
    given()
      .when({
        on: '2026-05-06',
        by: 'gao',
        act: 'initiation/receive-lead',
        entry: { ...late, transferredFrom: '通州区市场监督管理局', lateReason: '假期' },
      })
      .then({
        type: 'LeadReceived',
        data: {
          source: '移送',
          summary: '移送材料',
          receivedOn: '2026-04-30',
          realName: false,
          transferredFrom: '通州区市场监督管理局',
          lateReason: '假期',
        },
      });
  });

  it('cannot come from the future', () => {
    given()
      .when({
        on: '2026-05-06',
        by: 'gao',
        act: 'initiation/receive-lead',
        entry: { ...entry, occurredAt: morningOf('2026-05-07') },
      })
      .thenRefused(notInTheFuture);
  });
});

describe('A request for filing (SAMR-P 19)', () => {
  it('puts its terms before a leader, field by field', () => {
    const more = { ...terms, marks: { complex: true }, endangersLifeOrProperty: true };
    request(inspected, more).then({ type: 'ApprovalRequested', data: { matter: 'filing', terms: more } });
  });

  it('rests on a lead, is made by an officer, and once', () => {
    request([]).thenRefused(leadReceived, breachEvidenced, penaltyDue, ourJurisdiction, limitationAffirmed);
    request(inspected, {}, 'tang').thenRefused(filingRequestedByOfficer);
    request(requested(terms)).thenRefused(noFilingRequestOpen);
    request(filed).thenRefused(notFiledYet, breachEvidenced, penaltyDue, ourJurisdiction, limitationAffirmed);
    request(onTheSpot).thenRefused(
      leadReceived,
      notFiledYet,
      breachEvidenced,
      penaltyDue,
      ourJurisdiction,
      limitationAffirmed,
    );
  });

  it.each<[string, Stated, Partial<FilingTerms>]>([
    ['19(1)(1) unproven', breachEvidenced, { conditions: { ...conditions, 'breach-evidenced': unproven } }],
    [
      '19(1)(1) on an entry that is not there',
      breachEvidenced,
      { conditions: { ...conditions, 'breach-evidenced': { affirmed: true, evidence: [9] } } },
    ],
    ['19(1)(2) denied', penaltyDue, { conditions: { ...conditions, 'penalty-due': uncertain } }],
    ['19(1)(3) denied', ourJurisdiction, { conditions: { ...conditions, 'our-jurisdiction': uncertain } }],
    [
      '19(1)(4) denied',
      limitationAffirmed,
      { conditions: { ...conditions, 'within-limitation': uncertain } },
    ],
    ['found after two years', withinLimitation, { act: { from: '2024-01-01', to: '2024-03-01' } }],
    [
      'found after five years, lives in danger',
      withinLimitation,
      { act: { from: '2021-01-01', to: '2021-03-01' }, endangersLifeOrProperty: true },
    ],
    ['no day', withinLimitation, { act: { from: '2024-01-01', to: '2026-02-30' } }],
    ['an act that ends before it begins', datesInOrder, { act: { from: '2026-02-20', to: '2026-01-05' } }],
    ['found before it began', datesInOrder, { discoveredOn: '2026-01-01' }],
    ['found tomorrow', datesInOrder, { discoveredOn: '2026-03-11' }],
    ['one handler', twoHandlers, { handlers: ['lin'] }],
    ['one handler twice', twoHandlers, { handlers: ['lin', 'lin'] }],
    ['a handler who is no officer', handlersQualified, { handlers: ['lin', 'zhou'] }],
    ['a handler nobody knows', handlersQualified, { handlers: ['lin', 'nobody'] }],
    ['a party without a name', partyIdentified, { party: { kind: 'entity', name: ' ' } }],
    ['a person without a name', partyIdentified, { party: { kind: 'natural-person', name: '王树林' } }],
    ['a credit code with a wrong digit', usccChecked, { party: { ...party, uscc: '91350100M000100Y4Z' } }],
    [
      'an override without a reason',
      usccChecked,
      { party: { ...party, uscc: '91350100M000100Y4Z', override: { field: 'uscc', reason: '' } } },
    ],
    [
      'a citizen number with a wrong digit',
      citizenIdChecked,
      {
        party: {
          kind: 'natural-person',
          person: { name: '王树林', idType: '居民身份证', idNumber: '110105194912310021' },
        },
      },
    ],
  ])('is refused: %s', (_, provision, change) => {
    request(inspected, change).thenRefused(provision);
  });

  it('counts two and five years to the very day', () => {
    request(inspected, { act: { from: '2024-01-01', to: '2024-03-02' } }).thenRecords('ApprovalRequested');
    request(inspected, {
      act: { from: '2021-01-01', to: '2021-03-02' },
      endangersLifeOrProperty: true,
    }).thenRecords('ApprovalRequested');
  });

  it('takes an act that still goes on', () => {
    request(inspected, { act: { from: '2026-01-05', to: '2026-03-20' } }).thenRecords('ApprovalRequested');
  });

  it('PIPL 47: holds the name of a natural person where it can be erased, and nowhere else', () => {
    const person = { name: '王树林' };
    expect(partyOf({ kind: 'natural-person', name: '王树林', person })).toStrictEqual({
      kind: 'natural-person',
      person,
    });
    expect(partyOf({ kind: 'individual-business', name: '王树林小吃店', person })).toMatchObject({
      name: '王树林小吃店',
    });
  });

  it('keeps a doubtful code with a reason, and asks nothing of a passport', () => {
    const override = { field: 'uscc', reason: '登记机关确认' } as const;
    request(inspected, { party: { ...party, uscc: '91350100M000100Y4Z', override } }).thenRecords(
      'ApprovalRequested',
    );
    const fullWidth = { ...party, uscc: '９１３５０１００ｍ０００１００ｙ４３' };
    request(inspected, { party: fullWidth }).thenRecords('ApprovalRequested');
    const foreigner = { name: 'J. Doe', idType: '护照', idNumber: 'P123' };
    request(inspected, { party: { kind: 'natural-person', person: foreigner } }).thenRecords(
      'ApprovalRequested',
    );
    expect(codesInDoubt({ ...party, uscc: '91350100M000100Y4Z' })).toStrictEqual(['uscc']);
    expect(codesInDoubt(party)).toStrictEqual([]);
  });
});

describe('A party with two codes that fail (an old individual business)', () => {
  const old: Party = {
    kind: 'individual-business',
    name: '禾木花店',
    uscc: '110105601234567',
    person: { name: '陈小禾', idNumber: '110105491231002' },
  };
  const ofCode = { field: 'uscc', reason: '执照未换发' } as const;
  const ofPerson = { field: 'idNumber', reason: '一代证号码' } as const;
  const filedWith = (kept: Partial<Party>) => request(inspected, { party: { ...old, ...kept } });

  it('is told of both', () => {
    filedWith({}).thenRefused(usccChecked, citizenIdChecked);
    filedWith({ overrides: [] }).thenRefused(usccChecked, citizenIdChecked);
    filedWith({ override: ofCode }).thenRefused(citizenIdChecked);
    filedWith({ overrides: [ofPerson, { ...ofCode, reason: '\u3164' }] }).thenRefused(usccChecked);
  });

  it.each<[string, Partial<Party>]>([
    ['in one list', { overrides: [ofCode, ofPerson] }],
    ['one by one', { override: ofCode, overrides: [ofPerson] }],
  ])('is filed with a reason for each, %s', (_, kept) => {
    filedWith(kept).thenRecords('ApprovalRequested');
    const kind = { ...filingTerms, party: { ...old, ...kept } };
    expect(fileOf(...filedAs(kind)).filing?.party).toStrictEqual(kind.party);
    expect(codesUnsettled(kind.party)).toStrictEqual([]);
  });
});

describe('The filing (SAMR-P 18)', () => {
  it('is approved by a leader, with a number and the lists of that day', () => {
    approve(requested(terms)).then(
      { type: 'ApprovalGiven', data: { approval: 2, matter: 'filing' } },
      {
        type: 'CaseFiled',
        data: {
          number: '朝市监案〔2026〕1号',
          approval: 2,
          filedOn: '2026-03-10',
          lists: 'SAMR-default-1',
          terms,
        },
      },
    );
  });

  it('needs a request that is open, and happens once', () => {
    approve(inspected).thenRefused(approvalOpen);
    approve([]).thenRefused(leadReceived, approvalOpen);
    approve(filed).thenRefused(notFiledYet, approvalOpen);
  });

  it('is no approval of something else', () => {
    approve([
      ...inspected,
      happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'closure', terms: { ground: 'other' } }),
    ]).thenRefused(approvalOpen);
  });

  it('is not the officer’s own, whatever capacity they claim', () => {
    approve(requested(terms), 'lin').thenRefused(filedByLeader, approverNotRequester);
    given(...requested(terms))
      .when({
        on: '2026-03-10',
        by: 'lin',
        as: 'leader',
        act: 'initiation/approve-filing',
        entry: { approval: 2 },
      })
      .thenRefused(capacityHeld, leaderStandsApart, approverNotRequester);
  });

  it('asks the terms again on the day of the approval', () => {
    given(...requested({ ...terms, handlers: ['lin', 'shen'] }))
      .when({ on: '2026-04-01', by: 'tang', act: 'initiation/approve-filing', entry: { approval: 2 } })
      .thenRefused(handlersQualified);
  });

  it('is of no case whose handlers have approved something on its lead', () => {
    const asked = happened('ApprovalRequested', '2026-03-05', 'lin', {
      matter: 'check-extension',
      terms: { reason: '待检验' },
    });
    const extended = happened('LeadCheckExtended', '2026-03-06', 'tang', { approval: 2, reason: '待检验' });
    const tang = { ...people.lin, person: 'tang', capacities: ['officer', 'leader'] as const };
    given(...inspected, asked, extended)
      .when({
        on: '2026-03-10',
        by: 'lin',
        act: 'initiation/request-filing',
        entry: { ...terms, handlers: ['lin', 'tang'] },
        context: { people: { ...people, tang } },
      })
      .thenRefused(handlersStandApart);
  });

  it('waits for a number', () => {
    given(...requested(terms))
      .when({
        on: '2026-03-10',
        by: 'tang',
        act: 'initiation/approve-filing',
        entry: { approval: 2 },
        context: { allotted: {} },
      })
      .thenRefused(caseNumbered);
  });

  it('is remembered with its terms', () => {
    expect(fileOf(...filed).filing).toStrictEqual({
      ...filingTerms,
      entry: 3,
      number: '朝市监案〔2026〕1号',
      filedOn: '2026-03-10',
      approvedBy: 'tang',
      lists: sampleLists.version,
    });
  });
});

describe('Acts in a case', () => {
  const order = { officers: ['lin', 'gao'], until: '2026-05-18', what: '明码标价' };

  it('wait until there is a lead', () => {
    given()
      .when({ on: '2026-03-03', by: 'lin', act: 'correction/order', entry: order })
      .thenRefused(leadOrCaseOpen, byHandler);
  });

  it('end with its closure', () => {
    given(...filed, happened('CaseClosed', '2026-05-12', 'tang', { approval: 1, ground: 'other' }))
      .when({ on: '2026-05-18', by: 'lin', act: 'correction/order', entry: order })
      .thenRefused(leadOrCaseOpen);
  });

  it('are those of its handlers', () => {
    given(...filedAs({ ...filingTerms, handlers: ['lin', 'shen'] }))
      .when({ on: '2026-03-11', by: 'gao', act: 'correction/order', entry: order })
      .thenRefused(byHandler);
  });
});
