/** The period for deciding where a decision is made anew, heard twice, or kept from the agency: SAMR-P 64; ARL 64; ALL 70. */
import { chinaCalendar } from '@anjuan/law';
import { after, changed, ordered } from '../decision-change/changed.testing.js';
import { deadlines } from '../deadlines.js';
import { lateWithReason } from '../decision/provisions.js';
import {
  concluded,
  decidedAfter,
  investigated,
  majorPenalty,
  minorPenalty,
  notified,
  served,
} from '../histories.testing.js';
import {
  hearingRequested,
  hearingHeld,
  hearingPrepared,
  hearingReported,
  noticeOf,
} from '../histories-to-decision.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { contextOn, fileOf, given, happened, morningOf, paper, type Happened } from '../testing.js';
import { redoneUntil } from '../remedy/provisions.js';
import { extendedOnceBefore, firstExtension, notFixedByOrder, periodNotOver } from './provisions.js';

const dueOn = (today: string, ...history: readonly Happened[]) =>
  deadlines(fileOf(...history), { calendar: chinaCalendar, today })
    .filter(({ id }) => id === 'decision-period')
    .map(({ due, state }) => `${due} ${state}`);
const longer = (on: string) =>
  ({ on, by: 'lin', act: 'decision-period/request-extension', entry: { reason: '案情复杂' } }) as const;
const extended = (on: string) =>
  happened('DecisionPeriodExtended', on, 'tang', { approval: 1, days: 30, reason: '案情复杂' });

describe('a decision that was ordered to be made anew (ARL 64(1); ALL 70)', () => {
  /** The outcome was received on 2026-08-20, and carried out on 2026-08-21. */
  const redo = [...after('annulled-to-redo'), changed({ kind: 'annulled-to-redo' })];

  it('has the ninety days anew, from the receipt of the order', () => {
    expect(dueOn('2026-09-01', ...redo)).toEqual(['2026-11-18 running']);
    const late = [
      ...after('annulled-to-redo'),
      happened('DecisionChanged', '2026-10-21', 'tang', { ...ordered, kind: 'annulled-to-redo' }),
    ];
    expect(dueOn('2026-11-01', ...late)).toEqual(['2026-11-18 running']);
    const lateDecision = (on: string) => {
      const file = fileOf(...redo);
      const context = contextOn(on, 'he', file);
      return lateWithReason.holds({ number: '1', outcome: majorPenalty }, file, context);
    };
    expect([lateDecision('2026-11-18'), lateDecision('2026-11-19')]).toEqual([true, false]);
  });

  it('or the time that the order fixes, which no leader lengthens (fault 8)', () => {
    const accepted = after('annulled-to-redo').slice(0, -1);
    const conclude = (redoUntil: string, outcome: 'upheld' | 'annulled-to-redo' = 'annulled-to-redo') =>
      given(...accepted).when({
        on: '2026-08-20',
        by: 'lin',
        act: 'remedy/record-outcome',
        entry: { remedy: 12, outcome, redoUntil, paper: paper('outcome') },
      });
    conclude('2026-08-20').thenRefused(redoneUntil);
    conclude('2026-10-19', 'upheld').thenRefused(redoneUntil);
    const data = {
      remedy: 12,
      outcome: 'annulled-to-redo',
      redoUntil: '2026-10-19',
      paper: paper('outcome'),
    } as const;
    conclude('2026-10-19').then({ type: 'RemedyConcluded', data });
    const fixed = [
      ...accepted,
      happened('RemedyConcluded', '2026-08-20', 'lin', data),
      changed({ kind: 'annulled-to-redo' }),
    ];
    expect(dueOn('2026-09-01', ...fixed)).toEqual(['2026-10-19 running']);
    given(...fixed)
      .when(longer('2026-09-01'))
      .thenRefused(notFixedByOrder);
  });

  it('by an order of the supervision as well (ESR 28)', () => {
    const opinion = happened('SupervisionOrdered', '2026-07-01', 'lin', {
      form: 'opinion',
      organ: '朝阳区司法局',
      number: '3',
      kind: 'annulled-to-redo',
      paper: paper('opinion'),
    });
    const carriedOut = happened('DecisionChanged', '2026-07-10', 'tang', {
      ...ordered,
      kind: 'annulled-to-redo',
      ground: 'supervision-order',
      remedy: 12,
    });
    expect(dueOn('2026-07-20', ...served(majorPenalty), opinion, carriedOut)).toEqual(['2026-09-29 running']);
  });

  it('may be lengthened once more by one leader: the thirty days of before were used up', () => {
    given(...redo)
      .when(longer('2026-09-01'))
      .thenRecords('ApprovalRequested');
    given(...redo, extended('2026-09-02'))
      .when(longer('2026-09-03'))
      .thenRefused(firstExtension);
    expect(dueOn('2026-09-03', ...redo, extended('2026-09-02'))).toEqual(['2026-12-18 running']);
    given(...served(majorPenalty), extended('2026-06-09'), ...redo.slice(12))
      .when({
        on: '2026-09-03',
        by: 'he',
        act: 'decision-period/extend-further',
        entry: {
          attending: ['he', 'tang'],
          handlersReport: ['lin'],
          days: 20,
          reason: '案情特别复杂',
          minutes: paper('minutes'),
        },
      })
      .thenRefused(extendedOnceBefore);
  });
});

describe('a decision that the agency annuls by itself', () => {
  it('gives it no new period; the days on which the decision stood are not counted', () => {
    // Decided on 2026-06-05, with three of the ninety days left.
    const redo = happened('DecisionChanged', '2026-07-01', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    });
    expect(dueOn('2026-07-02', ...served(majorPenalty), redo)).toEqual(['2026-07-04 running']);
    given(...served(majorPenalty), redo)
      .when(longer('2026-07-07'))
      .thenRefused(periodNotOver);
  });

  it('or that is annulled for good leaves nothing to decide in time', () => {
    const annulled = [...after('annulled'), changed()];
    expect(dueOn('2027-01-01', ...annulled)).toEqual(['2026-06-08 met']);
  });
});

describe('hearings (SAMR-P 64(2))', () => {
  const again = (on: string): Happened => happened('HearingRequested', on, 'lin', { inTime: true });
  const first = [...notified(majorPenalty), ...hearingPrepared, hearingHeld, hearingReported];
  const second = [...first, noticeOf(penaltiesOf(majorPenalty), '2026-06-08', '2026-06-15')];

  it('are left out, each of them', () => {
    expect(dueOn('2026-06-01', ...first)).toEqual(['2026-06-27 running']);
    // The days from the second request until today come on top.
    expect(dueOn('2026-06-12', ...second, again('2026-06-12'))).toEqual(['2026-06-28 running']);
    const ended = happened('HearingEnded', '2026-06-14', 'tang', { ground: 'withdrawn', reason: '撤回' });
    expect(dueOn('2026-06-20', ...second, again('2026-06-12'), ended)).toEqual(['2026-06-30 running']);
  });

  it('also where the second request is withdrawn, or the decision annulled', () => {
    const request = again('2026-06-12');
    const withdrawn = happened('EntryWithdrawn', '2026-06-13', 'lin', {
      entry: second.length,
      reason: '误录',
      paper: paper('withdrawn'),
    });
    expect(dueOn('2026-06-15', ...second, request, withdrawn)).toEqual(['2026-06-27 running']);
    const redo = happened('DecisionChanged', '2026-06-20', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    });
    // Decided on 2026-06-05: fifteen days on which it stood, and nineteen of the hearing.
    expect(dueOn('2026-06-21', ...decidedAfter(first, majorPenalty), redo)).toEqual(['2026-07-12 running']);
  });

  it('a late request takes no days out', () => {
    const late = happened('HearingRequested', '2026-05-20', 'lin', { inTime: false });
    expect(dueOn('2026-06-01', ...notified(majorPenalty), late)).toEqual(['2026-06-08 running']);
    expect(dueOn('2026-06-01', ...notified(majorPenalty), hearingRequested)).toEqual(['2026-07-03 running']);
  });
});

describe('days that are not the agency’s', () => {
  it('SAMR-P 64(2): those of a notice that is served by public notice', () => {
    const posting = {
      officers: ['lin', 'gao'],
      signedPaper: paper('notice-signed'),
      penalties: penaltiesOf(minorPenalty),
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method: 'public-notice',
      otherMethodsFailed: '下落不明',
      servedOn: '2026-05-30',
      lastDay: '2026-06-05',
      provisional: false,
    } as const;
    const posted = happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
      ...posting,
      proof: paper('board'),
    });
    expect(dueOn('2026-06-01', ...concluded(minorPenalty), posted)).toEqual(['2026-07-08 running']);
    const enteredLate = { ...posted, recordedAt: morningOf('2026-06-02') };
    expect(dueOn('2026-06-02', ...concluded(minorPenalty), enteredLate)).toEqual(['2026-07-08 running']);
    const unproven = { ...posting, servedOn: '2026-07-02', lastDay: '2026-07-09' };
    const fromEntry = {
      ...happened('NoticeServed', '2026-04-30', ['lin', 'gao'], unproven),
      recordedAt: morningOf('2026-06-02'),
    };
    expect(dueOn('2026-06-02', ...concluded(minorPenalty), fromEntry)).toEqual(['2026-07-08 running']);
  });

  const proposed = happened('CrimeTransferProposed', '2026-04-01', ['lin', 'gao'], {
    officers: ['lin', 'gao'],
    signedPaper: paper('report'),
    offence: '生产、销售不符合安全标准的食品罪',
    report: paper('report'),
  });
  const withPolice = [
    ...investigated,
    proposed,
    happened('CrimeTransferDecided', '2026-04-02', 'he', { approved: true }),
    happened('CrimeTransferSent', '2026-04-03', 'lin', {
      police: '朝阳公安分局',
      letter: paper('letter'),
      enclosed: [],
    }),
  ];

  it('APL 27(1): those on which the police have the case, until they give it back', () => {
    expect(dueOn('2026-09-01', ...withPolice)).toMatchObject([expect.stringContaining('running')]);
    const refused = happened('PoliceAnswered', '2026-04-13', 'lin', {
      answer: 'refused',
      reason: '情节轻微',
      paper: paper('answer'),
    });
    expect(dueOn('2026-05-01', ...withPolice, refused)).toEqual(['2026-06-18 running']);
    const requestedAgain = happened('ReconsiderationAsked', '2026-04-23', 'lin', {
      of: 'procuratorate',
      letter: paper('request'),
    });
    const refusedAgain = happened('ReconsiderationAnswered', '2026-05-03', 'lin', {
      answer: 'refused',
      paper: paper('answer'),
    });
    // Ten days with the police, ten with the procuratorate; the ten between them are the agency's.
    expect(dueOn('2026-05-05', ...withPolice, refused, requestedAgain, refusedAgain)).toEqual([
      '2026-06-28 running',
    ]);
    const filed = happened('PoliceAnswered', '2026-04-08', 'lin', {
      answer: 'filed',
      paper: paper('answer'),
    });
    const acquitted = happened('CriminalOutcomeRecorded', '2026-08-03', 'lin', {
      outcome: 'no-crime',
      paper: paper('outcome'),
    });
    expect(dueOn('2026-09-01', ...withPolice, filed, acquitted)).toEqual(['2026-10-08 running']);
  });

  it('SAMR-P 14: what was sent to the competent agency is not decided late here', () => {
    const sent = [
      ...investigated,
      happened('CaseTransferApproved', '2026-04-01', 'tang', {
        approval: 1,
        to: 'market-supervision',
        agency: '海淀区市场监督管理局',
        reason: '违法行为地在海淀区',
      }),
      happened('CaseTransferred', '2026-04-02', 'lin', { letter: paper('letter'), enclosed: [] }),
    ];
    expect(dueOn('2026-09-01', ...sent)).toEqual(['2026-06-08 met']);
  });
});

describe('the days of a public notice (SAMR-P 64(2))', () => {
  /** Posted on 2026-04-30, its thirty days end on 2026-05-30. */
  const history = [
    ...notified(majorPenalty).slice(0, -1),
    happened('NoticeServed', '2026-04-30', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('notice-signed'),
      penalties: penaltiesOf(majorPenalty),
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method: 'public-notice',
      otherMethodsFailed: '下落不明',
      media: [paper('film')],
      servedOn: '2026-05-30',
      lastDay: '2026-06-08',
      provisional: false,
    }),
  ];
  const another = (on: string) =>
    happened('PartyChanged', on, 'tang', {
      approval: 3,
      change: 'corrected',
      party: { kind: 'entity', name: '禾木食品有限公司' },
      reason: '当事人认定错误',
      paper: paper('register'),
    });

  it('stay left out when another party is notified anew', () => {
    const before = dueOn('2026-06-10', ...history);
    expect(before).not.toEqual(dueOn('2026-06-10', ...notified(majorPenalty)));
    expect(dueOn('2026-06-10', ...history, another('2026-06-09'))).toEqual(before);
  });

  it('end when the party takes another notice in hand', () => {
    const inHand = noticeOf(penaltiesOf(majorPenalty), '2026-05-06', '2026-05-13');
    expect(dueOn('2026-05-10', ...history, inHand)).toEqual(['2026-06-14 running']);
    expect(dueOn('2026-06-15', ...history, inHand)).toEqual(['2026-06-14 missed']);
    const file = fileOf(...history, inHand);
    const late = { number: '1', outcome: majorPenalty };
    expect(lateWithReason.holds(late, file, contextOn('2026-06-14', 'he', file))).toBe(true);
    expect(lateWithReason.holds(late, file, contextOn('2026-06-15', 'he', file))).toBe(false);
    given(...history, inHand)
      .when(longer('2026-06-15'))
      .thenRefused(periodNotOver);
  });

  it('go on without a day counted twice when it is posted again', () => {
    const posted = history.at(-1);
    const again = { ...posted, occurredAt: morningOf('2026-05-20'), recordedAt: morningOf('2026-05-20') };
    const later = { ...posted?.data, servedOn: '2026-06-19', lastDay: '2026-06-26' };
    const history2 = [...history, Object.assign({}, again, { data: later })] as readonly Happened[];
    // From 05-01 until 06-19: fifty days after 06-08.
    expect(dueOn('2026-06-20', ...history2)).toEqual(['2026-07-28 running']);
    const inHand = noticeOf(penaltiesOf(majorPenalty), '2026-05-25', '2026-06-01');
    expect(dueOn('2026-06-20', ...history2, inHand)).toEqual(['2026-07-03 running']);
  });

  it('no more of them than had passed when the notice lost its meaning', () => {
    const file = fileOf(...history, another('2026-05-10'));
    expect(file.decisionPeriod.postedBefore).toEqual([{ from: '2026-05-01', to: '2026-05-10' }]);
    expect(
      fileOf(...notified(majorPenalty), another('2026-05-10')).decisionPeriod.postedBefore,
    ).toBeUndefined();
  });

  it('nor are they forgotten when the agency annuls its decision to make it anew', () => {
    const own = {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '有误',
      paper: paper('d'),
    } as const;
    const redo = happened('DecisionChanged', '2026-07-01', 'tang', own);
    expect(fileOf(...decidedAfter(history, majorPenalty), redo).decisionPeriod.postedBefore).toEqual([
      { from: '2026-05-01', to: '2026-05-30' },
    ]);
  });
});
