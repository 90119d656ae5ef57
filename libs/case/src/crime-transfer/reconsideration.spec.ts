import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { noTransferPending } from '../decision/no-transfer-pending.js';
import { majorPenalty } from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { fileOf, given, happened, paper, type Happened } from '../testing.js';
import {
  answeredAfterRequest,
  requestedAfterRefusal,
  requestedInThreeDays,
  reconsiderationOpen,
  refusedByPolice,
} from './reconsideration.js';
import { seizuresEnded } from '../closure/provisions.js';
import { seizedAt, investigated } from '../histories.testing.js';
import { morningOf } from '../testing.js';

/** Proposed, approved and sent on 2026-06-04; whatever came before. */
const sent = (history: readonly Happened[], on = '2026-06-04'): readonly Happened[] => [
  ...history,
  happened('CrimeTransferProposed', on, ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('report-signed'),
    offence: '生产、销售不符合安全标准的食品罪',
    report: paper('report'),
  }),
  happened('CrimeTransferDecided', on, 'he', { approved: true }),
  happened('CrimeTransferSent', on, 'lin', { letter: paper('letter'), police: '朝阳分局', enclosed: [] }),
];
const police = (on: string, answer: 'filed' | 'refused'): Happened =>
  happened('PoliceAnswered', on, 'lin', { answer, paper: paper('notice') });
const refused = [...sent(readyToDecide(majorPenalty)), police('2026-06-05', 'refused')];
const requestOn = (on: string): Happened =>
  happened('ReconsiderationAsked', on, 'lin', { of: 'police', letter: paper('request') });
const ask = {
  on: '2026-06-08',
  by: 'lin',
  act: 'crime-transfer/ask-reconsideration',
  entry: { of: 'police', letter: paper('request') },
} as const;
const answer = {
  on: '2026-06-10',
  by: 'lin',
  act: 'crime-transfer/record-reconsideration',
  entry: { answer: 'refused', paper: paper('second-notice') },
} as const;
const decide = {
  on: '2026-06-09',
  by: 'he',
  act: 'decision/make',
  entry: { number: '朝市监处罚〔2026〕217号', outcome: majorPenalty, lateReason: '移送公安机关' },
} as const;

describe('a refusal of the police (TRANS 9)', () => {
  it('may be reconsidered, within three days', () => {
    given(...refused)
      .when(ask)
      .then({ type: 'ReconsiderationAsked', data: ask.entry });
    given(...refused)
      .when({ ...ask, on: '2026-06-09' })
      .thenRefused(requestedInThreeDays);
    const explained = { ...ask.entry, whyLate: '补充鉴定意见' };
    given(...refused)
      .when({ ...ask, on: '2026-06-09', entry: explained })
      .then({ type: 'ReconsiderationAsked', data: explained });
    given(...refused)
      .when({ ...ask, on: '2026-06-09', entry: { ...ask.entry, whyLate: ' ' } })
      .thenRefused(requestedInThreeDays);
    given(...refused)
      .when({ ...ask, on: '2026-06-09', context: { switchedOff: [requestedInThreeDays.id] } })
      .thenRecords('ReconsiderationAsked');
    given(...sent(readyToDecide(majorPenalty)))
      .when({ ...ask, context: { switchedOff: [requestedInThreeDays.id] } })
      .thenRefused(refusedByPolice);
    given(...refused)
      .when({ ...ask, on: '2026-06-09', entry: { ...ask.entry, of: 'procuratorate' } })
      .thenRecords('ReconsiderationAsked');
    given(...sent(readyToDecide(majorPenalty)))
      .when(ask)
      .thenRefused(refusedByPolice);
    given(...refused, requestOn('2026-06-08'))
      .when(ask)
      .thenRefused(refusedByPolice);
    given(...refused)
      .when({ ...ask, entry: { ...ask.entry, occurredAt: morningOf('2026-06-04'), lateReason: '补录' } })
      .thenRefused(requestedAfterRefusal);
  });

  it('keeps the case from being decided until it is answered, then no longer (TRANS 10)', () => {
    given(...refused, requestOn('2026-06-08'))
      .when(decide)
      .thenRefused(noTransferPending);
    given(...refused, requestOn('2026-06-08'))
      .when(answer)
      .then({ type: 'ReconsiderationAnswered', data: answer.entry });
    const again = (kind: 'filed' | 'refused') =>
      happened('ReconsiderationAnswered', '2026-06-09', 'lin', { answer: kind, paper: paper('n') });
    given(...refused, requestOn('2026-06-08'), again('refused'))
      .when({ ...decide, on: '2026-06-10' })
      .thenRecords('DecisionMade');
    given(...refused, requestOn('2026-06-08'), again('filed'))
      .when({ ...decide, on: '2026-06-10' })
      .thenRefused(noTransferPending);
  });

  it('is answered after it was asked, and once', () => {
    given(...refused)
      .when(answer)
      .thenRefused(reconsiderationOpen);
    given(...refused, requestOn('2026-06-08'))
      .when({
        ...answer,
        entry: { ...answer.entry, occurredAt: morningOf('2026-06-07'), lateReason: '补录' },
      })
      .thenRefused(answeredAfterRequest);
  });

  it('has its clocks: twenty-four hours to send, three days to ask (crime-transfer, police-reconsideration)', () => {
    const clocks = (today: string, history: readonly Happened[]) =>
      deadlines(fileOf(...history), { calendar: chinaCalendar, today })
        .filter(({ id }) => id === 'crime-transfer' || id === 'police-reconsideration')
        .map(({ id, due, state }) => `${id} ${due} ${state}`);
    expect(clocks('2026-06-06', refused)).toStrictEqual([
      'crime-transfer 2026-06-05 met',
      'police-reconsideration 2026-06-08 running',
    ]);
    expect(clocks('2026-06-10', [...refused, requestOn('2026-06-08')])).toStrictEqual([
      'crime-transfer 2026-06-05 met',
      'police-reconsideration 2026-06-08 met',
    ]);
  });
});

describe('goods handed to the police (ACL 21)', () => {
  it('are no seizure of ours any more', () => {
    const history = sent([...investigated, ...seizedAt(5, '腊肠原料32箱')], '2026-03-20');
    const handed = happened('GoodsHandedToPolice', '2026-03-25', 'lin', { record: paper('record') });
    expect(seizuresEnded.holds(fileOf(...history), {} as never)).toBe(false);
    expect(seizuresEnded.holds(fileOf(...history, handed), {} as never)).toBe(true);
  });
});
