import { chinaCalendar, defaultLists } from '@anjuan/law';
import { capacityHeld, Refusal, type Capacity, type Context, type Stated } from '@anjuan/procedure';
import {
  byOfficer,
  declaration,
  figuresPublished,
  notWithdrawnYet,
  publishedByNow,
  reasonGiven,
  standardNamed,
  type Declaration,
  type DeclarationEvent,
  type PublishDeclaration,
} from './declaration.js';

const now = '2026-10-12T02:00:00.000Z';
const contextOf = (capacity: Capacity, held: readonly Capacity[] = [capacity]): Context => ({
  now,
  today: '2026-10-12',
  actor: { person: 'lin', capacity },
  people: { lin: { person: 'lin', capacities: held } },
  lists: defaultLists,
  calendar: chinaCalendar,
  dossierDigest: '',
  allotted: {},
});
const entry: PublishDeclaration = {
  enterprise: '北京童行用品有限公司',
  uscc: '91110105MA7KQ2R152',
  product: '折叠童车QS-2',
  standards: [{ number: 'Q/TX 001-2026', name: '折叠童车', kind: 'enterprise' }],
  figures: '承重 25 千克，按 GB 14748 第 5 章试验',
  channel: 'https://www.qybz.org.cn',
  publishedOn: '2026-10-09',
  offeredFrom: '2026-10-10',
};
type Written = Pick<DeclarationEvent, 'type' | 'data'>;
const events = (...of: readonly Written[]): readonly DeclarationEvent[] =>
  of.map((one, revision) => ({
    ...one,
    v: 1,
    revision,
    occurredAt: now,
    recordedAt: now,
    recordedBy: 'lin',
    actors: [],
  })) as readonly DeclarationEvent[];
const declared = { type: 'StandardDeclared', data: entry } as const;
const withdrawn = { type: 'DeclarationWithdrawn', data: { reason: '标准更新' } } as const;
const fileOf = (...of: readonly Written[]): Declaration => declaration.replay(events(...of));

const given = (file: Declaration) => ({
  when: (act: string, data: unknown, context = contextOf('officer')) => ({
    thenRefused: (...expected: readonly Stated[]) => {
      let refused: readonly Stated[] = [];
      try {
        declaration.decide(act, data, file, context);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused = error.provisions;
      }
      expect(refused.map(({ id }) => id)).toStrictEqual(expected.map(({ id }) => id));
    },
    then: (type: string, recorded: unknown) => {
      expect(declaration.decide(act, data, file, context)).toMatchObject([{ type, v: 1, data: recorded }]);
    },
  }),
});
const none = declaration.empty;

describe('declaration/publish', () => {
  it('is taken down as the enterprise has published it', () => {
    given(none).when('declaration/publish', entry).then('StandardDeclared', entry);
  });

  it('names a standard, and the figures of one of its own', () => {
    const { figures, ...without } = entry;
    expect(figures).toMatch(/承重/);
    given(none).when('declaration/publish', without).thenRefused(figuresPublished);
    given(none)
      .when('declaration/publish', { ...entry, standards: [] })
      .thenRefused(standardNamed);
    const national = [{ number: 'GB 14748', name: '儿童推车', kind: 'mandatory' }];
    given(none)
      .when('declaration/publish', { ...without, standards: national })
      .then('StandardDeclared', { standards: national });
  });

  it('is published by the day on which it is taken down', () => {
    const published = (publishedOn: string) => ({ ...entry, publishedOn });
    given(none).when('declaration/publish', published('2026-10-13')).thenRefused(publishedByNow);
    const today = published('2026-10-12');
    given(none).when('declaration/publish', today).then('StandardDeclared', today);
  });

  it('is for an officer, who holds that capacity', () => {
    given(none).when('declaration/publish', entry, contextOf('leader')).thenRefused(byOfficer);
    given(none)
      .when('declaration/publish', { ...entry, standards: [] }, contextOf('leader', []))
      .thenRefused(capacityHeld, byOfficer, standardNamed);
  });
});

describe('declaration/withdraw', () => {
  it('is done once, for a reason', () => {
    given(fileOf(declared))
      .when('declaration/withdraw', withdrawn.data)
      .then('DeclarationWithdrawn', withdrawn.data);
    given(fileOf(declared)).when('declaration/withdraw', { reason: ' ' }).thenRefused(reasonGiven);
    given(fileOf(declared, withdrawn))
      .when('declaration/withdraw', withdrawn.data)
      .thenRefused(notWithdrawnYet);
  });
});

describe('the file of a declaration', () => {
  it('folds every event', () => {
    const file = fileOf(declared, withdrawn);
    expect(file).toStrictEqual({ revision: 1, declared: entry, withdrawn: { entry: 1, reason: '标准更新' } });
    expect(declaration.resume(fileOf(declared), events(declared, withdrawn).slice(1))).toStrictEqual(file);
  });

  it('says what may be done, and by when it had to be public', () => {
    const day = { calendar: chinaCalendar, today: '2026-10-12' };
    const acts = (file: Declaration) =>
      declaration.actions(file, contextOf('officer')).map(({ act, state }) => [act, state]);
    expect(acts(none)).toStrictEqual([['declaration/publish', 'open-subject-to-entry']]);
    expect(acts(fileOf(declared))).toStrictEqual([['declaration/withdraw', 'open-subject-to-entry']]);
    expect(acts(fileOf(declared, withdrawn))).toStrictEqual([['declaration/withdraw', 'not-yet']]);
    expect(declaration.deadlines?.(fileOf(declared), day)).toMatchObject([
      { due: '2026-10-09', state: 'met' },
    ]);
    const late = { ...declared, data: { ...entry, publishedOn: '2026-10-10' } };
    expect(declaration.deadlines?.(fileOf(late), day)).toMatchObject([{ state: 'missed' }]);
    expect(declaration.deadlines?.(fileOf(declared, withdrawn), day)).toStrictEqual([]);
  });

  it('shows in the list whether it was withdrawn', () => {
    expect(declaration.register?.shows(fileOf(declared, withdrawn))).toMatchObject({ withdrawn: 'yes' });
    expect(declaration.register?.shows(fileOf(declared))).toMatchObject({
      enterprise: entry.enterprise,
      withdrawn: 'no',
    });
  });
});
