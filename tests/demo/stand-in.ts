/** A stand-in for the API: takes every command down, answers as the API does, refuses what it is told to. */
import { createHash } from 'node:crypto';
import type { Capacity } from '@anjuan/case';
import { readCaseFile, type CaseFile } from '../../apps/demo/src/play/case-file.js';
import type { Client } from '../../apps/demo/src/play/client.js';
import { play, type Outcome } from '../../apps/demo/src/play/play.js';
import type { Members } from '../../apps/demo/src/play/registry.js';
import { schedule } from '../../apps/demo/src/play/schedule.js';

export type Command = Readonly<{
  by: string;
  capacity: Capacity | undefined;
  act: string;
  revision: number | undefined;
  key: string | undefined;
  entry: Readonly<Record<string, unknown>>;
  at: string;
}>;

const recordedBy: Readonly<Record<string, readonly string[]>> = {
  'initiation/receive-lead': ['LeadReceived'],
  'initiation/request-filing': ['ApprovalRequested'],
  'initiation/approve-filing': ['ApprovalGiven', 'CaseFiled'],
  'joined-parties/join': ['PartyJoined'],
  'joined-parties/approve': ['PartyJoiningApproved'],
  'seizure/request': ['ApprovalRequested'],
  'seizure/approve': ['ApprovalGiven'],
  'seizure/seize': ['ItemsSeized'],
  'seizure/request-extension': ['ApprovalRequested'],
  'closure/request': ['ApprovalRequested'],
  'evidence/record-scene': ['SceneRecorded'],
  'evidence/commission-test': ['TestCommissioned'],
  'evidence/record-test-result': ['TestResultRecorded'],
  'evidence/tell-test-result': ['TestResultTold'],
  'correction/order': ['CorrectionOrdered'],
  'correction/verify': ['CorrectionVerified'],
};

type Refuse = (command: Command) => readonly string[] | undefined;

const problem = (cites: readonly string[]) => ({
  title: '依法尚不能实施',
  provisions: cites.map((one) => ({ id: `stand-in/${one}`, cites: one, article: one, says: one, en: one })),
});

export const standIn = (refuse: Refuse = () => undefined) => {
  const commands: Command[] = [];
  const files: string[] = [];
  const revisions = new Map<string, number>();
  let now = '';

  const record = (id: string, act: string) => {
    const first = (revisions.get(id) ?? -1) + 1;
    const recorded = (recordedBy[act] ?? [act]).map((type, index) => ({ type, entry: first + index }));
    revisions.set(id, first + recorded.length - 1);
    return { status: 200, body: { case: id, revision: revisions.get(id), recorded } };
  };
  const client: Client = {
    activate: ({ login }, password) => Promise.resolve({ login, password }),
    ask: (account, { path, capacity, revision, key, body, file }) => {
      if (file) {
        files.push(decodeURIComponent(path.split('name=')[1] ?? ''));
        return Promise.resolve({
          status: 201,
          body: { sha256: createHash('sha256').update(file).digest('hex') },
        });
      }
      const [id, act] = /^\/v1\/cases\/(case-\d+)\/(.+)$/.exec(path)?.slice(1) ?? [
        `case-${revisions.size}`,
        path.replace('/v1/cases/', ''),
      ];
      const command = {
        by: account.login,
        capacity,
        act: act ?? '',
        revision,
        key,
        entry: body as Command['entry'],
        at: now,
      };
      commands.push(command);
      const reasons = refuse(command);
      return Promise.resolve(
        reasons ? { status: 409, body: problem(reasons) } : record(id ?? '', command.act),
      );
    },
  };
  const moveClock = (to: string): Promise<void> => {
    now = to;
    return Promise.resolve();
  };
  return { client, commands, files, moveClock };
};

/** Everybody of the files, each with an account of their key and an id that is not their key. */
export const membersOf = (files: readonly CaseFile[]): Members => {
  const everybody = files.flatMap(({ people, agency }) =>
    people.map(({ key, name, roles }) => ({
      agency: agency.name,
      member: { key, person: `id-${key}`, name, roles, account: { login: key, password: key } },
    })),
  );
  return { of: (_, key) => everybody.find(({ member }) => member.key === key)?.member, all: everybody };
};

export const played = async (texts: Readonly<Record<string, string>>, refuse?: Refuse) => {
  const files = Object.entries(texts).map(([name, text]) => readCaseFile(name, text));
  const { client, commands, files: papers, moveClock } = standIn(refuse);
  const outcomes: Outcome[] = [];
  for await (const outcome of play(schedule(files), { client, members: membersOf(files), moveClock }))
    outcomes.push(outcome);
  return { files, commands, papers, outcomes };
};

const head = `agency: { name: 朝阳区市场监督管理局, uscc: 11110105000067897H, domain: market-supervision, region: '110105' }
people:
  - { key: lin, name: 林岚, role: officer, credential: 京市监执0105-0117, valid: [2024-01-01, 2028-12-31] }
  - { key: gao, name: 高远, role: officer, credential: 京市监执0105-0204, valid: [2023-06-01, 2027-05-31] }
  - { key: zhou, name: 周正, role: unit-head }
  - { key: fang, name: 方哲, role: legal-reviewer }
  - { key: tang, name: 唐澄, role: leader }
  - { key: he, name: 何立, role: principal }
party: { kind: entity, name: 某公司, uscc: 91110105MA7KQ2R152, legalRepresentative: 赵一鸣, address: 某路1号 }
cause: 未明码标价
basis: [ { law: 价格法, article: '13' } ]
`;
const lead = '  - { on: 2026-03-02, act: lead received, from: 抽检, by: lin }';
const filing =
  '  - { on: 2026-03-10, act: case filed, approvedBy: tang, handlers: [lin, gao], actDates: [2026-01-05, 2026-02-20], discovered: 2026-03-02 }';

/** A file with a lead (line 13), a filing (line 14), then these acts (from line 15) and attempts. */
export const fileOf = (acts: readonly string[], attempts: readonly string[] = []): string =>
  [
    `${head}acts:`,
    lead,
    filing,
    ...acts.map((act) => `  - { ${act} }`),
    ...(attempts.length > 0 ? ['attempts:', ...attempts.map((attempt) => `  - { ${attempt} }`)] : []),
    '',
  ].join('\n');
