import { defaultLists } from '@anjuan/law';
import {
  concluded,
  decided,
  fine,
  gains,
  goods,
  majorPenalty,
  minorPenalty,
  notified,
} from '../histories.testing.js';
import {
  discussedOn,
  heard,
  hearingHeld,
  hearingPrepared,
  readyToDecide,
  recheckedOn,
  reviewedAgain,
  statementOf,
} from '../histories-to-decision.testing.js';
import type { Outcome } from '../penalty/penalty.js';
import { reviewPassed } from '../proposal/provisions.js';
import { beforeDecision } from '../review/provisions.js';
import { fileOf, given, happened, paper, people, sampleLists, type Happened } from '../testing.js';
import {
  allHaveSpoken,
  attendedByLeaders,
  byLeaders,
  chairAttends,
  concludedByChair,
  concludesWhatWasDiscussed,
  discussionOpen,
  handlersDoNotVote,
  handlersReport,
  hearingDoneFirst,
  majorityAgrees,
  openedAnewForReason,
  opinionOfAttending,
  opinionOnce,
  partyHeardFirst,
  quorumAttends,
  reviewersDoNotVote,
} from './provisions.js';
import { discussionRequired, standingDiscussion } from './required.js';

const reviewed = reviewedAgain(heard(majorPenalty), '2026-06-02');
const begun = (entries: number) =>
  discussedOn(reviewed, '2026-06-04', majorPenalty).slice(0, reviewed.length + entries);
const open = {
  on: '2026-06-04',
  by: 'he',
  act: 'collective-discussion/open',
  entry: { attending: ['he', 'tang'], handlersReport: ['lin', 'gao'] },
} as const;
const speak = {
  on: '2026-06-04',
  by: 'tang',
  act: 'collective-discussion/give-opinion',
  entry: { agrees: true, opinion: '同意' },
} as const;
const conclude = {
  on: '2026-06-04',
  by: 'he',
  act: 'collective-discussion/conclude',
  entry: { outcome: majorPenalty, conclusion: '一致同意' },
} as const;

describe('collective-discussion/open (APL 57(2), SAMR-P 60(2))', () => {
  it('by its chair, after review, hearing and re-check', () => {
    given(...reviewed)
      .when(open)
      .then({ type: 'DiscussionOpened', data: { ...open.entry, chair: 'he' } });
    given(...reviewed)
      .when({ ...open, by: 'fang' })
      .thenRefused(byLeaders, chairAttends);
    given(...decided(majorPenalty))
      .when({ ...open, on: '2026-06-08' })
      .thenRefused(beforeDecision);
  });

  it('Fault 2: another chair opens it anew, for a reason, when the first cannot conclude it', () => {
    const anew = { ...open, on: '2026-06-05', by: 'tang' } as const;
    given(...begun(2))
      .when(anew)
      .thenRefused(openedAnewForReason);
    const entry = { ...open.entry, reason: '主持人因病不能继续' };
    given(...begun(2))
      .when({ ...anew, entry })
      .then({ type: 'DiscussionOpened', data: { ...entry, chair: 'tang' } });
    given(...begun(4))
      .when(anew)
      .thenRecords('DiscussionOpened');
  });

  it('not before the review of the file as it stands now', () => {
    given(...heard(majorPenalty))
      .when(open)
      .thenRefused(reviewPassed);
    given(...concluded(majorPenalty))
      .when(open)
      .thenRefused(reviewPassed);
  });

  it('not while a statement waits for its re-check, or a hearing for its end', () => {
    const said = [...notified(majorPenalty), statementOf('2026-05-08')];
    given(...reviewedAgain(said, '2026-05-12'))
      .when(open)
      .thenRefused(partyHeardFirst);
    const requested = [...notified(majorPenalty), ...hearingPrepared];
    given(...requested)
      .when(open)
      .thenRefused(hearingDoneFirst);
    const unreported = [...requested, hearingHeld, recheckedOn('2026-05-26')];
    given(...reviewedAgain(unreported, '2026-05-27'))
      .when(open)
      .thenRefused(hearingDoneFirst);
  });

  it('of a report that lets off, whatever the party has asked for', () => {
    const letOff = [
      ...notified(majorPenalty),
      ...hearingPrepared.slice(0, 1),
      ...concluded({ kind: 'facts-not-established', reason: '不能成立' }).slice(-1),
    ];
    given(...reviewedAgain(letOff, '2026-05-12'))
      .when(open)
      .thenRecords('DiscussionOpened');
  });

  it('by a quorum of different leaders, the chair among them', () => {
    const attempt = (...attending: string[]) =>
      given(...reviewed).when({ ...open, entry: { ...open.entry, attending } });
    attempt('he').thenRefused(quorumAttends);
    attempt('he', 'he').thenRefused(quorumAttends);
    attempt('tang', 'meng').thenRefused(chairAttends, attendedByLeaders);
    given(...reviewed)
      .when({
        ...open,
        context: {
          lists: { ...sampleLists, collectiveDiscussion: { quorum: 3, cases: 'all-legally-reviewed' } },
        },
      })
      .thenRefused(quorumAttends);
  });

  it('two attend whatever the list says: one leader is no discussion', () => {
    const lists = {
      ...sampleLists,
      collectiveDiscussion: { quorum: 1, cases: 'all-legally-reviewed' as const },
    };
    given(...reviewed)
      .when({ ...open, entry: { ...open.entry, attending: ['he'] }, context: { lists } })
      .thenRefused(quorumAttends);
  });

  it('SAMR-P 49(3): whoever reviewed the case does not vote on it, whatever they are besides', () => {
    const fang = { ...people.fang, capacities: ['legal-reviewer' as const, 'leader' as const] };
    given(...reviewed)
      .when({
        ...open,
        entry: { ...open.entry, attending: ['he', 'fang'] },
        context: { people: { ...people, fang } },
      })
      .thenRefused(reviewersDoNotVote);
  });

  it('handlers report and do not vote, whatever they are besides', () => {
    const lin = { ...people.lin, capacities: ['officer' as const, 'leader' as const] };
    given(...reviewed)
      .when({
        ...open,
        entry: { ...open.entry, attending: ['he', 'lin'] },
        context: { people: { ...people, lin } },
      })
      .thenRefused(handlersDoNotVote);
    for (const reporting of [[], ['shen']])
      given(...reviewed)
        .when({ ...open, entry: { ...open.entry, handlersReport: reporting } })
        .thenRefused(handlersReport);
  });
});

describe('collective-discussion/give-opinion', () => {
  it('each of those attending, as themselves, once', () => {
    given(...begun(2))
      .when(speak)
      .then({ type: 'DiscussionOpinionGiven', data: { ...speak.entry, discussion: reviewed.length } });
    given(...begun(2))
      .when({ ...speak, by: 'he' })
      .thenRefused(opinionOnce);
    given(...begun(3))
      .when({ ...speak, entry: { agrees: false, opinion: '反对' } })
      .thenRefused(opinionOnce);
  });

  it('nobody else, and only while it is open', () => {
    const another = { ...people.luo, capacities: ['leader' as const] };
    given(...begun(1))
      .when({ ...speak, by: 'luo', as: 'leader', context: { people: { ...people, luo: another } } })
      .thenRefused(opinionOfAttending);
    given(...reviewed)
      .when(speak)
      .thenRefused(discussionOpen, opinionOfAttending);
    given(...begun(4))
      .when(speak)
      .thenRefused(discussionOpen, opinionOnce);
  });
});

describe('collective-discussion/conclude', () => {
  it('by the chair, when all have spoken', () => {
    given(...begun(3))
      .when(conclude)
      .then({ type: 'DiscussionConcluded', data: { ...conclude.entry, discussion: reviewed.length } });
    given(...begun(3))
      .when({ ...conclude, by: 'tang' })
      .thenRefused(concludedByChair);
    given(...begun(2))
      .when(conclude)
      .thenRefused(allHaveSpoken, majorityAgrees);
    given(...begun(4))
      .when(conclude)
      .thenRefused(discussionOpen);
    given(...reviewed)
      .when(conclude)
      .thenRefused(discussionOpen, concludedByChair);
  });

  it('what was put to the vote, and nothing else that the chair would rather have', () => {
    const nothing: Outcome = { kind: 'facts-not-established', reason: '不能成立' };
    const yuan: Outcome = { kind: 'penalty', penalties: [{ kind: 'fine', fen: 100 }] };
    for (const outcome of [nothing, yuan])
      given(...begun(3))
        .when({ ...conclude, entry: { outcome, conclusion: '多数同意' } })
        .thenRefused(concludesWhatWasDiscussed);
  });

  it('another outcome where that was put to the vote', () => {
    const lighter: Outcome = { kind: 'penalty', penalties: [{ ...fine, fen: 9_200_000 }, gains, goods] };
    const [opened, ...opinions] = begun(3).slice(-3);
    if (opened?.type !== 'DiscussionOpened') throw new Error('a discussion begins with its opening');
    const other = [
      ...reviewed,
      happened('DiscussionOpened', '2026-06-04', 'he', { ...open.entry, chair: 'he', outcome: lighter }),
      ...opinions,
    ];
    given(...reviewed)
      .when({ ...open, entry: { ...open.entry, outcome: lighter } })
      .then({ type: 'DiscussionOpened', data: { ...open.entry, chair: 'he', outcome: lighter } });
    given(...other)
      .when({ ...conclude, entry: { outcome: lighter, conclusion: '一致同意' } })
      .thenRecords('DiscussionConcluded');
    given(...other)
      .when(conclude)
      .thenRefused(concludesWhatWasDiscussed);
  });

  it('with a majority: half is none', () => {
    const discussion = reviewed.length;
    const against = happened('DiscussionOpinionGiven', '2026-06-04', 'tang', {
      discussion,
      agrees: false,
      opinion: '反对',
    });
    given(...begun(2), against)
      .when(conclude)
      .thenRefused(majorityAgrees);
  });
});

describe('what is discussed', () => {
  const none: Outcome = { kind: 'facts-not-established', reason: '不能成立' };
  const required = (...history: readonly Happened[]) =>
    discussionRequired(fileOf(...history), { lists: defaultLists });
  const report = (outcome: Outcome) => concluded(outcome).slice(-1);

  it('SAMR-P 60(2): a penalty that is proposed in a major case', () => {
    expect(required(...concluded(majorPenalty))).toBe(true);
    expect(required(...concluded(minorPenalty))).toBe(false);
    expect(required(...concluded(none))).toBe(false);
  });

  it('and letting off what was proposed once, by another report or after an annulment', () => {
    expect(required(...concluded(majorPenalty), ...report(none))).toBe(true);
    expect(required(...concluded(minorPenalty), ...report(none))).toBe(false);
    const annulled = happened('DecisionChanged', '2026-06-08', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '适用依据有误',
      paper: paper('annulment'),
    });
    expect(required(...decided(majorPenalty), annulled, ...report(none))).toBe(true);
  });
});

describe('the discussion that counts', () => {
  const ready = readyToDecide(majorPenalty);

  it('is the last one, concluded after everything else', () => {
    expect(standingDiscussion(fileOf(...ready))?.entry).toBe(reviewed.length);
    expect(standingDiscussion(fileOf(...begun(3)))).toBeUndefined();
    expect(standingDiscussion(fileOf(...ready, ...begun(1).slice(-1)))).toBeUndefined();
  });

  it.each([
    ['a statement', [statementOf('2026-06-04')]],
    ['a re-check', [recheckedOn('2026-06-04')]],
    ['a review', reviewedAgain(ready, '2026-06-05').slice(-2)],
  ])('not the one before %s', (_, more) => {
    expect(standingDiscussion(fileOf(...ready, ...more))).toBeUndefined();
  });
});
