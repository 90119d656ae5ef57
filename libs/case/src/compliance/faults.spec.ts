/** Every fault of the list, from both sides: a history without it, and histories that have it. */
import {
  concluded,
  decided,
  decidedAfter,
  filed,
  filedAs,
  filingTerms,
  firstBreach,
  investigated,
  majorPenalty,
  minorPenalty,
  notified,
  onTheSpot,
  seizedAt,
  served,
} from '../histories.testing.js';
import {
  caseReviewed,
  discussedOn,
  heard,
  hearingHeld,
  hearingPrepared,
  noticeOf,
  reviewedAgain,
  statementOf,
} from '../histories-to-decision.testing.js';
import { happened, paper } from '../testing.js';
import { fatalFaults, faults } from './faults.js';
import {
  whole,
  sceneBy,
  evidence,
  conclusion,
  dispute,
  settled,
  transferElsewhere,
  endedFor,
  partyWith,
  seized,
  liftedOn,
  transfer,
  grading,
  spoken,
  rechecked,
  decide,
  agreedBy,
  deferredTo,
  redoOrdered,
  sentAway,
  changedByCourt,
  toOthers,
  unproven,
  warned,
} from './faulty-histories.testing.js';
import { but, measured } from './measured.testing.js';
import { ofHearing, type Side } from './sides-of-hearing.testing.js';
import { ofPapers } from './sides-of-papers.testing.js';

const met = 'met';
const notMet = 'not-met';
const people = 'for-people';

const sides: Readonly<Record<string, readonly Side[]>> = {
  'beyond-powers': [
    ['filed as ours', met, whole, [3]],
    ['decided on the spot', met, onTheSpot, [0]],
    ['a dispute given back', met, [...investigated, dispute, settled(false), dispute, settled(true)], [3]],
    ['SAMR-P 13: a dispute open', 'open', [...investigated, dispute], [5]],
    ['SAMR-P 13: a dispute lost', 'open', [...investigated, dispute, settled(false)], [6]],
    ['SAMR-P 60(1)(4): decided to be transferred, and sent', met, sentAway, [3]],
    [
      'SAMR-P 60(1)(4): punished what the report found to be another’s',
      notMet,
      but(decided(minorPenalty), 'InvestigationConcluded', { ourJurisdiction: false }),
      [5, 10],
    ],
    ['a dispute of before', notMet, decidedAfter([...concluded(toOthers), dispute], toOthers), [6, 7]],
    ['SAMR-P 14: a transfer', 'open', [...investigated, transferElsewhere], [5]],
    ['decided in spite of a dispute', notMet, decide([...rechecked, dispute]), [12, 13]],
    ['decided in spite of a dispute lost', notMet, decide([...rechecked, dispute, settled(false)]), [13, 14]],
    ['decided in spite of a transfer', notMet, decide([...rechecked, transferElsewhere]), [12, 13]],
    [
      'not affirmed',
      notMet,
      filedAs({
        ...filingTerms,
        conditions: { ...filingTerms.conditions, 'our-jurisdiction': { affirmed: false, evidence: [] } },
      }),
      [3],
    ],
  ],
  'too-few-officers': [
    ['two with valid credentials', met, investigated, [4]],
    ['a credential that had run out', notMet, [...filed, sceneBy(['lin', 'shen'], '2026-04-14')], [4]],
    ['one alone', notMet, [...filed, sceneBy(['lin'], '2026-04-14')], [4]],
    ['not confirmed', notMet, [...filed, sceneBy(['lin', 'gao'], '2026-04-14', false)], [4]],
  ],
  'party-name-inconsistent': [['one name in the file', people, whole, [3]]],
  'wrong-party': [
    ['a code that passes', people, whole, [3]],
    ['a code kept with a reason', people, partyWith('91110105MA7KQ2R15X', true), [3]],
    ['a code that fails', notMet, partyWith('91110105MA7KQ2R15X'), [3]],
  ],
  'facts-against-evidence': [
    ['facts stated', people, concluded(minorPenalty), [5, 4]],
    [
      'no facts of what nobody is punished for',
      people,
      but(concluded(firstBreach), 'InvestigationConcluded', { facts: ' ' }),
      [5, 4],
    ],
    ['no facts', notMet, but(concluded(minorPenalty), 'InvestigationConcluded', { facts: ' ' }), [5]],
  ],
  'evidence-insufficient': [
    ['confirmed evidence', people, concluded(minorPenalty), [4]],
    [
      'all of it excluded',
      notMet,
      [
        ...concluded(minorPenalty),
        happened('EvidenceExcluded', '2026-04-15', 'lin', {
          piece: 4,
          ground: 'not-verified',
          reason: '复印',
        }),
      ],
      [5],
    ],
    [
      'SAMR-P 60(1)(3): none, and nobody is punished',
      'not-applicable',
      decidedAfter([...filed, ...concluded(firstBreach).slice(5)], firstBreach),
      [],
    ],
    [
      'none of it confirmed',
      notMet,
      [...filed, sceneBy(['lin', 'gao'], '2026-03-11', false), ...conclusion],
      [5],
    ],
  ],
  'no-fault-unexamined': [
    ['examined', people, decide(rechecked), [11]],
    ['to be examined', 'open', spoken, [10]],
    ['never examined', notMet, decide(spoken), [10]],
  ],
  'no-basis': [
    ['a basis', met, concluded(minorPenalty), [5]],
    ['none', notMet, but(concluded(minorPenalty), 'InvestigationConcluded', { basis: [] }), [5]],
  ],
  'wrong-basis': [['a basis', people, concluded(minorPenalty), [5]]],
  'basis-not-in-force': [['a basis', people, concluded(minorPenalty), [5]]],
  'basis-imprecise': [
    ['to the article', met, concluded(minorPenalty), [5]],
    [
      'to the law alone',
      notMet,
      but(concluded(minorPenalty), 'InvestigationConcluded', {
        basis: [{ law: '食品安全法', article: '相关规定' }],
      }),
      [5],
    ],
  ],
  'penalty-out-of-bounds': [
    ['as notified', met, decided(majorPenalty), [9, 10]],
    ['heavier than notified', notMet, decidedAfter(notified(minorPenalty), majorPenalty), [10]],
    [
      'a heavier notice after a statement',
      notMet,
      [
        ...notified(minorPenalty),
        statementOf('2026-05-08'),
        noticeOf(penalties(majorPenalty), '2026-05-20', '2026-05-27'),
      ],
      [11],
    ],
    [
      'a heavier notice for new evidence',
      'not-applicable',
      [
        ...notified(minorPenalty),
        statementOf('2026-05-08'),
        evidence,
        noticeOf(penalties(majorPenalty), '2026-05-20', '2026-05-27'),
      ],
      [],
    ],
    ['a warning in the place of the fine', met, decidedAfter(notified(minorPenalty), warned), [9, 10]],
    ['changed by a court into what nobody notified', met, changedByCourt(decided(majorPenalty)), [9, 10]],
    [
      'heavier than notified, and changed by a court',
      notMet,
      changedByCourt(decidedAfter(notified(minorPenalty), majorPenalty)),
      [10],
    ],
    ['below the minimum', notMet, but(decided(majorPenalty), 'InvestigationConcluded', { grading }), [10]],
  ],
  'unrelated-things-seized': [['things seized', people, seized(), [7]]],
  ...ofHearing,
  'seizure-not-recorded': [
    ['told, heard and recorded', met, seized(), [7]],
    ['nobody told', notMet, but(seized(), 'ItemsSeized', { rightsTold: false }), [7]],
    ['nobody heard', notMet, but(seized(), 'ItemsSeized', { statementHeard: false }), [7]],
    ['no scene record of the day', notMet, [...filed, ...seizedAt(4, '腊肠')], [6]],
    [
      'ACL 18(7): its own scene record',
      met,
      but([...filed, ...seizedAt(4, '腊肠')], 'ItemsSeized', { sceneRecord: paper('scene') }),
      [6],
    ],
  ],
  'not-discussed': [
    ['discussed after everything', met, whole, [22]],
    [
      'what was said in a hearing after the decision, adjourned, came later',
      met,
      [
        ...whole,
        happened('HearingAdjourned', '2026-07-20', 'qiu', {
          record: paper('first-day'),
          recordSigned: true,
          everybodyTold: true,
        }),
      ],
      [22],
    ],
    ['to be discussed', 'open', heard(majorPenalty), []],
    ['not discussed', notMet, decided(majorPenalty), [10]],
    [
      'not discussed again after a statement',
      notMet,
      decide([...discussedOn(notified(majorPenalty), '2026-05-07', majorPenalty), statementOf('2026-05-08')]),
      [10, 15],
    ],
    [
      'not discussed again after a hearing on a notice that was replaced',
      notMet,
      decide([
        ...discussedOn(notified(majorPenalty), '2026-05-07', majorPenalty),
        ...hearingPrepared,
        hearingHeld,
        happened('HearingRequested', '2026-05-28', 'lin', { inTime: false }),
      ]),
      [10, 20],
    ],
  ],
  'investigators-voted': [
    ['leaders voted', met, whole, [19]],
    [
      'a handler voted',
      notMet,
      [
        ...notified(majorPenalty),
        happened('DiscussionOpened', '2026-06-04', 'he', {
          attending: ['he', 'lin'],
          handlersReport: [],
          chair: 'he',
        }),
        happened('DiscussionOpinionGiven', '2026-06-04', 'lin', {
          discussion: 10,
          agrees: true,
          opinion: '同意',
        }),
      ],
      [10],
    ],
  ],
  'not-reviewed': [
    ['passed, and the file as it was', met, whole, [18]],
    ['a case review where that is enough', met, caseReviewed(minorPenalty), [7]],
    ['to be passed', 'open', concluded(majorPenalty), []],
    ['none', notMet, decide(concluded(majorPenalty)), [6]],
    ['not passed', notMet, decide(agreedBy('fang', 'supplement')), [8]],
    ['of the wrong kind', notMet, decide(caseReviewed(majorPenalty)), [8]],
    ['not repeated after new evidence', notMet, decide([...notified(majorPenalty), evidence]), [7, 11]],
    ['repeated', met, decide(reviewedAgain([...notified(majorPenalty), evidence], '2026-06-01')), [12]],
  ],
  'past-limitation': [
    ['found in time', met, filed, [3]],
    [
      'found too late',
      notMet,
      filedAs({ ...filingTerms, act: { from: '2019-01-01', to: '2020-03-01' } }),
      [3],
    ],
  ],
  'investigator-reviewed': [
    ['by a reviewer', met, agreedBy('fang'), [7]],
    ['to be given', 'open', agreedBy('fang').slice(0, -1), [6]],
    ['by a handler', notMet, agreedBy('lin'), [7]],
  ],
  'seizure-overdue': [
    ['within its term', met, seized(), [7], '2026-04-10'],
    ['lifted in time', met, seized([liftedOn('2026-04-08')]), [7], '2026-06-01'],
    ['over its term', notMet, seized(), [7], '2026-04-11'],
    ['lifted after its term', notMet, seized([liftedOn('2026-04-20')]), [7], '2026-06-01'],
  ],
  'documents-incomplete': [
    ['signed and proven', met, served(minorPenalty), [4, 5, 9, 11]],
    ['no receipt', notMet, but(served(minorPenalty), 'DecisionServed', unproven), [11]],
    [
      'signed for on the paper',
      met,
      but(served(minorPenalty), 'DecisionServed', { proof: undefined }),
      [4, 5, 9, 11],
    ],
    ['not confirmed', notMet, [...filed, sceneBy(['lin', 'gao'], '2026-04-14', false)], [4]],
  ],
  'crime-not-transferred': [
    ['nothing reported', people, whole, []],
    ['decided not to transfer', met, transfer(false), [5]],
    ['under way', 'open', transfer(true), [5], '2026-03-14'],
    ['reported after the decision', 'open', [...decided(minorPenalty), ...transfer(true).slice(5, 6)], [11]],
    ['approved and not sent', notMet, transfer(true), [6], '2026-04-14'],
    ['decided meanwhile', notMet, decide([...transfer(false), ...transfer(true).slice(5, 6)]), [7, 8]],
  ],
  ...ofPapers,
  'transferred-after-the-report': [
    ['before the report', 'not-applicable', [...investigated, transferElsewhere], []],
    ['after it', people, [...concluded(minorPenalty), transferElsewhere], [5, 6]],
    ['in place of a decision ordered anew', notMet, [...redoOrdered, transferElsewhere], [5, 14]],
  ],
  'ended-after-the-report': [
    ['before the report', 'not-applicable', [...investigated, endedFor('other')], []],
    ['with its party', 'not-applicable', [...concluded(minorPenalty), endedFor('person-died')], []],
    ['after it', people, [...concluded(minorPenalty), endedFor('other')], [5, 6]],
    ['in place of a decision ordered anew', notMet, [...redoOrdered, endedFor('other')], [5, 14]],
  ],
  'paid-far-later': [
    ['at once', 'not-applicable', served(majorPenalty), []],
    ['within a year', met, deferredTo('2027-06-09'), [12]],
    ['in many years', people, deferredTo('2099-12-31'), [12]],
  ],
};

function penalties(outcome: typeof majorPenalty) {
  return outcome.kind === 'penalty' ? outcome.penalties : [];
}

const rows = Object.entries(sides).flatMap(([id, all]) =>
  all.map(([says, state, history, entries, on = '2026-06-06']) => ({
    id,
    says,
    state,
    history,
    entries,
    on,
  })),
);
const states = (id: string) => new Set(sides[id]?.map(([, state]) => state));
/** Whether they are there only papers show, or people judge, and no entry can. */
const judgedByPeople = [
  'party-name-inconsistent',
  'wrong-basis',
  'basis-not-in-force',
  'unrelated-things-seized',
  'paid-far-later',
];

describe('the faults', () => {
  it('have each a row here; those of the list by its numbers', () => {
    expect(Object.keys(sides)).toStrictEqual(faults.map(({ id }) => id));
    const listed = [...Array(25).keys()].map((n) => n + 1).filter((n) => n < 22 || n > 24);
    expect(fatalFaults.map(({ item }) => item)).toStrictEqual(listed);
  });

  it('are each shown from both sides, but for those that people judge', () => {
    const fine = faults.filter(({ id }) => !states(id).has('met') && !states(id).has('for-people'));
    expect(fine).toStrictEqual([]);
    expect(faults.map(({ id }) => id).filter((id) => !states(id).has('not-met'))).toStrictEqual(
      judgedByPeople,
    );
  });

  it('cite the articles that make them faults', () => {
    expect(
      faults
        .filter(({ cites }) => cites.length === 0 || cites.some((cite) => 'policy' in cite))
        .map(({ id }) => id),
      // No article keeps the handlers from voting: it is the inspectors' list that does.
    ).toStrictEqual(['investigators-voted']);
  });

  it('are none of a case that has not begun', () => {
    const found = measured('2026-03-02', []).fatal.map(({ id, state }) => ({ id, state }));
    const open = found.filter(({ state }) => state !== 'not-applicable');
    expect(open).toStrictEqual([]);
  });

  it.each(rows)('$id, $says: $state', ({ id, state, history, entries, on }) => {
    const { fatal, checklist } = measured(on, history);
    const found = [...fatal, ...checklist.flatMap(({ findings }) => findings)].find((one) => one.id === id);
    expect(found).toMatchObject({ state, entries });
    expect(found?.why === undefined).toBe(state === 'met');
  });

  it('are none of a decision not to punish, where they are of penalties', () => {
    const found = measured('2026-06-06', decided(firstBreach)).fatal;
    for (const id of ['penalty-out-of-bounds', 'rights-not-notified', 'not-discussed', 'past-limitation'])
      expect(found.find((one) => one.id === id)).toMatchObject({ state: 'not-applicable' });
  });
});
