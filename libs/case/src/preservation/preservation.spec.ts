import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { decided, investigated, majorPenalty, seizedAt, oneLine } from '../histories.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { investigatedBy } from '../review/separation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { absenceShown, handedOver, listSigned } from './on-the-spot.js';
import type { DealWithPreservation, TakePreservation } from './preservation.js';
import {
  approvedOrUrgent,
  dealtAfterTaken,
  disagreementReasoned,
  liftingReasoned,
  madeUpByAnother,
  mannerShown,
  mayBeLost,
  preservedBeforeDecision,
  preservedByLeader,
  stillPreserved,
  waitsForApproval,
} from './provisions.js';
import { nothingPreserved } from './term.js';
import { leaderStandsApart } from '../review/separation.js';

const terms = { items: '进货账册三本', reason: '可能被销毁' };
const two = { officers: ['lin', 'gao'], signedPaper: paper('preservation-signed') } as const;
const onTheSpot = {
  ...two,
  listHandedOver: true,
  noticeHandedOver: true,
  list: paper('list'),
  lines: oneLine,
  partyPresent: true,
  recordSigned: true,
};
const requested = happened('ApprovalRequested', '2026-03-12', 'lin', { matter: 'preservation', terms });
const allowed = happened('ApprovalGiven', '2026-03-12', 'tang', { approval: 5, matter: 'preservation' });
/** Entries 5–7: taken on 2026-03-12, over by itself after 2026-03-23. */
const taken = happened('EvidencePreserved', '2026-03-12', ['lin', 'gao'], {
  ...onTheSpot,
  ...terms,
  approval: 5,
  urgent: false,
});
const preserved = [...investigated, requested, allowed, taken];
/** Entry 5. */
const urgently = [
  ...investigated,
  happened('EvidencePreserved', '2026-03-12', ['lin', 'gao'], { ...onTheSpot, ...terms, urgent: true }),
];

describe('preservation/request and preservation/approve (APL 56)', () => {
  const ask = { on: '2026-03-12', by: 'lin', act: 'preservation/request', entry: terms } as const;

  it('name the evidence and why it may be lost', () => {
    given(...investigated)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'preservation', terms } });
    for (const entry of [
      { ...terms, items: ' ' },
      { ...terms, reason: '' },
    ]) {
      given(...investigated)
        .when({ ...ask, entry })
        .thenRefused(mayBeLost);
    }
    given(...investigated)
      .when({ ...ask, by: 'shen' })
      .thenRefused(byHandler);
    given(...decided(majorPenalty))
      .when({ ...ask, on: '2026-06-06' })
      .thenRefused(preservedBeforeDecision);
  });

  it('are a handler’s and a leader’s', () => {
    const approve = {
      on: '2026-03-12',
      by: 'tang',
      act: 'preservation/approve',
      entry: { approval: 5 },
    } as const;
    given(...investigated, requested)
      .when(approve)
      .then({ type: 'ApprovalGiven', data: { approval: 5, matter: 'preservation' } });
    given(...investigated, requested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(preservedByLeader);
  });
});

describe('preservation/take (SAMR-P 33, 34)', () => {
  const take = (entry: Partial<TakePreservation> = {}) =>
    ({
      on: '2026-03-12',
      by: 'lin',
      act: 'preservation/take',
      entry: { ...onTheSpot, approval: 5, ...entry },
    }) as const;

  it('carries out one approval, once', () => {
    given(...investigated, requested, allowed)
      .when(take())
      .then({ type: 'EvidencePreserved', data: { ...onTheSpot, ...terms, approval: 5, urgent: false } });
    for (const history of [investigated, [...investigated, requested], preserved]) {
      given(...history)
        .when(take())
        .thenRefused(approvedOrUrgent);
    }
    given(...investigated, requested, allowed)
      .when(take({ occurredAt: morningOf('2026-03-11'), lateReason: '补录' }))
      .thenRefused(approvedOrUrgent);
  });

  it('or comes first in an emergency, which is stated', () => {
    const { approval: _, ...entry } = { ...onTheSpot, approval: 5, urgent: terms };
    const atOnce = { ...take(), entry };
    given(...investigated)
      .when(atOnce)
      .then({ type: 'EvidencePreserved', data: { ...onTheSpot, ...terms, urgent: true } });
    given(...investigated)
      .when({ ...atOnce, entry: { ...entry, urgent: { ...terms, reason: ' ' } } })
      .thenRefused(mayBeLost);
    given(...investigated, requested, allowed)
      .when(take({ urgent: terms }))
      .thenRefused(approvedOrUrgent);
  });

  it('hands list and notice over', () => {
    for (const missing of [{ listHandedOver: false }, { noticeHandedOver: false }]) {
      given(...investigated, requested, allowed)
        .when(take(missing))
        .thenRefused(handedOver);
    }
  });
});

describe('who is there when evidence is preserved (SAMR-P 34, 43)', () => {
  const { recordSigned: _signed, partyPresent: _present, ...rest } = onTheSpot;
  const take = (more: Partial<TakePreservation>) =>
    given(...investigated, requested, allowed).when({
      on: '2026-03-12',
      by: 'lin',
      act: 'preservation/take',
      entry: { ...rest, approval: 5, ...more },
    });
  const film = { media: [paper('film')] };
  const witness = { witness: '园区物业李工' };

  it('signs the list, or the refusal is noted, and filmed or witnessed', () => {
    take({ partyPresent: true, recordSigned: true }).thenRecords('EvidencePreserved');
    take({ recordSigned: true }).thenRecords('EvidencePreserved');
    take({}).thenRefused(listSigned);
    take({ partyPresent: true, recordSigned: false }).thenRefused(listSigned);
    take({ partyPresent: true, refusalNoted: '拒绝签名' }).thenRefused(listSigned);
    take({ partyPresent: true, refusalNoted: ' ', ...film }).thenRefused(listSigned);
    take({ partyPresent: true, ...witness }).thenRefused(listSigned);
    for (const shown of [film, witness])
      take({ partyPresent: true, refusalNoted: '拒绝签名', ...shown }).thenRecords('EvidencePreserved');
  });

  it('or was told and did not come: nothing untrue is entered of it', () => {
    const away = {
      partyPresent: false,
      absence: '电话通知三次，未到场',
      listHandedOver: false,
      noticeHandedOver: false,
    };
    for (const shown of [film, witness])
      take({ ...away, ...shown }).then({
        type: 'EvidencePreserved',
        data: { ...rest, ...terms, approval: 5, urgent: false, ...away, ...shown },
      });
    take(away).thenRefused(absenceShown);
    take({ ...away, ...film, absence: '' }).thenRefused(absenceShown);
    take({ partyPresent: true, recordSigned: true, noticeHandedOver: false }).thenRefused(handedOver);
  });
});

describe('preservation/make-up-approval (SAMR-P 33)', () => {
  const makeUp = {
    on: '2026-03-12',
    by: 'tang',
    act: 'preservation/make-up-approval',
    entry: { preservation: 5, agreed: true },
  } as const;
  const c09 = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...urgently, ...history), { calendar: chinaCalendar, today }).find(
      ({ id }) => id === 'urgent-measure-approval',
    );

  it('is asked for what was taken at once, and given once', () => {
    given(...urgently)
      .when(makeUp)
      .then({ type: 'PreservationMadeUp', data: { preservation: 5, agreed: true } });
    given(...preserved)
      .when({ ...makeUp, entry: { preservation: 7, agreed: true } })
      .thenRefused(waitsForApproval);
    given(...urgently)
      .when({ ...makeUp, by: 'zhou' })
      .thenRefused(preservedByLeader);
    const byLeader = happened('EvidencePreserved', '2026-03-12', ['tang', 'gao'], {
      ...onTheSpot,
      ...terms,
      officers: ['tang', 'gao'],
      urgent: true,
    });
    given(...investigated, byLeader)
      .when(makeUp)
      .thenRefused(leaderStandsApart, madeUpByAnother);
  });

  it('lifts it where the leader disagrees, who says why', () => {
    given(...urgently)
      .when({ ...makeUp, entry: { preservation: 5, agreed: false } })
      .thenRefused(disagreementReasoned);
    const no = happened('PreservationMadeUp', '2026-03-12', 'tang', {
      preservation: 5,
      agreed: false,
      reason: '没有必要',
    });
    expect(fileOf(...urgently, no).preservations[0]?.ended).toMatchObject({ on: '2026-03-12' });
  });

  it('has twenty-four hours; later it is possible, and seen (urgent-measure-approval)', () => {
    const made = (on: string) =>
      happened('PreservationMadeUp', on, 'tang', { preservation: 5, agreed: true });
    expect(c09('2026-03-12')).toMatchObject({ due: '2026-03-13', state: 'running' });
    expect(c09('2026-03-14')).toMatchObject({ state: 'missed' });
    expect(c09('2026-03-14', made('2026-03-13'))).toMatchObject({ state: 'met' });
    expect(c09('2026-03-16', made('2026-03-14'))).toMatchObject({ state: 'missed' });
    given(...urgently)
      .when({ ...makeUp, on: '2026-03-16' })
      .thenRecords('PreservationMadeUp');
  });
});

describe('what becomes of it in seven working days (SAMR-P 35)', () => {
  const deal = (entry: Partial<DealWithPreservation> = {}, on = '2026-03-16') =>
    ({
      on,
      by: 'lin',
      act: 'preservation/deal-with',
      entry: { ...two, preservation: 7, manner: 'recorded', what: '已经复制', ...entry },
    }) as const;

  it('is on the file: copied, tested, seized, confiscated', () => {
    given(...preserved)
      .when(deal())
      .thenRecords('PreservationDealtWith');
    for (const manner of ['sent-to-test', 'seized', 'confiscated'] as const) {
      given(...preserved)
        .when(deal({ manner }))
        .thenRefused(mannerShown);
    }
    const test = happened('TestCommissioned', '2026-03-13', 'lin', {
      body: '检验院',
      periodDays: 20,
      toldInWriting: true,
    });
    given(...preserved, test)
      .when(deal({ manner: 'sent-to-test' }))
      .thenRecords('PreservationDealtWith');
    given(...preserved)
      .when(deal({ what: ' ' }))
      .thenRefused(mannerShown);
    given(...preserved)
      .when(deal({ occurredAt: morningOf('2026-03-11'), lateReason: '补录' }))
      .thenRefused(dealtAfterTaken);
  });

  it('lapses by itself: after that nothing can be done with it', () => {
    given(...preserved)
      .when(deal({}, '2026-03-23'))
      .thenRecords('PreservationDealtWith');
    given(...preserved)
      .when(deal({}, '2026-03-24'))
      .thenRefused(stillPreserved);
    const c10 = (today: string) =>
      deadlines(fileOf(...preserved), { calendar: chinaCalendar, today }).find(
        ({ id }) => id === 'preservation-term',
      );
    expect(c10('2026-03-23')).toMatchObject({ due: '2026-03-23', state: 'running' });
    expect(c10('2026-03-24')).toMatchObject({ state: 'lapsed' });
  });

  it('or it is lifted by a leader, with the reason', () => {
    const lift = {
      on: '2026-03-16',
      by: 'tang',
      act: 'preservation/lift',
      entry: { preservation: 7, reason: '违法事实不成立' },
    } as const;
    given(...preserved)
      .when(lift)
      .then({ type: 'PreservationLifted', data: lift.entry });
    given(...preserved)
      .when({ ...lift, entry: { preservation: 7, reason: '' } })
      .thenRefused(liftingReasoned);
    given(...preserved, happened('PreservationLifted', '2026-03-16', 'tang', lift.entry))
      .when(lift)
      .thenRefused(stillPreserved);
  });

  it('keeps the case open until it is over and what was kept is given back', () => {
    const ended = happened('InvestigationTerminated', '2026-03-17', 'tang', {
      ground: 'entity-ended',
      reason: '企业已注销',
      approval: 8,
    });
    const close = (on: string) =>
      ({
        on,
        by: 'lin',
        act: 'closure/request',
        entry: { ground: 'investigation-ended', note: '终止' },
      }) as const;
    given(...preserved, ended)
      .when(close('2026-03-23'))
      .thenRefused(nothingPreserved);
    given(...preserved, ended)
      .when(close('2026-03-24'))
      .thenRefused(nothingPreserved);
    const back = { preservation: 7, reason: '已经自动解除，返还当事人' };
    given(...preserved, ended, happened('PreservationLifted', '2026-03-24', 'tang', back))
      .when(close('2026-03-24'))
      .thenRecords('ApprovalRequested');
    // Of a list that was recorded as one text nobody knows what of it was given back.
    const { lines: _, ...inOneText } = onTheSpot;
    const asText = { ...inOneText, ...terms, approval: 5, urgent: false };
    const ofBefore = happened('EvidencePreserved', '2026-03-12', ['lin', 'gao'], asText);
    given(...investigated, requested, allowed, ofBefore, ended)
      .when(close('2026-03-24'))
      .thenRecords('ApprovalRequested');
  });

  it('SAMR-P 35: who deals with it has investigated the case', () => {
    const dealt = happened('PreservationDealtWith', '2026-03-16', ['lin', 'shen'], {
      officers: ['lin', 'shen'],
      signedPaper: paper('signed'),
      preservation: 7,
      manner: 'recorded',
      what: '拍照',
    });
    expect(investigatedBy(fileOf(...preserved, dealt), 'shen')).toBe(true);
  });

  it('may be a seizure, which then has its own rules', () => {
    const seized = seizedAt(8, '进货账册三本');
    const later = seized.map((event) => ({
      ...event,
      occurredAt: morningOf('2026-03-13'),
      recordedAt: morningOf('2026-03-13'),
    }));
    given(...preserved, ...later)
      .when(deal({ manner: 'seized' }))
      .thenRecords('PreservationDealtWith');
  });
});
