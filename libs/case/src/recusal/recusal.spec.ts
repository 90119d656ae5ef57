import type { Context, PersonOnDay } from '@anjuan/procedure';
import { actions } from '../case.js';
import { readyToDecide } from '../histories-to-decision.testing.js';
import {
  concluded,
  filed,
  inspected,
  investigated,
  lead,
  majorPenalty,
  minorPenalty,
  served,
  termsOn,
} from '../histories.testing.js';
import { recusalsDecided } from '../decision/provisions.js';
import { handlersNotInQuestion } from '../initiation/filing-terms.js';
import { byHandler } from '../initiation/initiation.js';
import { notRecused } from './recused.js';
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
import {
  applicationBound,
  requestedByThoseInTheCase,
  caseUnderWay,
  decidedByAnother,
  decidedByLeader,
  decisionReasoned,
  groundStated,
  handlerReplaced,
  leaderByPrincipal,
  nobodyDecidesOnThemselves,
  notAskedTwice,
  ofTheAgency,
  onlyOneself,
  principalByDiscussion,
  replacementFit,
  requestOpen,
} from './provisions.js';

const application = { person: 'gao', askedBy: 'party', ground: '系近亲属', paper: paper('request') } as const;
const ask = { on: '2026-03-12', by: 'lin', act: 'recusal/request', entry: application } as const;
const decide = {
  on: '2026-03-13',
  by: 'tang',
  act: 'recusal/decide',
  entry: { request: 5, granted: false, reason: '不属实' },
} as const;

const requested = (person: Person): Happened =>
  happened('RecusalRequested', '2026-03-12', 'lin', { ...application, person });
const answered = (
  request: number,
  person: Person,
  granted: boolean,
  more: Readonly<{ replacement?: Person }> = {},
): Happened =>
  happened('RecusalDecided', '2026-03-13', 'he', { request, person, granted, reason: '审查', ...more });
/** Entries 5 and 6 after the scene record. */
const takenOff = (person: Person): readonly Happened[] => [
  ...investigated,
  requested(person),
  answered(5, person, true),
];
/** Another officer, with a credential as good. */
const lu: PersonOnDay = {
  person: 'lu',
  capacities: ['officer'],
  credential: { number: '执-lu', validFrom: '2022-01-01', validTo: '2028-12-31' },
};
const withLu: Partial<Context> = { people: { ...people, lu } };

/** Before the case reviewer. */
const sent: readonly Happened[] = [
  ...concluded(minorPenalty),
  happened('SentForCaseReview', '2026-04-15', 'zhou', {
    digest: digestOf(fileOf(...concluded(minorPenalty))),
    dueOn: '2026-04-29',
  }),
];

describe('recusal/request (APL 43, SAMR-P 4)', () => {
  it('takes down what the party asks for, with its paper', () => {
    given(...investigated)
      .when(ask)
      .then({ type: 'RecusalRequested', data: application });
    given(...investigated)
      .when({ ...ask, entry: { person: 'gao', askedBy: 'party', ground: '系近亲属' } })
      .thenRefused(applicationBound);
    given(...investigated)
      .when({ ...ask, by: 'zhou' })
      .thenRefused(applicationBound);
  });

  it('is made by everybody for themselves, and for nobody else', () => {
    given(...investigated)
      .when({ ...ask, by: 'tang', entry: { person: 'tang', askedBy: 'self', ground: '同学' } })
      .thenRecords('RecusalRequested');
    given(...investigated)
      .when({ ...ask, by: 'tang', entry: { person: 'gao', askedBy: 'self', ground: '同学' } })
      .thenRefused(onlyOneself);
  });

  it('concerns somebody of the agency and says why', () => {
    given(...investigated)
      .when({ ...ask, entry: { ...application, person: 'nobody', ground: ' ' } })
      .thenRefused(ofTheAgency, groundStated);
  });

  it('waits for its answer before it is made again', () => {
    given(...investigated, requested('gao'))
      .when(ask)
      .thenRefused(notAskedTwice);
    given(...investigated, requested('gao'), answered(5, 'gao', false))
      .when({ ...ask, on: '2026-03-16' })
      .thenRecords('RecusalRequested');
  });

  it('is possible from the lead on, by those who take part', () => {
    given(...lead)
      .when(ask)
      .thenRecords('RecusalRequested');
    given().when(ask).thenRefused(caseUnderWay);
    given(...investigated)
      .when({ ...ask, by: 'luo', entry: { ...application, person: 'luo', askedBy: 'self' } })
      .thenRefused(requestedByThoseInTheCase);
  });
});

describe('recusal/decide: by the right one', () => {
  it('a leader on others, with a reason', () => {
    given(...investigated, requested('gao'))
      .when(decide)
      .then({ type: 'RecusalDecided', data: { ...decide.entry, person: 'gao' } });
    given(...investigated, requested('gao'))
      .when({ ...decide, entry: { ...decide.entry, reason: '' } })
      .thenRefused(decisionReasoned);
    given(...investigated, requested('gao'))
      .when({ ...decide, by: 'zhou' })
      .thenRefused(decidedByLeader);
  });

  it('the principal on another leader', () => {
    given(...investigated, requested('tang'))
      .when({ ...decide, by: 'he' })
      .thenRecords('RecusalDecided');
    given(...investigated, requested('tang'))
      .when(decide)
      .thenRefused(nobodyDecidesOnThemselves, leaderByPrincipal);
  });

  it('the leaders together on the principal', () => {
    given(...investigated, requested('he'))
      .when(decide)
      .thenRefused(principalByDiscussion);
    given(...investigated, requested('he'))
      .when({ ...decide, entry: { ...decide.entry, minutes: paper('minutes') } })
      .thenRecords('RecusalDecided');
    given(...investigated, requested('he'))
      .when({ ...decide, by: 'he', entry: { ...decide.entry, minutes: paper('minutes') } })
      .thenRefused(nobodyDecidesOnThemselves);
  });

  it('nobody who entered the application, or handles the case', () => {
    const byTang = happened('RecusalRequested', '2026-03-12', 'tang', { ...application, person: 'fang' });
    given(...investigated, byTang)
      .when(decide)
      .thenRefused(decidedByAnother);
    given(...investigated, byTang)
      .when({ ...decide, by: 'he' })
      .thenRecords('RecusalDecided');
    given(...investigated, byTang)
      .when({ ...decide, entry: { ...decide.entry, minutes: paper('minutes') } })
      .thenRecords('RecusalDecided');
    const lin = { ...people.lin, capacities: ['officer', 'leader'] as const };
    given(...investigated, requested('fang'))
      .when({ ...decide, by: 'lin', as: 'leader', context: { people: { ...people, lin } } })
      .thenRefused(decidedByAnother);
    const own = { ...application, person: 'lin', askedBy: 'self' } as const;
    given(...investigated)
      .when({ ...ask, as: 'leader', entry: own, context: { people: { ...people, lin } } })
      .thenRecords('RecusalRequested');
  });

  it('once, on a request that is in the file', () => {
    given(...investigated, requested('gao'), answered(5, 'gao', false))
      .when(decide)
      .thenRefused(requestOpen);
    given(...investigated)
      .when(decide)
      .thenRefused(requestOpen);
  });

  it('and a handler who goes is replaced by another who may handle', () => {
    const history = [...investigated, requested('gao')];
    const granted = { ...decide.entry, granted: true };
    given(...history)
      .when({ ...decide, entry: granted })
      .thenRefused(handlerReplaced);
    given(...history)
      .when({ ...decide, entry: { ...decide.entry, replacement: 'lu' }, context: withLu })
      .thenRefused(handlerReplaced);
    given(...history)
      .when({ ...decide, entry: { ...granted, replacement: 'lu' }, context: withLu })
      .thenRecords('RecusalDecided');
    for (const replacement of ['lin', 'zhou', 'nobody', 'gao']) {
      given(...history)
        .when({ ...decide, entry: { ...granted, replacement } })
        .thenRefused(replacementFit);
    }
    given(...investigated, requested('qiu'))
      .when({ ...decide, entry: granted })
      .thenRecords('RecusalDecided');
  });

  it('SAMR-P 49(3): but by nobody who approved something in the case', () => {
    const tang: PersonOnDay = { ...lu, person: 'tang', capacities: ['officer', 'leader'] };
    const entry = { ...decide.entry, granted: true, replacement: 'tang' };
    given(...investigated, requested('gao'))
      .when({ ...decide, by: 'he', entry, context: { people: { ...people, tang } } })
      .thenRefused(replacementFit);
  });

  it('SAMR-P 49(3): but by nobody who reviewed the case, before an annulment neither', () => {
    const redo = happened('DecisionChanged', '2026-08-21', 'tang', {
      kind: 'annulled-to-redo',
      ground: 'own-correction',
      reason: '适用依据有误',
      paper: paper('annulment'),
    });
    const lateRequest = happened('RecusalRequested', '2026-08-22', 'lin', { ...application, person: 'gao' });
    const history = [...served(majorPenalty), redo, lateRequest];
    const entry = { request: history.length - 1, granted: true, reason: '属实' };
    const fang: PersonOnDay = { ...lu, person: 'fang', capacities: ['officer', 'legal-reviewer'] };
    given(...history)
      .when({
        ...decide,
        on: '2026-08-23',
        entry: { ...entry, replacement: 'fang' },
        context: { people: { ...people, fang } },
      })
      .thenRefused(replacementFit);
    given(...history)
      .when({ ...decide, on: '2026-08-23', entry: { ...entry, replacement: 'lu' }, context: withLu })
      .thenRecords('RecusalDecided');
  });
});

describe('Somebody taken off the case (APL 43(1))', () => {
  const scene = {
    on: '2026-03-16',
    by: 'lin',
    act: 'evidence/record-scene',
    entry: {
      officers: ['lin', 'gao'],
      kind: '现场笔录',
      what: '复查',
      place: '东苇路18号院',
      credentialShown: true,
      recordSigned: true,
      record: paper('again'),
    },
  } as const;

  it('neither acts nor is named by another in an act', () => {
    given(...takenOff('gao'))
      .when({ ...scene, by: 'gao' })
      .thenRefused(notRecused);
    given(...takenOff('gao'))
      .when(scene)
      .thenRefused(notRecused);
    given(...sent, requested('meng'), answered(sent.length, 'meng', true))
      .when({ on: '2026-04-20', by: 'meng', act: 'case-review/give-opinion', entry: { opinion: 'agree' } })
      .thenRefused(notRecused);
  });

  it('is free to act while nothing is decided, and after a refusal', () => {
    given(...investigated, requested('gao'))
      .when(scene)
      .thenRecords('SceneRecorded');
    given(...investigated, requested('gao'), answered(5, 'gao', false))
      .when(scene)
      .thenRecords('SceneRecorded');
  });

  it('still attests to what they did before', () => {
    const unsigned = happened('SceneRecorded', '2026-03-11', ['lin', 'gao'], scene.entry);
    given(...filed, unsigned, requested('gao'), answered(5, 'gao', true))
      .when({ on: '2026-03-16', by: 'gao', act: 'entry/confirm', entry: { entry: 4 } })
      .thenRecords('EntryConfirmed');
  });

  it('gives the case to the one named instead', () => {
    const file = fileOf(...investigated, requested('gao'), answered(5, 'gao', true, { replacement: 'shen' }));
    expect(file.filing?.handlers).toStrictEqual(['lin', 'shen']);
    expect(file.recusals).toStrictEqual([
      {
        entry: 5,
        person: 'gao',
        askedBy: 'party',
        askedOn: '2026-03-12',
        state: 'granted',
        decidedBy: 'he',
        decidedOn: '2026-03-13',
      },
    ]);
    given(...investigated, requested('gao'), answered(5, 'gao', true, { replacement: 'shen' }))
      .when({ ...scene, by: 'gao' })
      .thenRefused(notRecused, byHandler);
  });

  it('is told so before anything is entered', () => {
    const file = fileOf(...takenOff('tang'));
    const open = actions(file, contextOn('2026-03-16', 'tang', file)).filter(
      ({ state }) => state !== 'not-yet',
    );
    expect(open).toStrictEqual([]);
  });
});

describe('An open request', () => {
  it('keeps nobody in question from being named as handler', () => {
    given(...inspected, requested('gao'))
      .when({ on: '2026-03-13', by: 'lin', act: 'initiation/request-filing', entry: termsOn() })
      .thenRefused(handlersNotInQuestion);
    given(...inspected, requested('gao'), answered(2, 'gao', false))
      .when({ on: '2026-03-13', by: 'lin', act: 'initiation/request-filing', entry: termsOn() })
      .thenRecords('ApprovalRequested');
  });

  it('blocks the decision until it is answered', () => {
    const ready = readyToDecide(majorPenalty);
    const later = happened('RecusalRequested', '2026-06-04', 'lin', application);
    const refused = happened('RecusalDecided', '2026-06-04', 'tang', {
      request: ready.length,
      person: 'gao',
      granted: false,
      reason: '不属实',
    });
    const make = {
      on: '2026-06-05',
      by: 'he',
      act: 'decision/make',
      entry: { outcome: majorPenalty },
    } as const;
    given(...ready, later)
      .when(make)
      .thenRefused(recusalsDecided);
    given(...ready, later, refused)
      .when(make)
      .thenRecords('DecisionMade');
  });
});
