import { chinaCalendar } from '@anjuan/law';
import { twoOfficers } from '../officers.js';
import { deadlines } from '../deadlines.js';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { noFineAfterCriminalFine } from '../decision/provisions.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { filed, gains, investigated, majorPenalty, seizedAt } from '../histories.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { investigatedBy } from '../review/separation.js';
import { entriesConfirmed } from '../review/provisions.js';
import { withdrawable } from '../entry/provisions.js';
import {
  contextOn,
  fileOf,
  given,
  happened,
  morningOf,
  paper,
  people,
  type Happened,
  type Person,
} from '../testing.js';
import type { RecordAnswer, RecordOutcome } from './crime-transfer.js';
import {
  answerAfterSending,
  awaitingThePolice,
  decidedByAnother,
  decidedByThePrincipal,
  nonePending,
  notBeforeApproval,
  partyNotified,
  policeFiled,
  policeRefusalReasoned,
  proposed,
  refusalReasoned,
  reportWritten,
  transferApproved,
  underInvestigationByThePolice,
} from './provisions.js';

const offence = '生产、销售不符合安全标准的食品罪';
const report = paper('report');
const propose = {
  on: '2026-03-16',
  by: 'lin',
  act: 'crime-transfer/propose',
  entry: { officers: ['lin', 'gao'], offence, report },
} as const;
const decide = {
  on: '2026-03-17',
  by: 'he',
  act: 'crime-transfer/decide',
  entry: { approved: true },
} as const;
const send = {
  on: '2026-03-18',
  by: 'lin',
  act: 'crime-transfer/send',
  entry: { letter: paper('letter'), police: '朝阳公安分局', enclosed: [report] },
} as const;
const answer = (entry: Partial<RecordAnswer> = {}) =>
  ({
    on: '2026-03-20',
    by: 'lin',
    act: 'crime-transfer/record-answer',
    entry: { answer: 'filed', paper: paper('answer'), ...entry },
  }) as const;
const handOver = {
  on: '2026-03-23',
  by: 'lin',
  act: 'crime-transfer/hand-over-goods',
  entry: { record: paper('handover') },
} as const;
const outcome = (is: RecordOutcome['outcome']) =>
  ({
    on: '2026-06-01',
    by: 'lin',
    act: 'crime-transfer/record-outcome',
    entry: { outcome: is, paper: paper('judgment') },
  }) as const;

const toSuspect = (on: string, officers: readonly string[] = ['lin', 'gao']): Happened =>
  happened('CrimeTransferProposed', on, ['lin', 'gao'], {
    officers,
    offence,
    report,
    signedPaper: paper('signed'),
  });
const toApprove = (on: string, approved = true): Happened =>
  happened('CrimeTransferDecided', on, 'he', approved ? { approved } : { approved, reason: '不构成犯罪' });
const toSend = (on: string): Happened =>
  happened('CrimeTransferSent', on, 'lin', { letter: paper('letter'), police: '朝阳公安分局', enclosed: [] });
const answered = (on: string, is: RecordAnswer['answer']): Happened =>
  happened('PoliceAnswered', on, 'lin', { answer: is, paper: paper('answer') });
const ended = (on: string, is: RecordOutcome['outcome']): Happened =>
  happened('CriminalOutcomeRecorded', on, 'lin', { outcome: is, paper: paper('judgment') });

const suspected = [...investigated, toSuspect('2026-03-16')];
const approved = [...suspected, toApprove('2026-03-17')];
const sent = [...approved, toSend('2026-03-18')];
const filedByPolice = [...sent, answered('2026-03-20', 'filed')];

describe('crime-transfer/propose', () => {
  it('by two officers with a written report', () => {
    given(...investigated)
      .when(propose)
      .thenRecords('CrimeTransferProposed');
  });
  it('not by one officer, nor by one entered twice', () => {
    given(...investigated)
      .when({ ...propose, entry: { ...propose.entry, officers: ['lin', 'lin'] } })
      .thenRefused(twoOfficers);
  });
  it('names the offence', () => {
    given(...investigated)
      .when({ ...propose, entry: { ...propose.entry, offence: ' ' } })
      .thenRefused(reportWritten);
  });
  it('not while another is under way, but again after the principal said no', () => {
    given(...suspected)
      .when(propose)
      .thenRefused(nonePending);
    given(...suspected, toApprove('2026-03-16', false))
      .when(propose)
      .thenRecords('CrimeTransferProposed');
  });
});

describe('A report of a crime is no stranger’s, and does not stay for good', () => {
  const ready = readyToDecide(majorPenalty);
  const onTheEve = {
    ...propose,
    on: '2026-06-04',
    by: 'shen',
    entry: { ...propose.entry, officers: ['shen', 'gao'] },
    context: { people: { ...people, shen: { ...people.gao, person: 'shen' } } },
  } as const;
  const unconfirmed = (...officers: readonly Person[]): Happened =>
    happened('CrimeTransferProposed', '2026-06-04', officers, { officers, offence, report });
  const refused = (on: string): Happened => toApprove(on, false);

  it('is made, once the case is filed, by who handles it', () => {
    given(...ready)
      .when(onTheEve)
      .thenRefused(byHandler);
    given(...ready)
      .when({ ...onTheEve, by: 'lin', entry: propose.entry })
      .thenRecords('CrimeTransferProposed');
  });

  it('is withdrawn until the principal has decided on it, and nobody is barred by having been named in it', () => {
    const proposedTo = [...ready, unconfirmed('lin', 'shen')];
    const withdraw = {
      on: '2026-06-04',
      by: 'gao',
      act: 'entry/withdraw',
      entry: { entry: ready.length, reason: '误报' },
    } as const;
    given(...proposedTo)
      .when(withdraw)
      .thenRecords('EntryWithdrawn');
    expect(investigatedBy(fileOf(...proposedTo), 'shen')).toBe(true);
    const taken = happened('EntryWithdrawn', '2026-06-04', 'gao', withdraw.entry);
    expect(investigatedBy(fileOf(...proposedTo, taken), 'shen')).toBe(false);
    expect(fileOf(...proposedTo, taken).crimeTransfers).toEqual([]);
    given(...proposedTo, toApprove('2026-06-04'))
      .when(withdraw)
      .thenRefused(withdrawable);
    given(...proposedTo, refused('2026-06-04'))
      .when(withdraw)
      .thenRefused(withdrawable);
  });

  it('that the principal has refused is confirmed by nobody any more, and bars nobody who never confirmed it', () => {
    const proposedTo = [...ready, unconfirmed('lin', 'shen')];
    const waits = (...history: readonly Happened[]) => {
      const file = fileOf(...history);
      return !entriesConfirmed.holds(file, contextOn('2026-06-05', 'he', file));
    };
    expect([waits(...proposedTo), waits(...proposedTo, refused('2026-06-04'))]).toEqual([true, false]);
    const file = fileOf(...proposedTo, refused('2026-06-04'));
    expect([investigatedBy(file, 'shen'), investigatedBy(file, 'lin')]).toEqual([false, true]);
    given(...proposedTo, refused('2026-06-04'))
      .when({ on: '2026-06-05', by: 'he', act: 'decision/make', entry: { outcome: majorPenalty } })
      .thenRecords('DecisionMade');
    // Of one that was refused before, nothing is taken from the next one.
    const next = fileOf(...proposedTo, refused('2026-06-04'), unconfirmed('lin', 'gao'));
    expect(next.entries.at(-1)?.awaits).toEqual(['gao']);
  });
});

describe('crime-transfer/decide', () => {
  it('by the principal alone', () => {
    given(...suspected)
      .when(decide)
      .thenRecords('CrimeTransferDecided');
    given(...suspected)
      .when({ ...decide, by: 'tang' })
      .thenRefused(decidedByThePrincipal);
  });
  it('not before there is a report, nor twice', () => {
    given(...investigated)
      .when(decide)
      .thenRefused(proposed);
    given(...approved)
      .when(decide)
      .thenRefused(proposed);
  });
  it('not by somebody who reported', () => {
    given(...investigated, toSuspect('2026-03-16', ['lin', 'he']))
      .when(decide)
      .thenRefused(decidedByAnother);
  });
  it('a refusal keeps its reasons on record', () => {
    given(...suspected)
      .when({ ...decide, entry: { approved: false } })
      .thenRefused(refusalReasoned);
    given(...suspected)
      .when({ ...decide, entry: { approved: false, reason: '证据不足' } })
      .thenRecords('CrimeTransferDecided');
  });
});

describe('the police', () => {
  it('receive the case after it was approved, once', () => {
    given(...approved)
      .when(send)
      .thenRecords('CrimeTransferSent');
    given(...suspected)
      .when(send)
      .thenRefused(transferApproved);
    given(...sent)
      .when(send)
      .thenRefused(transferApproved);
    given(...suspected, toApprove('2026-03-17', false))
      .when(send)
      .thenRefused(transferApproved);
  });
  it('do not receive it from a stranger to the case', () => {
    given(...approved)
      .when({ ...send, by: 'shen', on: '2026-03-18' })
      .thenRefused(byHandler);
  });
  it('cannot have received it before the approval', () => {
    given(...approved)
      .when({ ...send, entry: { ...send.entry, occurredAt: morningOf('2026-03-16'), lateReason: '补录' } })
      .thenRefused(notBeforeApproval);
  });
  it('answer what was sent, after it was sent, a refusal with reasons', () => {
    given(...sent)
      .when(answer())
      .thenRecords('PoliceAnswered');
    given(...approved)
      .when(answer())
      .thenRefused(awaitingThePolice);
    given(...sent)
      .when(answer({ occurredAt: morningOf('2026-03-17'), lateReason: '补录' }))
      .thenRefused(answerAfterSending);
    given(...sent)
      .when(answer({ answer: 'refused' }))
      .thenRefused(policeRefusalReasoned);
  });
  it('are handed the goods once they have filed; the party is told of what was seized', () => {
    given(...filedByPolice)
      .when(handOver)
      .thenRecords('GoodsHandedToPolice');
    given(...sent)
      .when(handOver)
      .thenRefused(policeFiled);
    const seized = [
      ...filed,
      ...seizedAt(4, '腊肠原料32箱'),
      toSuspect('2026-03-16'),
      toApprove('2026-03-17'),
      toSend('2026-03-18'),
      answered('2026-03-20', 'filed'),
    ];
    given(...seized)
      .when(handOver)
      .thenRefused(partyNotified);
    given(...seized)
      .when({ ...handOver, entry: { ...handOver.entry, partyNotice: paper('notice') } })
      .thenRecords('GoodsHandedToPolice');
  });
  it('end a case they had filed, once', () => {
    given(...filedByPolice)
      .when(outcome('no-crime'))
      .thenRecords('CriminalOutcomeRecorded');
    given(...sent)
      .when(outcome('no-crime'))
      .thenRefused(underInvestigationByThePolice);
    given(...filedByPolice, ended('2026-05-01', 'no-crime'))
      .when(outcome('criminal-fine'))
      .thenRefused(underInvestigationByThePolice);
  });
  it('open again what was closed for them, also for one of several parties alone', () => {
    const closure = (ground: string, ...others: readonly string[]) =>
      fileOf(
        ...filedByPolice,
        happened('CaseClosed', '2026-04-20', 'tang', {
          approval: 1,
          ground: ground as 'executed',
          ...(others.length > 0 && {
            others: others.map((one) => ({ ofParty: 3, ground: one as 'executed' })),
          }),
        }),
        ended('2026-05-01', 'no-crime'),
      ).closure;
    expect([closure('other'), closure('executed', 'no-penalty')]).toEqual([undefined, undefined]);
    expect(closure('executed', 'executed')).toMatchObject({ ground: 'executed' });
  });
});

describe('decision/make and the transfer', () => {
  const ready = readyToDecide(majorPenalty);
  const make = {
    on: '2026-06-05',
    by: 'he',
    act: 'decision/make',
    entry: { outcome: majorPenalty },
  } as const;
  const transferred = [...ready, toSuspect('2026-06-01'), toApprove('2026-06-01'), toSend('2026-06-02')];
  it('waits while the police may still take the case', () => {
    given(...ready, toSuspect('2026-06-01'))
      .when(make)
      .thenRefused(noTransferPending);
    given(...transferred)
      .when(make)
      .thenRefused(noTransferPending);
    given(...transferred, answered('2026-06-03', 'filed'))
      .when(make)
      .thenRefused(noTransferPending);
  });
  it('goes on when they refuse, when the principal refused, and when it was no crime', () => {
    given(...transferred, answered('2026-06-03', 'refused'))
      .when(make)
      .thenRecords('DecisionMade');
    given(...ready, toSuspect('2026-06-01'), toApprove('2026-06-01', false))
      .when(make)
      .thenRecords('DecisionMade');
    given(...transferred, answered('2026-06-03', 'filed'), ended('2026-06-04', 'no-crime'))
      .when(make)
      .thenRecords('DecisionMade');
  });
  it('adds no fine to a criminal fine', () => {
    const fined = [...transferred, answered('2026-06-03', 'filed'), ended('2026-06-04', 'criminal-fine')];
    given(...fined)
      .when(make)
      .thenRefused(noFineAfterCriminalFine);
    const without = readyToDecide({ kind: 'penalty', penalties: [gains] });
    const rest = fined.slice(ready.length);
    given(...without, ...rest)
      .when({ ...make, entry: { outcome: { kind: 'penalty', penalties: [gains] } } })
      .thenRecords('DecisionMade');
  });
});

it('TRANS 5(1): who verified and reported has investigated the case', () => {
  const file = fileOf(
    ...investigated,
    happened('CrimeTransferProposed', '2026-03-16', ['lin', 'shen'], {
      officers: ['lin', 'shen'],
      signedPaper: paper('signed'),
      offence,
      report,
    }),
  );
  expect(investigatedBy(file, 'shen')).toBe(true);
});

it('runs crime-transfer-decision, police-decision and goods-hand-over in calendar days', () => {
  const running = deadlines(fileOf(...filedByPolice), { calendar: chinaCalendar, today: '2026-03-25' });
  const due = running.filter(({ id }) =>
    ['crime-transfer-decision', 'police-decision', 'goods-hand-over'].includes(id),
  );
  expect(due.map(({ id, due: day, state }) => [id, day, state])).toStrictEqual([
    ['crime-transfer-decision', '2026-03-19', 'met'],
    ['police-decision', '2026-03-21', 'met'],
    ['goods-hand-over', '2026-03-23', 'missed'],
  ]);
});
