/** Tests by others (检测、检验、检疫、鉴定): commissioned, reported, notified to the party. SAMR-P 32. */
import { late, outsideAct, type EntryNumber } from '@anjuan/procedure';
import type { Recorded } from '../case-event.js';
import { partyInTheCase } from '../joined-parties/named.js';
import { asIssued, paperIssued, paperServed, type Service } from '../paper/issued.js';
import type { CaseFile } from '../steps.js';
import { act } from '../case-act.js';
import type { CommissionTest, Evidence, RecordTestResult, TellTestResult } from './evidence.js';
import {
  resultAfterCommission,
  resultToldAfterResult,
  testAwaitsResult,
  testPeriodFixed,
  testResultUntold,
  testedGoodsHere,
  byHandlerUndecided,
} from './provisions.js';
import { commissionTestSchema, recordTestResultSchema, tellTestResultSchema } from './entries.js';

const resultOf = ({ tests }: Evidence, test: EntryNumber) => {
  const result = tests.find(({ entry }) => entry === test)?.result;
  return result === undefined ? {} : { result };
};

/** The result, told on a paper. */
const told: Service<TellTestResult> = {
  kind: 'test-result',
  at: '/paper',
  paper: (entry) => entry.paper,
  of: ({ evidence }, { test }) => resultOf(evidence, test).result,
  party: ({ ofParty }) => ofParty,
  names: ['/test', '/ofParty'],
};

/** A paper that was issued to one of several is told to that one. */
const partyTold = (entry: TellTestResult, file: CaseFile): Readonly<{ ofParty?: EntryNumber }> => {
  const { issued } = paperServed(told, entry, file);
  const found = issued === undefined ? undefined : paperIssued(file, issued);
  const ofParty = entry.ofParty ?? (found && file.joinedParties && (found.ofParty ?? file.filing?.entry));
  return ofParty === undefined ? {} : { ofParty };
};

export const testActs = {
  'evidence/commission-test': act<CommissionTest, Recorded<'TestCommissioned'>>({
    title: { zh: '委托检测、检验、鉴定', en: 'Commission a test' },
    entry: commissionTestSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerUndecided,
    demands: [...outsideAct, testPeriodFixed, ...testedGoodsHere],
    records: 'TestCommissioned',
    data: (entry) => ({
      body: entry.body,
      of: (entry.of ?? []).map((tested) => ({ entry: tested.entry, line: tested.line })),
      periodDays: entry.periodDays,
      toldInWriting: entry.toldInWriting,
      ...(entry.paper !== undefined && { paper: entry.paper }),
      ...late(entry),
    }),
  }),
  'evidence/record-test-result': act<RecordTestResult, Recorded<'TestResultRecorded'>>({
    title: { zh: '登记检测、检验、鉴定结果', en: 'Record the result of a test' },
    entry: recordTestResultSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerUndecided,
    demands: [...outsideAct, testAwaitsResult, resultAfterCommission],
    records: 'TestResultRecorded',
  }),
  'evidence/tell-test-result': act<TellTestResult, Recorded<'TestResultTold'>>({
    title: { zh: '告知检测、检验、鉴定结果', en: 'Tell the party the result of a test' },
    entry: tellTestResultSchema,
    by: ['officer'],
    of: 'any-party',
    requires: byHandlerUndecided,
    demands: [...outsideAct, partyInTheCase, testResultUntold, resultToldAfterResult, ...asIssued(told)],
    records: 'TestResultTold',
    data: (entry, file) => ({
      test: entry.test,
      ...resultOf(file.evidence, entry.test),
      ...paperServed(told, entry, file),
      ...partyTold(entry, file),
      ...late(entry),
    }),
  }),
};
