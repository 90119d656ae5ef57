import { chinaCalendar } from '@anjuan/law';
import { approvalOpen, approverNotRequester } from '../approval/approval.js';
import {
  chairAttends,
  handlersDoNotVote,
  quorumAttends,
  reviewersDoNotVote,
} from '../collective-discussion/provisions.js';
import { deadlines } from '../deadlines.js';
import { lateWithReason } from '../decision/provisions.js';
import {
  decidedAfter,
  investigated,
  legallyReviewed,
  majorPenalty,
  minorPenalty,
} from '../histories.testing.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import { byHandler } from '../initiation/initiation.js';
import { fileOf, given, happened, paper, people, type Happened } from '../testing.js';
import {
  extendedByLeader,
  extendedOnceBefore,
  extendedTogether,
  firstExtension,
  leftOutForReason,
  leftOutOfTheCase,
  oneExtensionRequest,
  periodFixed,
  periodNotOver,
  stillToDecide,
  whyLonger,
} from './provisions.js';

/** Filed on 2026-03-10: the ninety days end on 2026-06-08. */
const terms = { reason: '涉及多个经营者，取证复杂' };
const ask = { on: '2026-06-01', by: 'lin', act: 'decision-period/request-extension', entry: terms } as const;
const requested = happened('ApprovalRequested', '2026-06-01', 'lin', { matter: 'decision-extension', terms });
const extended = happened('DecisionPeriodExtended', '2026-06-02', 'tang', {
  approval: 5,
  days: 30,
  ...terms,
});
const decidedAlready = decidedAfter(readyToDecide(minorPenalty), minorPenalty);
const due = (today: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today }).find(
    ({ id }) => id === 'decision-period',
  );

describe('decision-period/request-extension (SAMR-P 64(1))', () => {
  it('is asked by a handler, with a reason, before the ninety days are over', () => {
    given(...investigated)
      .when(ask)
      .then({ type: 'ApprovalRequested', data: { matter: 'decision-extension', terms } });
    given(...investigated)
      .when({ ...ask, on: '2026-06-08' })
      .thenRecords('ApprovalRequested');
    given(...investigated)
      .when({ ...ask, on: '2026-06-09' })
      .thenRefused(periodNotOver);
    given(...investigated)
      .when({ ...ask, entry: { reason: ' ' } })
      .thenRefused(whyLonger);
    given(...investigated)
      .when({ ...ask, on: '2026-03-20', by: 'shen' })
      .thenRefused(byHandler);
  });

  it('once, and not after the decision', () => {
    given(...investigated, requested)
      .when(ask)
      .thenRefused(oneExtensionRequest);
    given(...investigated, extended)
      .when({ ...ask, on: '2026-06-03' })
      .thenRefused(firstExtension);
    given(...decidedAlready)
      .when({ ...ask, on: '2026-06-08' })
      .thenRefused(stillToDecide);
  });
});

describe('decision-period/approve-extension', () => {
  const approve = {
    on: '2026-06-02',
    by: 'tang',
    act: 'decision-period/approve-extension',
    entry: { approval: 5 },
  } as const;

  it('gives thirty days, by a leader, on the request of another', () => {
    given(...investigated, requested)
      .when(approve)
      .then(
        { type: 'ApprovalGiven', data: { approval: 5, matter: 'decision-extension' } },
        { type: 'DecisionPeriodExtended', data: { approval: 5, days: 30, ...terms } },
      );
    given(...investigated, requested)
      .when({ ...approve, by: 'zhou' })
      .thenRefused(extendedByLeader);
    given(...investigated)
      .when(approve)
      .thenRefused(approvalOpen);
    const own = happened('ApprovalRequested', '2026-06-01', 'tang', { matter: 'decision-extension', terms });
    given(...investigated, own)
      .when(approve)
      .thenRefused(approverNotRequester);
  });

  it('not when the period is over by then, though it was asked for in time', () => {
    given(...investigated, requested)
      .when({ ...approve, on: '2026-06-09' })
      .thenRefused(periodNotOver);
  });

  it('lengthens the clock and the time to decide without a reason', () => {
    expect(due('2026-06-01', ...investigated)).toMatchObject({ due: '2026-06-08' });
    expect(due('2026-07-01', ...investigated, extended)).toMatchObject({
      due: '2026-07-08',
      state: 'running',
    });
    const decide = {
      on: '2026-07-20',
      by: 'he',
      act: 'decision/make',
      entry: { number: '朝市监处罚〔2026〕217号', outcome: minorPenalty },
    } as const;
    const ready = readyToDecide(minorPenalty);
    given(...ready)
      .when(decide)
      .thenRefused(lateWithReason);
    given(...ready)
      .when({ ...decide, entry: { ...decide.entry, lateReason: '案情复杂' } })
      .thenRecords('DecisionMade');
    given(...ready, extended)
      .when(decide)
      .thenRecords('DecisionMade');
  });
});

describe('decision-period/extend-further (SAMR-P 64(1))', () => {
  const entry = {
    attending: ['he', 'tang'],
    handlersReport: ['lin', 'gao'],
    days: 45,
    reason: '案情特别复杂',
    minutes: paper('minutes'),
  };
  const further = { on: '2026-07-01', by: 'he', act: 'decision-period/extend-further', entry } as const;
  const once = [...investigated, extended];

  it('is for the leaders together, who fix the days, on signed minutes', () => {
    given(...once)
      .when(further)
      .then({ type: 'DecisionPeriodExtendedFurther', data: entry });
    given(...once)
      .when({ ...further, by: 'zhou' })
      .thenRefused(extendedTogether, chairAttends);
    given(...once)
      .when({ ...further, entry: { ...entry, attending: ['he'] } })
      .thenRefused(quorumAttends);
    given(...once)
      .when({ ...further, entry: { ...entry, days: 0 } })
      .thenRefused(periodFixed);
    given(...once)
      .when({ ...further, entry: { ...entry, reason: '' } })
      .thenRefused(periodFixed);
  });

  it('not by those who investigated', () => {
    const scene = happened('SceneRecorded', '2026-03-12', ['tang', 'lin'], {
      officers: ['tang', 'lin'],
      signedPaper: paper('scene-signed'),
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      record: paper('scene'),
    });
    given(...investigated, scene, extended)
      .when(further)
      .thenRefused(handlersDoNotVote);
  });

  it('nor by those who reviewed', () => {
    const fang = { ...people.fang, capacities: ['legal-reviewer' as const, 'leader' as const] };
    given(...legallyReviewed(majorPenalty), extended)
      .when({
        ...further,
        entry: { ...entry, attending: ['he', 'fang'] },
        context: { people: { ...people, fang } },
      })
      .thenRefused(reviewersDoNotVote);
  });

  it('after the thirty days of one leader and before they are over', () => {
    given(...investigated)
      .when({ ...further, on: '2026-06-01' })
      .thenRefused(extendedOnceBefore);
    given(...once)
      .when({ ...further, on: '2026-07-09' })
      .thenRefused(periodNotOver);
    const twice = happened('DecisionPeriodExtendedFurther', '2026-07-01', 'he', entry);
    expect(due('2026-07-20', ...once, twice)).toMatchObject({ due: '2026-08-22', state: 'running' });
    given(...once, twice)
      .when({ ...further, on: '2026-08-20' })
      .thenRecords('DecisionPeriodExtendedFurther');
  });
});

describe('decision-period/leave-out (SAMR-P 64(2))', () => {
  const entry = {
    kind: 'identification',
    from: '2026-04-01',
    to: '2026-04-10',
    what: '送权利人辨认',
    record: paper('identification'),
  } as const;
  const leave = { on: '2026-04-13', by: 'lin', act: 'decision-period/leave-out', entry } as const;

  it('records days that are past, in the case, with what they were for', () => {
    given(...investigated)
      .when(leave)
      .then({ type: 'DaysLeftOut', data: entry });
    given(...investigated)
      .when({ ...leave, entry: { ...entry, what: '' } })
      .thenRefused(leftOutForReason);
    const wrong = [
      { from: '2026-04-10', to: '2026-04-01' },
      { from: '2026-03-09', to: '2026-04-10' },
      { from: '2026-04-01', to: '2026-04-14' },
    ];
    for (const days of wrong) {
      given(...investigated)
        .when({ ...leave, entry: { ...entry, ...days } })
        .thenRefused(leftOutOfTheCase);
    }
  });

  it('which are left out of the clock once, however often they were recorded', () => {
    const once = happened('DaysLeftOut', '2026-04-13', 'lin', entry);
    const again = happened('DaysLeftOut', '2026-04-20', 'lin', {
      ...entry,
      kind: 'refund-order',
      from: '2026-04-06',
      to: '2026-04-15',
    });
    expect(due('2026-06-01', ...investigated, once)).toMatchObject({ due: '2026-06-18', excludedDays: 10 });
    expect(due('2026-06-01', ...investigated, once, again)).toMatchObject({
      due: '2026-06-23',
      excludedDays: 15,
    });
  });
});
