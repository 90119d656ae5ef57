/** Fourteen known ways past the guards of such a procedure; none of them leads through. */
import { Refusal, type Stated } from '@anjuan/procedure';
import { credentialsValid, officerCredentialValid, twoOfficers } from './officers.js';
import { decide, type ActName, type EntryOf } from './case.js';
import { approvalOpen, approverNotRequester } from './approval/approval.js';
import { handlersDoNotVote } from './collective-discussion/provisions.js';
import { hearingHeldIfRequested, discussedTogether } from './decision/of-penalty.js';
import { onlyOne } from './decision/provisions.js';
import { fieldsCorrectable } from './entry/provisions.js';
import {
  decided,
  filed,
  fine,
  gains,
  goods,
  investigated,
  majorPenalty,
  notified,
  seizedAt,
  served,
} from './histories.testing.js';
import {
  discussedOn,
  heard,
  hearingRequested,
  noticeOf,
  readyToDecide,
  reviewedAgain,
  statementOf,
} from './histories-to-decision.testing.js';
import { noDecisionWithoutReview } from './legal-review/provisions.js';
import { publishedOnce } from './publication/publication.js';
import { approvalUnused } from './seizure/checklist.js';
import { formalities } from './seizure/seizing.testing.js';
import { receiptKept } from './service/provisions.js';
import { contextOn, fileOf, happened, paper, type Happened, type Person } from './testing.js';

type Try<Name extends ActName> = Readonly<{ on: string; by: Person; act: Name; entry: EntryOf<Name> }>;

const attempt = <Name extends ActName>(history: readonly Happened[], { on, by, act, entry }: Try<Name>) => {
  const file = fileOf(...history);
  return decide(act, entry, file, contextOn(on, by, file));
};

/** Refused, and this provision is among the reasons. */
const leadsNowhere = <Name extends ActName>(
  history: readonly Happened[],
  way: Try<Name>,
  under: Stated,
): void => {
  let reasons: readonly string[] = ['accepted'];
  try {
    attempt(history, way);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    reasons = error.provisions.map(({ id }) => id);
  }
  expect(reasons).toContain(under.id);
};

const decision = {
  on: '2026-06-05',
  by: 'he',
  act: 'decision/make',
  entry: { number: '朝市监处罚〔2026〕217号', outcome: majorPenalty },
} as const;
const scene = (officers: readonly string[], on = '2026-03-12') =>
  ({
    on,
    by: 'lin',
    act: 'evidence/record-scene',
    entry: {
      officers,
      signedPaper: paper('signed'),
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      recordSigned: true,
      record: paper('scene'),
    },
  }) as const;
const notice = {
  officers: ['lin', 'gao'],
  signedPaper: paper('notice-signed'),
  penalties: [fine, gains, goods],
  facts: '使用超过保质期的原料',
  hearingRightTold: true,
  method: 'direct',
} as const;

describe('the ways around', () => {
  it('a new notice after the hearing request does not take the hearing away', () => {
    const again = noticeOf([fine, gains, goods], '2026-05-12', '2026-05-19');
    leadsNowhere([...notified(majorPenalty), hearingRequested, again], decision, hearingHeldIfRequested);
  });

  it('one officer entered twice is one officer', () => {
    leadsNowhere(filed, scene(['lin', 'lin']), twoOfficers);
  });

  it('namesakes: a name is nobody, people are known by their number in the registry', () => {
    leadsNowhere(filed, scene(['lin', '林某']), credentialsValid);
  });

  it('a double click decides once', () => {
    leadsNowhere([...decided(majorPenalty)], decision, onlyOne);
  });

  it('a deadline set by the client is not taken, and cannot be corrected in', () => {
    const ready = notified(majorPenalty).slice(0, 9);
    const entry = { ...notice, proof: paper('receipt'), lastDay: '2026-05-01', servedOn: '2026-04-01' };
    const [event] = attempt(ready, { on: '2026-04-30', by: 'lin', act: 'notice/serve', entry });
    expect(event?.data).toMatchObject({ servedOn: '2026-04-30', lastDay: '2026-05-11' });
    const change = { entry: 9, changes: { lastDay: '2026-05-01' }, reason: '笔误' };
    leadsNowhere(
      notified(majorPenalty),
      { on: '2026-05-06', by: 'lin', act: 'entry/correct', entry: change },
      fieldsCorrectable,
    );
  });

  it('publishing again does not wash out the late date', () => {
    const late = happened('DecisionPublished', '2026-07-20', 'lin', {});
    leadsNowhere(
      [...served(majorPenalty), late],
      { on: '2026-07-21', by: 'lin', act: 'publication/publish', entry: {} },
      publishedOnce,
    );
  });

  it('the same approval is neither given nor used twice', () => {
    const seized = [...investigated, ...seizedAt(5, '腊肠原料32箱')];
    const { entry } = scene(['lin', 'gao']);
    leadsNowhere(
      seized,
      {
        on: '2026-03-12',
        by: 'lin',
        act: 'seizure/seize',
        entry: {
          officers: entry.officers,
          signedPaper: entry.signedPaper,
          approval: 5,
          ...formalities,
        },
      },
      approvalUnused,
    );
    leadsNowhere(
      seized,
      { on: '2026-03-12', by: 'tang', act: 'seizure/approve', entry: { approval: 5 } },
      approvalOpen,
    );
  });

  it('a statement after the collective discussion is discussed again', () => {
    const discussed = discussedOn(notified(majorPenalty), '2026-05-06', majorPenalty);
    leadsNowhere([...discussed, statementOf('2026-05-07')], decision, discussedTogether);
  });

  it('evidence added after the review is reviewed again', () => {
    const reviewed = discussedOn(
      reviewedAgain(heard(majorPenalty), '2026-06-02'),
      '2026-06-03',
      majorPenalty,
    );
    const more = happened('EvidenceAdded', '2026-06-04', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('more-signed'),
      kind: '书证',
      what: '补充的进货单',
      provider: '赵一鸣',
      papers: [paper('more')],
    });
    leadsNowhere([...reviewed, more], decision, noDecisionWithoutReview);
  });

  it('a credential that ended the day before the act is none', () => {
    leadsNowhere(filed, { ...scene(['lin', 'shen'], '2026-04-01') }, credentialsValid);
    leadsNowhere(filed, { ...scene(['shen', 'gao'], '2026-04-01'), by: 'shen' }, officerCredentialValid);
    expect(attempt(filed, scene(['lin', 'shen'], '2026-03-31'))).toHaveLength(1);
  });

  it('a handler does not vote', () => {
    leadsNowhere(
      readyToDecide(majorPenalty).slice(0, -4),
      {
        on: '2026-06-04',
        by: 'he',
        act: 'collective-discussion/open',
        entry: { attending: ['he', 'tang', 'lin'], handlersReport: ['gao'] },
      },
      handlersDoNotVote,
    );
  });

  it('a notice typed in today as served two weeks ago begins today, without its receipt, or is none at all', () => {
    const ready = notified(majorPenalty).slice(0, 9);
    const entry = { ...notice, occurredAt: '2026-04-29T06:00:00.000Z', lateReason: '补录' };
    const { signedPaper: _, ...unproven } = entry;
    leadsNowhere(ready, { on: '2026-05-13', by: 'lin', act: 'notice/serve', entry: unproven }, receiptKept);
    const [event] = attempt(ready, { on: '2026-05-13', by: 'lin', act: 'notice/serve', entry });
    expect(event?.data).toMatchObject({ servedOn: '2026-05-13', lastDay: '2026-05-20', lateReason: '补录' });
  });

  it('an approval entered by somebody else is not given', () => {
    const own = happened('ApprovalRequested', '2026-03-12', 'tang', {
      matter: 'seizure',
      terms: { items: '原料', basis: { law: '食品安全法', article: '110(4)' }, days: 30, reason: '防止转移' },
    });
    leadsNowhere(
      [...investigated, own],
      { on: '2026-03-12', by: 'tang', act: 'seizure/approve', entry: { approval: 5 } },
      approverNotRequester,
    );
  });

  it('one person with two accounts is one person: officers, voters, approvers are counted by person', () => {
    // Both accounts lead to the same number in the registry; over HTTP: tests/api/two-accounts.e2e-spec.ts.
    leadsNowhere(filed, scene(['gao', 'gao', 'lin', 'lin']), twoOfficers);
  });
});
