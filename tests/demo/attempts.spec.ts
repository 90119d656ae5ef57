import { asJson } from '../../apps/demo/src/demo/as-json.js';
import { storyOf } from '../../apps/demo/src/demo/story.js';
import { fileOf, played } from './stand-in.js';

const closing = 'on: 2026-03-12, act: case closed, approvedBy: tang, refusedBy: [SAMR-P 77]';
const decided =
  'on: 2026-03-12, act: decision, by: he, number: 市监〔2026〕1号, fineYuan: 1, refusedBy: [APL 58]';
const afterFiling = <T>(commands: readonly T[]): readonly T[] => commands.slice(3);

describe('An attempt', () => {
  it('that is refused at its first command sends no other', async () => {
    const { commands, outcomes } = await played({ 'x.yaml': fileOf([], [closing]) }, ({ act }) =>
      act === 'closure/request' ? ['SAMR-P 77(1)'] : undefined,
    );
    expect(afterFiling(commands).map(({ act }) => act)).toStrictEqual(['closure/request']);
    expect(outcomes.at(-1)).toMatchObject({ accepted: false, reasons: [{ cites: 'SAMR-P 77(1)' }] });
    expect(outcomes.at(-1)?.fault).toBeUndefined();
  });

  it('that is refused half-way is withdrawn again by the one who asked, and the story says so', async () => {
    const { commands, outcomes } = await played({ 'x.yaml': fileOf([], [closing]) }, ({ act }) =>
      act === 'closure/approve' ? ['SAMR-P 77(1)'] : undefined,
    );
    expect(afterFiling(commands).map(({ by, act }) => `${by} ${act}`)).toStrictEqual([
      'lin closure/request',
      'tang closure/approve',
      'lin approval/withdraw',
    ]);
    expect(commands.at(-1)?.entry).toMatchObject({ approval: 4 });
    expect(outcomes.at(-1)?.filled).toContainEqual({ zh: '撤回第 4 号记录', en: 'entry 4 withdrawn again' });
  });

  it('that is accepted is a fault, and so is one refused under another article', async () => {
    const accepted = await played({ 'x.yaml': fileOf([], [closing]) });
    expect(accepted.outcomes.at(-1)?.fault).toStrictEqual({ kind: 'attempt-accepted' });
    const other = await played({ 'x.yaml': fileOf([], [decided]) }, ({ act }) =>
      act === 'decision/make' ? ['APL 62'] : undefined,
    );
    expect(other.outcomes.at(-1)?.fault).toStrictEqual({ kind: 'citation-missing', citations: ['APL 58'] });
  });

  it('acts in the capacity the act wants, or else in the person’s own', async () => {
    const opinion =
      'on: 2026-03-12, act: legal review opinion, by: lin, opinion: agree, refusedBy: [SAMR-P 49]';
    const { commands } = await played({ 'x.yaml': fileOf([], [opinion, decided]) }, ({ act }) =>
      act === 'decision/make' || act === 'legal-review/give-opinion' ? ['APL 58', 'SAMR-P 49'] : undefined,
    );
    expect(afterFiling(commands).map(({ by, capacity }) => `${by} ${capacity ?? ''}`)).toStrictEqual([
      'lin officer',
      'he principal',
    ]);
  });

  it('by one officer, or by one twice, is entered as it stands: nobody is added', async () => {
    const inquiry = (by: string) =>
      `on: 2026-03-12, act: inquiry record, kind: 证人证言, person: 甲, by: [${by}], refusedBy: [APL 42]`;
    const { commands } = await played(
      { 'x.yaml': fileOf([], [inquiry('lin'), inquiry('lin, lin')]) },
      ({ act }) => (act === 'evidence/record-inquiry' ? ['APL 42(1)'] : undefined),
    );
    expect(afterFiling(commands).map(({ entry }) => entry.officers)).toStrictEqual([
      ['id-lin'],
      ['id-lin', 'id-lin'],
    ]);
    expect(commands.filter(({ entry }) => Object.hasOwn(entry, 'signedPaper'))).toStrictEqual([]);
  });

  it('of a new case opens one with a lead, and leaves the file’s own case alone', async () => {
    const filing =
      'on: 2026-03-12, newCase: true, act: case filed, approvedBy: tang, handlers: [lin], actDates: [2026-01-05, 2026-02-20], discovered: 2026-03-02, refusedBy: [APL 42]';
    const next = 'on: 2026-03-13, act: archived';
    const { commands } = await played({ 'x.yaml': fileOf([next], [filing]) }, ({ act, at }) =>
      act === 'initiation/request-filing' && at >= '2026-03-12' ? ['APL 42(1)'] : undefined,
    );
    expect(afterFiling(commands).map(({ act, revision }) => [act, revision])).toStrictEqual([
      ['initiation/receive-lead', undefined],
      ['initiation/request-filing', 0],
      ['archive/archive', 3],
    ]);
  });
});

describe('What the file leaves open', () => {
  it('is said, and nothing is asked: a decision without a ground', async () => {
    const noGround = 'on: 2026-03-12, act: decision, by: tang, kind: no penalty';
    const { commands, outcomes } = await played({ 'x.yaml': fileOf([noGround]) });
    expect(afterFiling(commands)).toStrictEqual([]);
    expect(outcomes.at(-1)).toMatchObject({ accepted: false, fault: { kind: 'act-refused' } });
    expect(outcomes.at(-1)?.trouble?.en).toContain('write noPenalty');
  });

  it('is said: a first act that opens no case', async () => {
    const text = fileOf([]).replace(/^ {2}- \{ on: 2026-03-02.*\n/m, '');
    const { commands, outcomes } = await played({ 'x.yaml': text });
    expect(commands).toStrictEqual([]);
    expect(outcomes[0]?.trouble?.en).toContain('a file begins with "lead received"');
  });
});

describe('What is told', () => {
  const run = () =>
    played({ 'x.yaml': fileOf(['on: 2026-03-11, act: archived'], [decided]) }, ({ act }) =>
      act === 'decision/make' ? ['APL 58(1)', 'APL 62'] : undefined,
    );

  it('as JSON: cases with acts and attempts, and the provisions of each refusal', async () => {
    const { files, outcomes } = await run();
    expect(asJson(files, outcomes)).toStrictEqual({
      cases: [
        {
          name: 'x',
          acts: [
            { on: '2026-03-02', act: 'lead received', accepted: true },
            { on: '2026-03-10', act: 'case filed', accepted: true },
            { on: '2026-03-11', act: 'archived', accepted: true },
          ],
          attempts: [
            {
              on: '2026-03-12',
              act: 'decision',
              accepted: false,
              provisions: [
                { id: 'stand-in/APL 58(1)', cites: 'APL 58(1)' },
                { id: 'stand-in/APL 62', cites: 'APL 62' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('as a story: day, act, who in which capacity, article; of an attempt who tried and every reason', async () => {
    const { outcomes } = await run();
    expect(outcomes.slice(-2).map(storyOf)).toStrictEqual([
      [
        '2026-03-11 09:00  [x]  ✓ 归档 · archived',
        '      林岚（执法人员 officer）：归档 · Archive the file',
        '      依据 under: 《市场监督管理行政处罚程序规定》第七十八条（SAMR-P 78）',
      ].join('\n'),
      [
        '2026-03-12 09:00  [x]  ⊘ 试办 attempt: 行政处罚决定 · decision —— 依法不予办理 refused',
        '      何立（主要负责人 principal）：作出决定 · Decide the case —— 未予办理 not done',
        '      理由 because:',
        '        - APL 58(1)（APL 58(1)）：APL 58(1)',
        '          APL 58(1)',
        '        - APL 62（APL 62）：APL 62',
        '          APL 62',
      ].join('\n'),
    ]);
  });
});
