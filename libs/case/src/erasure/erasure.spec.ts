import type { AgencyLists, LocalDate } from '@anjuan/law';
import { capacityHeld, type Capacity } from '@anjuan/procedure';
import { officerCredentialValid } from '../officers.js';
import { concluded, filed, lead, minorPenalty, onTheSpot } from '../histories.testing.js';
import { ordinary } from '../decision-change/changed.testing.js';
import { notRecused } from '../recusal/recused.js';
import {
  contextOn,
  fileOf,
  happened,
  morningOf,
  outcomeOf,
  paper,
  type Happened,
  type Person,
} from '../testing.js';
import {
  decideErasure,
  erasuresOf,
  type ErasureActName,
  type ErasureEntryOf,
  type ErasureEvent,
  type ErasureFile,
} from './erasure.js';
import {
  entriesWithdrawn,
  erasureRequested,
  requestedByOfficerOrAuditor,
  groundStated,
  nothingPending,
  orderedByAnother,
  orderedByLeader,
  purposeAchieved,
  retentionEnded,
} from './provisions.js';

type ErasureEntry = Pick<ErasureEvent, 'type' | 'data' | 'occurredAt' | 'recordedAt' | 'recordedBy'>;
const recorded = (
  type: ErasureEntry['type'],
  on: LocalDate,
  by: Person,
  data: ErasureEntry['data'],
): ErasureEntry => ({
  type,
  data,
  occurredAt: morningOf(on),
  recordedAt: morningOf(on),
  recordedBy: by,
});
const numbered = (events: readonly ErasureEntry[]): readonly ErasureEvent[] =>
  events.map((event, revision) => ({ ...event, v: 1, actors: [], revision }) as ErasureEvent);

const personal = [
  { kind: 'reporter', digest: 'of the reporter', entry: 0 },
  { kind: 'party', digest: 'of the name', entry: 0 },
  { kind: 'party', digest: 'of the address', entry: 1 },
  { kind: 'witness', digest: 'of the witness', entry: 1 },
];

type When<Name extends ErasureActName> = Readonly<{
  by: Person;
  as?: Capacity;
  act: Name;
  entry: ErasureEntryOf<Name>;
  on?: LocalDate;
  lists?: Partial<AgencyLists>;
}>;
const given = (history: readonly Happened[], ...erasures: readonly ErasureEntry[]) =>
  givenWith(personal, history, erasures);
const givenWith = (
  personal: ErasureFile['personal'],
  history: readonly Happened[],
  erasures: readonly ErasureEntry[],
) => ({
  holding: (...more: ErasureFile['personal']) => givenWith([...personal, ...more], history, erasures),
  when: <Name extends ErasureActName>({ by, as, act, entry, on = '2026-07-01', lists }: When<Name>) => {
    const standing = fileOf(...history);
    const file = { ...standing, personal, erasures: erasuresOf(numbered(erasures)) };
    const context = contextOn(on, by, standing, as);
    return outcomeOf(() =>
      decideErasure(act, entry, file, { ...context, lists: { ...context.lists, ...lists } }),
    );
  },
});

const ground = '本人申请删除';
const closedOn = (day: LocalDate): Happened =>
  happened('CaseClosed', day, 'tang', { approval: 0, ground: 'executed' });
/** So long ago that the file of a decision on the spot has been kept for thirty years by 2026. */
const closed = closedOn('1995-06-20');
const over = [...onTheSpot, closed];
const seen = concluded(minorPenalty)[4]!;
const erasureRequest = (by: Person, ...kinds: readonly ('reporter' | 'party' | 'witness')[]) =>
  recorded('ErasureAsked', '2026-06-25', by, { kinds, ground });

describe('erasure/ask (PIPL 47)', () => {
  const ask = (by: Person, ...kinds: readonly ('reporter' | 'party' | 'witness')[]) =>
    ({ by, act: 'erasure/ask', entry: { kinds, ground } }) as const;

  it.each<Person>(['lin', 'luo'])('is for %s, with the people and the ground', (by) => {
    given(over)
      .when(ask(by, 'party', 'witness'))
      .then({ type: 'ErasureAsked', data: { kinds: ['party', 'witness'], ground } });
  });

  it.each<Person>(['zhou', 'fang', 'meng', 'tang', 'he', 'qiu'])('is not for %s', (by) => {
    given(over).when(ask(by, 'party')).thenRefused(requestedByOfficerOrAuditor);
  });

  it('is of the reporter alone until the case is closed', () => {
    given(lead).when(ask('lin', 'reporter')).thenRecords('ErasureAsked');
    given(lead)
      .when(ask('lin', 'reporter', 'witness'))
      .thenRefused(purposeAchieved);
    given(onTheSpot).when(ask('lin', 'party')).thenRefused(purposeAchieved);
  });

  it('states its ground', () => {
    const unfounded = { by: 'luo', act: 'erasure/ask', entry: { kinds: ['reporter'], ground: ' ' } } as const;
    given(lead).when(unfounded).thenRefused(groundStated);
  });

  it('is refused for every reason at once, those of every act among them', () => {
    given(onTheSpot)
      .when({ by: 'shen', as: 'leader', act: 'erasure/ask', entry: { kinds: ['party'], ground: '' } })
      .thenRefused(capacityHeld, requestedByOfficerOrAuditor, groundStated, purposeAchieved);
    given(lead).when(ask('shen', 'reporter')).thenRefused(officerCredentialValid);
  });

  it('is not for whoever was taken off the case', () => {
    const history = [
      ...onTheSpot,
      happened('RecusalRequested', '2026-06-16', 'gao', {
        person: 'gao',
        askedBy: 'self',
        ground: '系近亲属',
      }),
      happened('RecusalDecided', '2026-06-17', 'tang', {
        request: 1,
        person: 'gao',
        granted: true,
        reason: '审查属实',
      }),
    ];
    given(history).when(ask('gao', 'reporter')).thenRefused(notRecused);
  });
});

describe('erasure/order', () => {
  const order = (by: Person, request = 0) =>
    ({ by, act: 'erasure/order', entry: { asked: request } }) as const;

  it.each<Person>(['tang', 'he'])('by %s names the commitments whose values go, those and no other', (by) => {
    given(over, erasureRequest('lin', 'party'))
      .when(order(by))
      .then({ type: 'ErasureOrdered', data: { asked: 0, digests: ['of the name', 'of the address'] } });
    given(over, erasureRequest('lin', 'party'), erasureRequest('luo', 'reporter', 'witness'))
      .when(order(by, 1))
      .then({ type: 'ErasureOrdered', data: { asked: 1, digests: ['of the reporter', 'of the witness'] } });
  });

  it.each<Person>(['gao', 'zhou', 'fang', 'luo'])('is not for %s', (by) => {
    given(over, erasureRequest('lin', 'party')).when(order(by)).thenRefused(orderedByLeader);
  });

  it('is not for who asked for it', () => {
    given(over, erasureRequest('tang', 'party')).when(order('tang')).thenRefused(orderedByAnother);
    given(over, erasureRequest('tang', 'party')).when(order('he')).thenRecords('ErasureOrdered');
    given(over, erasureRequest('tang', 'party'), erasureRequest('lin', 'party'))
      .when(order('tang', 1))
      .thenRecords('ErasureOrdered');
  });

  it('is of what was asked for', () => {
    given(over).when(order('tang')).thenRefused(erasureRequested);
    given(lead).when(order('tang')).thenRefused(erasureRequested);
    given(over, erasureRequest('lin', 'party'))
      .when(order('luo', 1))
      .thenRefused(orderedByLeader, erasureRequested);
  });

  it('is of the reporter alone while the case goes on, or goes on again', () => {
    given(lead, erasureRequest('lin', 'reporter')).when(order('tang')).thenRecords('ErasureOrdered');
    given(onTheSpot, erasureRequest('lin', 'party')).when(order('tang')).thenRefused(purposeAchieved);
    given(onTheSpot, erasureRequest('tang', 'party'))
      .when(order('tang'))
      .thenRefused(orderedByAnother, purposeAchieved);
  });

  it('is of the reporter alone while a remedy is pending, or money is owed back', () => {
    const accepted = happened('RemedyAccepted', '2026-06-21', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      against: 0,
      notice: paper('acceptance'),
    });
    const ofParty = { by: 'lin', act: 'erasure/ask', entry: { kinds: ['party'], ground } } as const;
    given([...over, accepted])
      .when(ofParty)
      .thenRefused(nothingPending);
    given([...over, accepted], erasureRequest('lin', 'party'))
      .when(order('tang'))
      .thenRefused(nothingPending);
    given([...over, accepted], erasureRequest('lin', 'reporter'))
      .when(order('tang'))
      .thenRecords('ErasureOrdered');
    const concluded = (outcome: 'upheld' | 'annulled') =>
      happened('RemedyConcluded', '2026-06-28', 'lin', { remedy: 2, against: 0, outcome, paper: paper('o') });
    given([...over, accepted, concluded('annulled')])
      .when(ofParty)
      .thenRefused(nothingPending);
    given([...over, accepted, concluded('upheld')])
      .when(ofParty)
      .thenRecords('ErasureAsked');
  });

  const party = { by: 'lin', act: 'erasure/ask', entry: { kinds: ['party'], ground } } as const;

  it('is of the reporter alone while the file is to be kept', () => {
    const kept = { on: '2025-12-31' } as const;
    given(over)
      .when({ ...party, ...kept })
      .thenRefused(retentionEnded);
    given(over)
      .when({ ...party, ...kept, entry: { kinds: ['reporter'], ground } })
      .thenRecords('ErasureAsked');
    given(over, erasureRequest('lin', 'party'))
      .when({ ...order('tang'), ...kept })
      .thenRefused(retentionEnded);
    given(over, erasureRequest('lin', 'party'))
      .when({ ...order('tang'), on: '2026-01-01' })
      .thenRecords('ErasureOrdered');
  });

  it('is carried out where it was ordered before the file had to be kept', () => {
    const ordered = recorded('ErasureOrdered', '2026-06-26', 'he', { asked: 0, digests: ['of the name'] });
    given([...onTheSpot, closedOn('2026-06-20')], erasureRequest('lin', 'party'), ordered)
      .when(order('tang'))
      .then();
  });

  it('is not of a withdrawn entry while a remedy is pending: the organ may want to see it', () => {
    const accepted = happened('RemedyAccepted', '2026-06-21', 'lin', {
      kind: 'reconsideration',
      organ: '朝阳区人民政府',
      number: '朝政复〔2026〕12号',
      against: 0,
      notice: paper('acceptance'),
    });
    const handedIn = happened('SummaryFileHandedIn', '2026-06-16', 'lin', {});
    const withdrawn = happened('EntryWithdrawn', '2026-06-17', 'lin', { entry: 1, reason: '误录' });
    given([...onTheSpot, handedIn, withdrawn, closed, accepted])
      .when({ by: 'lin', act: 'erasure/ask', entry: { kinds: ['party'], ground, withdrawn: [1] } })
      .thenRefused(nothingPending);
  });

  it('is not of a filed case that ended without a decision, where ordinary files are kept for ever', () => {
    const ended = happened('CaseClosed', '1995-06-20', 'tang', {
      approval: 0,
      ground: 'investigation-ended',
    });
    given([...filed, ended])
      .when(party)
      .thenRefused(retentionEnded);
  });

  it('goes by the agency’s own retention period', () => {
    const retention = { basis: '本局保管期限表', ordinaryYears: 30, summaryYears: 10 };
    const lately = [...onTheSpot, closedOn('2015-06-20')];
    given(lately)
      .when({ ...party, on: '2025-12-31', lists: { retention } })
      .thenRefused(retentionEnded);
    given(lately)
      .when({ ...party, on: '2026-01-01', lists: { retention } })
      .thenRecords('ErasureAsked');
    const forEver = { retention: { basis: '永久' } };
    given(over)
      .when({ ...party, lists: forEver })
      .thenRefused(retentionEnded);
  });

  it('is for ever impossible of a decision of the ordinary procedure, where the agency entered no years', () => {
    given([...ordinary, closed])
      .when(party)
      .thenRefused(retentionEnded);
    const retention = { basis: '本局保管期限表', ordinaryYears: 30 };
    given([...ordinary, closed])
      .when({ ...party, lists: { retention } })
      .thenRecords('ErasureAsked');
  });

  it('is of an entry that was withdrawn as wrong at any time, and of nothing else then (PIPL 46)', () => {
    const mistaken = { kinds: ['party', 'witness'], ground: '误录他人信息', withdrawn: [1] } as const;
    const withdrawn = happened('EntryWithdrawn', '2026-06-12', 'lin', { entry: 1, reason: '误录' });
    given([...lead, seen])
      .when({ by: 'lin', act: 'erasure/ask', entry: mistaken })
      .thenRefused(entriesWithdrawn);
    given([...lead, seen, withdrawn])
      .when({ by: 'lin', act: 'erasure/ask', entry: mistaken })
      .then({ type: 'ErasureAsked', data: mistaken });
    given([...lead, seen, withdrawn], recorded('ErasureAsked', '2026-06-25', 'lin', mistaken))
      .when({ ...order('tang'), on: '2026-06-26' })
      .then({ type: 'ErasureOrdered', data: { asked: 0, digests: ['of the address', 'of the witness'] } });
    // What a correction put into it goes with it.
    const corrected = happened('EntryCorrected', '2026-06-11', 'lin', {
      entry: 1,
      changes: { person: '又一人' },
      reason: '误录',
    });
    const ofCorrection = { kind: 'witness', digest: 'of the correction', entry: 2 };
    given(
      [...lead, seen, corrected, { ...withdrawn }],
      recorded('ErasureAsked', '2026-06-25', 'lin', mistaken),
    )
      .holding(ofCorrection)
      .when({ ...order('tang'), on: '2026-06-26' })
      .then({
        type: 'ErasureOrdered',
        data: { asked: 0, digests: ['of the address', 'of the witness', 'of the correction'] },
      });
    given([...lead, seen, withdrawn])
      .when({ by: 'lin', act: 'erasure/ask', entry: { ...mistaken, withdrawn: [0] } })
      .thenRefused(entriesWithdrawn);
    given([...lead, seen, withdrawn])
      .when({ by: 'lin', act: 'erasure/ask', entry: { ...mistaken, withdrawn: [] } })
      .thenRefused(purposeAchieved);
  });

  it('is recorded once: the next one carries out the first', () => {
    const ordered = recorded('ErasureOrdered', '2026-06-26', 'he', { asked: 0, digests: ['of the name'] });
    given(over, erasureRequest('lin', 'party'), ordered).when(order('tang')).then();
    given(over, erasureRequest('lin', 'party'), ordered, erasureRequest('lin', 'witness'))
      .when(order('tang', 2))
      .then({ type: 'ErasureOrdered', data: { asked: 2, digests: ['of the witness'] } });
  });
});

describe('what is recorded of an erasure', () => {
  it('names who did it, in which capacity', () => {
    const file = {
      ...fileOf(...over),
      personal,
      erasures: erasuresOf(numbered([erasureRequest('lin', 'party')])),
    };
    const by = (person: Person) => contextOn('2026-07-01', person, file);
    const { actor } = by('lin');
    const entry = { kinds: ['party'], ground } as const;
    expect(decideErasure('erasure/ask', entry, file, by('lin'))).toMatchObject([{ actors: [actor] }]);
    expect(decideErasure('erasure/order', { asked: 0 }, file, by('he'))).toMatchObject([
      { actors: [{ person: 'he', capacity: 'principal' }] },
    ]);
  });
});

describe('the erasures of a case', () => {
  it('are its requests, each with its order', () => {
    const ordered = recorded('ErasureOrdered', '2026-06-26', 'tang', { asked: 0, digests: ['of the name'] });
    const history = numbered([erasureRequest('lin', 'party'), erasureRequest('luo', 'reporter'), ordered]);
    expect(erasuresOf(history)).toStrictEqual([
      {
        entry: 0,
        kinds: ['party'],
        ground,
        askedBy: 'lin',
        askedAt: morningOf('2026-06-25'),
        order: { by: 'tang', at: morningOf('2026-06-26'), digests: ['of the name'] },
      },
      { entry: 1, kinds: ['reporter'], ground, askedBy: 'luo', askedAt: morningOf('2026-06-25') },
    ]);
  });
});
