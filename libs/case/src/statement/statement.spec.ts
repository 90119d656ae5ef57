import { addHours } from '@anjuan/law';
import { lateEntryExplained, notInTheFuture } from '@anjuan/procedure';
import { twoOfficers } from '../officers.js';
import { byHandler, caseOpen } from '../initiation/initiation.js';
import { decided, filed, majorPenalty, notified, proposalApproved } from '../histories.testing.js';
import { hearingHeld, hearingPrepared, recheckedOn, statementOf } from '../histories-to-decision.testing.js';
import { fieldsCorrectable } from '../entry/provisions.js';
import { beforeDecision } from '../review/provisions.js';
import { fileOf, given, happened, morningOf, paper } from '../testing.js';
import {
  allRechecked,
  noticeBeforeWaiver,
  recheckReasoned,
  saidBeforeDecision,
  somethingToRecheck,
} from './provisions.js';

const record = {
  on: '2026-05-08',
  by: 'lin',
  act: 'statement/record',
  entry: { what: '请求从轻', paper: paper('statement') },
} as const;
const waive = {
  on: '2026-05-08',
  by: 'lin',
  act: 'statement/waive',
  entry: { paper: paper('waiver') },
} as const;
const recheck = {
  on: '2026-05-12',
  by: 'lin',
  act: 'statement/re-check',
  entry: {
    officers: ['lin', 'gao'],
    signedPaper: paper('re-check-signed'),
    result: 'not-adopted',
    reason: '无证据支持',
  },
} as const;
const said = [...notified(majorPenalty), statementOf('2026-05-08')];

describe('statement/record (APL 45)', () => {
  it('takes down what the party said, in time or late', () => {
    given(...notified(majorPenalty))
      .when(record)
      .then({ type: 'StatementMade', data: record.entry });
    given(...notified(majorPenalty))
      .when({ ...record, on: '2026-05-20' })
      .thenRecords('StatementMade');
  });

  it('by a handler of an open case', () => {
    given(...notified(majorPenalty))
      .when({ ...record, by: 'tang' })
      .thenRefused(byHandler);
    given(...filed.slice(0, 1))
      .when(record)
      .thenRefused(caseOpen, byHandler);
  });

  it('as it happened: not tomorrow, late with a reason', () => {
    given(...notified(majorPenalty))
      .when({ ...record, entry: { ...record.entry, occurredAt: morningOf('2026-05-09') } })
      .thenRefused(notInTheFuture);
    given(...notified(majorPenalty))
      .when({ ...record, on: '2026-05-20', entry: { ...record.entry, occurredAt: morningOf('2026-05-08') } })
      .thenRefused(lateEntryExplained);
  });

  it('said after the decision it belongs to the remedies; said before, it is taken down however late', () => {
    given(...decided(majorPenalty))
      .when({ ...record, on: '2026-06-08' })
      .thenRefused(saidBeforeDecision);
    const entry = { ...record.entry, occurredAt: morningOf('2026-05-08'), lateReason: '遗漏' };
    given(...decided(majorPenalty))
      .when({ ...record, on: '2026-06-08', entry })
      .thenRecords('StatementMade');
    // That decision was made unheard: what the party says until it is made anew is heard.
    given(...decided(majorPenalty), statementOf('2026-05-08'))
      .when({ ...record, on: '2026-06-08' })
      .thenRecords('StatementMade');
    const justAfter = { ...entry, occurredAt: addHours(morningOf('2026-06-05'), 1) };
    given(...decided(majorPenalty))
      .when({ ...record, on: '2026-06-08', entry: justAfter })
      .thenRefused(saidBeforeDecision);
  });
});

describe('statement/waive (APL 62)', () => {
  it('is a paper of the party that was told of its right', () => {
    given(...notified(majorPenalty))
      .when(waive)
      .then({ type: 'StatementWaived', data: waive.entry });
    given(...proposalApproved(majorPenalty))
      .when(waive)
      .thenRefused(noticeBeforeWaiver);
    given(...decided(majorPenalty))
      .when({ ...waive, on: '2026-06-08' })
      .thenRefused(beforeDecision);
  });
});

describe('statement/re-check (APL 45(1))', () => {
  it('covers everything said so far, at a hearing too', () => {
    given(...said)
      .when(recheck)
      .then({ type: 'StatementRechecked', data: recheck.entry });
    given(...notified(majorPenalty), ...hearingPrepared, hearingHeld)
      .when({ ...recheck, on: '2026-05-26' })
      .thenRecords('StatementRechecked');
    expect(allRechecked(fileOf(...said))).toBe(false);
    expect(allRechecked(fileOf(...said, recheckedOn('2026-05-12')))).toBe(true);
    expect(allRechecked(fileOf(...said, recheckedOn('2026-05-12'), statementOf('2026-05-13')))).toBe(false);
  });

  it('45(1): the party’s words are not the agency’s to correct; words corrected once are re-checked anew', () => {
    const entry = said.length - 1;
    const change = { entry, changes: { what: '无异议' }, reason: '笔误' };
    given(...said)
      .when({ on: '2026-05-13', by: 'lin', act: 'entry/correct', entry: change })
      .thenRefused(fieldsCorrectable);
    const corrected = [
      ...said,
      recheckedOn('2026-05-12'),
      happened('EntryCorrected', '2026-05-13', 'lin', change),
    ];
    expect(allRechecked(fileOf(...corrected))).toBe(false);
    given(...corrected)
      .when({ ...recheck, on: '2026-05-14' })
      .thenRecords('StatementRechecked');
    expect(allRechecked(fileOf(...corrected, recheckedOn('2026-05-14')))).toBe(true);
  });

  it('needs something to re-check', () => {
    given(...notified(majorPenalty))
      .when(recheck)
      .thenRefused(somethingToRecheck);
    given(...said, recheckedOn('2026-05-12'))
      .when(recheck)
      .thenRefused(somethingToRecheck);
  });

  it('does not lose a hearing on a notice that was replaced', () => {
    const again = happened('HearingRequested', '2026-05-28', 'lin', { inTime: false });
    expect(allRechecked(fileOf(...notified(majorPenalty), ...hearingPrepared, hearingHeld, again))).toBe(
      false,
    );
  });

  it('by two officers, with a reason, before the decision', () => {
    given(...said)
      .when({ ...recheck, entry: { ...recheck.entry, officers: ['lin'], reason: '' } })
      .thenRefused(twoOfficers, recheckReasoned);
    given(...decided(majorPenalty))
      .when({ ...recheck, on: '2026-06-08' })
      .thenRefused(beforeDecision, somethingToRecheck);
  });
});
