/** Another party of the breach is found; nobody who was joined is forgotten. */
import { everyPartyClosed } from '../closure/each-party.js';
import { transferDecisionSent } from '../closure/elsewhere.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { partyIdentified } from '../initiation/party.js';
import { filingTerms, investigated, lead, majorPenalty, served } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { beforeDecision as beforeAnyDecision } from '../jurisdiction/provisions.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { seenFor } from '../parties.js';
import { beforeDecision } from '../review/provisions.js';
import { notTerminated } from '../suspension/provisions.js';
import { contextOn, digestOf, fileOf, given, happened, paper, type Happened } from '../testing.js';
import type { Party } from '../initiation/initiation.js';
import { decidedFor, firm as filedAt, managersFine, of, reported, reviewedFor } from './several.testing.js';
import type { JoinParty, SeparateParty } from './joined-parties.js';
import { partyNamed } from './named.js';
import { nobodyWithoutOutcome } from './outcome.js';
import {
  anotherThanThose,
  correctedToNoneOfThose,
  groundStated,
  joinedStill,
  joiningApproved,
  joiningApprovedByLeader,
  joiningWaits,
  leavesUnreported,
  separatedByLeader,
  separationReasoned,
  transferredAlone,
} from './provisions.js';

const manager = {
  kind: 'natural-person',
  person: { name: '赵一鸣', idNumber: '110105198001011238' },
} as const;
const supplier = { kind: 'entity', name: '北京禾田商贸有限公司' } as const;
const answers: JoinParty = {
  party: manager,
  part: 'answers-for-the-firm',
  basis: [{ law: '食品安全法实施条例', article: '75(1)(1)' }],
  reason: '法定代表人故意实施违法行为',
};
const together: JoinParty = { party: supplier, part: 'joint-breach', basis: [], reason: '共同生产' };

const join = (entry: JoinParty, history: readonly Happened[] = investigated) =>
  given(...history).when({ on: '2026-04-20', by: 'lin', act: 'joined-parties/join', entry });

const joined: readonly Happened[] = [...investigated, happened('PartyJoined', '2026-04-02', 'lin', answers)];
const ownCase: SeparateParty = {
  joined: investigated.length,
  way: 'own-case',
  number: '朝市监案〔2026〕9号',
  reason: '处罚依据和程序不同，分案处理',
  paper: paper('separation'),
};
const separate = (entry: SeparateParty, history: readonly Happened[] = joined, by: 'tang' | 'lin' = 'tang') =>
  given(...history).when({ on: '2026-04-20', by, act: 'joined-parties/separate', entry });
const separated = [...joined, happened('PartySeparated', '2026-04-03', 'tang', ownCase)];

describe('A party that is joined', () => {
  it('is recorded with its part in the breach, and the law that punishes it beside the other', () => {
    join({ ...answers, ...{ stray: true } }).then({ type: 'PartyJoined', data: answers });
    join(together).then({ type: 'PartyJoined', data: together });
    expect(fileOf(...joined).joinedParties).toStrictEqual([
      {
        entry: investigated.length,
        party: manager,
        part: 'answers-for-the-firm',
        basis: answers.basis,
      },
    ]);
    expect(fileOf(...investigated)).not.toHaveProperty('joinedParties');
  });

  it('is joined for a reason, and where a firm and its people are punished, under an article', () => {
    join({ ...together, reason: ' ' }).thenRefused(groundStated);
    join({ ...answers, basis: [] }).thenRefused(groundStated);
    join({ ...answers, basis: [{ law: '食品安全法实施条例', article: ' ' }] }).thenRefused(groundStated);
    join({ ...together, party: { kind: 'entity', name: ' ' } }).thenRefused(partyIdentified);
  });

  it('is another one than the party of the case and those joined already', () => {
    join({ ...together, party: filingTerms.party }).thenRefused(anotherThanThose);
    join({ ...together, party: { kind: 'entity', name: '京味源肉制品有限公司' } }).thenRefused(
      anotherThanThose,
    );
    join(answers, joined).thenRefused(anotherThanThose);
    const namesake = { ...manager, person: { name: '赵一鸣', idNumber: '110105198001011211' } };
    join({ ...answers, party: namesake }, joined).thenRecords('PartyJoined');
    join(answers, separated).thenRefused(anotherThanThose);
  });

  it('is joined by a handler, in an open case that is not decided', () => {
    join(together, lead).thenRefused(caseOpen, byHandler);
    join(together, served(majorPenalty)).thenRefused(beforeDecision);
    const ended = happened('InvestigationTerminated', '2026-04-16', 'tang', {
      approval: 5,
      ground: 'person-died',
      reason: '法定代表人死亡',
    });
    join(together, [...investigated, ended]).thenRefused(notTerminated);
  });

  it('makes what was reviewed another file, and so does its leaving', () => {
    const digests = [investigated, joined, separated].map((history) => digestOf(fileOf(...history)));
    expect(new Set(digests).size).toBe(3);
  });
});

describe('That a party is joined', () => {
  const approve = (
    history: readonly Happened[] = joined,
    by: 'tang' | 'lin' = 'tang',
    entry = investigated.length,
  ) =>
    given(...history).when({ on: '2026-04-08', by, act: 'joined-parties/approve', entry: { joined: entry } });
  const approved = [
    ...joined,
    happened('PartyJoiningApproved', '2026-04-08', 'tang', { joined: investigated.length }),
  ];
  const conclude = (history: readonly Happened[], ofParty: number) =>
    given(...history).when({
      on: '2026-04-14',
      by: 'lin',
      act: 'investigation/conclude',
      entry: {
        ofParty,
        officers: ['lin', 'gao'],
        facts: '使用超过保质期的原料',
        basis: [{ law: '食品安全法', article: '124(1)(2)' }],
        proposal: managersFine,
        discretion: '从轻',
        benchmark: '裁量基准（食品类）',
        report: paper('report'),
      },
    });

  it('is approved by a leader, once, while it is in the case', () => {
    approve().then({ type: 'PartyJoiningApproved', data: { joined: investigated.length } });
    approve(joined, 'lin').thenRefused(joiningApprovedByLeader);
    approve(approved).thenRefused(joiningWaits);
    const another = [...approved, happened('PartyJoined', '2026-04-08', 'lin', together)];
    approve(another).thenRefused(joiningWaits);
    approve(another, 'tang', approved.length).thenRecords('PartyJoiningApproved');
    approve(separated).thenRefused(joinedStill);
    approve(joined, 'tang', 0).thenRefused(joinedStill);
    expect(fileOf(...approved).joinedParties).toMatchObject([{ approved: joined.length }]);
    expect(digestOf(fileOf(...approved))).toBe(digestOf(fileOf(...joined)));
  });

  it('before the investigation of it is concluded: no handler alone puts anybody before a fine (SAMR-P 18)', () => {
    conclude(joined, investigated.length).thenRefused(joiningApproved);
    conclude(approved, investigated.length).thenRecords('InvestigationConcluded');
    // Of the party of the filing a leader has approved that already.
    conclude(joined, filedAt).thenRecords('InvestigationConcluded');
  });
});

describe('A party that was joined leaves', () => {
  it('into a case of its own, to another agency, or because it does not answer', () => {
    separate(ownCase).then({ type: 'PartySeparated', data: ownCase });
    separate({ ...ownCase, way: 'other-agency', number: '朝市监移〔2026〕3号' }).thenRecords(
      'PartySeparated',
    );
    const { number: _, ...none } = ownCase;
    separate({ ...none, way: 'not-answerable' }).thenRecords('PartySeparated');
    expect(fileOf(...separated).joinedParties).toStrictEqual([
      {
        entry: investigated.length,
        party: manager,
        part: 'answers-for-the-firm',
        basis: answers.basis,
        left: { entry: joined.length, way: 'own-case', number: '朝市监案〔2026〕9号' },
      },
    ]);
  });

  it('by a leader, with the reason, and the number of where it goes', () => {
    separate({ ...ownCase, reason: ' ' }).thenRefused(separationReasoned);
    separate({ ...ownCase, number: ' ' }).thenRefused(separationReasoned);
    separate({ ...ownCase, joined: 0 }).thenRefused(joinedStill);
    separate(ownCase, separated).thenRefused(joinedStill);
    separate(ownCase, joined, 'lin').thenRefused(separatedByLeader);
  });

  it('and not as one who does not answer, once its report says what it did: that is decided (SAMR-P 60)', () => {
    const history = reported(joined, investigated.length, majorPenalty);
    const { number: _, ...none } = ownCase;
    separate({ ...none, way: 'not-answerable' }, history).thenRefused(leavesUnreported);
    separate(ownCase, history).thenRecords('PartySeparated');
  });

  it('also for another agency: none of several is decided to be transferred', () => {
    const transfer = { outcome: { kind: 'transfer', to: '农业农村局', reason: '不属本局管辖' } } as const;
    const holds = (...history: readonly Happened[]) => {
      const file = fileOf(...history);
      return transferredAlone.holds(transfer, file, contextOn('2026-06-05', 'he', file));
    };
    expect([holds(...joined), holds(...separated), holds(...investigated)]).toEqual([false, true, true]);
  });

  it('which the decision refuses, until the others have left', () => {
    const transfer = { kind: 'transfer', to: '农业农村局', reason: '不属本局管辖' } as const;
    const one = investigated.length;
    given(...reviewedFor(reported(joined, one, transfer), one, transfer))
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: transfer, ofParty: one },
      })
      .thenRefused(transferredAlone);
  });

  it('but where the others are decided on, and cannot leave: their letter is bound at the closure (SAMR-P 14, 60(1))', () => {
    const transfer = { outcome: { kind: 'transfer', to: '农业农村局', reason: '不属本局管辖' } } as const;
    const one = investigated.length;
    const decidedOn = decidedFor(joined, one, managersFine);
    const holds = (history: readonly Happened[], party: number | undefined) => {
      const file = seenFor(fileOf(...history), party);
      return transferredAlone.holds(transfer, file, contextOn('2026-06-05', 'he', file));
    };
    const another = [...decidedOn, happened('PartyJoined', '2026-06-06', 'lin', together)];
    expect([holds(decidedOn, undefined), holds(another, undefined), holds(joined, one)]).toEqual([
      true,
      false,
      false,
    ]);
    const sent = (history: readonly Happened[], transferPaper?: ReturnType<typeof paper>) => {
      const file = fileOf(...decidedFor(history, filedAt, transfer.outcome));
      const terms = { ground: 'no-penalty', ...(transferPaper && { transferPaper }) } as const;
      return transferDecisionSent.holds(terms, file, contextOn('2026-06-20', 'lin', file));
    };
    const letter = paper('transfer');
    expect([sent(decidedOn), sent(decidedOn, letter), sent(investigated, letter)]).toEqual([
      false,
      true,
      false,
    ]);
    const proposed = happened('CrimeTransferProposed', '2026-06-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      offence: '生产、销售不符合安全标准的食品罪',
      report: paper('crime-report'),
    });
    const refused = happened('CrimeTransferDecided', '2026-06-05', 'he', {
      approved: false,
      reason: '不构成犯罪',
    });
    expect([sent([...decidedOn, proposed], letter), sent([...decidedOn, proposed, refused], letter)]).toEqual(
      [false, true],
    );
  });

  it('and the case itself is not sent any more: what was decided on one of them stays here', () => {
    const one = investigated.length;
    given(...decidedFor(joined, one, managersFine))
      .when({
        on: '2026-06-10',
        by: 'lin',
        act: 'jurisdiction/request-transfer',
        entry: { to: 'other-agency', agency: '农业农村局', reason: '不属本局管辖' },
      })
      .thenRefused(beforeAnyDecision);
  });

  it('nor is another party corrected to be it, which would be punished twice (APL 29)', () => {
    const file = fileOf(...joined);
    const to = (change: 'corrected' | 'merged', party: Party) =>
      correctedToNoneOfThose.holds(
        { change, party, reason: '核对' } as never,
        file,
        contextOn('2026-04-20', 'lin', file),
      );
    expect([to('corrected', manager), to('merged', manager), to('corrected', filingTerms.party)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('Another party of the case (APL 29)', () => {
  const one = investigated.length;
  const two = one + 1;
  const both = [...joined, happened('PartyJoined', '2026-04-03', 'lin', together)];
  const renamed = { kind: 'entity', name: '北京禾田食品有限公司' } as const;
  const change = (history: readonly Happened[], ofParty: number, party: Party) =>
    given(...history).when({
      on: '2026-04-20',
      by: 'lin',
      act: 'party/request-change',
      entry: { ofParty, change: 'corrected', party, reason: '核对身份证件', paper: paper('register') },
    });
  const corrected = of(
    two,
    happened('PartyChanged', '2026-04-06', 'tang', {
      approval: both.length,
      change: 'corrected',
      party: renamed,
      reason: '名称登记有误',
      paper: paper('register'),
    }),
  );
  const requested = of(
    two,
    happened('ApprovalRequested', '2026-04-05', 'lin', {
      matter: 'party-change',
      terms: { change: 'corrected', party: renamed, reason: '名称登记有误', paper: paper('register') },
    }),
  );

  it('nobody who was joined is corrected to be the party of the filing', () => {
    change(both, two, filingTerms.party).thenRefused(correctedToNoneOfThose);
    change(both, one, filingTerms.party).thenRefused(correctedToNoneOfThose);
  });

  it('is who it is now: not as it was first called', () => {
    const approvedNow = happened('ApprovalGiven', '2026-04-06', 'tang', {
      approval: both.length,
      matter: 'party-change',
    });
    const now = [...both, requested, of(two, approvedNow), corrected];
    change(now, filedAt, renamed).thenRefused(correctedToNoneOfThose);
    change(now, one, renamed).thenRefused(correctedToNoneOfThose);
    change(now, filedAt, supplier).thenRecords('ApprovalRequested');
    join({ ...together, party: renamed }, now).thenRefused(anotherThanThose);
    join(together, now).thenRecords('PartyJoined');
    change(now, two, supplier).thenRecords('ApprovalRequested');
  });
});

describe('A case in which somebody was joined', () => {
  const decide = (history: readonly Happened[]) =>
    given(...history).when({
      on: '2026-06-05',
      by: 'he',
      act: 'decision/make',
      entry: { outcome: majorPenalty },
    });

  it('is not decided as before: each decision is on one of them, of the file as it is now', () => {
    const ready = readyToDecide(majorPenalty);
    decide([...ready, happened('PartyJoined', '2026-06-04', 'lin', answers)]).thenRefused(
      noDecisionWithoutReview,
      partyNamed,
    );
  });

  it('is not closed while that party has no outcome, however it ends', () => {
    const ended = [
      ...joined,
      happened('InvestigationTerminated', '2026-04-16', 'tang', {
        approval: 5,
        ground: 'person-died',
        reason: '法定代表人死亡',
      }),
    ];
    given(...ended)
      .when({
        on: '2026-04-20',
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'investigation-ended', note: '法定代表人死亡' },
      })
      .thenRefused(everyPartyClosed, nobodyWithoutOutcome);
    separate(ownCase, ended).thenRecords('PartySeparated');
  });
});
