/** The party of the filing is not frozen: renamed, corrected, succeeded, deregistered, restored. */
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import { byHandler, caseOpen, type Party } from '../initiation/initiation.js';
import { partyIdentified, usccChecked } from '../initiation/party.js';
import {
  concluded,
  decided,
  filed,
  filedAs,
  filingTerms,
  firstBreach,
  lead,
  majorPenalty,
  served,
} from '../histories.testing.js';
import { heard, readyToDecide, statementOf } from '../histories-to-decision.testing.js';
import { investigationConcluded } from '../review/provisions.js';
import { fileOf, given, happened, paper, people } from '../testing.js';
import { officerCredentialValid } from '../officers.js';
import { noDecisionWithoutCaseReview } from '../case-review/provisions.js';
import { educatedFirst } from '../decision/of-no-penalty.js';
import { noDecisionWithoutReview } from '../legal-review/provisions.js';
import { benchmarkStated, discussedTogether, factsProven, noticeServed } from '../decision/of-penalty.js';
import { rightToHearing } from '../hearing/provisions.js';
import { noticeBeforeWaiver } from '../statement/provisions.js';
import { leaderStandsApart } from '../review/separation.js';
import type { PartyChangeTerms } from './party.js';
import {
  anotherParty,
  beforeTheDecision,
  changedByLeader,
  changeFitsParty,
  changeReasoned,
  dayNotToCome,
  oneChangeRequest,
  sameParty,
} from './provisions.js';
import {
  before,
  renamed,
  successor,
  citizen,
  filedAgainstCitizen,
  rename,
  terms,
  ask,
  asked,
  approveOf,
  changedAfter,
} from './party.testing.js';

describe('Fault 3: party/rename', () => {
  it('by a handler, with its paper, in every state of the filed case', () => {
    given(...filed)
      .when(rename)
      .then({ type: 'PartyRenamed', data: rename.entry });
    given(...served(majorPenalty))
      .when({ ...rename, on: '2026-06-10' })
      .thenRecords('PartyRenamed');
    given(...filed)
      .when({ ...rename, by: 'shen' })
      .thenRefused(officerCredentialValid, byHandler);
    given(...lead)
      .when(rename)
      .thenRefused(caseOpen, byHandler);
  });

  it('of the same party: another kind or code is another party, which a leader approves', () => {
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, party: successor } })
      .thenRefused(sameParty);
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, party: citizen } })
      .thenRefused(sameParty);
    const { uscc: _, ...withoutCode } = renamed;
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, party: { ...withoutCode, name: '别家食品有限公司' } } })
      .thenRefused(sameParty);
  });

  const renamedTo = (party: Party) => ({ ...rename, entry: { ...rename.entry, party } });
  const person = (name: string, idNumber?: string): Party => ({
    kind: 'natural-person',
    person: { name, ...(idNumber !== undefined && { idNumber }) },
  });

  it('of a person by the number of their card: without one, or leaving it out, nobody is put in their place', () => {
    const known = filedAs({ ...filingTerms, party: person('王树林', '11010519491231002X') });
    given(...known)
      .when(renamedTo(person('王树森', '11010519491231002X')))
      .thenRecords('PartyRenamed');
    given(...known)
      .when(renamedTo(person('李四')))
      .thenRefused(sameParty);
    given(...filedAgainstCitizen)
      .when(renamedTo(person('王树森')))
      .thenRefused(sameParty);
  });

  it('of an individual business whose operator stays: another operator is another party', () => {
    const shop = { kind: 'individual-business', name: '禾木花店', uscc: '91110105MA7KQ2R152' } as const;
    const ofChen = filedAs({ ...filingTerms, party: { ...shop, person: { name: '陈禾' } } });
    given(...ofChen)
      .when(renamedTo({ ...shop, name: '禾木花艺店', person: { name: '陈禾' } }))
      .thenRecords('PartyRenamed');
    given(...ofChen)
      .when(renamedTo({ ...shop, person: { name: '赵木' } }))
      .thenRefused(sameParty);
    // Left out first, and named anew by a second one.
    given(...ofChen)
      .when(renamedTo(shop))
      .thenRefused(sameParty);
    given(...filedAs({ ...filingTerms, party: shop }))
      .when(renamedTo({ ...shop, person: { name: '陈禾' } }))
      .thenRecords('PartyRenamed');
  });

  it('named, with a code that is one, and not on a day to come', () => {
    const { name: _, ...nameless } = renamed;
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, party: nameless } })
      .thenRefused(partyIdentified);
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, party: { ...renamed, uscc: '123' } } })
      .thenRefused(sameParty, usccChecked);
    given(...filed)
      .when({ ...rename, entry: { ...rename.entry, on: '2026-04-03' } })
      .thenRefused(dayNotToCome);
  });

  it('what was reviewed and notified stays, and the decision is made on the party as it is called now', () => {
    const history = readyToDecide(majorPenalty);
    const event = happened('PartyRenamed', '2026-06-04', 'lin', rename.entry);
    const file = fileOf(...history, event);
    expect(file.filing?.party).toStrictEqual(renamed);
    expect(file.notices).toHaveLength(1);
    given(...history, event)
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: majorPenalty, number: '1', onStatements: '不予采纳' },
      })
      .thenRecords('DecisionMade');
  });

  it('what was decided names the party as it was called then', () => {
    const event = happened('PartyRenamed', '2026-06-10', 'lin', rename.entry);
    const file = fileOf(...served(majorPenalty), event, event);
    expect(file.party.punished).toStrictEqual({ decision: 10, party: before });
  });
});

describe('Fault 3: party/request-change and party/approve-change', () => {
  it('by a handler, and a leader who is another person', () => {
    given(...filed)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'party-change', terms } });
    given(...filed, asked())
      .when(approveOf(filed))
      .then(
        { type: 'ApprovalGiven', data: { approval: 4, matter: 'party-change' } },
        { type: 'PartyChanged', data: { approval: 4, ...terms } },
      );
    given(...filed, asked())
      .when({ ...approveOf(filed), by: 'zhou' })
      .thenRefused(changedByLeader);
    given(...filed, asked(terms, 'tang'))
      .when(approveOf(filed))
      .thenRefused(approverNotRequester);
    given(...filed)
      .when(approveOf(filed))
      .thenRefused(approvalOpen);
    given(...filed, asked())
      .when({
        ...approveOf(filed),
        by: 'lin',
        as: 'leader',
        context: { people: { ...people, lin: { ...people.lin, capacities: ['officer', 'leader'] } } },
      })
      .thenRefused(leaderStandsApart, approverNotRequester);
    given(...filed, asked())
      .when(ask)
      .thenRefused(oneChangeRequest);
  });

  it('somebody else, on a ground that fits, for a reason', () => {
    given(...filed)
      .when({ ...ask, entry: { ...terms, party: before } })
      .thenRefused(anotherParty);
    given(...filed)
      .when({ ...ask, entry: { ...terms, reason: ' ' } })
      .thenRefused(changeReasoned);
    given(...filedAgainstCitizen)
      .when(ask)
      .thenRefused(changeFitsParty);
    given(...filedAgainstCitizen)
      .when({ ...ask, entry: { ...terms, change: 'inherited' } })
      .thenRecords('ApprovalRequested');
    given(...filed)
      .when({ ...ask, entry: { ...terms, party: { kind: 'entity' } } })
      .thenRefused(partyIdentified);
    const wrong = { ...terms, party: { ...successor, uscc: '91350100M000100Y44' } };
    given(...filed, asked(wrong))
      .when(approveOf(filed))
      .thenRefused(usccChecked);
  });

  it('corrected before the decision; succeeded before it, or after its service', () => {
    const corrected = { ...ask, on: '2026-06-09', entry: { ...terms, change: 'corrected' } } as const;
    given(...served(majorPenalty))
      .when(corrected)
      .thenRefused(beforeTheDecision);
    given(...decided(majorPenalty))
      .when({ ...ask, on: '2026-06-06' })
      .thenRefused(beforeTheDecision);
    given(...served(majorPenalty))
      .when({ ...ask, on: '2026-06-09' })
      .thenRecords('ApprovalRequested');
  });

  it('a party that was not heard is reported, reviewed, notified and heard anew', () => {
    const history = changedAfter(readyToDecide(majorPenalty));
    const make = {
      on: '2026-06-05',
      by: 'he',
      act: 'decision/make',
      entry: { outcome: majorPenalty, number: '1', onStatements: '不予采纳' },
    } as const;
    const file = fileOf(...history);
    expect(file.filing?.party).toStrictEqual(successor);
    expect([file.investigation, file.proposal, file.notices, file.discussions]).toStrictEqual([
      undefined,
      undefined,
      [],
      [],
    ]);
    expect(file.reports).toHaveLength(1);
    given(...readyToDecide(majorPenalty))
      .when(make)
      .thenRecords('DecisionMade');
    given(...history)
      .when(make)
      .thenRefused(
        investigationConcluded,
        noDecisionWithoutReview,
        factsProven,
        benchmarkStated,
        noticeServed,
        discussedTogether,
      );
    given(...history)
      .when({ on: '2026-06-05', by: 'zhou', act: 'legal-review/send', entry: {} })
      .thenRefused(investigationConcluded);
    given(...history)
      .when({ on: '2026-06-05', by: 'lin', act: 'statement/waive', entry: { paper: paper('waiver') } })
      .thenRefused(noticeBeforeWaiver);
    given(...history)
      .when({ on: '2026-06-05', by: 'lin', act: 'hearing/request', entry: {} })
      .thenRefused(rightToHearing);
  });

  it('what was said and heard before stays in the file, and the report can be made again', () => {
    const { hearing, statements } = fileOf(
      ...changedAfter([...heard(majorPenalty), statementOf('2026-05-27')]),
    );
    expect(statements.made).toHaveLength(1);
    expect(hearing.earlier).toHaveLength(2);
    expect(hearing.requested).toBeUndefined();
    const report = concluded(majorPenalty).at(-1)?.data;
    given(...changedAfter(concluded(majorPenalty)))
      .when({ on: '2026-06-04', by: 'lin', act: 'investigation/conclude', entry: report as never })
      .thenRecords('InvestigationConcluded');
  });

  it('is educated itself: what was said to the former one does not let it off (APL 33(3))', () => {
    const educated = happened('EducationGiven', '2026-05-27', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('education-signed'),
      record: paper('education'),
    });
    const history = [...concluded(firstBreach), educated];
    expect(fileOf(...history).education).toBeDefined();
    const another = changedAfter(history);
    expect(fileOf(...another).education).toBeUndefined();
    given(...another, ...concluded(firstBreach).slice(-1))
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: firstBreach, number: '1' },
      })
      .thenRefused(noDecisionWithoutCaseReview, educatedFirst);
  });

  it('after the service the execution goes on against who succeeds, and the decision names who was punished', () => {
    const file = fileOf(...changedAfter(served(majorPenalty), '2026-06-20'));
    expect(file.filing?.party).toStrictEqual(successor);
    expect(file.party.punished).toStrictEqual({ decision: 10, party: before });
    expect(file.decision?.entry).toBe(10);
    expect(file.notices).toHaveLength(1);
  });
});

describe('a party that was filed by its name alone', () => {
  const byName = filedAs({ ...filingTerms, party: { kind: 'entity', name: '禾木食品有限公司' } });
  const full = {
    kind: 'entity',
    name: '禾木食品有限公司',
    uscc: '91350100M000100Y43',
    address: '管庄乡1号',
  } as const;
  const correct = (party: PartyChangeTerms['party'], change: PartyChangeTerms['change'] = 'corrected') =>
    given(...byName).when({
      on: '2026-03-20',
      by: 'lin',
      act: 'party/request-change',
      entry: { change, party, reason: '立案时代码、地址不明', paper: paper('register') },
    });

  it('gets its code and its address by the correction of a leader, and is heard anew', () => {
    correct(full).thenRecords('ApprovalRequested');
    correct({ kind: 'entity', name: '禾木食品有限公司', address: '管庄乡1号' }).thenRecords(
      'ApprovalRequested',
    );
    correct({ kind: 'entity', name: '禾木食品有限公司' }).thenRefused(anotherParty);
    correct(full, 'converted').thenRefused(anotherParty);
    const terms = { change: 'corrected', party: full, reason: '补正', paper: paper('register') } as const;
    given(...byName, happened('ApprovalRequested', '2026-03-20', 'lin', { matter: 'party-change', terms }))
      .when({ on: '2026-03-21', by: 'tang', act: 'party/approve-change', entry: { approval: 4 } })
      .thenRecords('ApprovalGiven', 'PartyChanged');
    const changed = happened('PartyChanged', '2026-03-21', 'tang', { approval: 4, ...terms });
    expect(fileOf(...byName, changed).filing?.party).toMatchObject(full);
    expect(fileOf(...byName, changed).party.anotherSince).toBe(4);
  });

  it('an address that is left out corrects nothing', () => {
    const { uscc, name, kind } = full;
    given(...filedAs({ ...filingTerms, party: full }))
      .when({
        on: '2026-03-20',
        by: 'lin',
        act: 'party/request-change',
        entry: { change: 'corrected', party: { kind, name, uscc }, reason: '核对', paper: paper('register') },
      })
      .thenRefused(anotherParty);
  });

  it('not by a handler alone, who could put anybody of that name in its place', () => {
    given(...byName)
      .when({
        on: '2026-03-20',
        by: 'lin',
        act: 'party/rename',
        entry: { party: full, on: '2026-03-19', paper: paper('register') },
      })
      .thenRefused(sameParty);
  });
});
