import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { filed, inspected, lead, sealedOnALead, termsOn } from '../histories.testing.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { byHandler } from './in-charge.js';
import { extendedInTime } from './lead-check.js';
import {
  checkersNamedByUnitHead,
  checkersQualified,
  daysOfTheCheck,
  decidedAgainst,
  mergedOfKnownReporter,
  nothingSeized,
  reporterKnown,
  supplementedAfterReceived,
} from './lead-course-provisions.js';
import { filedByLeader, leadByOfficer, leadOpen, notFiledYet } from './provisions.js';

const terms = { ground: 'minor-and-corrected', reason: '轻微并及时改正', evidence: [1] } as const;
const notFiled = [
  ...inspected,
  happened('ApprovalRequested', '2026-03-10', 'lin', { matter: 'not-filing', terms }),
  happened('ApprovalGiven', '2026-03-11', 'tang', { approval: 2, matter: 'not-filing' }),
  happened('LeadNotFiled', '2026-03-11', 'tang', { approval: 2, ...terms }),
] as const;
const checked = [
  ...lead,
  happened('LeadCheckersNamed', '2026-03-03', 'zhou', { checkers: ['lin', 'gao'] }),
] as const;
const reported = lead.map((one) => ({ ...one, data: { ...one.data, realName: true } })) as typeof lead;
const clocksOf = (today: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today })
    .filter(({ id }) => id === 'lead-check')
    .map(({ due, state, startedBy }) => ({ due, state, startedBy }));
const test = happened('TestCommissioned', '2026-03-04', 'lin', {
  body: '检验研究院',
  periodDays: 30,
  toldInWriting: true,
});

describe('initiation/name-checkers (SAMR-P 18)', () => {
  const name = { on: '2026-03-03', by: 'zhou', act: 'initiation/name-checkers' } as const;
  it('is for the unit head, while the lead is checked', () => {
    given(...lead)
      .when({ ...name, entry: { checkers: ['lin', 'gao'] } })
      .then({ type: 'LeadCheckersNamed', data: { checkers: ['lin', 'gao'] } });
    given(...lead)
      .when({ ...name, by: 'lin', entry: { checkers: ['lin'] } })
      .thenRefused(checkersNamedByUnitHead);
    given(...filed)
      .when({ ...name, on: '2026-03-11', entry: { checkers: ['lin'] } })
      .thenRefused(notFiledYet);
    given(...notFiled)
      .when({ ...name, on: '2026-03-12', entry: { checkers: ['lin'] } })
      .thenRefused(leadOpen);
  });

  it('names officers with valid credentials, each once', () => {
    given(...lead)
      .when({ ...name, on: '2026-04-01', entry: { checkers: ['shen'] } })
      .thenRefused(checkersQualified);
    given(...lead)
      .when({ ...name, entry: { checkers: ['lin', 'lin'] } })
      .thenRefused(checkersQualified);
    given(...lead)
      .when({ ...name, entry: { checkers: [] } })
      .thenRefused(checkersQualified);
  });
});

describe('Fault 1: the days of a lead (SAMR-P 18(2))', () => {
  it('leave out a test, also for the extension', () => {
    const ask = {
      on: '2026-03-24',
      by: 'lin',
      act: 'initiation/request-check-extension',
      entry: { reason: '等待检验结论' },
    } as const;
    given(...lead)
      .when(ask)
      .thenRefused(extendedInTime);
    given(...lead, test)
      .when(ask)
      .thenRecords('ApprovalRequested');
    expect(clocksOf('2026-03-24', ...lead, test)[0]?.state).toBe('running');
  });

  it('leave out the days on which the holder of a right identifies the goods', () => {
    const days = { from: '2026-03-04', to: '2026-03-10', what: '辨认', record: paper('identification') };
    const leave = { on: '2026-03-11', by: 'lin', act: 'initiation/leave-out', entry: days } as const;
    given(...checked)
      .when(leave)
      .then({ type: 'LeadDaysLeftOut', data: days });
    given(...lead)
      .when(leave)
      .thenRefused(byHandler);
    given(...checked)
      .when({ ...leave, entry: { ...days, from: '2026-02-20' } })
      .thenRefused(daysOfTheCheck);
    given(...checked)
      .when({ ...leave, entry: { ...days, to: '2026-03-12' } })
      .thenRefused(daysOfTheCheck);
    given(...checked)
      .when({ ...leave, entry: { ...days, to: '2026-03-03' } })
      .thenRefused(daysOfTheCheck);
    expect(clocksOf('2026-03-12', ...lead)).toEqual([{ due: '2026-03-23', state: 'running', startedBy: 0 }]);
    // Five working days more.
    expect(clocksOf('2026-03-12', ...lead, happened('LeadDaysLeftOut', '2026-03-11', 'lin', days))).toEqual([
      { due: '2026-03-30', state: 'running', startedBy: 0 },
    ]);
  });
});

describe('initiation/supplement-lead (SAMR-C 35(2))', () => {
  const supplement = { newFacts: '又购得一批', report: paper('second-report') };
  const again = {
    on: '2026-03-09',
    by: 'lin',
    act: 'initiation/supplement-lead',
    entry: supplement,
  } as const;
  const data = { ...supplement, receivedOn: '2026-03-09' };

  it('counts the check anew from the last report', () => {
    given(...reported)
      .when(again)
      .then({ type: 'LeadSupplemented', data });
    expect(
      clocksOf('2026-03-12', ...reported, happened('LeadSupplemented', '2026-03-09', 'lin', data)),
    ).toEqual([{ due: '2026-03-30', state: 'running', startedBy: 1 }]);
  });

  it('hides no check that had run out before', () => {
    const late = { ...supplement, receivedOn: '2026-04-10' };
    expect(
      clocksOf('2026-04-12', ...reported, happened('LeadSupplemented', '2026-04-10', 'lin', late)).map(
        ({ state, startedBy }) => ({ state, startedBy }),
      ),
    ).toEqual([
      { state: 'missed', startedBy: 0 },
      { state: 'running', startedBy: 1 },
    ]);
  });

  it('is taken down by an officer, of a report that came later, while the lead is checked', () => {
    given(...reported)
      .when({ ...again, by: 'tang' })
      .thenRefused(leadByOfficer);
    given(...reported)
      .when({ ...again, entry: { ...supplement, occurredAt: morningOf('2026-03-01'), lateReason: '补录' } })
      .thenRefused(supplementedAfterReceived);
    given(...notFiled)
      .when({ ...again, on: '2026-03-12' })
      .thenRefused(leadOpen, reporterKnown);
  });

  it('is of a report: what nobody known has reported has no reporter who comes back', () => {
    given(...lead)
      .when(again)
      .thenRefused(reporterKnown);
  });
});

describe('initiation/merge-lead (SAMR-C 35(2))', () => {
  const entry = { ground: 'repeated', into: '朝市监案〔2026〕1号', reason: '同一举报人重复举报' } as const;
  const merge = { on: '2026-03-09', by: 'tang', act: 'initiation/merge-lead', entry } as const;

  it('puts the lead to rest, decided by a leader', () => {
    given(...reported)
      .when(merge)
      .then({ type: 'LeadMerged', data: entry });
    given(...reported)
      .when({ ...merge, by: 'lin' })
      .thenRefused(filedByLeader);
    const merged = [
      ...reported,
      ...inspected.slice(1),
      happened('LeadMerged', '2026-03-09', 'tang', entry),
    ] as const;
    expect(clocksOf('2026-05-12', ...merged)).toEqual([{ due: '2026-03-23', state: 'met', startedBy: 0 }]);
    given(...merged)
      .when({ on: '2026-03-10', by: 'lin', act: 'initiation/request-filing', entry: termsOn() })
      .thenRefused(leadOpen);
    given(...merged)
      .when(merge)
      .thenRefused(leadOpen);
    given(...filed)
      .when({ ...merge, on: '2026-03-11' })
      .thenRefused(notFiledYet, mergedOfKnownReporter);
  });

  it('is one that was reported again only where the reporter is known', () => {
    for (const ground of ['repeated', 'supplemented'] as const)
      given(...lead)
        .when({ ...merge, entry: { ...entry, ground } })
        .thenRefused(mergedOfKnownReporter);
    given(...lead)
      .when({ ...merge, entry: { ...entry, ground: 'same-matter' } })
      .thenRecords('LeadMerged');
  });

  it('is not for good: on new evidence it is checked anew, and the check before stays to be seen', () => {
    const merged = [
      ...reported,
      ...inspected.slice(1),
      happened('LeadMerged', '2026-03-09', 'tang', entry),
    ] as const;
    const reopen = { reason: '另案已经撤销', evidence: [paper('evidence')] };
    given(...merged)
      .when({ on: '2026-04-20', by: 'tang', act: 'initiation/reopen-lead', entry: reopen })
      .thenRecords('LeadReopened');
    const reopened = [...merged, happened('LeadReopened', '2026-04-20', 'tang', reopen)];
    expect(clocksOf('2026-04-21', ...reopened)).toEqual([
      { due: '2026-03-23', state: 'met', startedBy: 0 },
      { due: '2026-05-13', state: 'running', startedBy: 3 },
    ]);
    given(...reopened)
      .when({ on: '2026-04-21', by: 'lin', act: 'initiation/request-not-filing', entry: terms })
      .thenRecords('ApprovalRequested');
  });

  it('keeps nothing that was sealed on it', () => {
    given(...reported, sealedOnALead)
      .when(merge)
      .thenRefused(nothingSeized);
  });
});

describe('initiation/reopen-lead', () => {
  const entry = { reason: '检验报告显示不合格', evidence: [paper('report')] };
  const reopen = { on: '2026-04-20', by: 'tang', act: 'initiation/reopen-lead', entry } as const;
  const reopened = [...notFiled, happened('LeadReopened', '2026-04-20', 'tang', entry)] as const;

  it('is decided by a leader, on new evidence, of a lead that was not filed', () => {
    given(...notFiled)
      .when(reopen)
      .then({ type: 'LeadReopened', data: entry });
    given(...notFiled)
      .when({ ...reopen, by: 'lin' })
      .thenRefused(filedByLeader);
    given(...lead)
      .when(reopen)
      .thenRefused(decidedAgainst);
    given(...reopened)
      .when(reopen)
      .thenRefused(decidedAgainst);
    given(...filed)
      .when(reopen)
      .thenRefused(notFiledYet, decidedAgainst);
  });

  it('begins a check of its own; the one before stays to be seen', () => {
    expect(clocksOf('2026-04-21', ...reopened)).toEqual([
      { due: '2026-03-23', state: 'met', startedBy: 0 },
      { due: '2026-05-13', state: 'running', startedBy: 5 },
    ]);
    given(...reopened)
      .when({
        ...{ on: '2026-04-21', by: 'lin', act: 'initiation/request-not-filing' },
        entry: terms,
      } as const)
      .thenRecords('ApprovalRequested');
  });
});
