/** Tests by others (检测、检验、检疫、鉴定): commissioned, reported, told to the party. SAMR-P 32. */
import type { Recorded } from '../case-event.js';
import { act } from '../kernel/act.js';
import { happenedAt, outsideAct } from '../kernel/outside.js';
import type { CommissionTest, RecordTestResult, TellTestResult } from './evidence.js';
import {
  resultAfterCommission,
  resultToldAfterResult,
  testAwaitsResult,
  testPeriodFixed,
  testResultUntold,
  whileUndecided,
} from './provisions.js';
import { late } from './recorded.js';

export const testActs = {
  'evidence/commission-test': act<CommissionTest, Recorded<'TestCommissioned'>>({
    title: { zh: '委托检测、检验、鉴定', en: 'Commission a test' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...outsideAct, testPeriodFixed],
    record: (entry, _, context) => [
      {
        type: 'TestCommissioned',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          body: entry.body,
          periodDays: entry.periodDays,
          toldInWriting: entry.toldInWriting,
          ...(entry.paper !== undefined && { paper: entry.paper }),
          ...late(entry),
        },
      },
    ],
  }),
  'evidence/record-test-result': act<RecordTestResult, Recorded<'TestResultRecorded'>>({
    title: { zh: '登记检测、检验、鉴定结果', en: 'Record the result of a test' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...outsideAct, testAwaitsResult, resultAfterCommission],
    record: (entry, _, context) => [
      {
        type: 'TestResultRecorded',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          test: entry.test,
          kind: entry.kind,
          what: entry.what,
          report: entry.report,
          ...late(entry),
        },
      },
    ],
  }),
  'evidence/tell-test-result': act<TellTestResult, Recorded<'TestResultTold'>>({
    title: { zh: '告知检测、检验、鉴定结果', en: 'Tell the party the result of a test' },
    by: ['officer'],
    requires: whileUndecided,
    demands: [...outsideAct, testResultUntold, resultToldAfterResult],
    record: (entry, _, context) => [
      {
        type: 'TestResultTold',
        v: 1,
        occurredAt: happenedAt(entry, context),
        actors: [context.actor],
        data: {
          test: entry.test,
          ...(entry.paper !== undefined && { paper: entry.paper }),
          ...late(entry),
        },
      },
    ],
  }),
};
