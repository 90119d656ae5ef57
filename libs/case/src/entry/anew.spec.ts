/** An officer has left or died without signing: what waits for them is done anew by two who are there. APL 42(1). */
import type { PersonOnDay } from '@anjuan/procedure';
import { concluded, decided, majorPenalty, minorPenalty, notified, served } from '../histories.testing.js';
import { penaltiesOf } from '../penalty/heavier.js';
import { openOrSentBack } from '../investigation/provisions.js';
import { entriesConfirmed } from '../review/provisions.js';
import { servedOnce } from '../service/provisions.js';
import { contextOn, fileOf, given, paper, people, type Happened } from '../testing.js';
import { allConfirmed } from './provisions.js';

const gone: PersonOnDay = { ...people.gao, capacities: [] };
const withoutGao = { people: { ...people, gao: gone, shen: { ...people.lin, person: 'shen' } } };
const withGao = { people: { ...withoutGao.people, gao: people.gao } };
const unsigned = (history: readonly Happened[]): readonly Happened[] =>
  history.map((event, index) => {
    if (index < history.length - 1) return event;
    const data = Object.entries(event.data).filter(([field]) => field !== 'signedPaper');
    return Object.assign({}, event, { data: Object.fromEntries(data) });
  });
const anew = (history: readonly Happened[], of: number): Happened => {
  const [last] = history.slice(-1);
  if (last === undefined) throw new Error('there is something to do anew');
  return Object.assign({}, last, { data: { ...last.data, officers: ['lin', 'shen'], anewOf: of } });
};

describe('a report that an officer did not sign before they left', () => {
  const history = concluded(minorPenalty);
  const entry = {
    officers: ['lin', 'shen'],
    signedPaper: paper('signed'),
    facts: '使用超过保质期的原料',
    basis: [{ law: '食品安全法', article: '124(1)' }],
    proposal: minorPenalty,
    discretion: '货值较小',
    report: paper('report'),
  };
  const conclude = { on: '2026-04-20', by: 'lin', act: 'investigation/conclude', entry } as const;
  const send = { on: '2026-04-20', by: 'zhou', act: 'case-review/send', entry: {} } as const;

  it('is made anew by two who are there, and marked as never completed', () => {
    given(...unsigned(history))
      .when({ ...conclude, context: withoutGao })
      .then({ type: 'InvestigationConcluded', data: { ...entry, anewOf: 5 } });
    const file = fileOf(...unsigned(history), anew(history, 5));
    expect(file.entries[5]).toMatchObject({ doneAnewBy: 6, awaits: ['gao'] });
    // What a report once said goes on counting for the need of review.
    expect(file.reports).toHaveLength(2);
    given(...unsigned(history), anew(history, 5))
      .when({ ...send, context: withoutGao })
      .thenRecords('SentForCaseReview');
  });

  it('not while they can still sign, nor for another one of the file', () => {
    given(...unsigned(history))
      .when({ ...conclude, context: withGao })
      .thenRefused(openOrSentBack, allConfirmed);
    const scene = unsigned(history.slice(0, 5));
    given(...scene, ...history.slice(-1))
      .when({ ...conclude, context: withoutGao })
      .thenRefused(openOrSentBack, allConfirmed);
  });

  it('and passed over only once what took its place is confirmed', () => {
    given(...unsigned(history))
      .when({ ...send, context: withoutGao })
      .thenRefused(entriesConfirmed);
    given(...unsigned([...unsigned(history), anew(history, 5)]))
      .when({ ...send, context: withoutGao })
      .thenRefused(entriesConfirmed);
    const twice = [...unsigned([...unsigned(history), anew(history, 5)]), anew(history, 6)];
    given(...twice)
      .when({ ...send, context: withoutGao })
      .thenRecords('SentForCaseReview');
  });
});

describe('a notice that an officer did not sign before they left', () => {
  const history = notified(minorPenalty);
  const first = history.length - 1;
  const entry = {
    officers: ['lin', 'shen'],
    signedPaper: paper('signed'),
    penalties: penaltiesOf(minorPenalty),
    facts: '使用超过保质期的原料',
    hearingRightTold: true,
    method: 'direct',
    proof: paper('receipt'),
  } as const;
  const serve = { on: '2026-05-06', by: 'lin', act: 'notice/serve', entry } as const;

  it('is served anew, and the party’s period runs from then', () => {
    const afterNotice = { ...entry, servedOn: '2026-05-06', lastDay: '2026-05-12', provisional: false };
    given(...unsigned(history))
      .when({ ...serve, context: withoutGao })
      .then({ type: 'NoticeServed', data: { ...afterNotice, anewOf: first } });
    given(...history)
      .when({ ...serve, context: withoutGao })
      .then({ type: 'NoticeServed', data: afterNotice });
    const waiting = (...entries: readonly Happened[]) => {
      const file = fileOf(...entries);
      return allConfirmed.holds(file, contextOn('2026-05-06', 'lin', file));
    };
    expect([waiting(...unsigned(history)), waiting(...unsigned(history), anew(history, first))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('a service that an officer did not sign before they left', () => {
  const history = served(majorPenalty);
  const serve = {
    on: '2026-06-20',
    by: 'lin',
    act: 'service/serve-decision',
    entry: {
      officers: ['lin', 'shen'],
      signedPaper: paper('signed'),
      method: 'direct',
      proof: paper('receipt'),
      receivedBy: 'addressee',
    },
  } as const;
  const first = decided(majorPenalty).length;

  it('is done anew, and its day counts from then on', () => {
    given(...unsigned(history))
      .when({ ...serve, context: withoutGao })
      .thenRecords('DecisionServed');
    const file = fileOf(...unsigned(history), anew(history, first));
    expect(file.service?.entry).toBe(first + 1);
    expect(allConfirmed.holds(file, contextOn('2026-06-20', 'lin', file))).toBe(true);
  });

  it('not while they can still sign, nor once it was signed', () => {
    given(...unsigned(history))
      .when({ ...serve, context: withGao })
      .thenRefused(servedOnce);
    given(...history)
      .when({ ...serve, context: withoutGao })
      .thenRefused(servedOnce);
  });
});
