import type { Stated } from '@anjuan/procedure';
import {
  breachesAccountedFor as accountedInChange,
  majorMadeAnew,
  notHeavier,
} from '../decision-change/provisions.js';
import { breachesAccountedFor as accountedInDiscussion } from '../collective-discussion/provisions.js';
import { deadlines } from '../deadlines.js';
import { decidedAfter, investigated } from '../histories.testing.js';
import { discussedOn, statementOf } from '../histories-to-decision.testing.js';
import {
  both,
  bothApproved,
  bothHeard,
  bothNotified,
  expired,
  fineOf,
  label,
  labelDropped,
  notifiedOf,
  ofBoth,
  onlyExpired,
  readyAfterHearing,
  reported,
  reviewedLegally,
} from '../investigation/two-breaches.testing.js';
import type { Breach } from '../investigation/breaches.js';
import { everyBreachTold, hearingRightTold } from '../notice/provisions.js';
import { samePenalties } from '../penalty/heavier.js';
import type { Outcome, Penalty } from '../penalty/penalty.js';
import { contextOn, fileOf, given, happened, paper, type Happened } from '../testing.js';
import { benchmarkPublic, departureAllowed, minimumDecided } from './by-benchmark.js';
import { breachesAsReported, everyBreachNotified } from './of-breaches.js';
import { educatedFirst, letOffAsReviewed } from './of-no-penalty.js';
import {
  asDiscussed,
  benchmarkStated,
  notHeavierThanNotified,
  notHeavierThanReviewed,
  withinLimitation,
} from './of-penalty.js';

const decide = (history: readonly Happened[], outcome: Outcome) =>
  given(...history).when({ on: '2026-06-05', by: 'he', act: 'decision/make', entry: { outcome } });
const penalty = (...penalties: readonly Penalty[]) => ({ kind: 'penalty', penalties }) as const;
/** Discussed and agreed with that outcome; what the decision refuses besides is what it asks itself. */
const decideAsDiscussed = (outcome: Outcome, more: Parameters<typeof readyAfterHearing>[0] = {}) =>
  decide(readyAfterHearing(more, outcome), outcome);

describe('The notice of several breaches', () => {
  const serve = (penalties: readonly Penalty[], more: object = {}) =>
    given(...bothApproved).when({
      on: '2026-04-30',
      by: 'lin',
      act: 'notice/serve',
      entry: {
        officers: ['lin', 'gao'],
        signedPaper: paper('notice-signed'),
        penalties,
        facts: '两项违法行为',
        breaches: [expired, label].map(({ breach, facts }) => ({ breach, facts })),
        hearingRightTold: true,
        method: 'direct',
        proof: paper('receipt'),
        ...more,
      },
    });

  it('tells each of them, and is recorded so', () => {
    serve(ofBoth).then({ type: 'NoticeServed', data: notifiedOf(ofBoth).data });
    serve(ofBoth, { breaches: undefined }).thenRefused(everyBreachTold);
    serve(ofBoth, { breaches: [{ breach: expired.breach, facts: '过期' }] }).thenRefused(everyBreachTold);
    const twice = { breach: expired.breach, facts: '过期' };
    serve(ofBoth, { breaches: [twice, twice] }).thenRefused(everyBreachTold);
    const blank = [twice, { breach: label.breach, facts: ' ' }];
    serve(ofBoth, { breaches: blank }).thenRefused(everyBreachTold);
  });

  it('the right to a hearing follows from the sum: neither fine gives one alone', () => {
    serve(ofBoth, { hearingRightTold: false }).thenRefused(hearingRightTold);
  });

  it('keeps which breaches it was served for, by name, days and articles', () => {
    const [notice] = fileOf(...bothNotified).notices;
    expect(notice?.breaches).toStrictEqual([
      { breach: expired.breach, articles: ['食品安全法 124(1)(2)'], act: expired.act },
      { breach: label.breach, articles: ['食品安全法 125(1)(2)'], act: label.act },
    ]);
  });
});

describe('The decision on several breaches', () => {
  it('punishes all of them together, or those that are left with the reason why not', () => {
    decideAsDiscussed(both).thenRecords('DecisionMade');
    decideAsDiscussed(onlyExpired, { proposal: onlyExpired }).thenRecords('DecisionMade');
    const { decision } = fileOf(...decidedAfter(readyAfterHearing({ proposal: onlyExpired }), onlyExpired));
    expect(decision?.outcome).toStrictEqual(onlyExpired);
  });

  it.each<[string, Outcome, readonly Stated[]]>([
    ['says of each what becomes of it', penalty(fineOf(expired.breach, 7_000_000)), [breachesAsReported]],
    ['names the breach of each penalty', penalty(fineOf(undefined, 7_000_000)), [breachesAsReported]],
    [
      'names no breach but those of the report',
      penalty(...ofBoth, fineOf('无证经营', 1_000)),
      [breachesAsReported, notHeavierThanNotified, notHeavierThanReviewed],
    ],
    [
      'is not heavier for one of them, the sum being the same',
      penalty(fineOf(expired.breach, 6_800_000), fineOf(label.breach, 3_200_000)),
      [notHeavierThanNotified, notHeavierThanReviewed],
    ],
    [
      'moves no fine from the one to the other',
      penalty(fineOf(expired.breach, 8_000_000), fineOf(label.breach, 2_000_000)),
      [notHeavierThanNotified, notHeavierThanReviewed],
    ],
    [
      'is below the minimum of none of them',
      penalty(fineOf(expired.breach, 7_000_000), fineOf(label.breach, 400_000)),
      [minimumDecided, departureAllowed],
    ],
    [
      'is reasoned where it lies outside the grade of one of them',
      penalty(fineOf(expired.breach, 5_500_000), fineOf(label.breach, 3_000_000)),
      [departureAllowed],
    ],
    ['drops none that no reviewed report has dropped', onlyExpired, [letOffAsReviewed]],
  ])('%s', (_, outcome, provisions) => {
    decideAsDiscussed(outcome).thenRefused(...provisions);
  });

  it('a warning for one breach is no substitute of what another was notified of', () => {
    const warned = penalty(fineOf(expired.breach, 7_000_000), { kind: 'warning', breach: label.breach });
    decideAsDiscussed(warned).thenRecords('DecisionMade');
    const beside = penalty(...ofBoth, { kind: 'warning', breach: label.breach });
    decideAsDiscussed(beside).thenRefused(notHeavierThanNotified, notHeavierThanReviewed);
  });

  it('a breach dropped in the reviewed report is not taken up again by the decision', () => {
    decide(readyAfterHearing({ proposal: onlyExpired }), both).thenRefused(
      asDiscussed,
      notHeavierThanReviewed,
    );
  });

  it('a breach dropped and reported again is reviewed again; the party that was heard on it need not be told anew', () => {
    const dropped = [
      ...bothHeard,
      reported('2026-05-27', { proposal: onlyExpired }),
      statementOf('2026-05-08'),
    ];
    const again = reviewedLegally([...dropped, reported('2026-05-28')], '2026-06-01');
    const rechecked = happened('StatementRechecked', '2026-06-01', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('re-check-signed'),
      result: 'not-adopted',
      reason: '无证据支持',
    });
    const ready = discussedOn(reviewedLegally([...again, rechecked], '2026-06-02'), '2026-06-04', both);
    decide(ready, both).thenRecords('DecisionMade');
  });

  it('a breach that the notice left out, because it was dropped then, is notified before it is punished', () => {
    const onlyOne = [
      ...reviewedLegally([...bothHeard, reported('2026-05-27', { proposal: onlyExpired })], '2026-05-27'),
      notifiedOf([fineOf(expired.breach, 7_000_000)], '2026-05-27', '2026-06-03'),
    ];
    const again = reviewedLegally(
      [...onlyOne, statementOf('2026-05-08'), reported('2026-05-28')],
      '2026-06-02',
    );
    const rechecked = happened('StatementRechecked', '2026-06-02', ['lin', 'gao'], {
      officers: ['lin', 'gao'],
      signedPaper: paper('re-check-signed'),
      result: 'not-adopted',
      reason: '无证据支持',
    });
    const ready = discussedOn(reviewedLegally([...again, rechecked], '2026-06-02'), '2026-06-04', both);
    decide(ready, both).thenRefused(everyBreachNotified, notHeavierThanNotified);
  });

  it.each<[string, Breach]>([
    ['another article', { ...label, basis: [{ law: '食品安全法', article: '126(1)' }] }],
    ['other days', { ...label, act: { from: '2025-02-01', to: '2026-02-28' } }],
  ])('a breach with the name of one that was notified, under %s, is another one', (_, other) => {
    decideAsDiscussed(both, { breaches: [expired, other] }).thenRefused(everyBreachNotified);
  });

  it.each<[string, Breach]>([
    ['fewer days', { ...label, act: { from: '2026-02-10', to: '2026-02-20' } }],
    [
      'an article that makes the penalty lighter',
      { ...label, basis: [...label.basis, { law: '中华人民共和国行政处罚法', article: '32(1)' }] },
    ],
    [
      'its law called by its whole name',
      { ...label, basis: [{ law: '《中华人民共和国食品安全法》', article: '125(1)(2)' }] },
    ],
  ])('with %s it is still the one that was notified', (_, less) => {
    decideAsDiscussed(both, { breaches: [expired, less] }).thenRecords('DecisionMade');
  });

  it('one breach that is listed under no name is not another one of the same weight', () => {
    const single = { breaches: [], proposal: penalty(fineOf(undefined, 7_000_000)), discretion: '一般' };
    const other = [{ law: '食品安全法', article: '126(1)' }];
    decideAsDiscussed(single.proposal, {
      ...single,
      benchmark: '裁量基准（食品类）',
      basis: other,
    }).thenRefused(everyBreachNotified);
  });

  it('asks a published benchmark of each, and that each was found in time', () => {
    const { benchmark: _, ...none } = label;
    decideAsDiscussed(both, { breaches: [expired, none] }).thenRefused(benchmarkStated);
    const lists = {
      ...contextOn('2026-06-05', 'he', fileOf(...bothNotified)).lists,
      benchmarks: [{ name: '裁量基准（食品类）', publishedOn: '2025-01-01', validFrom: '2025-01-01' }],
    };
    const history = readyAfterHearing({}, both);
    given(...history)
      .when({
        on: '2026-06-05',
        by: 'he',
        act: 'decision/make',
        entry: { outcome: both },
        context: { lists },
      })
      .thenRefused(benchmarkPublic);
    // Recorded before the report asked it.
    const old = { ...label, act: { from: '2022-01-01', to: '2023-06-30' } };
    decideAsDiscussed(both, { breaches: [expired, old] }).thenRefused(withinLimitation, everyBreachNotified);
    decideAsDiscussed(onlyExpired, { breaches: [expired, old], proposal: onlyExpired }).thenRecords(
      'DecisionMade',
    );
  });

  it('educates where a breach is let off, unless it is not established', () => {
    const letOff: Outcome = { ...onlyExpired, dropped: [{ ...labelDropped, ground: 'minor' }] };
    decideAsDiscussed(letOff, { proposal: letOff }).thenRefused(educatedFirst);
    // Punished elsewhere, or as another: nobody is let off.
    for (const elsewhere of [
      { ground: 'transferred' },
      { ground: 'one-act-with', with: expired.breach },
    ] as const) {
      const outcome: Outcome = { ...onlyExpired, dropped: [{ ...labelDropped, ...elsewhere }] };
      decideAsDiscussed(outcome, { proposal: outcome }).thenRecords('DecisionMade');
      const other: Outcome = {
        ...onlyExpired,
        dropped: [{ ...labelDropped, ground: 'facts-not-established' }],
      };
      decideAsDiscussed(outcome, { proposal: other }).thenRefused(letOffAsReviewed);
    }
  });

  it('what is put to the vote accounts for each of them', () => {
    const history = reviewedLegally(bothHeard, '2026-06-02');
    const open = (outcome: Outcome) =>
      given(...history).when({
        on: '2026-06-04',
        by: 'he',
        act: 'collective-discussion/open',
        entry: { attending: ['he', 'tang'], handlersReport: ['lin'], outcome },
      });
    open(penalty(fineOf(expired.breach, 7_000_000))).thenRefused(accountedInDiscussion);
    open(both).thenRecords('DiscussionOpened');
    open(onlyExpired).thenRecords('DiscussionOpened');
    const oneAct = { ...labelDropped, ground: 'one-act-with' } as const;
    open({ ...onlyExpired, dropped: [{ ...oneAct, with: expired.breach }] }).thenRecords('DiscussionOpened');
    open({ ...onlyExpired, dropped: [oneAct] }).thenRefused(accountedInDiscussion);
  });

  it('the agency changes it breach by breach; a court may order one sum', () => {
    const decided = decidedAfter(readyAfterHearing({}), both);
    const change = (outcome: Outcome) =>
      given(...decided).when({
        on: '2026-06-10',
        by: 'he',
        act: 'decision-change/change',
        entry: {
          kind: 'changed',
          ground: 'own-correction',
          outcome,
          reason: '计算有误',
          paper: paper('change'),
        },
      });
    // A major decision is made anew in any case.
    change(penalty(fineOf(undefined, 9_000_000))).thenRefused(majorMadeAnew, accountedInChange);
    const shifted = penalty(fineOf(expired.breach, 6_900_000), fineOf(label.breach, 3_100_000));
    change(shifted).thenRefused(majorMadeAnew, notHeavier);
    change(onlyExpired).thenRefused(majorMadeAnew);
    const oneAct = { ...labelDropped, ground: 'one-act-with' } as const;
    change({ ...onlyExpired, dropped: [{ ...oneAct, with: expired.breach }] }).thenRefused(majorMadeAnew);
    change({ ...onlyExpired, dropped: [oneAct] }).thenRefused(majorMadeAnew, accountedInChange);
  });

  it('the limitation that runs out first is the clock of the case', () => {
    const later = { ...label, act: { from: '2025-12-01', to: '2025-12-31' } };
    const file = fileOf(...investigated, reported('2026-04-14', { breaches: [expired, later] }));
    const { calendar, today } = contextOn('2026-04-14', 'lin', file);
    const [clock, ...others] = deadlines(file, { calendar, today }).filter(({ id }) => id === 'limitation');
    expect(others).toStrictEqual([]);
    expect(clock).toMatchObject({ from: '2025-12-31', due: '2027-12-31' });
  });

  it('penalties of different breaches are different ones', () => {
    expect(samePenalties([fineOf(expired.breach, 1)], [fineOf(label.breach, 1)])).toBe(false);
  });
});
