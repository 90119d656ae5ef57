import { entriesConfirmed } from '../review/provisions.js';
import { capacityHeld, type Context, type PersonOnDay } from '@anjuan/procedure';
import {
  concluded,
  filed,
  filingTerms,
  investigated,
  lead,
  majorPenalty,
  onTheSpot,
  sentForLegalReview,
} from '../histories.testing.js';
import {
  contextOn,
  digestOf,
  fileOf,
  given,
  happened,
  paper,
  people,
  type Happened,
  type Person,
} from '../testing.js';
import type { ConfirmEntry, CorrectEntry } from './entry.js';
import {
  allConfirmed,
  beforeDecision,
  byHandlerOrRecorder,
  confirmationAwaited,
  confirmedByOfficer,
  correctedByHandler,
  entryInForce,
  fieldsCorrectable,
  nothingRestsOnIt,
  paperOfTheAbsent,
  partysOwnPaper,
  reasonGiven,
  valuesDiffer,
  withdrawable,
  withdrawnInCapacity,
} from './provisions.js';

const ledger = happened('EvidenceAdded', '2026-03-16', ['lin', 'gao'], {
  officers: ['lin', 'gao'],
  kind: '书证',
  what: '台帐',
  provider: '赵一鸣',
  papers: [paper('ledger')],
});
/** Entry 5: evidence that gao has still to confirm. */
const withLedger: readonly Happened[] = [...investigated, ledger];
const confirmed: readonly Happened[] = [
  ...withLedger,
  happened('EntryConfirmed', '2026-03-16', 'gao', { entry: 5 }),
];
const fix: CorrectEntry = { entry: 5, changes: { what: '台账' }, reason: '错别字' };
const corrected: readonly Happened[] = [...confirmed, happened('EntryCorrected', '2026-03-17', 'lin', fix)];
const withdrawn: readonly Happened[] = [
  ...confirmed,
  happened('EntryWithdrawn', '2026-03-17', 'lin', { entry: 5, reason: '误记' }),
];
const decided: readonly Happened[] = [
  ...confirmed,
  happened('DecisionMade', '2026-06-05', 'he', {
    outcome: majorPenalty,
    number: '朝市监处罚〔2026〕1号',
    dossier: '',
    dueOn: '2026-06-08',
  }),
];

const confirm = (history: readonly Happened[], by: Person, entry = 5) =>
  given(...history).when({ on: '2026-03-20', by, act: 'entry/confirm', entry: { entry } });
const correct = (history: readonly Happened[], change: Partial<CorrectEntry> = {}, by: Person = 'lin') =>
  given(...history).when({ on: '2026-03-20', by, act: 'entry/correct', entry: { ...fix, ...change } });
type Withdrawal = Readonly<{ entry: number; by?: Person; reason?: string; signed?: boolean }>;
const held = (history: readonly Happened[]): boolean => {
  const file = fileOf(...history);
  return allConfirmed.holds(file, contextOn('2026-03-20', 'lin', file));
};
const withdraw = (
  history: readonly Happened[],
  { entry, by = 'lin', reason = '误记', signed = false }: Withdrawal,
) =>
  given(...history).when({
    on: '2026-03-20',
    by,
    act: 'entry/withdraw',
    entry: { entry, reason, ...(signed && { paper: paper('withdrawal') }) },
  });

describe('Confirming an entry', () => {
  it('is done by the second officer, as themselves, once', () => {
    confirm(withLedger, 'gao').then({ type: 'EntryConfirmed', data: { entry: 5 } });
    confirm(withLedger, 'lin').thenRefused(confirmationAwaited);
    confirm(withLedger, 'shen').thenRefused(confirmationAwaited);
    confirm(withLedger, 'tang').thenRefused(confirmedByOfficer, confirmationAwaited);
    confirm(confirmed, 'gao').thenRefused(confirmationAwaited);
  });

  it('is not needed where the signed paper is bound', () => {
    confirm(investigated, 'gao', 4).thenRefused(confirmationAwaited);
  });

  it('APL 42(1): of one who has left since, a handler binds the paper they signed; the entry says so', () => {
    const without = (gao: Partial<PersonOnDay>) => ({
      people: { ...people, gao: { ...people.gao, ...gao } },
    });
    const gone = without({ capacities: [] });
    const lapsed = without({
      credential: { number: '执-gao', validFrom: '2022-01-01', validTo: '2026-03-17' },
    });
    const signed = { entry: 5, paper: paper('signed by gao') };
    const bind = (
      by: Person,
      context: Partial<Context>,
      history = withLedger,
      entry: ConfirmEntry = signed,
    ) => given(...history).when({ on: '2026-03-20', by, act: 'entry/confirm', entry, context });
    bind('gao', gone, withLedger, { entry: 5 }).thenRefused(capacityHeld);
    for (const context of [gone, lapsed])
      bind('lin', context).then({ type: 'EntryConfirmed', data: { ...signed, inPlaceOf: ['gao'] } });
    bind('lin', {}).thenRefused(paperOfTheAbsent);
    bind('gao', {}).thenRefused(paperOfTheAbsent);
    bind('shen', gone).thenRefused(paperOfTheAbsent);
    bind('lin', gone, confirmed).thenRefused(paperOfTheAbsent);
    bind('lin', gone, withLedger, { ...signed, entry: 9 }).thenRefused(entryInForce);
  });

  it('and a report that the second officer can confirm no more goes on to its review', () => {
    const unsigned = concluded(majorPenalty).map((event) =>
      event.type === 'InvestigationConcluded'
        ? { ...event, data: { ...event.data, signedPaper: undefined } }
        : event,
    ) as readonly Happened[];
    const send = { on: '2026-04-22', by: 'zhou', act: 'legal-review/send', entry: {} } as const;
    given(...unsigned)
      .when(send)
      .thenRefused(entriesConfirmed);
    const bound = happened('EntryConfirmed', '2026-04-21', 'lin', {
      entry: 5,
      paper: paper('signed by gao'),
      inPlaceOf: ['gao'],
    });
    given(...unsigned, bound)
      .when(send)
      .thenRecords('SentForLegalReview');
  });

  it('is of an entry that stands', () => {
    confirm(withLedger, 'gao', 9).thenRefused(entryInForce);
    confirm(withdrawn, 'gao').thenRefused(entryInForce, confirmationAwaited);
  });

  it('is what the file waits for', () => {
    const waits = [withLedger, confirmed, corrected, withdrawn].map((history) => held(history));
    expect(waits).toStrictEqual([false, true, false, true]);
  });
});

describe('Correcting an entry', () => {
  it('is an event with a reason', () => {
    correct(confirmed).then({ type: 'EntryCorrected', data: fix });
    correct(confirmed, { reason: '' }).thenRefused(reasonGiven);
  });

  it('changes listed fields, to other values that they can have', () => {
    correct(confirmed, { changes: { what: '台帐' } }).thenRefused(valuesDiffer);
    correct(confirmed, { changes: { what: ' ' } }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: { papers: '无' } }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: { kind: '传闻' } }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: {} }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: { kind: '物证' } }).thenRecords('EntryCorrected');
    correct(confirmed, { changes: { provider: '赵一鸣\n王树林' } }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: { provider: ' ' } }).thenRefused(fieldsCorrectable);
    correct(confirmed, { changes: { provider: '赵一明' } }).thenRecords('EntryCorrected');
    correct(confirmed, { changes: { what: '台账\n共两册' } }).thenRecords('EntryCorrected');
  });

  it('leaves approvals, filings and corrections as they are', () => {
    [1, 2, 3].forEach((entry) => {
      correct(confirmed, { entry }).thenRefused(fieldsCorrectable);
    });
    correct(corrected, { entry: 7 }).thenRefused(fieldsCorrectable);
    correct(confirmed, { entry: 42 }).thenRefused(entryInForce);
  });

  it('is for handlers, and ends with the decision', () => {
    correct(confirmed, {}, 'shen').thenRefused(correctedByHandler);
    correct(lead, { entry: 0, changes: { what: '' } }).thenRefused(correctedByHandler, fieldsCorrectable);
    correct(decided).thenRefused(beforeDecision);
    correct(onTheSpot, { entry: 0 }).thenRefused(beforeDecision, fieldsCorrectable);
  });

  it('is folded as corrected, and confirmed anew by the other officer', () => {
    const file = fileOf(...corrected);
    expect(file.evidence.pieces.at(-1)?.what).toBe('台账');
    expect(file.entries[5]).toMatchObject({ state: 'corrected', awaits: ['gao'], values: { what: '台账' } });
    confirm(corrected, 'gao').thenRecords('EntryConfirmed');
    expect(digestOf(file)).not.toBe(digestOf(fileOf(...confirmed)));
  });

  it('can be done twice; the last counts', () => {
    const again = happened('EntryCorrected', '2026-03-18', 'gao', {
      entry: 5,
      changes: { what: '进货台账' },
      reason: '补全',
    });
    const file = fileOf(...corrected, again);
    expect(file.evidence.pieces.at(-1)?.what).toBe('进货台账');
    expect(file.entries[5]?.awaits).toStrictEqual(['lin']);
  });
});

describe('Withdrawing an entry', () => {
  it('is an event with a reason, by its recorder or a handler', () => {
    withdraw(confirmed, { entry: 5, by: 'gao' }).then({
      type: 'EntryWithdrawn',
      data: { entry: 5, reason: '误记' },
    });
    withdraw(confirmed, { entry: 5, reason: ' ' }).thenRefused(reasonGiven);
    withdraw(confirmed, { entry: 5, by: 'shen' }).thenRefused(byHandlerOrRecorder);
    withdraw(confirmed, { entry: 5, by: 'zhou' }).thenRefused(byHandlerOrRecorder);
    withdraw(confirmed, { entry: 5, by: 'tang' }).thenRefused(withdrawnInCapacity, byHandlerOrRecorder);
  });

  it('leaves the fold without the entry and the file with its note', () => {
    const file = fileOf(...withdrawn);
    expect(file.evidence).toStrictEqual(fileOf(...investigated).evidence);
    expect(file.entries[5]).toMatchObject({ type: 'EvidenceAdded', state: 'withdrawn', awaits: [] });
    expect(file.entries).toHaveLength(8);
    expect(file.revision).toBe(7);
    withdraw(withdrawn, { entry: 5 }).thenRefused(entryInForce);
    correct(withdrawn).thenRefused(entryInForce);
  });

  it('is not for approvals, filings or corrections, nor after the decision', () => {
    withdraw(corrected, { entry: 7 }).thenRefused(withdrawable);
    withdraw(confirmed, { entry: 3 }).thenRefused(withdrawable);
    withdraw(decided, { entry: 5 }).thenRefused(beforeDecision);
    withdraw(confirmed, { entry: 42 }).thenRefused(entryInForce);
  });

  it('is refused while something rests on it', () => {
    const result = { test: 5, kind: '鉴定意见', what: '报告', report: paper('report') } as const;
    const tested = [
      ...investigated,
      happened('TestCommissioned', '2026-03-12', 'lin', {
        body: '检验院',
        periodDays: 30,
        toldInWriting: true,
      }),
      happened('TestResultRecorded', '2026-03-16', 'lin', result),
    ];
    withdraw(tested, { entry: 5 }).thenRefused(nothingRestsOnIt);
    withdraw(tested, { entry: 6 }).thenRecords('EntryWithdrawn');
    withdraw([...tested, happened('EntryWithdrawn', '2026-03-17', 'lin', { entry: 6, reason: '误记' })], {
      entry: 5,
    }).thenRecords('EntryWithdrawn');
    withdraw(filed, { entry: 0 }).thenRefused(withdrawable, nothingRestsOnIt);
    const helped = [
      ...investigated,
      happened('AssistanceRequested', '2026-03-12', 'lin', {
        agency: '通州局',
        what: '核实供货商',
        letter: paper('letter'),
      }),
    ];
    withdraw(helped, { entry: 5 }).thenRecords('EntryWithdrawn');
    const answered = happened('AssistanceAnswered', '2026-03-16', 'lin', {
      request: 5,
      paper: paper('answer'),
    });
    withdraw([...helped, answered], { entry: 5 }).thenRefused(nothingRestsOnIt);
  });

  it('of a sending for review is the unit head’s, until it is answered', () => {
    const sent = sentForLegalReview(concluded(majorPenalty));
    withdraw(sent, { entry: 6, by: 'zhou' }).thenRecords('EntryWithdrawn');
    withdraw(sent, { entry: 6, by: 'lin' }).thenRefused(byHandlerOrRecorder);
    const answered = happened('LegalReviewOpinionGiven', '2026-04-28', 'fang', {
      opinion: 'agree',
      sent: 6,
      digest: '',
    });
    withdraw([...sent, answered], { entry: 6, by: 'zhou' }).thenRefused(nothingRestsOnIt);
    withdraw([...sent, answered], { entry: 7, by: 'zhou' }).thenRefused(withdrawable, byHandlerOrRecorder);
  });

  it('45(1): of the party’s words needs the party’s own paper', () => {
    const said = [
      ...investigated,
      happened('StatementMade', '2026-03-18', 'lin', { what: '异议', paper: paper('s') }),
    ];
    withdraw(said, { entry: 5 }).thenRefused(partysOwnPaper);
    withdraw(said, { entry: 5, signed: true }).then({
      type: 'EntryWithdrawn',
      data: { entry: 5, reason: '误记', paper: paper('withdrawal') },
    });
    const rechecked = happened('StatementRechecked', '2026-03-19', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      result: 'not-adopted',
      reason: '无证据',
    });
    withdraw([...said, rechecked], { entry: 5, signed: true }).thenRefused(nothingRestsOnIt);
  });

  it('SAMR-H 27: of a hearing request is the party’s, and none once a host is named', () => {
    const requested = [...investigated, happened('HearingRequested', '2026-03-18', 'lin', { inTime: true })];
    withdraw(requested, { entry: 5 }).thenRefused(partysOwnPaper);
    withdraw(requested, { entry: 5, signed: true }).thenRecords('EntryWithdrawn');
    const named = happened('HearingHostNamed', '2026-03-19', 'tang', { host: 'qiu' });
    withdraw([...requested, named], { entry: 5, signed: true }).thenRefused(nothingRestsOnIt);
  });
});

it('A filing rests on the evidence it names', () => {
  const [, , , filing] = fileOf(...filed).entries;
  expect(filing?.restsOn).toStrictEqual([1, 0, 0, 0, 0]);
  expect(Object.keys(filingTerms.conditions)).toHaveLength(4);
});
