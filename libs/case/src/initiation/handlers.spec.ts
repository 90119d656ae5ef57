/** Handlers are named and replaced at any time, by the head of the unit and for a reason. */
import type { Capacity } from '@anjuan/procedure';
import { leaderStandsApart, handlerMayNotReview } from '../review/separation.js';
import {
  collectedOnTheSpot,
  concluded,
  decided,
  filed,
  investigated,
  lead,
  majorPenalty,
  minorPenalty,
  onTheSpot,
  served,
  sentForLegalReview,
} from '../histories.testing.js';
import { heard } from '../histories-to-decision.testing.js';
import { byThoseInCharge } from '../execution/provisions.js';
import { notRecused } from '../recusal/recused.js';
import { relationTo } from '../relation.js';
import { fileOf, given, happened, paper, people, type Happened, type Person } from '../testing.js';
import {
  caseHandled,
  handlersStandApart,
  namedByUnitHead,
  namingReasoned,
  notArchivedYet,
  otherHandlers,
} from './handlers.js';
import { handlersNotInQuestion, handlersQualified, twoHandlers } from './filing-terms.js';
import { byHandler } from './in-charge.js';
import { everHandling, handling } from './provisions.js';

/** Shen's credential, renewed; Gao has left the agency. */
const credential = { number: '执-shen', validFrom: '2022-01-01', validTo: '2028-12-31' };
const { gao: _, ...staying } = people;
const staff = { ...staying, shen: { ...people.shen, credential } };

const name = {
  on: '2026-05-20',
  by: 'zhou',
  act: 'initiation/name-handlers',
  entry: { handlers: ['lin', 'shen'], reason: '高某某调离本机关' },
  context: { people: staff },
} as const;
const naming = (handlers: readonly string[], entry: Readonly<{ reason?: string }> = {}) => ({
  ...name,
  entry: { ...name.entry, handlers, ...entry },
});
const recorded = {
  type: 'HandlersNamed',
  data: { handlers: ['lin', 'shen'], reason: '高某某调离本机关', leaving: ['gao'] },
};
const named = (on: string, handlers: readonly string[], leaving: readonly string[]): Happened =>
  happened('HandlersNamed', on, 'zhou', { handlers, reason: '调离', leaving });
const replaced = named('2026-03-20', ['lin', 'shen'], ['gao']);
const closed = happened('CaseClosed', '2026-07-20', 'tang', { approval: 1, ground: 'executed' });

const as = (person: Person, capacity: Capacity) => ({
  actor: { person, capacity, ...(capacity === 'officer' && { credential }) },
  people: staff,
});

describe('Fault 2: initiation/name-handlers (SAMR-P 19(2))', () => {
  it.each([
    ['after the filing', filed],
    ['under investigation', investigated],
    ['before the decision', heard(majorPenalty)],
    ['after the decision', decided(majorPenalty)],
    ['after the service', served(majorPenalty)],
    ['after the closure', [...served(minorPenalty), closed]],
    ['of a case decided on the spot', onTheSpot],
    ['when its fine has been collected', collectedOnTheSpot],
  ])('by the head of the unit, %s, when one of them has left', (_when, history) => {
    given(...history)
      .when({ ...name, on: '2026-07-21' })
      .then(recorded);
  });

  it('with the paper that names them', () => {
    given(...filed)
      .when({ ...name, entry: { ...name.entry, paper: paper('named') } })
      .then({ ...recorded, data: { ...recorded.data, paper: paper('named') } });
  });

  it('and also when a third joins, or all of them go', () => {
    given(...filed)
      .when({ ...naming(['lin', 'gao', 'shen']), context: { people: { ...staff, gao: people.gao } } })
      .thenRecords('HandlersNamed');
    const wen = { person: 'wen', capacities: ['officer' as const], credential };
    given(...filed)
      .when({ ...naming(['wen', 'shen']), context: { people: { ...staff, wen } } })
      .thenRecords('HandlersNamed');
  });

  it('by nobody else, and of no lead: there the request for filing names them', () => {
    given(...filed)
      .when({ ...name, by: 'lin' })
      .thenRefused(namedByUnitHead);
    given(...filed)
      .when({ ...name, by: 'tang' })
      .thenRefused(namedByUnitHead);
    given(...lead)
      .when(name)
      .thenRefused(caseHandled);
  });

  it('two different officers with credentials of the day, for a reason, and others than before', () => {
    given(...filed)
      .when(naming(['shen']))
      .thenRefused(twoHandlers);
    given(...filed)
      .when(naming(['shen', 'shen']))
      .thenRefused(twoHandlers);
    given(...filed)
      .when(naming(['shen', 'gao']))
      .thenRefused(handlersQualified);
    given(...filed)
      .when({ ...name, context: { people } })
      .thenRefused(handlersQualified);
    given(...filed)
      .when(naming(['shen', 'meng']))
      .thenRefused(handlersQualified);
    given(...filed)
      .when(naming(['lin', 'shen'], { reason: ' ' }))
      .thenRefused(namingReasoned);
    given(...filed)
      .when({ ...naming(['gao', 'lin']), context: { people } })
      .thenRefused(otherHandlers);
  });

  it('nobody whose recusal was granted or is not decided yet', () => {
    const asked = happened('RecusalRequested', '2026-03-12', 'lin', {
      person: 'shen',
      askedBy: 'party',
      ground: '亲属',
    });
    const decision = happened('RecusalDecided', '2026-03-13', 'tang', {
      request: 4,
      person: 'shen',
      granted: true,
      reason: '属实',
    });
    given(...filed, asked)
      .when(name)
      .thenRefused(handlersNotInQuestion);
    given(...filed, asked, decision)
      .when(name)
      .thenRefused(notRecused, handlersNotInQuestion);
  });

  it('and nobody who has reviewed, hosted, discussed or decided in the case', () => {
    const all = (person: 'fang' | 'qiu' | 'tang' | 'he', capacity: Capacity) => ({
      people: {
        ...staff,
        [person]: { person, capacities: ['officer' as const, capacity], credential },
      },
    });
    given(...heard(majorPenalty))
      .when({ ...naming(['lin', 'fang']), context: all('fang', 'legal-reviewer') })
      .thenRefused(handlersStandApart);
    given(...heard(majorPenalty))
      .when({ ...naming(['lin', 'qiu']), context: all('qiu', 'hearing-host') })
      .thenRefused(handlersStandApart);
    given(...heard(majorPenalty))
      .when({ ...naming(['lin', 'tang']), context: all('tang', 'leader') })
      .thenRefused(handlersStandApart);
    given(...filed)
      .when({ ...naming(['lin', 'he']), context: all('he', 'principal') })
      .thenRecords('HandlersNamed');
  });
});

describe('Fault 2: from then on', () => {
  const scene = {
    on: '2026-03-21',
    act: 'evidence/record-scene',
    entry: {
      kind: '现场笔录',
      what: '现场检查',
      place: '东苇路18号院',
      credentialShown: true,
      recordSigned: true,
      record: paper('scene'),
    },
  } as const;

  it('the one named acts, and the one before acts no more', () => {
    given(...filed, replaced)
      .when({
        ...scene,
        by: 'shen',
        entry: { ...scene.entry, officers: ['shen', 'lin'] },
        context: as('shen', 'officer'),
      })
      .thenRecords('SceneRecorded');
    given(...filed, replaced)
      .when({ ...scene, by: 'gao', entry: { ...scene.entry, officers: ['gao', 'lin'] } })
      .thenRefused(byHandler);
  });

  it('the one before stays an investigator: neither reviews nor decides, though nothing was done by them', () => {
    given(...sentForLegalReview([...concluded(majorPenalty), replaced]))
      .when({
        on: '2026-04-28',
        by: 'gao',
        act: 'legal-review/give-opinion',
        entry: { opinion: 'agree' },
        context: {
          ...as('gao', 'legal-reviewer'),
          people: { ...staff, gao: { ...people.fang, person: 'gao' } },
        },
      })
      .thenRefused(handlerMayNotReview);
    const proposed = happened('ApprovalRequested', '2026-03-21', 'lin', {
      matter: 'termination',
      terms: { ground: 'other', reason: '无法继续' },
    });
    given(...filed, replaced, proposed)
      .when({
        on: '2026-03-22',
        by: 'gao',
        act: 'suspension/approve-termination',
        entry: { approval: 5 },
        context: {
          ...as('gao', 'leader'),
          people: { ...staff, gao: { person: 'gao', capacities: ['leader'] } },
        },
      })
      .thenRefused(leaderStandsApart);
  });

  it('whoever comes back is a handler again, and everybody who ever was one is known', () => {
    const file = fileOf(...filed, replaced, named('2026-04-01', ['gao', 'shen'], ['lin']));
    expect(handling(file)).toStrictEqual(['gao', 'shen']);
    expect(new Set(everHandling(file))).toStrictEqual(new Set(['gao', 'shen', 'lin']));
    const reader = (person: string) => ({ person, capacities: ['officer' as const] });
    expect(relationTo(file, reader('shen'))).toBe('handler');
    expect(relationTo(file, reader('lin'))).toBe('took-part');
  });

  it('the officers of a case decided on the spot are those named', () => {
    const file = fileOf(...onTheSpot, replaced);
    expect(file.summary?.officers).toStrictEqual(['lin', 'shen']);
    given(...onTheSpot, replaced)
      .when({
        on: '2026-06-16',
        by: 'shen',
        act: 'summary-procedure/hand-in-file',
        entry: {},
        context: as('shen', 'officer'),
      })
      .thenRecords('SummaryFileHandedIn');
  });

  it('and a closed case, which somebody has to archive, is theirs', () => {
    const file = [...served(minorPenalty), closed];
    const archive = { on: '2026-07-22', act: 'archive/archive', entry: {} } as const;
    given(...file, named('2026-07-21', ['lin', 'shen'], ['gao']))
      .when({ ...archive, by: 'shen', context: as('shen', 'officer') })
      .thenRecords('CaseArchived');
    const archived = happened('CaseArchived', '2026-07-21', 'lin', { mainVolume: [], subVolume: [] });
    const still = { people: { ...staff, gao: people.gao } };
    given(...file, archived)
      .when({ ...name, on: '2026-07-22', context: still })
      .thenRefused(notArchivedYet);
    // A judgment comes years later, when who handled it has left.
    given(...file, archived)
      .when({ ...name, on: '2026-11-20' })
      .thenRecords('HandlersNamed');
    const moved = { ...people.gao, capacities: ['legal-reviewer' as const] };
    given(...file, archived)
      .when({ ...name, on: '2026-11-20', context: { people: { ...staff, gao: moved } } })
      .thenRecords('HandlersNamed');
    given(...file, named('2026-07-21', ['lin', 'shen'], ['gao']))
      .when({ ...archive, by: 'gao' })
      .thenRefused(byThoseInCharge);
  });
});
