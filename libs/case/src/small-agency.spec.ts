/** Keeping duties apart asks for five people: they carry a major case through, and anew after an annulment. */
import { Refusal, type Capacity, type PersonOnDay } from '@anjuan/procedure';
import { decide, type ActName, type EntryOf } from './case.js';
import { concluded, filedAs, filingTerms, investigated, majorPenalty } from './histories.testing.js';
import { penaltiesOf } from './penalty/heavier.js';
import { contextOn, fileOf, paper, people, type Happened, type Person } from './testing.js';

const all: Readonly<Record<string, PersonOnDay>> = {
  lin: people.lin,
  // Handles the case, and heads the unit that sends it for review.
  gao: { ...people.gao, capacities: ['officer', 'unit-head'] },
  // Reviews, and hosts the hearing.
  fang: { ...people.fang, capacities: ['legal-reviewer', 'hearing-host'] },
  tang: people.tang,
  he: people.he,
};

type Turn<Name extends ActName = ActName> = Readonly<{
  on: string;
  by: Person;
  as?: Capacity;
  act: Name;
  entry: EntryOf<Name>;
}>;
const turn = <Name extends ActName>(
  it: Turn<Name>,
): ((history: readonly Happened[]) => readonly Happened[]) => {
  const { on, by, as, act, entry } = it;
  return (history) => {
    const file = fileOf(...history);
    const context = { ...contextOn(on, by, file, as), people: all };
    try {
      const recorded = decide(act, entry, file, context);
      return recorded.map((event) => ({ ...event, recordedAt: context.now, recordedBy: by }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Error(`${on} ${act}: ${error.provisions.map(({ id }) => id).join(', ')}`, { cause: error });
    }
  };
};

const together = { officers: ['lin', 'gao'], signedPaper: paper('signed') };
const [report] = concluded(majorPenalty).slice(-1);
if (report?.type !== 'InvestigationConcluded') throw new Error('the history ends with its report');
const findings = report.data as EntryOf<'investigation/conclude'>;

const reviewed = (on: string) => [
  turn({ on, by: 'gao', as: 'unit-head', act: 'legal-review/send', entry: {} }),
  turn({ on, by: 'fang', act: 'legal-review/give-opinion', entry: { opinion: 'agree' } }),
];
const notified = (on: string) => [
  turn({ on, by: 'tang', act: 'proposal/approve', entry: {} }),
  turn({
    on,
    by: 'lin',
    act: 'notice/serve',
    entry: {
      ...together,
      penalties: penaltiesOf(majorPenalty),
      facts: '使用超过保质期的原料',
      hearingRightTold: true,
      method: 'direct',
      proof: paper('receipt'),
    },
  }),
];
const discussed = (on: string) => [
  turn({
    on,
    by: 'he',
    act: 'collective-discussion/open',
    entry: { attending: ['he', 'tang'], handlersReport: ['lin'] },
  }),
  ...(['he', 'tang'] as const).map((by) =>
    turn({ on, by, act: 'collective-discussion/give-opinion', entry: { agrees: true, opinion: '同意' } }),
  ),
  turn({
    on,
    by: 'he',
    act: 'collective-discussion/conclude',
    entry: { outcome: majorPenalty, conclusion: '一致同意' },
  }),
];
const hearing = [
  turn({ on: '2026-05-06', by: 'lin', act: 'hearing/request', entry: {} }),
  turn({ on: '2026-05-06', by: 'tang', act: 'hearing/name-host', entry: { host: 'fang' } }),
  turn({
    on: '2026-05-07',
    by: 'fang',
    as: 'hearing-host',
    act: 'hearing/serve-notice',
    entry: {
      for: '2026-05-20',
      place: '会议室',
      method: 'direct',
      open: false,
      closedBecause: 'business-secret',
      proof: paper('hearing-receipt'),
    },
  }),
  turn({
    on: '2026-05-20',
    by: 'fang',
    as: 'hearing-host',
    act: 'hearing/hold',
    entry: { record: paper('hearing-record'), recordSigned: true },
  }),
  turn({
    on: '2026-05-21',
    by: 'fang',
    as: 'hearing-host',
    act: 'hearing/report',
    entry: { report: paper('hearing-report'), opinion: '维持拟处罚意见' },
  }),
  turn({
    on: '2026-05-21',
    by: 'lin',
    act: 'statement/re-check',
    entry: { ...together, result: 'not-adopted', reason: '无证据支持' },
  }),
];

it('two officers, a legal reviewer and two leaders are enough, twice', () => {
  const course = [
    turn({ on: '2026-04-14', by: 'lin', act: 'investigation/conclude', entry: findings }),
    ...reviewed('2026-04-22'),
    ...notified('2026-04-29'),
    ...hearing,
    ...reviewed('2026-05-22'),
    ...discussed('2026-05-25'),
    turn({ on: '2026-05-26', by: 'he', act: 'decision/make', entry: { outcome: majorPenalty } }),
    turn({
      on: '2026-05-28',
      by: 'lin',
      act: 'service/serve-decision',
      entry: { ...together, method: 'direct', proof: paper('service') },
    }),
    turn({
      on: '2026-06-01',
      by: 'tang',
      act: 'decision-change/change',
      entry: {
        kind: 'annulled-to-redo',
        ground: 'own-correction',
        reason: '程序有误',
        paper: paper('annulment'),
      },
    }),
    turn({ on: '2026-06-02', by: 'lin', act: 'investigation/conclude', entry: findings }),
    ...reviewed('2026-06-03'),
    ...notified('2026-06-04'),
    ...discussed('2026-06-23'),
    turn({
      on: '2026-06-24',
      by: 'he',
      act: 'decision/make',
      entry: { outcome: majorPenalty, redo: '原决定仅程序违法', lateReason: '撤销后重新作出' },
    }),
  ];
  const beginning = [...filedAs(filingTerms), ...investigated.slice(4)];
  const history = course.reduce<readonly Happened[]>((so, next) => [...so, ...next(so)], beginning);
  expect(fileOf(...history).decision?.outcome).toStrictEqual(majorPenalty);
  expect(fileOf(...history).formerDecisions).toHaveLength(1);
});
