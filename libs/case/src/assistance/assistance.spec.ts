import { chinaCalendar } from '@anjuan/law';
import { deadlines } from '../deadlines.js';
import { investigated } from '../histories.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import {
  answeredAfterSent,
  delayForward,
  letterComplete,
  receivedAfterSent,
  requestOpen,
} from './provisions.js';

const letter = { agency: '通州区市场监督管理局', what: '核实供货商', letter: paper('letter') };
const ask = { on: '2026-03-12', by: 'lin', act: 'assistance/request', entry: letter } as const;
/** Entry 5: received on 2026-03-13, fifteen working days end on 2026-04-03. */
const requested = happened('AssistanceRequested', '2026-03-12', 'lin', {
  ...letter,
  receivedOn: '2026-03-13',
});
const reply = { request: 5, paper: paper('reply') };
const answered = happened('AssistanceAnswered', '2026-04-02', 'lin', reply);
const delayed = (on: string, until: string) =>
  happened('AssistanceDelayed', on, 'lin', { request: 5, paper: paper('delay'), until });

describe('assistance/request (SAMR-P 45(1))', () => {
  it('is a letter of a handler to a named agency on a named matter', () => {
    given(...investigated)
      .when(ask)
      .then({ type: 'AssistanceRequested', data: letter });
    given(...investigated)
      .when({ ...ask, entry: { ...letter, agency: ' ' } })
      .thenRefused(letterComplete);
    given(...investigated)
      .when({ ...ask, by: 'shen' })
      .thenRefused(byHandler);
  });

  it('is received after it was sent, and not in the future', () => {
    for (const receivedOn of ['2026-03-11', '2026-03-13']) {
      given(...investigated)
        .when({ ...ask, entry: { ...letter, receivedOn } })
        .thenRefused(receivedAfterSent);
    }
  });
});

describe('the answer (SAMR-P 45(2))', () => {
  const answer = { on: '2026-04-02', by: 'lin', act: 'assistance/record-answer', entry: reply } as const;
  const delay = {
    on: '2026-04-02',
    by: 'lin',
    act: 'assistance/record-delay',
    entry: { ...reply, until: '2026-04-20' },
  } as const;

  it('belongs to a request that waits', () => {
    given(...investigated, requested)
      .when(answer)
      .then({ type: 'AssistanceAnswered', data: reply });
    given(...investigated)
      .when(answer)
      .thenRefused(requestOpen);
    given(...investigated, requested, answered)
      .when(delay)
      .thenRefused(requestOpen);
    given(...investigated, requested)
      .when({ ...answer, entry: { ...reply, occurredAt: morningOf('2026-03-11'), lateReason: '补录' } })
      .thenRefused(answeredAfterSent);
  });

  it('or says until when it takes longer', () => {
    given(...investigated, requested)
      .when(delay)
      .then({ type: 'AssistanceDelayed', data: delay.entry });
    given(...investigated, requested)
      .when({ ...delay, entry: { ...delay.entry, until: '2026-04-01' } })
      .thenRefused(delayForward);
  });

  const c12 = (today: string, ...history: readonly Happened[]) =>
    deadlines(fileOf(...investigated, requested, ...history), { calendar: chinaCalendar, today }).find(
      ({ id }) => id === 'assistance-answer',
    );

  it('is due fifteen working days after receipt', () => {
    expect(c12('2026-03-20')).toMatchObject({ from: '2026-03-13', due: '2026-04-03', state: 'running' });
    expect(c12('2026-04-07')).toMatchObject({ state: 'missed' });
    expect(c12('2026-04-07', answered)).toMatchObject({ state: 'met', metBy: 6 });
  });

  it('later only when that was announced before the period was over', () => {
    expect(c12('2026-04-10', delayed('2026-04-03', '2026-04-20'))).toMatchObject({
      due: '2026-04-20',
      state: 'running',
    });
    expect(c12('2026-04-10', delayed('2026-04-07', '2026-04-20'))).toMatchObject({
      due: '2026-04-03',
      state: 'missed',
    });
  });
});
