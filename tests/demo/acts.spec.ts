import { projectRoot } from '@anjuan/program';
import { readFileSync } from 'node:fs';
import { fileOf, played, type Command } from './stand-in.js';

const ownText = (name: string): string => readFileSync(`${projectRoot()}/tests/cases/${name}.yaml`, 'utf8');
const who = ({ by, capacity, act }: Command): string => `${by} ${capacity ?? '?'} ${act}`;
const commandsOf = async (...acts: string[]) => (await played({ 'x.yaml': fileOf(acts) })).commands.slice(3);
const entryOf = async (act: string) => (await commandsOf(act))[0]?.entry;

/** The acts of a file as the sequence of commands they become. */
const sequence = async (name: string) => {
  const attemptsCut = ownText(name).replace(/^attempts:[^]*/m, '');
  return (await played({ [`${name}.yaml`]: attemptsCut })).commands.map(who);
};

describe('Who does what, each as themselves', () => {
  it('in a case of the ordinary procedure that ends without a penalty', async () => {
    expect(await sequence('first-breach-case')).toStrictEqual([
      'gao officer initiation/receive-lead',
      'lin officer evidence/record-scene',
      'gao officer entry/confirm',
      'lin officer initiation/request-filing',
      'tang leader initiation/approve-filing',
      'lin officer correction/order',
      'gao officer entry/confirm',
      'lin officer reporter-identity/look',
      'lin officer evidence/record-inquiry',
      'gao officer entry/confirm',
      'lin officer correction/verify',
      'gao officer entry/confirm',
      'lin officer investigation/conclude',
      'gao officer entry/confirm',
      'zhou unit-head case-review/send',
      'meng case-reviewer case-review/give-opinion',
      'lin officer education/give',
      'gao officer entry/confirm',
      'tang leader decision/make',
      'lin officer service/serve-decision',
      'gao officer entry/confirm',
      'lin officer closure/request',
      'tang leader closure/approve',
    ]);
  });

  it('in a summary case', async () => {
    expect(await sequence('on-the-spot-case')).toStrictEqual([
      'lin officer summary-procedure/decide',
      'gao officer entry/confirm',
      'lin officer summary-procedure/collect-fine',
      'lin officer summary-procedure/hand-in-money',
      'lin officer summary-procedure/bank-money',
      'lin officer summary-procedure/hand-in-file',
      'lin officer closure/request',
      'tang leader closure/approve',
    ]);
  });

  it('in a major case: seizure, hearing, discussion, instalments', async () => {
    const commands = await sequence('major-food-case');
    expect(commands.slice(5, 9)).toStrictEqual([
      'lin officer seizure/request',
      'tang leader seizure/approve',
      'lin officer seizure/seize',
      'gao officer entry/confirm',
    ]);
    const from = commands.indexOf('lin officer hearing/request');
    expect(commands.slice(from, from + 12)).toStrictEqual([
      'lin officer hearing/request',
      'tang leader hearing/name-host',
      'qiu hearing-host hearing/serve-notice',
      'qiu hearing-host hearing/suspend',
      'lin officer recusal/request',
      'tang leader recusal/decide',
      'qiu hearing-host hearing/resume',
      'qiu hearing-host hearing/announce',
      'qiu hearing-host hearing/hold',
      'qiu hearing-host hearing/report',
      'lin officer statement/re-check',
      'gao officer entry/confirm',
    ]);
    const opened = commands.indexOf('he principal collective-discussion/open');
    expect(commands.slice(opened, opened + 5)).toStrictEqual([
      'he principal collective-discussion/open',
      'he principal collective-discussion/give-opinion',
      'tang leader collective-discussion/give-opinion',
      'he principal collective-discussion/conclude',
      'he principal decision/make',
    ]);
    expect(commands.slice(commands.indexOf('lin officer publication/publish'))).toStrictEqual([
      'lin officer publication/publish',
      'lin officer execution/apply-for-instalments',
      'tang leader execution/approve-instalments',
      'lin officer execution/record-payment',
      'lin officer execution/dispose-of-goods',
      'gao officer entry/confirm',
      'lin officer execution/record-payment',
      'lin officer execution/record-payment',
      'lin officer closure/request',
      'tang leader closure/approve',
      'lin officer archive/archive',
    ]);
  });

  it('every command with a key of its own, on the revision that the last answer told', async () => {
    const { commands } = await played({
      'x.yaml': ownText('on-the-spot-case').replace(/^attempts:[^]*/m, ''),
    });
    expect(commands.map(({ revision }) => revision)).toStrictEqual([undefined, 0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(commands.map(({ key }) => key)).size).toBe(commands.length);
  });
});

describe('What is entered', () => {
  it('on filing: the evidence that the case has by then', async () => {
    const { commands } = await played({ 'x.yaml': ownText('first-breach-case') });
    const filing = commands.find(({ act }) => act === 'initiation/request-filing');
    const affirmed = { affirmed: true, evidence: [1] };
    expect(filing?.entry.conditions).toMatchObject({ 'breach-evidenced': affirmed, 'penalty-due': affirmed });
  });

  it('on filing without any: the lead, which the program refuses; people by their ids', async () => {
    const { commands } = await played({ 'x.yaml': fileOf([]) });
    const affirmed = { affirmed: true, evidence: [0] };
    expect(commands[1]?.entry).toStrictEqual({
      cause: '未明码标价',
      party: {
        kind: 'entity',
        name: '某公司',
        uscc: '91110105MA7KQ2R152',
        person: { name: '赵一鸣' },
        address: '某路1号',
      },
      basis: [{ law: '价格法', article: '13' }],
      handlers: ['id-lin', 'id-gao'],
      act: { from: '2026-01-05', to: '2026-02-20' },
      discoveredOn: '2026-03-02',
      conditions: {
        'breach-evidenced': affirmed,
        'penalty-due': affirmed,
        'our-jurisdiction': affirmed,
        'within-limitation': affirmed,
      },
    });
    expect(commands[2]?.entry).toStrictEqual({ approval: 1 });
  });

  it('on a seizure: what the file does not say was done was not done', async () => {
    const [, , seized] = await commandsOf(
      'on: 2026-03-11, act: seizure, items: 原料, basis: { law: 食品安全法, article: 110(4) }, approvedBy: tang, days: 30, rightsTold: true',
    );
    expect(seized?.entry).toStrictEqual({
      officers: ['id-lin', 'id-gao'],
      approval: 4,
      credentialShown: false,
      rightsTold: true,
      statementHeard: false,
      decisionHandedOver: false,
      listHandedOver: false,
      media: [],
    });
  });

  it('on a result: the test that is still open, in the order they were commissioned', async () => {
    const commission = 'on: 2026-03-11, act: test commissioned, body: 检验院, periodDays: 30';
    const result = 'on: 2026-03-12, act: test result, kind: 鉴定意见, what: 检验报告';
    const reported = 'on: 2026-03-13, act: test result told to party';
    const commands = await commandsOf(commission, commission, result, result, reported, reported);
    expect(commands.slice(2).map(({ entry }) => entry.test)).toStrictEqual([4, 5, 4, 5]);
  });

  it('on a notice: amounts in fen, the method in the program’s word, a generated receipt', async () => {
    const entry = await entryOf(
      'on: 2026-03-11, act: notice served, method: 留置送达, fineYuan: 184000.00, confiscateGainsYuan: 15260.05, confiscateGoods: 原料, hearingRightTold: true',
    );
    expect(entry).toMatchObject({
      penalties: [
        { kind: 'fine', fen: 18_400_000 },
        { kind: 'confiscation-of-gains', fen: 1_526_005 },
        { kind: 'confiscation-of-goods', what: '原料' },
      ],
      hearingRightTold: true,
      method: 'lien',
      proof: { name: '送达回证（行政处罚告知书）', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
  });

  it.each([
    ['直接送达', 'direct'],
    ['留置送达', 'lien'],
    ['邮寄送达', 'post'],
    ['电子送达', 'electronic'],
    ['公告送达', 'public-notice'],
    ['委托送达', 'entrusted'],
  ])('on service: %s is %s', async (method, expected) => {
    const entry = await entryOf(`on: 2026-03-11, act: decision served, method: ${method}`);
    expect(entry).toMatchObject({ method: expected });
    // Consent to electronic service is the party's own: never filled in.
    expect(entry).not.toHaveProperty('addressConfirmation');
  });

  it('on a decision: the ground of the investigation, and how statements were answered', async () => {
    const commands = await commandsOf(
      'on: 2026-03-11, act: investigation concluded, by: [lin, gao], proposal: { noPenalty: 首违不罚 }, ground: 及时改正',
      'on: 2026-03-12, act: statement re-checked, result: not adopted, reason: 无证据',
      'on: 2026-03-13, act: decision, by: tang, kind: no penalty',
      'on: 2026-03-14, act: case closed, approvedBy: tang',
    );
    expect(commands.find(({ act }) => act === 'decision/make')?.entry).toStrictEqual({
      outcome: { kind: 'no-penalty', ground: 'first-breach', reason: '及时改正' },
      onStatements: '不予采纳：无证据',
    });
    expect(commands.find(({ act }) => act === 'closure/request')?.entry).toStrictEqual({
      ground: 'no-penalty',
    });
  });

  it('at a discussion: opinions that the file gives, and no other', async () => {
    const commands = await commandsOf(
      'on: 2026-03-11, act: investigation concluded, by: [lin, gao], proposal: { fineYuan: 1 }',
      'on: 2026-03-12, act: collective discussion, chair: he, attending: [he, tang], opinions: { he: 不同意 }',
    );
    const given = commands.filter(({ act }) => act === 'collective-discussion/give-opinion');
    expect(given.map(({ by, entry }) => [by, entry.agrees])).toStrictEqual([['he', false]]);
  });

  it('on the spot: no statement and no remedy is made up', async () => {
    const text = ownText('on-the-spot-case')
      .replace(', statement: 无异议', '')
      .replace(', remedyTold: 先申请行政复议', '');
    const [decided] = (await played({ 'x.yaml': text })).commands;
    expect(decided?.entry).toMatchObject({
      statement: '',
      remedyTold: '',
      party: { kind: 'natural-person' },
    });
  });

  it('says what was filled in, and which keys had no place', async () => {
    const { outcomes } = await played({
      'x.yaml': fileOf(['on: 2026-03-11, act: scene record, kind: 现场笔录, by: [lin, gao], provider: 甲']),
    });
    expect(outcomes.at(-1)?.filled.map(({ en }) => en)).toStrictEqual([
      'what was inspected',
      'place (from the party’s address)',
      'paper "现场笔录" (generated)',
    ]);
    expect(outcomes.at(-1)?.step.line.unused).toStrictEqual(['provider']);
  });
});
